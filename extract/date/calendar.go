package date

// calendarDate reads a date with some of its fields: "Monday, May 6, 2024",
// "6 May", "October last year", "2011", "the 1990s", "spring 2023", "Q3".
func (p *parser) calendarDate(i int) (*node, int) {
	if i >= p.high {
		return nil, i
	}
	if p.lexemes[i].digit {
		if n, j := p.numeric(i); n != nil {
			return n, j
		}
		if n, j := p.dayMonth(i); n != nil {
			return p.trailing(n, j)
		}
		return p.years(i)
	}
	w := p.word(i)
	switch {
	case w == nil:
		if n, j := p.quarterName(i); n != nil {
			return n, j
		}
		return p.apostrophe(i)
	case w.class&isDecade != 0 && (p.is(i-1, "the") || p.is(i-1, "-") && p.word(i-2) != nil && p.word(i-2).class&isStage != 0):
		return &node{kind: calendar, rule: "date/decade", year: int(w.number) * 10, unit: decade}, i + 1
	case w.class&isWeekday != 0:
		return p.weekdayDate(i)
	case w.class&isMonth != 0:
		return p.trailing(p.monthDate(i))
	case w.class&isOrdinal != 0:
		return p.trailing(p.dayMonth(i))
	case w.class&isSeason != 0:
		return p.seasonDate(i)
	case p.is(i, "year", "fiscal", "financial"):
		return p.fiscal(i)
	case p.is(i, "'", "’"):
		return p.shortYear(i)
	case w.class&isEra != 0:
		if y, width := p.digits(i + 1); width >= 1 && width <= 4 && y > 0 && p.capital(i) {
			return &node{kind: calendar, rule: "date/year", year: y, bc: w.bc}, i + 2
		}
	}
	return nil, i
}

// weekdayDate reads a weekday and the date that explains it.
func (p *parser) weekdayDate(i int) (*node, int) {
	w, j := p.word(i), i+1
	n := &node{kind: calendar, rule: "date/weekday", weekday: w.weekday, unit: day}
	k := p.skip(j, ".")
	k = p.skip(k, ",")
	if p.is(k, "the") && p.word(k+1) != nil {
		k++
	}
	if k < p.high && !p.is(k, "'", "’") {
		d, e := p.calendarDate(k)
		if d == nil && p.is(k-1, "the") {
			// "Monday the 5th"
			if o, e := p.dayNumber(k); e > k && p.word(k) != nil && p.lexemes[k].digit {
				d = &node{kind: calendar, rule: "date/weekday", day: o, weekday: w.weekday}
				return d, e
			}
		}
		if d != nil && d.kind == calendar && d.month > 0 && d.day > 0 && d.weekday == 0 {
			d.weekday = w.weekday
			d.rule = "date/calendar"
			return d, e
		}
	}
	if w.short && !p.dated(i) {
		return nil, i
	}
	if of, e := p.ofWeek(j); of != nil {
		n.of = of
		return n, e
	}
	if p.is(j, "week") && p.closed(j+1) && !w.short {
		n.lean = forward
		return &node{kind: apart, rule: "date/apart", unit: week, n: 1, of: n}, j + 1 // "on Monday week"
	}
	return n, j
}

// trailing reads the "last" or "next" that follows a date: "on October 12 last", "in
// February next".
func (p *parser) trailing(n *node, i int) (*node, int) {
	if n == nil || n.kind != calendar || n.month == 0 || n.year > 0 || n.of != nil || !p.is(i, "last", "next") || !p.closed(i+1) || p.upos(i+1) == "VERB" || p.is(i+1, "to") {
		return n, i
	}
	n.said, n.lean = true, back
	if p.is(i, "next") {
		n.lean = forward
	}
	return n, i + 1
}

// dated lets an abbreviated weekday stand where a time or a range follows it.
func (p *parser) dated(i int) bool {
	if !p.capital(i) {
		return false
	}
	j := p.skip(p.skip(i+1, "."), ",")
	if j < p.high && p.lexemes[j].digit {
		_, _, sure := p.hours(j)
		return sure
	}
	return p.is(j, "-") && p.word(j+1) != nil && p.word(j+1).short
}

// ofWeek reads "last week", "of next week", "this week" after a weekday.
func (p *parser) ofWeek(i int) (*node, int) {
	j := p.skip(i, "of", "in")
	j = p.skip(j, "the")
	if w, e := p.entry(j, isShift|isAgain); w != nil && p.is(e, "week", "weekend") {
		if w.class&isAgain != 0 && w.class&isShift == 0 {
			return &node{kind: recalled, unit: week, n: w.again}, e + 1
		}
		return &node{kind: shifted, unit: week, n: w.shift}, e + 1
	}
	return nil, i
}

// dayNumber reads the day of a month, "5", "5th" or "fifth".
func (p *parser) dayNumber(i int) (int, int) {
	if w := p.word(i); w != nil && w.class&isOrdinal != 0 && w.ordinal > 0 {
		return w.ordinal, i + 1
	}
	if w, width := p.word(i), 0; w == nil || w.class == 0 {
		var d int
		if d, width = p.digits(i); width > 0 && width <= 2 && d >= 1 && d <= 31 && !(p.is(i+1, ":") && p.glued(i+1) && p.glued(i+2)) {
			return d, i + 1
		}
	}
	return 0, i
}

// counts reports whether the number at i counts the noun after it, as in "in
// August 12 people were killed".
func (p *parser) counts(i int) bool {
	t := p.t.Tokens[p.lexemes[i].token]
	if w := p.word(i + 1); w != nil && w.class&(isShift|isAgain) != 0 {
		return false // "May 26 last year"
	}
	if t.Deprel == "" { // no tree: by the tags
		next := i + 1
		return p.upos(next) == "NOUN" && p.t.Tokens[p.lexemes[next].token].XPOS == "NNS"
	}
	if t.Deprel != "nummod" || t.Head <= int(p.lexemes[i].token) {
		return false
	}
	head := p.t.Tokens[t.Head]
	return head.UPOS == "NOUN" && (head.XPOS == "NNS" || head.XPOS == "NN" && head.Head >= 0)
}

// yearAfter reads the year that follows a month or a day: "2024", ", 2024",
// "of 2024", "last year", "of the same year".
func (p *parser) yearAfter(i int, bare bool) (of *node, y, end int) {
	j := p.skip(i, ",")
	if j == i {
		j = p.skip(i, "of", "in", "-")
		j = p.skip(j, "the")
	}
	if w, e := p.entry(j, isShift|isAgain); w != nil && p.is(e, "year") && !p.is(e+1, "-") {
		if w.class&isShift != 0 && !p.is(j-1, "the") {
			return &node{kind: shifted, unit: year, n: w.shift}, 0, e + 1
		}
		return &node{kind: recalled, unit: year, n: w.again}, 0, e + 1
	}
	if p.isYear(j) && !(bare && j > i && p.is(i, ",") && p.upos(j+1) == "NOUN") {
		y, _ = p.digits(j)
		return nil, y, j + 1
	}
	if p.is(j, "'", "’") {
		if n, e := p.shortYear(j); n != nil && n.unit == year {
			return nil, n.year, e
		}
	}
	return nil, 0, i
}

// isYear reports whether lexeme i is four figures in the range of years.
func (p *parser) isYear(i int) bool {
	y, width := p.digits(i)
	return width == 4 && y >= 1000 && y < 2200
}

// seasonDate reads "spring 2023", "the summer of 1914"; a season alone needs
// "last", "this" or "the" before it, and those are read elsewhere.
func (p *parser) seasonDate(i int) (*node, int) {
	w := p.word(i)
	n := &node{kind: calendar, rule: "date/season", season: w.season, unit: season}
	if of, y, e := p.yearAfter(i+1, false); e > i+1 {
		n.of, n.year = of, y
		return n, e
	}
	if p.is(i-1, "the") && p.is(i-2, "in", "during", "until", "by", "since", "through", "throughout", "of") && !p.is(i, "fall") {
		return n, i + 1
	}
	return nil, i
}

// quarterName reads "Q3", "Q3 2024", "H1".
func (p *parser) quarterName(i int) (*node, int) {
	s := p.raw(i)
	if len(s) != 2 || s[0] != 'Q' && s[0] != 'H' || s[1] < '1' || s[1] > '4' || s[0] == 'H' && s[1] > '2' {
		return nil, i
	}
	n := &node{kind: calendar, rule: "date/quarter", unit: quarter, n: int(s[1] - '0')}
	if s[0] == 'H' {
		n.unit = half
	}
	if of, y, e := p.yearAfter(i+1, false); e > i+1 {
		n.of, n.year = of, y
		return n, e
	}
	return n, i + 1
}
