package date

// stretch reads an amount of units: "two and a half years", "six-week",
// "several months", "half an hour", "two years and three months".
func (p *parser) stretch(i int) (*node, int) {
	if p.is(i, "half", "quarter") {
		return p.fraction(i, i)
	}
	if n, e := p.asMany(i); n != nil {
		return n, e
	}
	if n, e := p.inARow(i); n != nil {
		return n, e
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
	if w.unit == quarter && p.is(k+1, "of") && p.is(k+2, "the", "its", "their", "all") {
		return nil, i // "three quarters of the city"
	}
	if w.unit == second && (!w.plural && !hyphen || bare) || w.unit == quarter && bare {
		return nil, i // the ordinal, the fraction
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
	return p.is(i-1, "for", "in", "within", "after", "over", "during", "than", "least", "about", "around", "nearly", "almost", "once", "under", "of", "up", "to", "until", "lasted", "last", "lasts", "lasting", "took", "take", "takes", "spent", "spend", "just")
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
	if k == j || a.vague || w == nil || w.class&isUnit == 0 || w.unit >= coarser || w.unit == weekend || w.unit == half || w.unit == quarter || w.unit == second && p.is(j, "a") {
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
