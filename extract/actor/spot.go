package actor

import (
	"rapporteur"
)

// dropPlaces forgets the persons and bodies of one word, known by that word
// alone, that the report has only where a place stands: what the model of names
// takes for a person in "the rebels fled from Tarn to Osk" is none.
func (f *finder) dropPlaces() {
	for id := range f.identities {
		who := &f.identities[id]
		switch {
		case who.Key != "" || who.Of >= 0 || who.Title != "" || len(who.nouns) > 0 || who.outlet || who.Country != "":
			continue
		case who.Kind == rapporteur.ActorPerson && len(who.words) == 1:
		case who.Kind == rapporteur.ActorPerson && len(f.heads[id]) == 1 && f.village(f.heads[id][0]):
		case who.Rule == "actor/organization" && len(who.variants) == 1 && who.variants[0].n == 1 && !abbreviation(who.variants[0].text):
		default:
			continue
		}
		spots := 0
		for _, head := range f.heads[id] {
			if f.t.Tokens[head].UPOS == "PROPN" && f.spot(head) {
				spots++
			}
		}
		if spots == 0 || spots < len(f.heads[id]) {
			continue
		}
		for i := range f.at {
			if f.who(i) == id {
				f.at[i] = 0
			}
		}
	}
}

// spot reports whether the name at token i stands where a place does: "in
// Tarn", "the village of Tarn".
func (f *finder) spot(i int) bool {
	if f.located(i) {
		return true
	}
	first := f.t.FirstConjunct(i)
	up := f.t.Head(first)
	if up >= 0 && f.t.Is(first, "nmod:poss") {
		switch f.t.Lemma(up) {
		case "port", "airport", "harbour", "harbor", "coast", "border", "capital", "north", "south", "east", "west", "outskirt", "outskirts", "street", "suburb", "countryside":
			return true // "Tarn's largest port"
		}
	}
	return f.village(i)
}

// village reports whether the name at token i is said to be that of a place:
// "the village of Tarn".
func (f *finder) village(i int) bool {
	first := f.t.FirstConjunct(i)
	up := f.t.Head(first)
	if up < 0 || !f.t.Is(first, "nmod", "appos", "obl") {
		return false
	}
	switch f.t.Lemma(up) {
	case "village", "town", "municipality", "commune", "county", "hamlet", "locality", "neighbourhoods", "state", "city", "district", "province", "region", "suburb", "neighbourhood", "neighborhood", "port", "island", "camp", "outskirt", "outskirts", "centre", "center":
		p := f.t.Preposition(first)
		return p == "of" || p == ""
	}
	return false
}
