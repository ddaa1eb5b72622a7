package date

// lapse reads an amount of time and what it is counted from, if anything: "40
// days", "more than three hours", "the past two weeks", "three weeks ago", "two
// days later", "a week before Christmas".
func (p *parser) lapse(i int) (*node, int) {
	about, j := "", i
	if w, e := p.entry(i, isAbout); w != nil {
		about, j = w.about, e
	}
	n, e := p.stretch(j)
	if n == nil && j == i {
		if n, e = p.span(i); n != nil {
			return n, e
		}
	}
	if n == nil || n.kind == 0 {
		return n, e
	}
	if about != "" {
		n.mod = about
	}
	if p.is(e, "old", "olds") || p.is(e, "-") && p.is(e+1, "old", "olds") || p.is(e, "of") && p.raw(e+1) == "age" {
		return &node{}, p.skip(p.skip(e, "-"), "old", "olds") // an age: read, and no finding
	}
	return p.from(n, i, e)
}

// units reads a plural unit without a number, where a word before it or after
// it says that time passes: "for hours", "decades of war", "weeks ago".
func (p *parser) units(i int) (*node, int) {
	w := p.word(i)
	if w == nil || w.class&isUnit == 0 || w.unit == weekend {
		return nil, i
	}
	long := p.is(i+1, "-") && p.is(i+2, "long")
	if !w.plural && !long {
		return nil, i
	}
	n := &node{kind: literal, rule: "date/duration", timex: "DURATION", unit: w.unit, vague: w.plural, n: 1}
	a := amount{vague: w.plural, value: 1}
	n.value = length(a, w)
	if long {
		return n, i + 3
	}
	if m, e := p.from(n, i, i+1); m.kind != literal {
		return m, e
	}
	if p.is(i-1, "the") && p.is(i-2, "over", "through") && w.unit > day && !p.is(i+1, "of") {
		return n, i + 1
	}
	if p.is(i-1, "for", "in", "within", "after", "over", "during", "took", "just", "only", "than", "lasted", "through") || p.is(i+1, "of") && !p.is(i-1, "the") && p.upos(i+2) == "NOUN" && w.unit > hour {
		return n, i + 1
	}
	return nil, i
}

// from turns an amount that ends at lexeme e into a date, where words after it
// say what it is counted from.
func (p *parser) from(n *node, i, e int) (*node, int) {
	count := func(k kind, rule string, sign, end int) (*node, int) {
		if n.vague {
			n.n = 1
		}
		return &node{kind: k, rule: rule, unit: n.unit, n: sign * n.n, vague: n.vague, mod: n.mod}, end
	}
	switch {
	case p.is(e, "ago", "hence"):
		sign := -1
		if p.is(e, "hence") {
			sign = 1
		}
		// "two weeks ago on Friday", "a week ago Monday"
		if k := p.skip(e+1, ",", "on"); n.unit == week && !n.vague && p.word(k) != nil && p.word(k).class&isWeekday != 0 && !p.word(k).short && (k == e+1 || p.is(k-1, "on")) {
			of, _ := count(shifted, "", sign, 0)
			return &node{kind: calendar, rule: "date/weekday", weekday: p.word(k).weekday, unit: day, of: of}, k + 1
		}
		return count(shifted, "date/ago", sign, e+1)
	case p.is(e, "back") && n.unit >= month && p.closed(e+1):
		return count(shifted, "date/ago", -1, e+1)
	case p.is(e, "from") && p.word(e+1) != nil && (p.is(e+1, "now") || p.word(e+1).class&isDay != 0):
		if d := p.word(e + 1); d.class&isDay != 0 && d.day != 0 {
			return n, e
		}
		return count(shifted, "date/ago", 1, e+2)
	case p.is(e, "from") && n.unit == week && !n.vague && !p.is(i-1, "for"):
		// "two weeks from Monday"
		if of, end := p.point(e + 1); of != nil && of.daily() && of.part == "" && !of.clock.set && !p.is(end, "to", "until", "through") {
			m, end := count(apart, "date/apart", 1, end)
			m.of = of
			return m, end
		}
		return n, e
	case p.is(e, "earlier", "previously"):
		return count(recalled, "date/later", -1, e+1)
	case p.is(e, "later"):
		return count(recalled, "date/later", 1, e+1)
	case p.is(e, "before", "after"):
		sign := 1
		if p.is(e, "before") {
			sign = -1
		}
		if of, end := p.point(e + 1); of != nil && (of.daily() || of.kind == calendar) {
			m, end := count(apart, "date/apart", sign, end)
			m.of = of
			return m, end
		}
		if p.closed(e+1) && p.upos(e+1) != "VERB" && p.upos(e+1) != "AUX" && sign < 0 {
			return count(recalled, "date/later", sign, e+1)
		}
	}
	return n, e
}
