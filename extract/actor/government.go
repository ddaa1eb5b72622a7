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
		return rapporteur.None
	}
	return f.described(d, affiliation{actor: f.focus, country: f.identities[f.focus].Country}, f.adjective(f.focus)+" government")
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
