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
		if f.namesakes(i) || f.at[i] > 0 && !f.vague(i) {
			continue
		}
		n, sort := f.sides(i)
		if n == 0 {
			continue
		}
		parts := f.sidesBefore(i, n, sort, before)
		if parts == nil || f.doneBy(i, parts) {
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

// doneBy reports whether one of parts is the subject of the verb that the phrase headed by i is an
// object of: whom the envoy urges are not the envoy and another.
func (f *finder) doneBy(i int, parts []part) bool {
	v := f.t.Head(i)
	if v < 0 || !f.t.Is(i, "obj", "iobj", "obl") {
		return false
	}
	id := f.who(f.t.Child(v, "nsubj"))
	return id >= 0 && slices.ContainsFunc(parts, func(p part) bool { return p.actor == id })
}

// namesakes reads the plural at token i as the states that it means together, "the two
// Koreas", and reports whether it is one.
func (f *finder) namesakes(i int) bool {
	if x := f.t.Tokens[i].XPOS; x != "NNPS" && x != "NNP" && x != "NNS" {
		return false
	}
	codes := knowledge.Together(f.t.Word(i))
	if codes == nil {
		return false
	}
	span := phrase(f.t, i)
	var parts []part
	for _, code := range codes {
		parts = append(parts, part{actor: f.state(code), span: span})
	}
	f.mentionAll(i, span, parts)
	return true
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
