package date

// countedDate reads "the third quarter", "the first week of May", "the 17th
// century", "the last day of 2023", "the second half of next year".
func (p *parser) countedDate(i int) (*node, int) {
	j := p.skip(i, "the")
	w, e := p.entry(j, isOrdinal)
	if w == nil {
		return nil, i
	}
	k := p.skip(e, "-", "calendar", "fiscal")
	x := p.word(k)
	if x == nil || x.class&(isUnit|isWeekday) == 0 || x.plural {
		return nil, i
	}
	n := &node{kind: counted, rule: "date/counted", unit: x.unit, n: w.ordinal}
	if x.class&isWeekday != 0 {
		n.unit, n.weekday = day, x.weekday
	}
	end := k + 1
	if x.unit == century {
		if j > i && k > e && p.is(e, "-") {
			return nil, i // of "the 19th-century fort" the article is the fort's
		}
		n = &node{kind: calendar, rule: "date/century", unit: century, year: (w.ordinal - 1) * 100}
		if w.ordinal < 1 {
			return nil, i
		}
		if era := p.word(end); era != nil && era.class&isEra != 0 {
			n.bc = era.bc
			end++
		}
		return n, end
	}
	from := p.skip(end, "of", "in")
	from = p.skip(from, ",")
	of, e2 := p.whole(from)
	if of != nil && of.coarse() && from > end || of != nil && (x.unit == quarter || x.unit == half) && of.coarse() {
		n.of = of
		return n, e2
	}
	if (x.unit == quarter || x.unit == half) && j == i && k > e && p.is(e, "-") && w.ordinal > 0 && w.ordinal <= 4 && (x.unit == quarter || w.ordinal <= 2) {
		return &node{kind: calendar, rule: "date/quarter", unit: x.unit, n: w.ordinal}, end // "third-quarter results"
	}
	// A quarter alone is one of the year that its verb points at; sport has
	// quarters and halves of its own.
	if x.unit == quarter && w.ordinal != 0 && w.ordinal <= 4 && p.is(j-1, "the") && (p.is(j-2, "in", "for", "during", "by", "of", "until", "since", "through") || p.is(end, "'s")) {
		if w.ordinal < 0 {
			n.n = 4
		}
		return &node{kind: calendar, rule: "date/quarter", unit: quarter, n: n.n}, end
	}
	return nil, i
}

// coarse reports whether n is a stretch that weeks and days can be counted in.
func (n *node) coarse() bool {
	switch n.kind {
	case calendar:
		return n.day == 0 && n.weekday == 0
	case shifted, recalled:
		return n.unit >= week && n.part == ""
	case counted:
		return n.unit >= week
	}
	return false
}

// withinDate reads "the week of May 6", "the night of October 7", "the morning of
// the 5th of May", "the summer of 2023".
func (p *parser) withinDate(i int) (*node, int) {
	j := p.skip(i, "the")
	w := p.word(j)
	if w == nil || w.class&(isPart|isUnit) == 0 || w.plural {
		return nil, i
	}
	switch {
	case w.class&isPart != 0 && p.is(j+1, "of", "on"), w.class&isPart != 0 && p.word(j+1) != nil && p.word(j+1).class&isWeekday != 0 && j > i:
		k := p.skip(j+1, "of", "on")
		if of, e := p.point(k); of != nil && of.daily() && of.part == "" && !of.clock.set {
			of.part = w.part
			return of, e
		}
	case w.class&isUnit != 0 && w.unit == week && (p.is(j+1, "of") || p.is(j+1, "from")):
		if of, e := p.point(j + 2); of != nil && of.kind == calendar && of.day > 0 {
			return &node{kind: within, rule: "date/within", unit: week, of: of}, e
		}
	}
	return nil, i
}
