package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// togetherAlways are the n actors of the sort that the sentences up to last
// coordinate, if they never coordinate others.
func (f *finder) togetherAlways(last, n int, s sort) []part {
	var found []part
	for k := 0; k <= min(last, 40); k++ { // further up is another story
		if f.t.Sentences[k].Heading {
			continue
		}
		parts := f.together(k, f.t.Sentences[k].End, n, s)
		if parts == nil {
			continue
		}
		if found != nil && !sameActors(found, parts) {
			return nil
		}
		found = parts
	}
	return found
}

func sameActors(a, b []part) bool {
	for _, p := range a {
		if !slices.ContainsFunc(b, func(q part) bool { return q.actor == p.actor }) {
			return false
		}
	}
	return len(a) == len(b)
}

// takesPart reports whether the phrase headed by i stands where those who act or
// are dealt with stand, and not only to describe something else.
func (f *finder) takesPart(i int, s sort) bool {
	i = f.t.FirstConjunct(i)
	if f.located(i) || f.t.Is(i, "compound", "amod", "nmod:desc", "nmod:unmarked") {
		return false
	}
	if f.t.Is(i, "nmod", "obl") && !f.t.Is(i, "nmod:poss") {
		switch f.t.Preposition(i) {
		case "of", "from":
			return s == countries // "the presidents of Velm and Arden"
		case "for", "in", "on", "about", "over", "near":
			return false
		}
	}
	return true
}

// addSide adds who to the sides, a state and its government being one.
func (f *finder) addSide(all []part, who int) []part {
	for i, p := range all {
		a, b := &f.identities[p.actor], &f.identities[who]
		if p.actor == who || a.Kind == rapporteur.ActorState && b.Of == p.actor {
			all[i].actor = who
			return all
		}
		if b.Kind == rapporteur.ActorState && a.Of == who {
			return all
		}
	}
	return append(all, part{actor: who})
}

// together are n actors of the sort that the sentence coordinates before token
// limit, the last such coordination.
func (f *finder) together(sentence, limit, n int, s sort) []part {
	var found []part
	bounds := f.t.Sentences[sentence]
	for i := bounds.First; i < min(bounds.End, limit); i++ {
		if f.t.Relation(i) == "conj" {
			continue
		}
		var parts []part
		add := func(id int) {
			id = f.whole(id, s)
			if f.sortOf(id, s) && !slices.ContainsFunc(parts, func(p part) bool { return p.actor == id }) {
				parts = append(parts, part{actor: id})
			}
		}
		conjuncts := f.t.Conjuncts(i)
		if m := f.at[i]; s == persons && m > 0 && len(f.mentions[m-1].parts) == n {
			found = slices.Clone(f.mentions[m-1].parts) // ministers of four states: "the four diplomats"
			continue
		}
		if m := f.at[i]; len(conjuncts) == 1 && (m == 0 || len(f.mentions[m-1].parts) == 1) {
			continue
		}
		for _, c := range conjuncts {
			if c < limit && f.at[c] > 0 {
				for _, p := range f.mentions[f.at[c]-1].parts {
					add(p.actor)
				}
			}
		}
		if len(parts) == n {
			found = parts
		}
	}
	return found
}

// whole is the side that actor id is on: the body that a delegation, an army
// or a spokesman acts for; persons stay themselves where persons are asked for.
func (f *finder) whole(id int, s sort) int {
	if s == persons {
		return id
	}
	for steps := 0; steps < 3 && f.identities[id].Of >= 0; steps++ {
		who := &f.identities[id]
		// An army is a side of its own; a commander is on that of his army.
		if !(who.principal && who.class != "force") && who.Kind != rapporteur.ActorPerson && !(who.Kind == rapporteur.ActorGovernment && (who.class == "agency" || who.class == "ministry" || who.class == "executive")) {
			break
		}
		id = who.Of
	}
	if who := &f.identities[id]; s == countries && who.Country != "" {
		if who.Kind == rapporteur.ActorGovernment || who.Kind == rapporteur.ActorPerson && slices.Contains(who.Sectors, "GOV") {
			id = f.state(who.Country)
		}
	}
	return id
}

// sortOf reports whether identity id may be a side of the sort.
func (f *finder) sortOf(id int, s sort) bool {
	who := &f.identities[id]
	if who.outlet {
		return false
	}
	switch s {
	case countries:
		return who.Kind == rapporteur.ActorState
	case persons:
		return who.Kind == rapporteur.ActorPerson && len(who.Sectors) > 0 && !slices.Contains(who.Sectors, "JRN")
	case groups:
		return who.Kind == rapporteur.ActorArmedGroup && !who.described || who.Kind == rapporteur.ActorOrganization && partisan(who)
	}
	switch who.Kind {
	case rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup:
		return who.class != "side" && who.class != "group" && !slices.Contains(who.Sectors, "UAF")
	case rapporteur.ActorOrganization:
		return partisan(who)
	case rapporteur.ActorOffice:
		return who.class == "delegation" && len(who.Sectors) > 0
	case rapporteur.ActorPeople:
		return who.Key != "" || knowledge.CountryByCode(who.Country) != nil && !who.described
	}
	return false
}

// partisan reports whether an organisation is one that takes sides.
func partisan(who *identity) bool {
	return !who.outlet && slices.ContainsFunc(who.Sectors, func(c string) bool {
		return c == "OPP" || c == "PTY" || c == "LAB" || c == "REB"
	})
}

// ascending are the mentions in order of the text.
func (f *finder) ascending() []mention {
	out := slices.Clone(f.mentions)
	slices.SortStableFunc(out, func(a, b mention) int { return a.head - b.head })
	return out
}
