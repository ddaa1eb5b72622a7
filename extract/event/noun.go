package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// noun matches the rows of noun n.
func (f *finder) noun(n int) {
	if len(plover.NounsOf(f.nounLemma(n))) == 0 {
		return
	}
	if f.t.Is(n, "compound", "flat", "nmod:desc") && !f.t.Is(n, "compound:prt") {
		return // "attack helicopter", "Peace Accord"
	}
	if e := f.entityAt(n); e != nil && e.Type != rapporteur.EntityMisc {
		return // part of a name
	}
	if a := f.cast.At(n); a >= 0 && f.t.Tokens[n].UPOS == "PROPN" && f.cast.Actors[a].Kind == rapporteur.ActorOrganization {
		return // "the International Conference on the Velm Lakes", which meets and acts
	}
	if f.t.Lemma(n) == "coup" && f.boon(n) {
		return
	}
	best, found := f.bestNoun(n)
	if !found || best.row.Type == plover.NoEvent {
		return
	}
	if irrealis(best.row.Type) && best.content >= 0 {
		f.content[best.content] = about
	}
	for _, w := range best.words {
		f.content[w] = held
	}
	f.matches = append(f.matches, best)
}

// boon reports whether the coup n is a stroke of luck for somebody: "a coup for the mayor".
func (f *finder) boon(n int) bool {
	for _, p := range append(f.fresh(), f.prepositionals(n)...) {
		if p.preposition == "for" {
			return true
		}
	}
	return false
}

// bestNoun is the row that says most of the noun phrase headed by n.
func (f *finder) bestNoun(n int) (match, bool) {
	var best match
	found := false
	if n < 0 {
		return best, false
	}
	prepositionals := append(f.fresh(), f.prepositionals(n)...)
	for _, r := range plover.NounsOf(f.nounLemma(n)) {
		if m, ok := f.fitNoun(r, n, prepositionals); ok && (!found || m.score > best.score) {
			best, found = m, true
		}
	}
	return best, found
}

// fitNoun lays one row over the noun phrase headed by n.
func (f *finder) fitNoun(r *plover.Row, n int, prepositionals []prepositional) (match, bool) {
	m := match{row: r, head: n, content: none, subject: none}
	if len(r.Before) > 0 {
		if !plover.Preceded(r.Before, func(k int) string { return f.lemmaBefore(n, k) }) {
			return m, false
		}
		m.score += 3 + len(r.Before)
	}
	for _, want := range r.Obliques {
		at := none
		for _, p := range prepositionals {
			if contains(want.Prepositions, p.preposition) && !f.dated(p.head) && f.suits(want.Slot, p) && !f.bordering(p) {
				at = p.head
				break
			}
		}
		if at < 0 && want.Role != plover.Noun && want.Role != plover.Anything {
			at = f.alongside(n, want)
		}
		if !f.fill(&m, want.Slot, at, false) {
			return m, false
		}
	}
	by := none
	for _, p := range prepositionals {
		if (p.preposition == "by" || p.preposition == "from" && verbal(r.Type)) && !f.dated(p.head) && f.somebody(p.head, false) {
			by = p.head
			break
		}
	}
	before := f.modifiers(n)
	if r.Type == "ASSAULT" && f.warOf(n, before) {
		before = nil
	}
	switch r.Subject.Role {
	case plover.Actor, plover.Recipient:
		role := r.Subject.Role
		if role == plover.Recipient && len(m.recipients) > 0 {
			role = plover.Actor // "the Velm arrest of two reporters"
		}
		if role == plover.Actor && by >= 0 && len(m.recipients) == 0 {
			role = plover.Recipient // "Arden's defeat by Velm"
		}
		for _, k := range before {
			if contains(r.Before, f.t.Lemma(k)) || r.Subject.Crowd && !f.crowd(k) || len(r.Subject.Words) > 0 && !f.isOf(r.Subject.Words, k) {
				continue // "official" in "official visit"; "Velm" in "Velm's rebellion"
			}
			if f.t.Tokens[k].UPOS == "NOUN" && slices.Contains(before, k-1) && f.demonym(k-1) != "" {
				continue // the commandos are of Velm in "a Velm commando attack"
			}
			if role == plover.Actor {
				m.actors = append(m.actors, k)
			} else {
				m.recipients = append(m.recipients, k)
			}
			m.score++
		}
		if r.Subject.Need && len(before) == 0 && by < 0 || len(r.Subject.Words) > 0 && len(m.actors)+len(m.recipients) == 0 {
			return m, false
		}
	case plover.Noun:
		if !f.compoundOf(r.Subject.Words, n) {
			return m, false
		}
		m.score += 4
	}
	if by < 0 && r.Subject.Role == plover.Actor && len(m.actors) == 0 && !f.undergone(n) {
		for _, p := range prepositionals {
			if p.preposition == "of" && f.t.Head(p.head) == n && f.somebody(p.head, false) && !slices.Contains(m.recipients, p.head) {
				by = p.head // "the visit of the president"
				break
			}
		}
	}
	if by >= 0 {
		m.actors = append(m.actors, by)
		m.score++
	}
	if r.Complement != "" {
		m.content = f.complement(n, r.Complement)
		if m.content < 0 || len(r.Complements) > 0 && !f.isAbout(r.Complements, m.content) {
			return m, false
		}
		m.score += 3
		if len(r.Complements) > 0 {
			m.score++
		}
	}
	return m, true
}

// warOf reports whether the one name before n says which war it is and not whose: "the Velm
// war", but not "the Arden-Velm war" or "Arden's war".
func (f *finder) warOf(n int, before []int) bool {
	switch f.t.Lemma(n) {
	case "war", "conflict", "fighting", "violence":
	default:
		return false
	}
	if len(before) != 1 || f.t.Tokens[before[0]].UPOS != "PROPN" || !f.t.Is(before[0], "compound", "amod", "nmod") || f.t.Child(before[0], "case") >= 0 {
		return false
	}
	if f.t.Tokens[before[0]].XPOS == "NNPS" || f.demonym(before[0]) != "" {
		return false
	}
	if f.placeAt(before[0]) >= 0 {
		return true
	}
	a := f.cast.At(before[0])
	return a >= 0 && f.cast.Actors[a].Kind == rapporteur.ActorState
}

// bordering reports whether p only says with whom a border is: "fighting near the
// border with Velm".
func (f *finder) bordering(p prepositional) bool {
	h := f.t.Head(p.head)
	if p.preposition != "with" || h < 0 {
		return false
	}
	switch f.t.Lemma(h) {
	case "border", "frontier", "boundary":
		return true
	}
	return false
}

// verbal reports whether events of the type are words, which come from whoever
// says them: "criticism from Arden".
func verbal(kind string) bool {
	t := plover.TypeByName(kind)
	return t != nil && t.Verbal
}

// compoundOf reports whether a noun of words stands before n as its compound:
// "hostage release".
func (f *finder) compoundOf(words []string, n int) bool {
	for _, k := range f.t.Children(n) {
		if int(k) < n && f.t.Is(int(k), "compound", "nmod:poss", "amod") && f.isOf(words, int(k)) {
			return true
		}
	}
	return false
}

// alongside is the noun phrase that a preposition of noun n leads to where it
// hangs on the verb that n is the object or the subject of: "launched attacks
// against Velm", "talks opened between Arden and Velm".
func (f *finder) alongside(n int, want plover.Oblique) int {
	for _, v := range f.t.ChildrenBy(n, "acl") {
		for _, k := range f.t.ChildrenBy(v, "obl") {
			if p := (prepositional{f.preposition(k), k}); p.preposition == "between" && contains(want.Prepositions, p.preposition) && f.suits(want.Slot, p) {
				return k // "talks brokered by Oster between Arden and Velm"
			}
		}
	}
	if contains(want.Prepositions, "between") {
		for k, end := n+1, f.t.Sentences[f.t.SentenceOf(n)].End; k < min(n+8, end) && !f.t.Verbal(k); k++ {
			if h := f.t.Head(k); f.t.Lemma(k) == "between" && h > k && f.t.Nominal(h) && f.suits(want.Slot, prepositional{"between", h}) {
				return h // "talks last weekend between Arden and Velm", hung on the weekend
			}
		}
	}
	h := f.t.Head(n)
	if h < 0 || f.t.Tokens[h].UPOS != "VERB" || !f.t.Is(n, "obj", "nsubj", "obl") {
		return none
	}
	for _, k := range f.t.Children(h) {
		k := int(k)
		if p := (prepositional{f.preposition(k), k}); k > n && f.t.Is(k, "obl", "nmod", "advcl") && contains(want.Prepositions, p.preposition) && !f.dated(k) && f.suits(want.Slot, p) {
			return k
		}
	}
	return none
}
