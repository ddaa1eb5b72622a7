package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// government is the government that "the government" means: the only one that
// the report tells apart, before or after, else the last one near, else that
// of the country the report is about.
func (f *finder) government(d *description) int {
	all := f.toldApart(d.noun)
	if len(all) == 1 {
		return all[0]
	}
	if len(all) > 1 {
		if id := f.only(d, func(who *identity) bool {
			return slices.Contains(who.nouns, d.noun) && who.Kind == rapporteur.ActorGovernment
		}); id >= 0 {
			return id
		}
		for _, id := range all {
			if f.focus >= 0 && f.of(id, f.focus) {
				return id
			}
		}
		return rapporteur.None
	}
	if f.focus < 0 {
		if state := f.speaking(d.head); state >= 0 {
			return f.described(d, affiliation{actor: state, country: f.identities[state].Country}, f.adjective(state)+" government")
		}
		return rapporteur.None
	}
	return f.described(d, affiliation{actor: f.focus, country: f.identities[f.focus].Country}, f.adjective(f.focus)+" government")
}

// speaking is the one state that is a subject before token i in its sentence:
// "Velm refused, but the rebels said that the government …". None where there is
// none, or more than one.
func (f *finder) speaking(i int) int {
	found := rapporteur.None
	for k := f.t.Sentences[f.t.SentenceOf(i)].First; k < i; k++ {
		id := f.who(k)
		if id < 0 || f.identities[id].Kind != rapporteur.ActorState || f.t.Tokens[k].UPOS == "PRON" || id == found {
			continue
		}
		if found >= 0 || !f.t.Is(f.t.FirstConjunct(k), "nsubj", "nsubj:pass") {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// toldApart are the organs called by the noun of which the report says whose
// they are.
func (f *finder) toldApart(noun *knowledge.Noun) []int {
	if all, sought := f.told[noun]; sought {
		return all
	}
	if f.told == nil {
		f.told = map[*knowledge.Noun][]int{}
	}
	f.told[noun] = nil
	var all []int
	for i := range f.hits {
		h := &f.hits[i]
		s := f.sense(h.First, isNoun)
		if s == nil || s.Noun != noun || s.Form != knowledge.FormNoun {
			continue
		}
		head := f.headOf(h.First, h.End)
		if f.modifies(head) || !f.describes(head) || f.heading(head) {
			continue
		}
		belonging := f.affiliations(head)
		if code := f.seatedIn(head); len(belonging) == 0 && code != "" {
			belonging = []affiliation{{actor: f.state(code), country: code}}
		}
		for _, a := range belonging {
			if a.country == "" && a.actor < 0 {
				continue
			}
			id := f.who(head)
			if id < 0 {
				d := f.describe(head, s)
				id = f.described(&d, a, d.name)
				f.link(&d, id)
			}
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
			break
		}
	}
	f.told[noun] = all
	return all
}

// of reports whether identity id is of the state.
func (f *finder) of(id, state int) bool {
	who := &f.identities[id]
	return who.Of == state || who.Country != "" && who.Country == f.identities[state].Country
}
