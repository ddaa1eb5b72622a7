package event

import "strings"

// multitude reports whether i is people told by nothing but how many they are, where somebody
// does something: "thousands marched".
func (f *finder) multitude(i int) bool {
	if !f.t.Is(i, "nsubj") || f.dated(i) || !f.many(i) {
		return false
	}
	for _, k := range f.t.ChildrenBy(i, "nmod") {
		if f.preposition(k) == "of" && !f.many(k) {
			return false // "thousands of troops" are troops
		}
	}
	return true
}

// many reports whether i is a plural word for a number: "hundreds".
func (f *finder) many(i int) bool {
	switch f.t.Lemma(i) {
	case "hundred", "thousand", "million", "dozen", "score", "ten", "tens":
		return strings.HasSuffix(f.t.Word(i), "s")
	}
	return false
}
