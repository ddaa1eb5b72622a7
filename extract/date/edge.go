package date

// edgeDate reads "the end of May", "early 2024", "mid-December", "late on
// Monday", "later this week", "earlier today", "the early hours of Sunday".
func (p *parser) edgeDate(i int) (*node, int) {
	j := p.skip(i, "the")
	if w, e := p.entry(j, isEdge); w != nil && (p.is(e, "of") || w.edge == "MO" || p.endOf(j, e)) {
		of, end := p.whole(p.skip(e, "of", "on", "-"))
		if of == nil {
			return nil, i
		}
		switch w.edge {
		case "ALL":
			return of, end
		case "MO":
			if !of.daily() && of.kind != daytime {
				return nil, i
			}
			of.part, of.mod = "MO", "START"
			return of, end
		case "EVE":
			if !of.daily() {
				return nil, i
			}
			return &node{kind: apart, rule: "date/apart", unit: day, n: -1, of: of}, end
		}
		if of.mod != "" || w.form == "dawn" && of.daily() {
			return nil, i
		}
		return &node{kind: edge, rule: "date/edge", of: of, mod: w.edge}, end
	}
	// "by year-end", "the month's end"
	if w := p.word(j); w != nil && w.class&isUnit != 0 && !w.plural && w.unit >= week && w.times == 1 {
		if k := p.skip(j+1, "-", "'s"); p.is(k, "end") && (k > j+1 || w.unit == year) {
			return &node{kind: edge, rule: "date/edge", of: &node{kind: shifted, unit: w.unit}, mod: "END"}, k + 1
		}
	}
	w, e := p.entry(j, isStage|isPartway)
	if w == nil {
		return nil, i
	}
	mod := w.stage
	if w.class&isPartway != 0 {
		mod = w.partway
	}
	k := p.skip(e, "-")
	if j > i && k == e && w.class&isStage != 0 && !p.yearly(k) {
		return nil, i // "the late Friday edition"; "the early 1990s" stays
	}
	// "the mid-1990s", "early in May", "late on Monday", "later in the day".
	if k == e {
		k = p.skip(e, "in", "on")
	}
	if x := p.word(k); w.class&isStage != 0 && x != nil && x.class&isPart != 0 && !x.plural && p.upos(k) != "VERB" {
		n := &node{kind: daytime, rule: "date/time", part: x.part, mod: mod}
		if of, end := p.dayAfter(k + 1); of != nil {
			of.part, of.mod = x.part, mod
			return of, end
		}
		return n, k + 1
	}
	if x := p.word(k); k == e && x != nil && x.class&isUnit != 0 {
		return nil, i // "late day trading", "early year group"
	}
	of, end := p.whole(k)
	if of == nil || of.mod != "" || of.kind == literal {
		return nil, i
	}
	if of.kind == recalled && k == e && w.class&isStage != 0 {
		return nil, i
	}
	if of.kind == daytime || of.part != "" || of.clock.set {
		if w.class&isPartway != 0 && of.kind == daytime {
			return nil, i
		}
		of.mod = mod
		return of, end
	}
	return &node{kind: edge, rule: "date/edge", of: of, mod: mod}, end
}

// endOf reports whether the "end" of lexemes [i, e) stands for "the end of": "by
// end-June", "until end 2025".
func (p *parser) endOf(i, e int) bool {
	if !p.is(i, "end") || e != i+1 || p.is(i-1, "the") {
		return false
	}
	k := p.skip(e, "-")
	if k == e && !p.is(i-1, "by", "until", "till", "at", "before", "since", "from", "to") {
		return false
	}
	w := p.word(k)
	return p.isYear(k) || w != nil && w.class&isMonth != 0 && p.capital(k)
}

// yearly reports whether a year or a decade begins at i.
func (p *parser) yearly(i int) bool { return i < p.high && p.lexemes[i].digit }

// whole reads a point of time or a unit named with the article alone, as what
// something is a part of: "the month", "last year", "May", "the day".
func (p *parser) whole(i int) (*node, int) {
	if n, e := p.point(i); n != nil {
		return n, e
	}
	j := p.skip(i, "the")
	w := p.word(j)
	if w == nil || w.class&isUnit == 0 || w.plural || w.unit < day || w.times != 1 {
		return nil, i
	}
	if w.unit == day {
		return &node{kind: recalled, rule: "date/recalled", unit: day}, j + 1
	}
	if w.unit == half || w.unit == season {
		return nil, i
	}
	return &node{kind: shifted, rule: "date/shift", unit: w.unit}, j + 1
}
