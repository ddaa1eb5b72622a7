package figure

import (
	"strings"

	"rapporteur/knowledge/figures"
)

// A quantity is a number with its range, its unit and what hedges it.
type quantity struct {
	from, first, end int // tokens: with the qualifier, of the number, after its unit
	number           int // token after the number itself, before its unit
	value, max       float64
	unit             *figures.Unit // told with the number; nil
	qualifier        string        // of Figure
	fraction         bool
	article          bool // only "a" stands for the number: "more than a year"
	modifier         bool // it is part of an adjective: "20-day strike"
	old              bool // "20-day old strike"
	words            bool // no digits in it
	former           bool // where a change began: "from 30 to 45"
}

// quantity reads the number that begins at token i, if one does.
func (f *finder) quantity(i int) (quantity, bool) {
	q := quantity{from: i, first: i}
	at := i
	if u := f.sign(i); u != nil {
		q.unit, at = u, i+1
	}
	r, ok := f.cardinal(at)
	if !ok {
		if q.unit == nil {
			return f.articled(i)
		}
		return q, false
	}
	q.value, q.number, q.fraction, q.words = r.value, r.end, r.fraction, r.words
	vague := r.vague
	if q.unit == nil || q.unit.Kind == figures.UnitMoney {
		f.ranged(&q, r)
	}
	q.end = q.number
	f.unit(&q)
	if f.is(q.end, "old") || f.dash(q.end) && f.is(q.end+1, "old", "olds") {
		q.old, q.modifier = true, true
		q.end++
		if !f.is(q.end-1, "old") {
			q.end++
		}
	}
	if q.modifier && f.dash(q.end) && f.is(q.end+1, "long") {
		q.end += 2
	}
	f.hedged(&q)
	if vague && (q.qualifier == "" || q.qualifier == "about") {
		q.qualifier = vagueNumber
	}
	return q, true
}

const vagueNumber = "vague"

// sign is the currency whose sign or code token i is, before digits.
func (f *finder) sign(i int) *figures.Unit {
	if i < f.first || !f.numeral(i+1) {
		return nil
	}
	w := f.t.Word(i)
	if c := w[0]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ',' || c == '.' || c == '-' {
		return nil
	}
	for _, u := range figures.UnitsOf(w) {
		if len(u.Words) == 1 && u.Kind == figures.UnitMoney {
			return u
		}
	}
	return nil
}

// articled reads "a year" where a qualifier makes it a length of time, or
// something that lasts follows: "more than a year", "a week of talks".
func (f *finder) articled(i int) (quantity, bool) {
	if f.is(i+1, "long") || f.dash(i+1) && f.is(i+2, "long") {
		return f.long(i)
	}
	if !f.is(i, "a", "an") {
		return quantity{}, false
	}
	u := f.unitAt(i + 1)
	if u == nil || u.Kind != figures.UnitTime || strings.HasSuffix(f.lower(i+1), "s") || f.dash(i+2) {
		return quantity{}, false
	}
	q := quantity{from: i, first: i, number: i + 1, end: i + 2, value: 1, unit: u, article: true, words: true}
	if h := f.andHalf(q.end); h > q.end {
		q.value, q.end = 1.5, h
	}
	f.hedged(&q)
	return q, true
}

// long reads "month-long": one month as an adjective.
func (f *finder) long(i int) (quantity, bool) {
	u := f.unitAt(i)
	if u == nil || u.Kind != figures.UnitTime || strings.HasSuffix(f.lower(i), "s") {
		return quantity{}, false
	}
	end := i + 2
	if f.dash(i + 1) {
		end++
	}
	return quantity{from: i, first: i, number: i, end: end, value: 1, unit: u, modifier: true, words: true}, true
}

// ranged reads the upper end of a range: "between 10 and 15", "12 to 15",
// "two, three people", "$2-3 billion".
func (f *finder) ranged(q *quantity, low reading) {
	k := q.number
	between := f.is(q.first-1, "between")
	switch {
	case between && f.is(k, "and"):
		k++
	case between:
		return
	case f.is(k, "if") && f.is(k+1, "not"):
		k += 2
	case f.is(k, ",") && f.is(k+1, "if") && f.is(k+2, "not"):
		k += 3
	case f.is(k, "to") && (!f.is(q.first-1, "from") || f.spans(q.first-2)), f.is(k, "or"):
		k++
	case f.is(k, "to"):
		q.former = true
		return
	case f.dash(k):
		k++
	case f.is(k, ",") && low.words && low.value < 12:
		k++
		if r, ok := f.cardinal(k); !ok || r.value != low.value+1 || f.is(r.end, ",", "and") {
			return
		}
	default:
		return
	}
	if u := f.sign(k); u != nil && q.unit == u {
		k++
	}
	high, ok := f.cardinal(k)
	if !ok || high.vague != low.vague || high.fraction != low.fraction {
		return
	}
	value := low.value
	if high.scaled && !low.scaled {
		// "2 to 3 million": the scale is that of both.
		if p := f.part(high.end - 1); p != nil && value < high.value/p.Value {
			value *= p.Value
		}
	}
	if high.value <= value || f.is(k-1, "or") && high.value > 2*value {
		return
	}
	q.value, q.max, q.number = value, high.value, high.end
	if f.is(q.number, ",") && f.is(k-1, "not") && f.is(k-3, ",") {
		q.number++ // "left thousands, if not tens of thousands, dead"
	}
	if between {
		q.from, q.first = q.first-1, q.first-1
	}
}

// spans reports whether the word at token i, before "from", makes a range of what
// is a change elsewhere: "anywhere from 8 to 10", not "raised from 8 to 10".
func (f *finder) spans(i int) bool {
	if f.is(i, "anywhere", "ranging", "ages", "sums", "estimates", "prices") {
		return true
	}
	switch f.t.Lemma(max(i, f.first)) {
	case "range", "cost", "vary", "need", "take", "last":
		return i >= f.first
	}
	return false
}

// unit reads the unit after the number, and whether both are an adjective.
func (f *finder) unit(q *quantity) {
	if q.unit != nil && q.unit.Kind == figures.UnitMoney {
		return
	}
	k := q.number
	hyphen := f.dash(k)
	if hyphen {
		k++
	}
	u := f.unitAt(k)
	if u == nil && f.is(k, "of") && f.part(k-1) != nil {
		// "tens of millions of dollars", "hundreds of tonnes of flour"
		if u = f.unitAt(k + 1); u == nil {
			u = f.unitAfterAdjective(k+1, q)
		}
		if u != nil && u.Kind != figures.UnitTime && u.Kind != figures.UnitNever {
			k++
		} else {
			u = nil
		}
	}
	if u == nil && !hyphen {
		if u = f.unitAfterAdjective(k, q); u != nil {
			k++
		}
	}
	if u == nil {
		q.modifier = hyphen
		return
	}
	if u.Kind == figures.UnitLength && len(u.Name) > 0 && f.lower(k) == "m" && f.numeral(k-1) && f.glued(k) && q.value < 10 {
		u = nil
		return
	}
	if u.Name == "GBP" && q.value < 1000 && strings.HasPrefix(f.lower(k), "pound") {
		u = figures.UnitsOf(f.lower(k))[0] // a weight
		for _, w := range figures.UnitsOf(f.lower(k)) {
			if w.Kind == figures.UnitWeight {
				u = w
			}
		}
	}
	q.unit, q.end = u, k+len(u.Words)
	// "nine month time frame", "a three week strike": singular beside more than one.
	single := u.Kind == figures.UnitTime && !strings.HasSuffix(f.lower(q.end-1), "s")
	q.modifier = hyphen || single && (q.value != 1 || q.max != 0)
}

// unitAfterAdjective is the currency after one adjective at token k: "5 million
// U.S. dollars", "10,000 Swiss francs".
func (f *finder) unitAfterAdjective(k int, q *quantity) *figures.Unit {
	if q.value < 100 || k+1 >= f.end {
		return nil
	}
	if x := f.t.Tokens[k].XPOS; x != "JJ" && x != "NNP" {
		return nil
	}
	if u := f.unitAt(k + 1); u != nil && u.Kind == figures.UnitMoney {
		return u
	}
	return nil
}

// unitAt is the unit that stands at token k, or nil.
func (f *finder) unitAt(k int) *figures.Unit {
	if k >= f.end || f.t.Tokens[k].Span.Len() > 12 {
		return nil
	}
	for _, u := range figures.UnitsOf(f.lower(k)) {
		if len(u.Words) == 1 || f.is(k+1, u.Words[1]) {
			if u.Kind == figures.UnitMoney && (f.t.Tokens[k].UPOS == "VERB" || u.Name == "GBP" && f.is(k+1, "of")) {
				continue // "the 12 won", "12 pounds of explosives"
			}
			return u
		}
	}
	return nil
}

// hedged reads the qualifiers around the number.
func (f *finder) hedged(q *quantity) {
	all := figures.AllQualifiers()
	for steps := 0; steps < 2; steps++ {
		b := f.before(all, q.from)
		if b == nil {
			break
		}
		q.from -= len(b.Words)
		if q.qualifier == "" {
			q.qualifier = b.Says // of two, the one next to the number: "an estimated over 1,000"
		}
	}
	for _, k := range [2]int{q.number, q.end} {
		for _, a := range all.After[f.lower(k)] {
			if f.match(k, a.Words) && f.hedges(k, a.Words) {
				if q.qualifier == "" {
					q.qualifier = a.Says
				}
				if q.end == k {
					q.end += len(a.Words)
				}
				if q.number == k {
					q.number += len(a.Words)
				}
				if q.unit == nil {
					q.end = max(q.end, q.number)
					f.unit(q)
				}
				return
			}
		}
	}
}

// before is the longest qualifier that ends right before token i, or nil.
func (f *finder) before(all figures.Qualifiers, i int) *figures.Qualifier {
	list := all.Before[f.lower(i-1)]
	for k := range list {
		if w := list[k].Words; i-len(w) >= f.first && f.match(i-len(w), w) && !f.particle(i-len(w)) {
			return &list[k]
		}
	}
	return nil
}

// particle reports whether the word at token i belongs to the verb before it:
// "handed over 150 prisoners".
func (f *finder) particle(i int) bool {
	if !f.is(i, "over", "about", "around") || i == f.first {
		return false
	}
	return f.t.Is(i, "compound:prt") || f.t.Tokens[i].XPOS == "RP" || len(figures.MeasuresOf(figures.ClassVerb, f.t.Lemma(i-1)+"_"+f.lower(i))) > 0
}

func (f *finder) match(i int, words []string) bool {
	for k, w := range words {
		if f.lower(i+k) != w {
			return false
		}
	}
	return true
}

// hedges reports whether a qualifier after the number belongs to it: "12 or
// more", not "12 or more than that", "killed 12, at least 3 of them children".
func (f *finder) hedges(k int, words []string) bool {
	after := k + len(words)
	if words[len(words)-1] == "more" && f.is(after, "than") {
		return false
	}
	if words[0] == "at" && (f.numeral(after) || f.part(after) != nil) {
		return false
	}
	return true
}
