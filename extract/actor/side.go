package actor

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge"
)

// findSides reads the phrases that mean parties named before: "both sides",
// "the two countries", "the warring parties", "the parties". They are
// identified only where the report leaves no doubt who they are.
func (f *finder) findSides() {
	before := f.ascending()
	for i := range f.t.Tokens {
		if f.at[i] > 0 && !f.vague(i) {
			continue
		}
		n, sort := f.sides(i)
		if n == 0 {
			continue
		}
		parts := f.sidesBefore(i, n, sort, before)
		if parts == nil {
			continue
		}
		span := phrase(f.t, i)
		for k := range parts {
			parts[k].span = span
		}
		f.mentionAll(i, span, parts)
		f.standsForSides(i, parts)
	}
}

// standsForSides lets those who come from the sides stand for them: "negotiators for
// both sides".
func (f *finder) standsForSides(i int, parts []part) {
	up := f.t.Head(i)
	if up < 0 || !f.t.Is(i, "nmod") || up > i {
		return
	}
	s := f.sense(up, isNoun)
	if s == nil {
		return
	}
	d := description{noun: s.Noun, plural: s.Form == knowledge.FormNouns}
	switch f.t.Preposition(i) {
	case "of", "for", "from":
		if f.standIn(&d) {
			f.mentionAll(up, phrase(f.t, up), slices.Clone(parts))
		}
	}
}

// vague reports whether what is known of token i is only its own words.
func (f *finder) vague(i int) bool {
	id := f.who(i)
	return id >= 0 && f.identities[id].described && f.identities[id].Of == rapporteur.None && len(f.heads[id]) == 1
}

// What sort of actor a phrase for the sides asks for.
type sort uint8

const (
	anySide sort = iota
	countries
	groups
	persons
)

// sides reads the phrase headed by token i: how many sides it means (2 where it
// does not say) and of what sort; 0 where it is no such phrase.
func (f *finder) sides(i int) (int, sort) {
	t := f.t
	if x := t.Tokens[i].XPOS; x != "NNS" && x != "NNPS" {
		if lemma := t.Lemma(i); lemma != "both" || t.Tokens[i].UPOS != "PRON" && !t.Is(i, "nsubj", "obj") {
			return 0, 0
		}
		return 2, anySide
	}
	var s sort
	switch t.Lemma(i) {
	case "side", "party":
		s = anySide
	case "country", "nation", "state", "neighbor", "neighbour":
		s = countries
	case "government":
		s = countries
	case "group", "faction", "movement":
		s = groups
	case "leader", "man", "president", "minister", "rival", "diplomat", "woman", "official", "foe", "enemy":
		s = persons
	default:
		return 0, 0
	}
	n, definite := 0, false
	for _, c := range t.Children(i) {
		c := int(c)
		switch t.Lemma(c) {
		case "two", "both", "2":
			n = 2
		case "three", "3":
			n = 3
		case "four", "4":
			n = 4
		case "five":
			n = 5
		case "six":
			n = 6
		case "the":
			definite = true
		case "warring", "rival", "opposing", "negotiating", "conflicting":
			n = max(n, 2)
		default:
			if l := t.Lemma(c); l == "top" || l == "senior" || l == "main" || l == "same" {
				continue
			}
			if t.Is(c, "amod", "compound", "nmod", "nmod:poss", "acl") && c < i || t.Is(c, "nmod") && t.Preposition(c) != "to" && t.Preposition(c) != "in" && t.Preposition(c) != "on" {
				return 0, 0 // sides of something else: "opposition parties", "sides of the road"
			}
		}
	}
	if n == 0 && (!definite || s != anySide) {
		return 0, 0
	}
	return max(n, 2), s
}

// sidesBefore are the n actors of the sort named before token i: those of the
// last coordination near enough, else all that act in the report so far, if
// they are exactly n.
func (f *finder) sidesBefore(i, n int, s sort, before []mention) []part {
	if c := f.clusterMany(i); c != nil && len(c.parts) == n {
		return slices.Clone(c.parts)
	}
	sentence := f.t.SentenceOf(i)
	for back := 0; back <= 3 && sentence-back >= 0; back++ {
		if parts := f.together(sentence-back, i, n, s); parts != nil {
			return parts
		}
	}
	if parts := f.togetherAlways(sentence-4, n, s); parts != nil {
		return parts
	}
	var all []part
	for _, m := range before {
		if m.head >= i || len(all) > n {
			break
		}
		if f.heading(m.head) || !f.takesPart(m.head, s) {
			continue
		}
		for _, p := range m.parts {
			if who := f.whole(p.actor, s); f.sortOf(who, s) {
				all = f.addSide(all, who)
			}
		}
	}
	if len(all) != n {
		return nil
	}
	return all
}

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
		if !(who.principal && who.class != "force") && who.Kind != rapporteur.ActorPerson {
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
