package date

import "fmt"

// set reads what comes again and again: "every Friday", "each year", "weekly",
// "twice a day", "on Mondays".
func (p *parser) set(i int) (*node, int) {
	w := p.word(i)
	if w == nil {
		return nil, i
	}
	repeat := func(value string, end int) (*node, int) {
		return &node{kind: literal, rule: "date/set", timex: "SET", value: value}, end
	}
	switch {
	case w.class&isMondays != 0:
		return repeat(fmt.Sprintf("XXXX-WXX-%d", w.weekday), i+1)
	case w.class&isFrequency != 0:
		// A capital makes a name of it: the Daily Star; an article a newspaper.
		if p.capital(i) && i > p.low || p.upos(i) == "PROPN" || p.upos(i) == "NOUN" && (p.upos(i-1) == "DET" || p.upos(i-1) == "ADJ") {
			return nil, i
		}
		if p.is(i+1, "newspaper", "newspapers", "paper", "papers", "magazine", "tabloid") || p.upos(i+1) == "PROPN" {
			return nil, i // "the daily Velm Times"
		}
		return repeat(w.value, i+1)
	case w.class&isEvery != 0:
		j := p.skip(i+1, "other")
		n := amount{value: float64(1 + j - (i + 1))}
		if a, k := p.cardinal(j); k > j && !p.is(j, "a", "an") {
			n, j = a, k
		}
		x := p.word(j)
		switch {
		case x == nil || w.form == "each" && p.is(j-1, "other"):
			return nil, i
		case x.class&isUnit != 0 && x.unit == weekend:
			return repeat("XXXX-WXX-WE", j+1)
		case x.class&isUnit != 0 && x.unit != second && x.unit != half:
			return repeat(length(n, x), j+1)
		case x.class&isWeekday != 0 && !x.short:
			value, end := fmt.Sprintf("XXXX-WXX-%d", x.weekday), j+1
			if y := p.word(end); y != nil && y.class&isPart != 0 {
				value, end = value+"T"+y.part, end+1
			}
			return repeat(value, end)
		case x.class&isMonth != 0 && p.capital(j):
			return repeat(fmt.Sprintf("XXXX-%02d", x.month), j+1)
		case x.class&isSeason != 0:
			return repeat("XXXX-"+x.season, j+1)
		case x.class&isPart != 0:
			return repeat("XXXX-XX-XXT"+x.part, j+1)
		}
	default:
		return p.rate(i)
	}
	return nil, i
}

// rate reads "twice a day", "three times a week".
func (p *parser) rate(i int) (*node, int) {
	j := i + 1
	if !p.is(i, "once", "twice", "thrice") {
		_, k := p.cardinal(i)
		if k == i || !p.is(k, "times") {
			return nil, i
		}
		j = k + 1
	}
	if !p.is(j, "a", "an", "per", "each", "every") {
		return nil, i
	}
	x := p.word(j + 1)
	if x == nil || x.class&isUnit == 0 || x.plural {
		return nil, i
	}
	return &node{kind: literal, rule: "date/set", timex: "SET", value: length(amount{value: 1}, x)}, j + 2
}
