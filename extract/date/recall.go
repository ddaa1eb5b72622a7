package date

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
			if w.form == "that" && p.is(e+1, "in", "on", "of") {
				if of, _ := p.point(e + 2); of != nil {
					return nil, i // "that day in April"
				}
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
		case x.class&isSeason != 0 && !(w.form == "next" && j == i) && p.upos(e) != "VERB":
			n.unit, n.season = season, x.season
		case x.class&isMonth != 0 && !x.short && w.form != "next" && p.capital(e):
			n.unit, n.month = month, x.month
		default:
			return nil, i
		}
		// "the same month a year earlier", "the same quarter last year"
		if w.form == "same" && (n.unit == month || n.unit == quarter) {
			k := p.skip(e+1, "of")
			year := p.is(k, "last") && p.is(k+1, "year")
			if p.is(k, "a") && p.is(k+1, "year") && p.is(k+2, "earlier", "ago", "before") {
				year, k = true, k+1
			}
			if year {
				back := map[unit]int{month: -12, quarter: -4}[n.unit]
				return &node{kind: apart, rule: "date/apart", unit: n.unit, n: back, of: n}, k + 2
			}
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
