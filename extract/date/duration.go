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

// stretch reads an amount of units: "two and a half years", "six-week",
// "several months", "half an hour", "two years and three months".
func (p *parser) stretch(i int) (*node, int) {
	if p.is(i, "half", "quarter") {
		return p.fraction(i, i)
	}
	a, j := p.number(i)
	if j == i {
		return nil, i
	}
	if p.is(i, "a", "an") && p.is(j, "half", "quarter") {
		if n, e := p.fraction(i, j); n != nil {
			return n, e
		}
	}
	bare := p.is(i, "a", "an") && j == i+1
	k := p.skip(j, "-")
	hyphen := k > j
	for !hyphen {
		w, e := p.entry(k, isFiller)
		if w == nil || bare && w.form != "full" && w.form != "whole" {
			break
		}
		k = e
	}
	w := p.word(k)
	if w == nil || w.class&isUnit == 0 || w.unit == weekend || w.unit == half {
		return nil, i
	}
	if w.unit == second && (!w.plural && !hyphen || bare) {
		return nil, i // the ordinal
	}
	if !w.plural && !hyphen && (a.vague || a.value > 1) && (!p.lexemes[i].digit || a.value >= 1000) {
		return nil, i // "two second chances", "several year groups", "World Cup 2018 day five"
	}
	if p.is(i, "single") && !hyphen {
		return nil, i
	}
	if a.vague && p.is(i, "some") && !w.plural {
		return nil, i
	}
	if a.value == 0 && !a.vague {
		return &node{}, k + 1 // "children of 0-14 years"
	}
	e := k + 1
	if p.is(e, "or") && p.is(e+1, "two", "three", "so") { // "a day or two", "a week or so"
		a.vague = !p.is(e+1, "so")
		a.about = "APPROX"
		e += 2
	}
	if h := p.half(e); h > e && !a.vague { // "a year and a half"
		a.value, e = a.value+0.5, h
	}
	n := &node{kind: literal, rule: "date/duration", timex: "DURATION", unit: w.unit, vague: a.vague, mod: a.about}
	n.n = int(a.value) * w.times
	n.value = length(a, w)
	if rest, end := p.further(e, w.unit); end > e && !a.vague {
		n.value += rest
		e = end
	}
	if bare && !hyphen && !p.is(e, "ago", "earlier", "later", "before", "after", "from", "hence", "back", "-") && !p.lasting(i) && !p.is(e, "long") {
		return &node{}, e // "a day", "a year": a rate, a good day, a leap year
	}
	if p.is(i, "one") && w.unit == day && !hyphen && !p.is(e, "ago", "earlier", "later", "before", "after", "from") && !p.lasting(i) {
		return &node{}, e // "one day", some day
	}
	if p.is(e, "-") && p.is(e+1, "long") {
		e += 2
	}
	return n, e
}

// lasting reports whether the word before i makes a duration of "a day".
func (p *parser) lasting(i int) bool {
	if w := p.word(i - 1); w != nil && w.class&isAbout != 0 {
		return true
	}
	return p.is(i-1, "for", "in", "within", "after", "over", "during", "than", "least", "about", "around", "nearly", "almost", "once", "under", "of", "up", "to", "until", "lasted", "took", "just")
}

// further reads the finer units that go on from coarser ones: "and three
// months".
func (p *parser) further(i int, coarser unit) (string, int) {
	j := p.skip(i, ",", "and")
	if j >= p.high || p.is(j, "a", "an") && !p.is(j-1, "and") {
		return "", i
	}
	a, k := p.cardinal(j)
	w := p.word(k)
	if k == j || a.vague || w == nil || w.class&isUnit == 0 || w.unit >= coarser || w.unit == weekend || w.unit == second && p.is(j, "a") {
		return "", i
	}
	s := length(a, w)
	if coarser <= hour {
		s = s[2:] // PT2H + PT30M
	} else {
		s = s[1:]
	}
	if rest, e := p.further(k+1, w.unit); e > k+1 {
		return s + rest, e
	}
	return s, k + 1
}

// fraction reads "half an hour", "half a century", "a half-hour", "a quarter
// of an hour", "a quarter century".
func (p *parser) fraction(i, j int) (*node, int) {
	k := p.skip(j+1, "-", "of")
	k = p.skip(k, "a", "an")
	w := p.word(k)
	if w == nil || w.class&isUnit == 0 || w.plural || k == j+1 && !p.is(j+1, "century", "hour") {
		return nil, i
	}
	by := 2
	if p.is(j, "quarter") {
		by = 4
	}
	v := ""
	switch {
	case w.unit == hour && by == 2:
		v = "PT30M"
	case w.unit == hour:
		v = "PT15M"
	case w.unit == day && by == 2:
		v = "PT12H"
	case w.unit == year && by == 2:
		v = "P6M"
	case w.unit == decade && by == 2:
		v = "P5Y"
	case w.unit == century && by == 2:
		v = "P50Y"
	case w.unit == century:
		v = "P25Y"
	default:
		return nil, i
	}
	n := &node{kind: literal, rule: "date/duration", timex: "DURATION", value: v, unit: w.unit}
	if w.unit == century {
		n.unit, n.n = year, 100/by
	} else if w.unit == year {
		n.unit, n.n = month, 6
	}
	return n, k + 1
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

// span reads a stretch of units that ends or begins with the report: "the past
// two weeks", "recent years", "the next four years", "the last week".
func (p *parser) span(i int) (*node, int) {
	j := p.skip(i, "the", "these", "its", "their")
	w, e := p.entry(j, isSpan)
	if w == nil || w.form == "last" && p.upos(j) == "VERB" { // "the trial is to last five days"
		return nil, i
	}
	a, k := p.number(e)
	if p.is(e, "a", "an") {
		return nil, i
	}
	numbered := k > e
	k = p.skip(k, "-")
	for {
		f, e := p.entry(k, isFiller)
		if f == nil {
			break
		}
		k = e
	}
	x := p.word(k)
	if p.is(k, "quarter", "half") && !numbered {
		if n, e := p.fraction(k, k); n != nil { // "the past quarter-century"
			n.rule = "date/span"
			n.lean = leans[w.span]
			return n, e
		}
	}
	if x == nil || x.class&isUnit == 0 || x.unit == second || x.unit == weekend || x.unit == half || p.is(k+1, "-") && p.glued(k+1) {
		return nil, i
	}
	n := &node{kind: literal, rule: "date/span", timex: "DURATION", unit: x.unit, lean: leans[w.span]}
	switch {
	case numbered:
		if w.span == '.' && (j == i || p.is(k+1, "of") && p.upos(k+2) != "NUM") {
			return nil, i // "the first two weeks of the war" has no place in the calendar
		}
		n.value, n.vague, n.n = length(a, x), a.vague, int(a.value)*x.times
	case x.plural:
		switch {
		case w.form == "recent":
			n.timex, n.value, n.rule = "DATE", "PAST_REF", "date/ref"
		case w.form == "coming" || w.form == "next":
			n.timex, n.value, n.rule = "DATE", "FUTURE_REF", "date/ref"
		case w.form == "past":
			n.value, n.vague = length(amount{vague: true}, x), true
		default:
			return nil, i
		}
	default:
		// "the last week", "the past year"; "the last day" is an end.
		if j == i || w.span == '.' || w.form == "recent" || x.unit == minute || x.unit == day && w.form != "past" && w.form != "coming" {
			return nil, i
		}
		if w.form == "last" && p.is(k+1, "of") {
			return nil, i
		}
		// "The next year" is told of the past; "over the next year" is to come.
		if w.form == "next" && !p.is(i-1, "in", "over", "within", "for", "during", "of", "through") {
			return nil, i
		}
		n.value, n.n = length(amount{value: 1}, x), x.times
	}
	return n, k + 1
}

// leans are the sides that a span lies on.
var leans = map[byte]lean{'-': back, '+': forward}

// length is the ISO 8601 duration of an amount of units. Decades and centuries
// are given in years, which ISO knows; an unknown number of them as TIMEX3 has it.
func length(a amount, w *word) string {
	times := w.times
	switch w.unit {
	case second:
		return "PT" + a.print(times) + "S"
	case minute:
		return "PT" + a.print(times) + "M"
	case hour:
		return "PT" + a.print(times) + "H"
	case day:
		return "P" + a.print(times) + "D"
	case week:
		return "P" + a.print(times) + "W"
	case month:
		return "P" + a.print(times) + "M"
	case quarter:
		return "P" + a.print(times) + "Q"
	case decade:
		if a.vague {
			return "PXDE"
		}
		return "P" + a.print(10) + "Y"
	case century:
		if a.vague {
			return "PXCE"
		}
		return "P" + a.print(100) + "Y"
	case millennium:
		if a.vague {
			return "PXML"
		}
		return "P" + a.print(1000) + "Y"
	}
	return "P" + a.print(times) + "Y"
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
