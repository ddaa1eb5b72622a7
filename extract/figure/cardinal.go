package figure

import "rapporteur/knowledge/figures"

// A reading is a number as the words say it, without what stands around it.
type reading struct {
	value    float64
	end      int  // token after it
	vague    bool // "dozens", "several hundred"
	fraction bool // a part of a whole: value is in percent
	scaled   bool // a scale word is in it
	words    bool // no digits
}

// cardinal reads a number at token i.
func (f *finder) cardinal(i int) (reading, bool) {
	if f.numeral(i) {
		v, ok := f.digits(i)
		if !ok {
			return reading{}, false
		}
		r := reading{value: v, end: i + 1}
		for ; f.grouped(i, r.end); r.end++ {
			group, _ := f.digits(r.end)
			r.value = 1000*r.value + group
		}
		if h := f.andHalf(r.end); h > r.end {
			r.value, r.end = r.value+0.5, h
		}
		at := r.end
		r.value, r.end = f.scaled(r.value, at)
		r.scaled = r.end > at
		return r, true
	}
	p := f.part(i)
	if p == nil {
		if f.is(i, "a", "an") {
			return f.article(i)
		}
		return reading{}, false
	}
	switch p.Kind {
	case figures.Cardinal:
		if r, ok := f.oneIn(i); ok {
			return r, true
		}
		return f.worded(i)
	case figures.Vague:
		return f.vague(i, p)
	case figures.Several:
		k := i + 1
		if p.Word == "couple" && f.is(k, "of") || p.Word == "many" {
			k++
		}
		if s := f.part(k); s != nil && s.Kind == figures.Scale && p.Word != "many" {
			v, end := f.scaled(1, k)
			return reading{value: v, end: end, vague: true, scaled: true, words: true}, true
		}
	case figures.Fraction:
		return f.fraction(1, i, i)
	}
	return reading{}, false
}

// article reads "a hundred", "a few dozen", "a third", "a quarter of a million".
func (f *finder) article(i int) (reading, bool) {
	p := f.part(i + 1)
	if p == nil {
		return reading{}, false
	}
	switch p.Kind {
	case figures.Scale:
		v, end := f.scaled(1, i+1)
		return reading{value: v, end: end, scaled: true, words: true}, true
	case figures.Several:
		return f.cardinal(i + 1)
	case figures.Fraction:
		return f.fraction(1, i, i+1)
	}
	return reading{}, false
}

// worded reads "twenty-five", "two hundred and forty", "one and a half million",
// "two-thirds".
func (f *finder) worded(i int) (reading, bool) {
	total, current := 0.0, 0.0
	r := reading{words: true}
	at := i
	last := 0.0 // value of the word before
	for at < f.end {
		k := at
		if at > i {
			if f.dash(k) {
				k++
			} else if f.is(k, "and") && last >= 100 {
				k++
			}
		}
		p := f.part(k)
		if p == nil {
			break
		}
		switch {
		case p.Kind == figures.Cardinal && (at == i || last >= 100 || last >= 20 && last < 100 && p.Value < 10 && current == last):
			current += p.Value
		case p.Kind == figures.Scale && at > i && k == at && !(p.Word == "score" && current > 9):
			r.scaled = true
			if p.Value >= 1000 {
				total, current = total+max(current, 1)*p.Value, 0
			} else {
				current = max(current, 1) * p.Value
			}
		case p.Kind == figures.Fraction && at > i && current == total+current && current <= 9 && p.Word != "half":
			return f.fraction(current, i, k)
		default:
			r.value, r.end = total+current, at
			return r, true
		}
		last = p.Value
		at = k + 1
		if h := f.andHalf(at); h > at && total == 0 && current < 20 {
			current, at = current+0.5, h
		}
	}
	r.value, r.end = total+current, at
	return r, at > i
}

// andHalf passes over "and a half", hyphens or not.
func (f *finder) andHalf(i int) int {
	k := i
	if f.dash(k) {
		k++
	}
	if !f.is(k, "and") {
		return i
	}
	k++
	if f.dash(k) {
		k++
	}
	if !f.is(k, "a") {
		return i
	}
	k++
	if f.dash(k) {
		k++
	}
	if f.is(k, "half") {
		return k + 1
	}
	return i
}

// vague reads "dozens", "tens of thousands", "hundreds of thousands".
func (f *finder) vague(i int, p *figures.Number) (reading, bool) {
	r := reading{value: p.Value, end: i + 1, vague: true, words: true}
	if n := f.part(i + 2); f.is(i+1, "of") && n != nil && n.Kind == figures.Vague && n.Value >= 1000 {
		return reading{value: p.Value * n.Value, end: i + 3, vague: true, words: true, scaled: true}, true
	}
	switch p.Word {
	case "tens":
		return reading{}, false
	case "scores":
		// Music and games have scores, too.
		if !f.is(i+1, "of", "more", "were", "killed", "wounded", "injured", "dead", "died", "have", "had") {
			return reading{}, false
		}
	}
	return r, true
}

// fraction reads the part of a whole that times parts of the kind of token i
// are; the number begins at token first.
func (f *finder) fraction(times float64, first, i int) (reading, bool) {
	p := f.part(i)
	whole := p.Word
	r := reading{value: times * p.Value, end: i + 1, fraction: true, words: true}
	switch whole {
	case "thirds":
		r.value = times * 100 / 3
	case "third":
		r.value = 100.0 / 3
	}
	r.value = float64(int(r.value*10+0.5)) / 10
	k := i + 1
	// "half a million", "a quarter of a million", "half-million"
	if f.is(k, "of") && f.is(k+1, "a") && whole == "quarter" {
		k++
	}
	if f.is(k, "a") || f.dash(k) {
		k++
	}
	if s := f.part(k); k > i+1 && s != nil && s.Kind == figures.Scale && (whole == "half" || whole == "quarter") {
		return reading{value: r.value / 100 * s.Value, end: k + 1, scaled: true, words: true}, true
	}
	switch {
	case f.is(i+1, "of") && whole != "half":
		return r, first < i // "two-thirds of", "a third of", never "the third of"
	case f.is(i+1, "of"):
		return r, !f.is(first-1, "first", "second", "other", "better", "last")
	case whole == "half" && f.is(i+1, "the", "its", "their", "his", "her", "our", "all"):
		return r, true
	case f.is(first-1, "by") && first < i, f.is(first-1, "by") && whole == "half":
		return r, true
	}
	return reading{}, false
}

// oneIn reads "one in three", "two out of every five" as percent.
func (f *finder) oneIn(i int) (reading, bool) {
	k := i + 1
	switch {
	case f.is(k, "in"):
		k++
	case f.is(k, "out") && f.is(k+1, "of"), f.is(k, "of") && f.is(k+1, "every"):
		k += 2
	default:
		return reading{}, false
	}
	if f.is(k, "every") {
		k++
	}
	a, b := f.part(i), f.part(k)
	v := 0.0
	switch {
	case b != nil && b.Kind == figures.Cardinal:
		v = b.Value
	case f.numeral(k):
		v, _ = f.digits(k)
	}
	if v <= a.Value || v > 20 || f.dated(k) != noDate {
		return reading{}, false
	}
	return reading{value: float64(int(a.Value/v*1000+0.5)) / 10, end: k + 1, fraction: true, words: true}, true
}
