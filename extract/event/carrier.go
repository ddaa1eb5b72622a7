package event

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// tellNoun makes a mention of the match of a noun.
func (f *finder) tellNoun(m *match) {
	if m.row.Mode == "ceasefire" && f.fails(m.head) {
		return
	}
	kind := plover.TypeByName(m.row.Type)
	fate := f.fateOfNoun(m.head, m.row.Lasting)
	if kind.Verbal && fate == ongoing {
		fate = real
	}
	e := rapporteur.Event{Rule: ruleNoun}
	f.parties(&e, m, kind)
	if f.carried(&e, m, kind) {
		e.Rule = ruleLight
	}
	f.tell(m, kind, fate, e, true)
}

// fails reports whether the truce that noun n names is told to have come to nothing: "the
// cease-fire collapsed".
func (f *finder) fails(n int) bool {
	h := f.t.Head(n)
	if h < 0 || !f.t.Is(n, "nsubj") {
		return false
	}
	switch f.word(h) {
	case "collapse", "fail", "unravel", "crumble", "falter", "break_down", "fall_apart":
		return true
	}
	return false
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
	if who := f.claimant(n); who >= 0 {
		if len(e.Actors) == 0 {
			e.Actors = f.actorsAt(who)
		}
		m.owned = true
		return true
	}
	if s := t.Child(n, "nsubj"); s >= 0 && s < n && f.preposition(n) == "at" && t.Child(n, "cop") >= 0 && kind.Name == "ASSAULT" && len(e.Actors) == 0 {
		e.Actors = f.actorsAt(s) // "has been at war with Velm"
		return true
	}
	h := t.Head(n)
	if h >= 0 && t.Tokens[h].UPOS == "ADV" && t.Lemma(h) == "ahead" {
		h = t.Head(h) // "ahead of talks", hung on the adverb
	}
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
	if t.Lemma(h) == "use" && slot == "obj" && t.Tokens[m.head].XPOS == "NNS" && t.Child(m.head, "det", "nmod:poss") < 0 {
		effect = "do" // "have been using air strikes", but not "used the strike"
	}
	switch effect {
	case "do", "plan", "continue", "threaten", "fail":
		if who := c.subject; slot != "subj" && len(e.Actors) == 0 {
			if l := t.Lemma(h); c.passive && t.Is(n, "obl") && (l == "lock" || l == "embroil" || l == "engage") {
				who = c.objects[0] // "are locked in a war with Velm"
			}
			e.Actors = f.actorsAt(who)
		}
	case "suffer":
		for _, k := range append(t.ChildrenBy(n, "nmod"), t.ChildrenBy(h, "obl")...) {
			if len(e.Actors) == 0 && k > n && f.preposition(k) == "from" {
				e.Actors = f.known(k, 0) // "came under fire from the rebels"
			}
		}
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
		if kind.Name == "CONSULT" && m.row.Mode != "third-party" && !(m.row.Mode == "visit" && len(e.Actors) > 0) && t.Is(n, "obl") && f.somebody(who, true) {
			switch slot {
			case "after", "following", "during", "in", "at", "for", "before", "ahead_of":
				// "arrived for talks with Velm": the one who arrived talks, too.
				m.lent = len(e.Actors) == 0
				others := e.Actors
				e.Actors = f.actorsAt(who)
				for _, p := range others {
					e.Actors = add(e.Actors, p)
				}
				if o := c.objects[0]; m.lent && slot == "during" && !c.passive && o >= 0 && f.somebody(o, true) {
					for _, p := range f.known(o, 0) {
						e.Actors = add(e.Actors, p) // "told the king during a meeting"
					}
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

// claimant is who says that the deed that noun n names is his own: "claimed responsibility
// for the bombing"; none where nobody does.
func (f *finder) claimant(n int) int {
	r := f.t.Head(n)
	if r < 0 || f.preposition(n) != "for" {
		return none
	}
	v := f.t.Head(r)
	if f.t.Lemma(r) != "responsibility" {
		// "claimed responsibility for" with the deed hung on the verb
		if o := f.t.Child(r, "obj", "nsubj:pass"); o >= 0 && f.t.Lemma(o) == "responsibility" {
			v = r
		} else {
			return none
		}
	}
	if v < 0 || f.t.Tokens[v].XPOS == "VBG" {
		return none
	}
	switch f.t.Lemma(v) {
	case "claim", "accept", "assume", "take", "admit":
		if f.negated(v) {
			return none
		}
		return f.clauseOf(v).subject
	}
	return none
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
	if k := t.Child(v, "mark", "case"); t.Tokens[v].XPOS == "VBG" && k >= 0 && k < v && t.Lemma(k) == "amid" && t.Child(v, "nsubj", "obj") < 0 && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		return true // "urged a truce amid fighting with the rebels": not the one who urges it fights
	}
	if v+1 < len(t.Tokens) && t.Tokens[v].XPOS == "VBG" && (t.Tokens[v+1].XPOS == "VBD" || t.Tokens[v+1].XPOS == "VBZ") && !(t.Child(v, "aux") >= 0 && t.Child(v, "aux") < v) && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		return true // "fighting continued"
	}
	if k := t.Child(v, "amod", "det", "nmod:poss", "compound"); t.Tokens[v].XPOS == "VBG" && !(t.Is(v, "advcl") && t.Child(v, "case") >= 0) && k >= 0 && k < v && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		return true // "by Velm shelling"
	}
	if t.Tokens[v].XPOS == "VBG" && t.Child(v, "aux", "nsubj", "obj", "xcomp", "ccomp") < 0 && len(plover.NounsOf(f.nounLemma(v))) > 0 {
		if t.Is(v, "nsubj") || slices.ContainsFunc(t.ChildrenBy(v, "obl"), func(k int) bool { return k > v && f.preposition(k) == "between" }) {
			return true // "fighting in Dalmoth between Arden and Velm spread"
		}
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

// nominalized reports whether the participle v is a noun that the lexicon does not
// know: "through the northern crossing into Velm".
func (f *finder) nominalized(v int) bool {
	t := f.t
	if t.Tokens[v].XPOS != "VBG" || t.Child(v, "aux", "nsubj", "obj", "mark") >= 0 {
		return false
	}
	if k := t.Child(v, "det", "compound", "nmod:poss"); k >= 0 && k < v && !(t.Tokens[k].UPOS == "PROPN" && t.Is(v, "advcl") && t.Child(v, "case") >= 0) {
		return true
	}
	if k := t.Child(v, "case"); k >= 0 && t.Lemma(k) == "with" && t.Is(v, "advcl") {
		return false // "With Arden mediating, …"
	}
	// "the Velm crossing", read as a name and a participle
	return v > 0 && t.Tokens[v-1].UPOS == "PROPN" && t.Child(v-1, "det") >= 0 && t.Child(v-1, "case") >= 0 && t.Head(v-1) == t.Head(v)
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
