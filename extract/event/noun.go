package event

import (
	"slices"
	"strings"

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
		m.score += 4
	}
	for _, want := range r.Obliques {
		at := none
		for _, p := range prepositionals {
			if contains(want.Prepositions, p.preposition) && !f.dated(p.head) && f.suits(want.Slot, p) {
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
			if contains(r.Before, f.t.Lemma(k)) || r.Subject.Crowd && !f.crowd(k) {
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
		if r.Subject.Need && len(before) == 0 && by < 0 {
			return m, false
		}
	case plover.Noun:
		if !f.compoundOf(r.Subject.Words, n) {
			return m, false
		}
		m.score += 4
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
	}
	return m, true
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

// tellNoun makes a mention of the match of a noun.
func (f *finder) tellNoun(m *match) {
	kind := plover.TypeByName(m.row.Type)
	fate := f.fateOfNoun(m.head, m.row.Lasting)
	if kind.Verbal && fate == ongoing {
		fate = real
	}
	e := rapporteur.Event{Rule: ruleNoun}
	f.cast1(&e, m, kind)
	if f.carried(&e, m, kind) {
		e.Rule = ruleLight
	}
	f.tell(m, kind, fate, e, true)
}

// carried takes from the verb that carries noun event m who does it or whom it
// befalls: "Arden carried out an attack", "Velm came under attack". It reports
// whether such a verb is there.
func (f *finder) carried(e *rapporteur.Event, m *match, kind *plover.Type) bool {
	t := f.t
	n := m.head
	for steps := 0; steps < 3 && t.Is(n, "conj", "nmod"); steps++ {
		h := t.Head(n)
		if h < 0 || t.Is(n, "nmod") && !(f.preposition(n) == "of" && f.transparent(h)) {
			break
		}
		n = h
	}
	h := t.Head(n)
	if h < 0 || t.Tokens[h].UPOS != "VERB" {
		return false
	}
	slot := ""
	c := f.clauseOf(h)
	switch {
	case c.objects[0] == n || c.objects[1] == n:
		slot = "obj"
	case t.Is(n, "obl"):
		slot = f.preposition(n)
	case t.Is(n, "nsubj"):
		slot = "subj"
	}
	effect := plover.EffectOf(f.word(h), slot)
	switch effect {
	case "do", "plan", "continue", "threaten", "fail":
		if slot != "subj" && len(e.Actors) == 0 {
			e.Actors = f.actorsAt(c.subject)
		}
	case "suffer":
		if len(e.Recipients) == 0 {
			for _, p := range f.recipientsAt(c.subject, kind) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	default:
		who := c.subject
		if c.passive {
			who = c.objects[0] // "are expected in Velm for talks"
		}
		if kind.Name == "CONSULT" && m.row.Mode != "third-party" && t.Is(n, "obl") && f.somebody(who, true) {
			switch slot {
			case "after", "following", "during", "in", "at", "for", "before", "ahead_of":
				// "arrived for talks with Velm": the one who arrived talks, too.
				m.lent = len(e.Actors) == 0
				others := e.Actors
				e.Actors = f.actorsAt(who)
				for _, p := range others {
					e.Actors = add(e.Actors, p)
				}
			}
		}
		return false
	}
	if e.Anchor.Empty() && slot == "obj" {
		m.words = append(m.words, h)
	}
	return true
}

// tells reports whether noun n tells of an event of the type.
func (f *finder) tells(n int, kind string) bool {
	for _, r := range plover.NounsOf(f.nounLemma(n)) {
		if r.Type == kind && plover.Preceded(r.Before, func(k int) string { return f.lemmaBefore(n, k) }) {
			return true
		}
	}
	return false
}

// nounLemma is the lemma of token n for the nouns of the lexicon: a participle
// that stands for a deed is a noun of its own.
func (f *finder) nounLemma(n int) string {
	if f.t.Tokens[n].UPOS == "VERB" {
		return strings.ToLower(f.t.Word(n))
	}
	return f.lemma(n)
}

// gerund reports whether the participle v only names a deed, with nothing said of
// who or whom: "to end fighting", "since fighting broke out".
func (f *finder) gerund(v int) bool {
	t := f.t
	if v+1 < len(t.Tokens) && t.Tokens[v].XPOS == "VBG" && (t.Tokens[v+1].XPOS == "VBD" || t.Tokens[v+1].XPOS == "VBZ") && !(t.Child(v, "aux") >= 0 && t.Child(v, "aux") < v) && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		return true // "fighting continued"
	}
	if k := t.Child(v, "amod", "det", "nmod:poss", "compound"); t.Tokens[v].XPOS == "VBG" && k >= 0 && k < v && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		return true // "by Velm shelling"
	}
	if t.Tokens[v].XPOS != "VBG" || t.Child(v, "aux", "aux:pass", "nsubj", "obj", "obl", "xcomp", "ccomp", "advmod") >= 0 || len(plover.NounsOf(f.nounLemma(v))) == 0 {
		return false
	}
	if m := t.Child(v, "mark"); m >= 0 {
		switch t.Lemma(m) {
		case "of", "for", "by", "from":
			return false
		}
	}
	return !t.Is(v, "root", "parataxis")
}

// undergone reports whether noun n may name a deed that whoever stands after its
// "of" undergoes: "the release of the sailors".
func (f *finder) undergone(n int) bool {
	return slices.ContainsFunc(plover.NounsOf(f.nounLemma(n)), func(r *plover.Row) bool {
		return slices.ContainsFunc(r.Obliques, func(o plover.Oblique) bool {
			return o.Role == plover.Recipient && contains(o.Prepositions, "of")
		})
	})
}

// eventful reports whether noun n may tell of an event.
func (f *finder) eventful(n int) bool { return len(plover.NounsOf(f.nounLemma(n))) > 0 }
