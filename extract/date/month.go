package date

// monthDate reads a date that begins with its month.
func (p *parser) monthDate(i int) (*node, int) {
	w := p.word(i)
	if (w.short || w.common) && !p.capital(i) {
		return nil, i
	}
	n := &node{kind: calendar, rule: "date/month", month: w.month}
	j := i + 1
	k := p.skip(j, ".")
	if k == j || w.short {
		k = p.skip(k, "the")
		if d, e := p.dayNumber(k); e > k && (i == p.low || !p.counts(k)) && !p.isYear(k) {
			n.day, n.rule, j = d, "date/calendar", e
			n.until, j = p.untilDay(d, j)
		} else if k > j && !p.isYear(k) {
			k = j
		}
		if of, y, e := p.yearAfter(max(j, min(k, j+1)), n.day == 0); e > j {
			n.of, n.year = of, y
			return n, e
		}
	}
	switch {
	case n.day == 0 && p.upos(i-1) == "PROPN" && p.capital(i-1) && (p.word(i-1) == nil || p.word(i-1).class == 0):
		return nil, i // "Jason January"
	case n.day > 0 || !w.common && !w.short:
		return n, j
	case w.common && p.alone(i), w.short && p.is(i-1, "in", "since", "until", "by", "of", "last", "next"):
		return n, j
	}
	return nil, i
}

// alone reports whether the month at i, whose name is an ordinary word or a
// person's, is a month here.
func (p *parser) alone(i int) bool {
	switch p.upos(i) {
	case "VERB", "AUX":
		return false
	}
	if p.is(i+1, "'s") && !p.is(i-1, "in", "since", "until", "of", "last", "this", "next") {
		return false
	}
	if p.is(i-1, "in", "since", "until", "till", "by", "of", "from", "during", "throughout", "before", "after", "through", "last", "next", "this",
		"early", "late", "mid", "end", "to", "between", "earlier", "later") {
		return true
	}
	if p.is(i-1, "as") && p.is(i-2, "early", "late", "recently", "soon") {
		return true // "as recently as May"
	}
	if p.is(i-1, "-") && p.word(i-2) != nil && p.word(i-2).class&(isStage|isEdge) != 0 {
		return true // "mid-April"
	}
	// "between March and May", "March-May"
	if p.is(i-1, "and", "-", "or") && p.word(i-2) != nil && p.word(i-2).class&isMonth != 0 {
		return true
	}
	if p.is(i+1, "and", "-", "to") && p.word(i+2) != nil && p.word(i+2).class&isMonth != 0 {
		return true
	}
	switch p.raw(i + 1) {
	case "family", "government", "cabinet", "campaign":
		return p.is(i-1, "a") // "the May family"
	}
	// "the May elections", "a March deal"
	return p.is(i-1, "the", "a") && p.upos(i) == "PROPN" && p.upos(i+1) == "NOUN"
}

// untilDay reads the end of a range of days: "-5", "to 5", "through 5".
func (p *parser) untilDay(from, i int) (int, int) {
	if !p.is(i, "-", "to", "through", "until") {
		return 0, i
	}
	d, e := p.dayNumber(i + 1)
	if e == i+1 || d <= from || p.counts(i+1) {
		return 0, i
	}
	if w := p.word(e); w != nil && w.class&isMonth != 0 && w.month > 0 && p.capital(e) {
		return 0, i // "March 3 to 5 May"
	}
	return d, e
}

// dayMonth reads a date that begins with its day: "6 May", "the 5th of May",
// "3-5 May", "3 to 5 May 2024".
func (p *parser) dayMonth(i int) (*node, int) {
	d, j := p.dayNumber(i)
	if j == i {
		return nil, i
	}
	n := &node{kind: calendar, rule: "date/calendar", day: d}
	k := j
	if p.is(k, "-", "to", "and", "until", "or") || p.is(k, "/") {
		if last, e := p.dayNumber(k + 1); e > k+1 && last > d && (!p.is(k, "and", "or") || last == d+1 || p.is(k, "and") && p.is(i-1, "between")) {
			n.until, k = last, e
		}
	}
	k = p.skip(k, "of")
	k = p.skip(k, "-")
	w := p.word(k)
	if w == nil || w.class&isMonth == 0 || !p.capital(k) {
		return nil, i
	}
	if w.common && p.upos(k) == "AUX" && p.upos(k+1) == "VERB" {
		return nil, i // "No. 10 May resign"
	}
	n.month, j = w.month, k+1
	if w.short {
		j = p.skip(j, ".")
	}
	if of, y, e := p.yearAfter(j, false); e > j {
		n.of, n.year, j = of, y, e
	}
	return n, j
}
