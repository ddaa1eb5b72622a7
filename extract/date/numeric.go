package date

import "strings"

// numeric reads a date written in figures alone: 2024-05-04, 2024-05-04T10:30Z,
// 5/4/2024, 04.05.2024, 7/8/07. It looks at the text, since tokenisers cut
// such dates in many ways.
func (p *parser) numeric(i int) (*node, int) {
	at := int(p.lexemes[i].start)
	if at > 0 && (letter(p.text[at-1]) || strings.IndexByte("$#/.-", p.text[at-1]) >= 0) {
		return nil, i
	}
	f, end := parts(p.text, at)
	if end == 0 {
		return nil, i
	}
	n := &node{kind: calendar, rule: "date/numeric"}
	switch {
	case f.width[0] == 4 && (f.count == 3 || f.separator == '-' && f.width[1] == 2):
		n.year, n.month, n.day = f.value[0], f.value[1], f.value[2]
		// "2010-11" is two years, "2010-09" a month.
		if f.count == 2 && n.month == (n.year+1)%100 {
			return nil, i
		}
	case f.count == 3 && f.width[2] == 4 || f.count == 3 && f.width[2] == 2 && f.separator == '/':
		n.year, n.month, n.day = f.value[2], f.value[0], f.value[1]
		if f.width[2] == 2 {
			n.year = pivot(n.year)
		}
		switch {
		case n.month > 12, f.separator == '.': // nobody who writes stops puts the month first
			n.month, n.day = n.day, n.month
		case n.day <= 12 && n.day != n.month:
			n.numeral = true
			n.rule = "date/numeric-ambiguous"
		}
	case f.count == 2 && f.separator == '/' && f.width[1] == 2 && f.value[1] > 12 && f.value[0] > 0 && f.value[0] <= 12 && p.slashed(i):
		n.month, n.day = f.value[0], f.value[1]
	default:
		return nil, i
	}
	if f.count == 2 && f.separator == '/' {
		if j := p.after(i, end); j > 0 && n.day <= daysIn(2000, n.month) {
			return n, j
		}
		return nil, i
	}
	if n.year < 1000 || n.year > 2199 || n.month < 1 || n.month > 12 || n.day > daysIn(n.year, n.month) || f.count == 3 && n.day < 1 {
		return nil, i
	}
	// 2024-05-04T10:30:00Z
	if end+1 < len(p.text) && p.text[end] == 'T' && f.separator == '-' {
		if c, e, _ := clockFigures(p.text, end+1); e > 0 {
			if e < len(p.text) && p.text[e] == 'Z' {
				c.utc = true
				e++
			}
			if j := p.after(i, e); j > 0 {
				n.clock = c
				return n, j
			}
		}
	}
	if end < len(p.text) && (letter(p.text[end]) || p.text[end] == '%') {
		return nil, i
	}
	j := p.after(i, end)
	if j == 0 {
		return nil, i
	}
	return n, j
}

// slashed reports whether the word before i lets two numbers and a slash be the
// month and the day, and no fraction or score: "on 10/28".
func (p *parser) slashed(i int) bool {
	return p.is(i-1, "on", "dated", "since", "until", "before", "after", "by", "from", "through")
}

// fields are the numbers of a date in figures.
type fields struct {
	value, width [3]int
	count        int
	separator    byte
}

// parts reads two or three numbers parted by one and the same of "-/.".
func parts(s string, at int) (f fields, end int) {
	k := at
	for f.count < 3 {
		v, e := figures(s, k, 4)
		if e == k {
			return f, 0
		}
		f.value[f.count], f.width[f.count] = v, e-k
		f.count++
		end, k = e, e
		if k >= len(s) || s[k] != '-' && s[k] != '/' && s[k] != '.' || k+1 >= len(s) || !isDigit(s[k+1]) {
			break
		}
		if f.separator != 0 && s[k] != f.separator {
			return f, 0
		}
		f.separator = s[k]
		k++
	}
	if f.count < 2 || f.count == 3 && end+1 < len(s) && s[end] == f.separator && isDigit(s[end+1]) {
		return f, 0
	}
	if f.count == 2 && f.separator == '.' {
		return f, 0
	}
	if f.separator == '.' && f.width[2] != 4 && f.width[0] != 4 {
		return f, 0
	}
	return f, end
}

// pivot gives a year of two digits its century: 41 to 99 are of the twentieth.
func pivot(y int) int {
	if y > 40 {
		return 1900 + y
	}
	return 2000 + y
}
