package date

// inARow reads how long something has gone on by the rank of the unit it is in:
// "for a third day", "the second straight week", "its fifth month", "the third
// day in a row".
func (p *parser) inARow(i int) (*node, int) {
	if !p.is(i, "a", "the", "its", "their") {
		return p.rowOf(i, false)
	}
	n, e := p.rowOf(i+1, p.is(i, "a") && p.is(i-1, "for", "into", "over") || p.is(i, "its", "their") && !p.is(i-1, "of", "on"))
	if n == nil {
		return nil, i
	}
	return n, e
}

func (p *parser) rowOf(i int, sure bool) (*node, int) {
	w, j := p.entry(i, isOrdinal)
	if w == nil || w.ordinal < 1 {
		return nil, i
	}
	k := p.skip(j, "straight", "consecutive", "successive")
	x := p.word(k)
	if x == nil || x.class&isUnit == 0 || x.plural || x.times > 1 || x.unit < day || x.unit > year || x.unit == weekend || x.unit == quarter || x.unit == half {
		return nil, i
	}
	e := k + 1
	switch {
	case p.is(e, "running"):
		e++
	case p.match(e, []string{"in", "a", "row"}) > 0:
		e += 3
	case k == j && !sure:
		return nil, i
	}
	return &node{kind: literal, rule: "date/row", timex: "DURATION", unit: x.unit, n: w.ordinal, value: length(amount{value: float64(w.ordinal)}, x)}, e
}

// asMany reads "in as many weeks", after a number or a rank in the same sentence:
// "the third raid in as many weeks".
func (p *parser) asMany(i int) (*node, int) {
	if !p.is(i, "as") || !p.is(i+1, "many") || p.is(i+2, "as") {
		return nil, i
	}
	x := p.word(i + 2)
	if x == nil || x.class&isUnit == 0 || !x.plural {
		return nil, i
	}
	for k := i - 1; k >= p.low; k-- {
		w := p.word(k)
		v := 0.0
		switch d, width := p.digits(k); {
		case width > 0 && width < 3:
			v = float64(d)
		case w != nil && w.class&isOrdinal != 0:
			v = float64(w.ordinal)
		case w != nil && w.class&isNumber != 0:
			v = w.number
		}
		if v > 0 {
			return &node{kind: literal, rule: "date/row", timex: "DURATION", unit: x.unit, n: int(v) * x.times, value: length(amount{value: v}, x)}, i + 3
		}
	}
	return &node{}, i + 3
}
