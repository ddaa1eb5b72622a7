package actor

import (
	"rapporteur"
	"rapporteur/knowledge"
)

// findStates finds the states that the report speaks of as ones who act: named
// anywhere but as a mere place, meant by the name of their capital, or by an
// adjective before what they do ("the Russian invasion").
func (f *finder) findStates() {
	for i := range f.hits {
		h := &f.hits[i]
		if !f.stands(h) {
			continue
		}
		head := f.headOf(h.First, h.End)
		if f.at[head] > 0 {
			continue
		}
		if f.joined(h) {
			continue
		}
		if s := f.sense(h.First, isState); s != nil && !(f.modifies(head) && f.sense(h.First, isAdjective) != nil) {
			if !f.located(head) {
				f.nameBody(h.First, h.End, f.state(s.Country.Code))
			}
			continue
		}
		if s := f.sense(h.First, isSeat); s != nil && s.Country != nil && f.seatActs(head) {
			f.standsFor(h, head, f.state(s.Country.Code), "actor/seat")
		} else if s := f.sense(h.First, isAdjective); s != nil && f.adjectiveActs(head) {
			if p := f.sense(h.First, func(s knowledge.Sense) bool { return s.People != nil }); p != nil {
				f.standsFor(h, head, f.knownPeople(p), "actor/people")
			} else if s.Country != nil {
				f.standsFor(h, head, f.state(s.Country.Code), "actor/adjective")
			}
		}
	}
}

// state is the identity of a country.
func (f *finder) state(code string) int {
	if id, ok := f.byKey[code]; ok {
		return id
	}
	c := knowledge.CountryByCode(code)
	id := f.add(identity{
		Actor: rapporteur.Actor{Name: c.Name, Kind: rapporteur.ActorState, Key: code, Country: code, Sectors: []string{"GOV"}, Rule: "actor/country"},
		class: "state",
	})
	f.byKey[code] = id
	return id
}

// standsFor records that the words of h, though no name of id, mean it.
func (f *finder) standsFor(h *knowledge.Hit, head, id int, rule string) {
	f.mention(head, f.t.SpanOf(h.First, h.End), id)
	if len(f.identities[id].variants) == 0 && f.identities[id].Rule == "actor/country" {
		f.identities[id].Rule = rule
	}
}

// modifies reports whether token i stands before a noun that it describes.
func (f *finder) modifies(i int) bool {
	h := f.t.Head(i)
	return h > i && f.t.Is(i, "amod", "compound", "nmod:desc", "nmod:unmarked") && f.t.Nominal(h)
}

// located reports whether the phrase headed by i only says where: "in Egypt",
// "across Sudan".
func (f *finder) located(i int) bool {
	i = f.t.FirstConjunct(i)
	if !f.t.Is(i, "obl", "nmod") || f.t.Is(i, "nmod:poss", "nmod:desc") {
		return false
	}
	switch f.t.Preposition(i) {
	case "in", "at", "inside", "across", "throughout", "around", "near", "outside", "within", "over", "off", "into", "through", "via", "elsewhere":
		return true
	}
	return false
}

// seatActs reports whether the name of a capital at token i stands for the
// government: it does something, has what governments have, or is dealt with.
func (f *finder) seatActs(i int) bool {
	t := f.t
	if f.glued(i) {
		return false
	}
	first := t.FirstConjunct(i)
	head := t.Head(first)
	if head < 0 {
		return false
	}
	if i > 0 && t.Tokens[i-1].UPOS == "ADP" && t.Is(first, "nsubj", "obj", "iobj") {
		return false // "From Abuja, Ari Vale reports", whatever the tree says
	}
	lemma := t.Lemma(head)
	switch {
	case t.Is(first, "nsubj:pass"):
		return knowledge.Acts(knowledge.ActObject, lemma)
	case t.Is(first, "nsubj"):
		return t.Tokens[head].UPOS == "VERB" && !knowledge.Acts(knowledge.ActPlace, lemma)
	case t.Is(first, "obj", "iobj"):
		return knowledge.Acts(knowledge.ActObject, lemma)
	case t.Is(first, "nmod:poss"):
		return knowledge.Acts(knowledge.ActNoun, lemma)
	case t.Is(first, "obl", "nmod"):
		p := t.Preposition(first)
		return knowledge.Acts(knowledge.ActPreposition, p) && (p != "by" || t.Is(first, "obl:agent") || t.Is(first, "nmod"))
	case t.Is(first, "amod", "compound", "nmod:desc", "nmod:unmarked"):
		return false // "the Khartoum government" is read with its noun
	}
	return false
}

// adjectiveActs reports whether the adjective of a country at token i says whose
// doing its noun is.
func (f *finder) adjectiveActs(i int) bool {
	t := f.t
	if f.glued(i) || !f.modifies(t.FirstConjunct(i)) {
		return false
	}
	head := t.Head(t.FirstConjunct(i))
	if f.at[head] > 0 || f.sense(head, isNoun) != nil {
		return false
	}
	return knowledge.Acts(knowledge.ActNoun, t.Lemma(head))
}
