package actor

import (
	"rapporteur"
)

// findQuantities lets nouns of number mean those whom they number: "dozens of
// protesters", "most of the rebels", "a group of villagers".
func (f *finder) findQuantities() {
	t := f.t
	for i := range t.Tokens {
		if f.at[i] > 0 || !quantity(t.Lemma(i)) {
			continue
		}
		for _, c := range t.ChildrenBy(i, "nmod") {
			if id := f.who(c); c > i && id >= 0 && t.Preposition(c) == "of" && f.identities[id].Kind != rapporteur.ActorPerson {
				f.mention(i, phrase(t, i), id)
				break
			}
		}
	}
}

// numbers reports whether token i is a noun of number before those whom it
// numbers: the "group" of "a group of villagers".
func (f *finder) numbers(i int) bool {
	if !quantity(f.t.Lemma(i)) {
		return false
	}
	for _, c := range f.t.ChildrenBy(i, "nmod") {
		if x := f.t.Tokens[c].XPOS; c > i && (x == "NNS" || x == "NNPS") && f.t.Preposition(c) == "of" {
			return true
		}
	}
	return false
}

func quantity(lemma string) bool {
	switch lemma {
	case "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "score", "scores", "ten", "tens", "million", "millions", "number", "majority",
		"handful", "couple", "group", "crowd", "band", "most", "some", "all", "many", "several", "rest", "half", "wave":
		return true
	}
	return false
}
