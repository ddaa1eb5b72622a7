package event

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// A match is a row of the lexicon laid over a clause or a noun phrase.
type match struct {
	row        *plover.Row
	head       int
	score      int
	actors     []int // heads of the noun phrases that fill each role
	recipients []int
	hosts      []int
	words      []int // tokens, beside the head, that the row asks for
	content    int   // the clause that it asks for, or none
	matters    []int // noun phrases that it asks for, whatever they are: "called for a halt"
	subject    int   // the grammatical subject of the clause, or none
	reciprocal bool  // several slots are of the actors
	owned      bool  // its actors say that it was they: "claimed responsibility for"
	lent       bool  // its actors are those of the clause it only stands in: "said after talks"
}

// best is the row that says most of the clause: the one with the most that it
// asks for and finds. A row that asks for more is the better reading: "broke
// off talks" before "broke".
func (f *finder) best(rows []*plover.Row, c clause) (match, bool) {
	negated := f.negated(c.head)
	var best match
	found := false
	var prepositionals []prepositional
	for _, r := range rows {
		if r.Negated != negated {
			continue
		}
		if prepositionals == nil {
			prepositionals = append(f.fresh(), f.prepositionals(c.head)...)
		}
		m, ok := f.fit(r, c, prepositionals)
		if ok && (!found || m.score > best.score) {
			best, found = m, true
		}
	}
	return best, found
}

// fresh is a buffer for prepositionals that later calls do not overwrite.
func (f *finder) fresh() []prepositional { return make([]prepositional, 0, 8) }

// fit lays one row over a clause.
func (f *finder) fit(r *plover.Row, c clause, prepositionals []prepositional) (match, bool) {
	m := match{row: r, head: c.head, content: none, subject: c.subject}
	if c.passive {
		m.subject = c.objects[0]
	}
	if r.Particle != "" {
		if !f.hasParticle(c.head, r.Particle) {
			return m, false
		}
		m.score += 4
	}
	if r.Negated {
		m.score += 3
	}
	if r.Predicate && !f.predicate(c.head) {
		return m, false
	}
	objects := c.objects
	if r.Complement != "" {
		m.content = f.complementOf(c, r.Complement, len(r.Objects) > 0)
		if m.content < 0 || len(r.Complements) > 0 && !f.isAbout(r.Complements, m.content) {
			return m, false
		}
		m.score += 3
		if len(r.Complements) > 0 {
			m.score++
		}
		if objects[0] < 0 && !c.passive && len(r.Objects) > 0 && r.Complement != "that" {
			// "let the hostages go": the subject of what follows.
			objects[0] = f.t.Child(m.content, "nsubj")
		}
	}
	if r.Particle != "" && objects[0] < 0 && !c.passive {
		objects[0] = f.afterParticle(c.head, r.Particle)
	}
	if c.passive && len(r.Objects) == 0 && r.Particle == "" && c.objects[0] >= 0 {
		// "was fired on" has its object in a preposition; others without an
		// object have no passive.
		if !f.prepositionalPassive(r, c) {
			return m, false
		}
	}
	if !f.fill(&m, r.Subject, c.subject, true) || !f.able(r, c.subject) {
		return m, false
	}
	switch len(r.Objects) {
	case 0:
		if r.NoObject && objects[0] >= 0 {
			return m, false
		}
	case 1:
		o := objects[0]
		if objects[1] >= 0 {
			// "gave Velm arms": the direct object comes second. A passive has moved
			// its first object away: "Velm was given arms".
			o = objects[1]
			if r.Objects[0].Role != plover.Noun {
				o = objects[0]
			}
		}
		if !f.fill(&m, r.Objects[0], o, false) {
			return m, false
		}
	case 2:
		if objects[0] >= 0 && objects[1] < 0 {
			// "gave Velm aid", read as one noun phrase
			if k := f.modifierActor(objects[0]); k >= 0 && f.t.Tokens[k].UPOS == "PROPN" && f.t.Is(k, "compound") {
				objects = [2]int{k, objects[0]}
			}
		}
		if objects[0] < 0 || objects[1] < 0 || !f.fill(&m, r.Objects[0], objects[0], false) || !f.fill(&m, r.Objects[1], objects[1], false) {
			return m, false
		}
	}
	for _, want := range r.Obliques {
		at := none
		for _, p := range prepositionals {
			if p.preposition == "of" && p.head < c.head && !c.passive {
				continue // "after a meeting in the city of Velm, Arden voiced anger"
			}
			if p.head == m.subject || p.head == objects[0] || want.Role != plover.Noun && f.dated(p.head) {
				continue
			}
			if r.Particle != "" {
				p.preposition = strings.TrimPrefix(p.preposition, r.Particle+"_") // "pulled out of"
			}
			if contains(want.Prepositions, p.preposition) && f.suits(want.Slot, p) {
				at = p.head
				break
			}
		}
		if at < 0 && c.passive && len(r.Objects) == 0 && f.prepositionalPassive(r, c) {
			at = c.objects[0]
		}
		if at < 0 && r.Complement != "" && len(r.Objects) == 0 {
			return m, false // "called to thank" is not "called on them to"
		}
		if !f.fill(&m, want.Slot, at, false) {
			return m, false
		}
	}
	return m, true
}

// isAbout reports whether the clause that verb c heads is one of those listed by
// lemma, by auxiliary or, in capitals, by the type of event that it tells of.
func (f *finder) isAbout(listed []string, c int) bool {
	if contains(listed, f.t.Lemma(c)) {
		return true
	}
	for first, end := f.t.Phrase(c); first < end; first++ {
		if f.t.Tokens[first].UPOS == "AUX" && contains(listed, f.t.Lemma(first)) {
			return true
		}
	}
	for _, l := range listed {
		if l[0] >= 'A' && l[0] <= 'Z' {
			return contains(listed, f.typeOf(c))
		}
	}
	return false
}

// able reports whether the subject can do what the row says: somebody, or what
// kills in somebody's hand. Storms, laws and decisions do nothing that is coded.
func (f *finder) able(r *plover.Row, subject int) bool {
	if subject < 0 || r.Subject.Role != plover.Actor {
		return true
	}
	if f.senseless(subject) {
		return false
	}
	if f.somebody(subject, false) {
		return true
	}
	if f.eventful(subject) && !f.tells(subject, r.Type) && !f.isOf(instrument, subject) && !(r.Outcome && f.isOf(missions, subject)) {
		return false
	}
	if f.t.Tokens[subject].UPOS == "PRON" || f.t.Tokens[subject].UPOS == "DET" || len(f.actorsAt(subject)) > 0 {
		return true
	}
	return r.Type == "ASSAULT" && f.isOf(instrument, subject)
}

// prepositionalPassive reports whether the clause is a passive of the row's
// preposition: "the post was fired on".
func (f *finder) prepositionalPassive(r *plover.Row, c clause) bool {
	s := f.t.Sentences[f.t.SentenceOf(c.head)]
	for _, o := range r.Obliques {
		if c.head+1 < s.End && contains(o.Prepositions, f.t.Lemma(c.head+1)) && !f.governs(c.head+1) {
			return true
		}
	}
	return false
}

// governs reports whether the preposition k has a noun of its own.
func (f *finder) governs(k int) bool {
	h := f.t.Head(k)
	return h > k && f.t.Is(k, "case")
}

// spanOf is the words of tokens, from the first to the last, or of the head
// alone where they lie too far apart to read as one phrase.
func (f *finder) spanOf(head int, tokens []int) rapporteur.Span {
	first, last := head, head
	for _, i := range tokens {
		if i < 0 || f.t.SentenceOf(i) != f.t.SentenceOf(head) {
			continue
		}
		if max(last, i)-min(first, i) <= longestAnchor {
			first, last = min(first, i), max(last, i)
		}
	}
	return f.t.SpanOf(first, last+1)
}

// longestAnchor is the number of words between the ends of an anchor.
const longestAnchor = 8
