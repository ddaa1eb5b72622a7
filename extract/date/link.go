package date

import "strings"

// link ties the two ends of a range, and dates listed side by side: the year
// that stands once holds for both ("from May 3 to June 5, 2023"), and the second
// goes on from the first ("between October and March").
func (p *parser) link() {
	for i := 1; i < len(p.out); i++ {
		a, b := p.out[i-1], p.out[i]
		if !p.joined(a.end, b.first) || a.node.kind != calendar || b.node.kind != calendar {
			continue
		}
		first, second := a.node, b.node
		switch {
		case first.yearless() && second.month > 0 && second.year > 0 && first.month > 0:
			first.year, first.linked = second.year, true
			if first.month > second.month {
				first.year--
			}
		case second.yearless() && second.lean == open:
			second.after = first
		}
	}
}

// yearless reports whether n is a date of the calendar without its year.
func (n *node) yearless() bool {
	return n.year == 0 && n.of == nil && (n.month > 0 || n.weekday > 0)
}

// joined reports whether lexemes [i, j) make a range or a list of what is on
// both sides.
func (p *parser) joined(i, j int) bool {
	switch j - i {
	case 2:
		return p.is(i, "through", "up", "on") && p.is(i+1, "to", "until") // "from Tuesday through to Friday"
	case 1:
		switch s := p.text[p.lexemes[i].start:p.lexemes[i].end]; strings.ToLower(s) {
		case "to", "until", "till", "through", "and", "-", "–", "—":
			return true
		}
	}
	return false
}

// dayFirst reports whether the numerals of this report put the day before the
// month, as 5/4/2024 for the fifth of April: by its other dates, then by the
// country of its address, else not.
func (p *parser) dayFirst() bool {
	votes := 0
	for _, e := range p.out {
		n := e.node
		if n.kind != calendar || n.month == 0 || n.day == 0 {
			continue
		}
		switch first := p.lexemes[e.first]; {
		case n.numeral:
		case first.digit && n.rule == "date/numeric":
			// Only one order was possible here.
			if f, _ := parts(p.text, int(first.start)); f.width[0] <= 2 && f.value[0] != f.value[1] {
				votes += 3 * order(f.value[0] > 12)
			}
		case first.digit:
			votes += order(true)
		case first.word != nil && first.word.class&isMonth != 0:
			votes += order(false)
		}
	}
	if votes != 0 {
		return votes > 0
	}
	return dayFirstCountry(p.t.Article.URL)
}

func order(dayFirst bool) int {
	if dayFirst {
		return 1
	}
	return -1
}

// dayFirstCountry reports whether the address is of a country: but for the
// United States and the Philippines, countries write the day first. Endings
// that are used all over the world say nothing.
func dayFirstCountry(url string) bool {
	_, host, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	host, _, _ = strings.Cut(host, "/")
	host, _, _ = strings.Cut(host, ":")
	end := host[strings.LastIndexByte(host, '.')+1:]
	if len(end) != 2 {
		return false
	}
	switch strings.ToLower(end) {
	case "us", "ph", "tv", "io", "co", "me", "ai", "fm", "cc", "ly", "to", "ws":
		return false
	case "cn", "jp", "kr", "hu", "ir", "lt", "tw": // the year first, and then the month
		return false
	}
	return true
}
