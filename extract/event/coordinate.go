package event

import (
	"slices"

	"rapporteur"
)

// conjuncts are noun i and what is coordinated with it, ascending, also where the tree
// gives the second the place of the first: "asked the government and the rebels", read
// as two objects.
func (f *finder) conjuncts(i int) []int {
	out := f.t.Conjuncts(i)
	if len(out) > 1 {
		// "in a clash with rebels, officials said", taken for one phrase
		out = slices.DeleteFunc(slices.Clone(out), func(k int) bool { return k > i && f.tellsOf(k, i) })
	}
	if j := f.besideOf(i); j >= 0 {
		for _, k := range f.t.Conjuncts(j) {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// tellsOf reports whether noun k is who says what token i stands in.
func (f *finder) tellsOf(k, i int) bool {
	said := f.t.Tokens[i].Span
	return slices.ContainsFunc(f.statementsOf(said), func(n int32) bool {
		s := &f.statements[n]
		return slices.ContainsFunc(s.Speaker.Spans, f.t.Tokens[k].Span.Overlaps) &&
			slices.ContainsFunc(s.Content, func(c rapporteur.Span) bool { return c.Contains(said) })
	})
}

// besideOf is the noun after an "and" behind the phrase of noun i that stands in the
// same relation to the same word, or none.
func (f *finder) besideOf(i int) int {
	t := f.t
	head := t.Head(i)
	if head < 0 || !t.Nominal(i) || t.Is(i, "conj") {
		return none
	}
	_, e := t.Phrase(i)
	if e+1 >= t.Sentences[t.SentenceOf(i)].End || t.Tokens[e].UPOS != "CCONJ" {
		return none
	}
	j := t.Head(e)
	if j <= e || t.Head(j) != head || t.Tokens[j].Deprel != t.Tokens[i].Deprel || !t.Nominal(j) {
		return none
	}
	return j
}
