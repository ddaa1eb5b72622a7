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
			d.lean, d.n, d.rule = lean(n), 1, "date/weekday"
			return d, e
		}
	case x.class&isMonth != 0 && (p.capital(j) || !x.common) && !x.short:
		if p.upos(j) == "VERB" || p.upos(j) == "AUX" {
			return nil, j
		}
		d := &node{kind: calendar, rule: "date/month", month: x.month, lean: lean(n), n: 1}
		if k := j + 1; !p.counts2(k) {
			if dn, e := p.dayNumber(k); e > k && !p.isYear(k) {
				d.day, j = dn, e-1
			}
		}
		return d, j + 1
	case x.class&isSeason != 0 && (x.form != "fall" && x.form != "spring" || !p.is(j+1, "in", "of")):
		return &node{kind: calendar, rule: "date/season", season: x.season, unit: season, lean: lean(n), n: 1}, j + 1
	case x.class&isPart != 0 && !x.plural:
		if n == 0 || n < 0 && (x.part == "NI" || x.part == "EV") {
			return &node{kind: shifted, rule: "date/day", unit: day, n: n, part: x.part}, j + 1
		}
	}
	if h, e := p.entry(j, isHoliday); h != nil && p.capital(j) {
		return &node{kind: named, rule: "date/holiday", holiday: h.value, lean: lean(n), n: 1}, e
	}
	return nil, j
}

// counts2 is counts for a lexeme that may be beyond the sentence.
func (p *parser) counts2(i int) bool { return i < p.high && p.counts(i) }

// recalledDate reads what is counted from a date already spoken of: "the
// previous day", "the following week", "that evening", "the next morning", "the
// day before", "the year previous".
func (p *parser) recalledDate(i int) (*node, int) {
	j := p.skip(i, "the")
	if w, e := p.entry(j, isAgain); w != nil {
		if w.form == "that" {
			e = p.skip(e, "same")
		}
		if j == i && (w.form == "following" || w.form == "subsequent") {
			return nil, i // "following Saturday's event"
		}
		x := p.word(e)
		// "said that Monday was" has a conjunction.
		if x == nil || w.form == "that" && (j > i || p.upos(i) != "DET") {
			return nil, i
		}
		n := &node{kind: recalled, rule: "date/recalled", n: w.again}
		switch {
		case x.class&isUnit != 0 && !x.plural && x.times == 1 && x.unit >= day:
			n.unit = x.unit
			// "over the next week" is the seven days from now; "the next week" is told of the past.
			if w.form == "next" && x.unit != day && (j == i || p.is(i-1, "in", "over", "within", "for", "during", "of", "through")) || w.form == "same" && j == i || w.form == "that" && x.unit == decade {
				return nil, i
			}
			if p.is(e+1, "or") && p.is(e+2, "two", "three", "so") {
				return nil, i // "in the next day or two"
			}
			if p.is(e+1, "-") && p.glued(e+1) || w.form == "that" && x.unit == day && p.is(e+1, "when") {
				return nil, i
			}
		case x.class&isPart != 0:
			if w.form == "next" && x.part != "MO" || w.form == "same" && j == i {
				return nil, i
			}
			n.unit, n.part = day, x.part
			if x.part == "NI" || x.part == "EV" || x.part == "AF" || w.again != 0 {
				break
			}
		case x.class&isWeekday != 0 && !x.short && w.form != "next":
			n.unit, n.weekday = day, x.weekday
		case x.class&isMonth != 0 && !x.short && w.form != "next" && p.capital(e):
			n.unit, n.month = month, x.month
		default:
			return nil, i
		}
		return n, e + 1
	}
	if j == i {
		return nil, i
	}
	// "the day before", "the night before", "the year previous"
	x := p.word(j)
	if x == nil || x.class&(isUnit|isPart) == 0 || x.plural {
		return nil, i
	}
	switch {
	case x.unit == weekend && p.closed(j+1):
		return &node{kind: shifted, rule: "date/shift", unit: weekend}, j + 1
	case x.unit == day && p.closed(j+1) && !p.is(j+1, "of", "that", "when", "before", "after", "on") &&
		p.is(i-1, "during", "throughout", "for", "in", "end", "ends", "ended", "ending", "close", "closed", "closing", "finish", "finished", "start", "started"):
		return &node{kind: recalled, rule: "date/recalled", unit: day}, j + 1
	}
	n := &node{kind: recalled, rule: "date/recalled", unit: day}
	if x.class&isUnit != 0 {
		if x.unit < day || x.unit > year {
			return nil, i
		}
		n.unit = x.unit
	} else {
		n.part = x.part
	}
	switch {
	case p.is(j+1, "before", "previous", "earlier"):
		n.n = -1
	case p.is(j+1, "after", "following", "later"):
		n.n = 1
	default:
		return nil, i
	}
	// "the day before" alone is counted from what was said; before a date or an
	// event it is counted from that.
	if p.is(j+1, "before", "after", "following") && (!p.closed(j+2) || p.upos(j+2) == "VERB" || p.upos(j+2) == "ADP") {
		if of, e := p.point(j + 2); of != nil && of.daily() && n.unit == day {
			return &node{kind: apart, rule: "date/apart", unit: day, n: n.n, of: of, part: n.part}, e
		}
		return nil, i
	}
	return n, j + 2
}

// closed reports whether the phrase that ends before i cannot go on: a stop, a
// conjunction, a finite verb, the end.
func (p *parser) closed(i int) bool {
	if i >= p.high {
		return true
	}
	switch p.upos(i) {
	case "PUNCT", "CCONJ", "SCONJ", "VERB", "AUX", "ADP":
		return !p.is(i, "-", "'", "’")
	}
	return false
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
	case w.form == "today" && p.is(e, "'s"):
		// "today's Arden" is the present.
		if p.upos(e+1) == "PROPN" {
			return nil, i
		}
	}
	return n, e
}

// edgeDate reads "the end of May", "early 2024", "mid-December", "late on
// Monday", "later this week", "earlier today", "the early hours of Sunday".
func (p *parser) edgeDate(i int) (*node, int) {
	j := p.skip(i, "the")
	if w, e := p.entry(j, isEdge); w != nil && (p.is(e, "of") || w.edge == "MO") {
		of, end := p.whole(p.skip(e, "of", "on"))
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

// within reads "the week of May 6", "the night of October 7", "the morning of
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
