package actor

import (
	"slices"

	"rapporteur"
)

// listMinisters gives ministers who stand in one list without a country that of
// the head of government or minister named right before: "The prime minister
// will travel with Foreign Minister Vale and Finance Minister Orr". One alone
// may be a guest from abroad; several together are one cabinet.
func (f *finder) listMinisters() {
	var heads []int // of the first mentions of ministers without a country
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || who.Country != "" || who.Of >= 0 || len(f.heads[id]) == 0 || !slices.ContainsFunc(who.nouns, ministerial) {
			continue
		}
		heads = append(heads, f.heads[id][0])
	}
	slices.Sort(heads)
	for from := 0; from < len(heads); {
		end := from + 1
		for end < len(heads) && f.inOneList(heads[end-1], heads[end]) {
			end++
		}
		list := heads[from:end]
		from = end
		chief := f.chiefBefore(list[0])
		if len(list) < 2 || chief < 0 {
			continue
		}
		for _, head := range list {
			if f.who(head) < 0 {
				continue // read again since as several
			}
			who, of := &f.identities[f.who(head)], &f.identities[chief]
			who.Country = of.Country
			if of.Of >= 0 && f.identities[of.Of].Kind == rapporteur.ActorState {
				who.Of = of.Of
			}
		}
	}
}

// inOneList reports whether nothing but titles, names and what joins a list
// stands between tokens a and b.
func (f *finder) inOneList(a, b int) bool {
	if f.t.SentenceOf(a) != f.t.SentenceOf(b) || b-a > 12 {
		return false
	}
	for i := a + 1; i < b; i++ {
		switch f.t.Tokens[i].UPOS {
		case "PROPN", "NOUN", "ADJ", "CCONJ", "DET":
		default:
			if f.t.Word(i) != "," {
				return false
			}
		}
	}
	return true
}

// chiefBefore is the person in a government who is named last before token i,
// in its sentence or the one before; None where there is none, or where those
// named there are of two countries.
func (f *finder) chiefBefore(i int) int {
	found, at := rapporteur.None, -1
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind != rapporteur.ActorPerson || who.Country == "" || !slices.ContainsFunc(who.nouns, ministerial) {
			continue
		}
		last := f.last(id, i)
		if last < 0 || f.t.SentenceOf(i)-f.t.SentenceOf(last) > 1 {
			continue
		}
		if found >= 0 && f.identities[found].Country != who.Country {
			return rapporteur.None
		}
		if last > at {
			found, at = id, last
		}
	}
	return found
}
