package date

// shiftedDate reads what is counted from the day of the report with "last",
// "this" or "next": "last week", "this morning", "next Friday", "last May".
func (p *parser) shiftedDate(i int) (*node, int) {
	w, j := p.entry(i, isShift)
	if w == nil || p.is(i-1, "at", "the") && w.shift != 0 {
		return nil, i
	}
	// "this past week", "this coming Friday"
	if p.is(i, "this") && p.is(j, "past", "coming") {
		n := -1
		if p.is(j, "coming") {
			n = 1
		}
		return p.shiftOf(n, j+1)
	}
	return p.shiftOf(w.shift, j)
}

func (p *parser) shiftOf(n, j int) (*node, int) {
	x := p.word(j)
	if x == nil {
		return nil, j
	}
	switch {
	case x.class&isUnit != 0 && !x.plural && x.unit >= weekend && x.times == 1:
		if p.is(j+1, "-") && p.glued(j+1) { // "this year-end", "last month-long"
			return nil, j
		}
		if j-1 > p.low && p.capital(j) && p.capital(j-1) && p.upos(j-2) == "PROPN" {
			return nil, j // "Harbour This Week", a paper
		}
		return &node{kind: shifted, rule: "date/shift", unit: x.unit, n: n}, j + 1
	case x.class&isUnit != 0 && n == 0 && x.unit == day && p.is(j-1, "this") && p.is(j-2, "to", "until"):
		return nil, j
	case x.class&isWeekday != 0 && !x.short:
		if d, e := p.weekdayDate(j); d != nil && d.month == 0 && d.of == nil {
			d.lean, d.said, d.rule = lean(n), true, "date/weekday"
			return d, e
		}
	case x.class&isMonth != 0 && (p.capital(j) || !x.common) && !x.short:
		if p.upos(j) == "VERB" || p.upos(j) == "AUX" {
			return nil, j
		}
		d := &node{kind: calendar, rule: "date/month", month: x.month, lean: lean(n), said: true}
		if k := j + 1; k >= p.high || !p.counts(k) {
			if dn, e := p.dayNumber(k); e > k && !p.isYear(k) {
				d.day, j = dn, e-1
			}
		}
		return d, j + 1
	case x.class&isSeason != 0 && (x.form != "fall" && x.form != "spring" || !p.is(j+1, "in", "of")):
		return &node{kind: calendar, rule: "date/season", season: x.season, unit: season, lean: lean(n), said: true}, j + 1
	case x.class&isPart != 0 && !x.plural:
		if n == 0 || n < 0 && (x.part == "NI" || x.part == "EV") {
			return &node{kind: shifted, rule: "date/day", unit: day, n: n, part: x.part}, j + 1
		}
	}
	if h, e := p.entry(j, isHoliday); h != nil && p.capital(j) {
		return &node{kind: named, rule: "date/holiday", holiday: h.value, lean: lean(n), said: true}, e
	}
	return nil, j
}

// nearDay reads "today", "yesterday", "tonight", "the day before yesterday",
// "overnight".
func (p *parser) nearDay(i int) (*node, int) {
	j := p.skip(i, "the")
	w, e := p.entry(j, isDay|isTonight|isOvernight)
	if w == nil || j > i && e == j+1 {
		return nil, i
	}
	n := &node{kind: shifted, rule: "date/day", unit: day, n: w.day}
	switch {
	case w.class&isTonight != 0:
		n.part = "NI"
	case w.class&isOvernight != 0:
		// "an overnight curfew" is any night; "overnight" as an adverb is one.
		if p.upos(j) == "ADJ" && p.is(j-1, "a", "an") {
			return nil, i
		}
		n.part, n.mod = "NI", "OVER"
		if of, end := p.overnight(e); of != nil {
			return of, end
		}
	case w.form == "today" && p.is(e, "'s"):
		// "today's Arden" is the present.
		if p.upos(e+1) == "PROPN" {
			return &node{kind: literal, rule: "date/ref", timex: "DATE", value: "PRESENT_REF"}, e
		}
	}
	return n, e
}

// overnight reads the days that follow "overnight": the night that begins on
// the first of two ("overnight from Saturday to Sunday") and on that of one
// ("overnight on Monday"), but on the day before where it leads into it
// ("overnight into Monday").
func (p *parser) overnight(i int) (*node, int) {
	into := p.is(i, "into", "to")
	first, e := p.plain(p.skip(i, "into", "to", "from", "on"))
	if first == nil || !first.daily() || first.part != "" || first.mod != "" {
		return nil, i
	}
	if first.lean == open && first.weekday > 0 && !p.ahead(i) {
		first.lean = back
	}
	if into {
		return &node{kind: apart, rule: "date/day", unit: day, n: -1, of: first, part: "NI"}, e
	}
	first.part = "NI"
	if k := p.skip(e, "into", "to"); k > e {
		if next, end := p.plain(k); next != nil && next.daily() {
			return first, end
		}
	}
	return first, e
}

// ahead reports whether a modal stands before i in its sentence: "will go on
// overnight into Monday".
func (p *parser) ahead(i int) bool {
	for k := i - 1; k >= p.low; k-- {
		if p.t.Tokens[p.lexemes[k].token].XPOS == "MD" {
			return true
		}
	}
	return false
}
