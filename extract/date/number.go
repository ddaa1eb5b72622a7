package date

import (
	"strconv"
	"strings"
)

// An amount is a number of units.
type amount struct {
	value float64
	vague bool   // "several", "dozens of"
	about string // TIMEX3 mod it brings with it: a range is APPROX
}

// number reads a cardinal, written in digits or in words, "a" and "an" for one
// included.
func (p *parser) number(i int) (amount, int) {
	a, j := p.cardinal(i)
	if j == i {
		return a, i
	}
	// "two or three", "10-15", "six to eight".
	if k := p.skip(j, "or", "to", "-"); k > j && !a.vague {
		if b, e := p.cardinal(k); e > k && !b.vague && b.value > a.value && !p.is(k, "a", "an") {
			a.about, j = "APPROX", e
		}
	}
	if k := p.half(j); k > j {
		a.value, j = a.value+0.5, k
	}
	return a, j
}

// half passes over "and a half", hyphens or not.
func (p *parser) half(i int) int {
	if e := p.match(p.skip(i, "-"), []string{"and", "a", "half"}); e > 0 {
		return e
	}
	if p.raw(i) == "1/2" || p.raw(i) == "½" {
		return i + 1
	}
	return i
}

func (p *parser) cardinal(i int) (amount, int) {
	if i >= p.high {
		return amount{}, i
	}
	if p.lexemes[i].digit {
		s := strings.ReplaceAll(p.raw(i), ",", "")
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || strings.ContainsAny(s, "eExXpP") {
			return amount{}, i
		}
		return amount{value: v}, i + 1
	}
	if p.is(i, "a", "an") {
		switch {
		case p.is(i+1, "couple", "handful", "number"):
			return amount{vague: true}, p.skip(i+2, "of")
		case p.is(i+1, "few", "dozen", "hundred", "thousand"):
			a, j := p.cardinal(i + 1)
			return a, j
		}
		return amount{value: 1}, i + 1
	}
	if p.is(i, "half") && p.match(i+1, []string{"a", "dozen"}) > 0 {
		return amount{value: 6}, i + 3
	}
	if p.is(i, "dozens", "hundreds", "thousands", "tens") && p.is(i+1, "of") {
		if p.is(i+2, "thousands") {
			i += 2
		}
		return amount{vague: true}, i + 2
	}
	return p.words(i)
}

// words reads "twenty-five", "two hundred and forty", "several".
func (p *parser) words(i int) (amount, int) {
	total, last, j := 0.0, 0.0, i
	for j < p.high {
		k := j
		if j > i {
			k = p.skip(j, "-")
			if last == 100 && p.is(j, "and") {
				k = j + 1
			}
		}
		w, e := p.entry(k, isNumber)
		if w == nil {
			break
		}
		switch {
		case w.number < 0:
			if j > i {
				return amount{value: total}, j
			}
			if e, more := p.skip(e, "other"), p.word(e); more != nil && more.class&isNumber != 0 && more.number >= 12 {
				return amount{vague: true}, e + 1 // "several dozen"
			}
			return amount{vague: true}, e
		case j == i:
			total, last = w.number, w.number
		case (w.number == 100 || w.number == 1000 || w.number == 12) && total < w.number:
			total, last = total*w.number, w.number
		case last == 100 && w.number < 100, last >= 20 && last < 100 && w.number < 10:
			total, last = total+w.number, w.number
		default:
			return amount{value: total}, j
		}
		j = e
	}
	return amount{value: total}, j
}

// digits is the whole number that lexeme i is, with its number of digits.
func (p *parser) digits(i int) (value, width int) {
	if i < p.low || i >= p.high || !p.lexemes[i].digit {
		return 0, 0
	}
	s := p.raw(i)
	for k := 0; k < len(s); k++ {
		if !isDigit(s[k]) || k > 6 {
			return 0, 0
		}
		value = value*10 + int(s[k]-'0')
	}
	return value, len(s)
}

// print writes a number as ISO 8601 durations do, X for an unknown one.
func (a amount) print(times int) string {
	if a.vague {
		return "X"
	}
	return strconv.FormatFloat(a.value*float64(times), 'f', -1, 64)
}
