package event

import (
	"strings"

	"rapporteur/knowledge/plover"
)

// suits reports whether a noun phrase may fill a slot, by its words alone.
func (f *finder) suits(s plover.Slot, p prepositional) bool {
	at := p.head
	switch s.Role {
	case plover.Noun:
		return f.isOf(s.Words, at)
	case plover.Actor, plover.Recipient:
		if f.t.Tokens[at].UPOS == "VERB" {
			return false
		}
		if s.Need {
			return f.somebody(at, s.Body) || s.Role == plover.Recipient && p.preposition != "in" && f.seat(at)
		}
		switch p.preposition {
		case "in", "near", "over":
			return s.Role == plover.Recipient && f.there(at) || f.somebody(at, false)
		case "at", "on", "for", "of", "to", "as":
			// Where they may say anything, they say to whom only of those who can be meant.
			return s.Role == plover.Recipient && f.befalls(at) || f.somebody(at, false)
		}
		return true
	case plover.Host:
		return f.placeAt(at) >= 0
	}
	return true
}

// fill puts the noun phrase headed by at (none where there is none) into a
// slot; false if the slot asks for what is not there.
func (f *finder) fill(m *match, s plover.Slot, at int, subject bool) bool {
	switch s.Role {
	case plover.Nobody:
		return true
	case plover.Anything:
		if subject {
			return true
		}
		if at < 0 {
			return false
		}
		m.score++
		m.matters = append(m.matters, at)
		return true
	case plover.Noun:
		if at < 0 || !f.isOf(s.Words, at) {
			return false
		}
		m.words = append(m.words, at)
		m.score += 3 + max(1, plover.Matches(s.Words, f.lemma(at), func(n int) string { return f.lemmaBefore(at, n) }))
		return true
	}
	if s.Role == plover.Host && !f.inhabited(at) {
		return false
	}
	if len(s.Words) > 0 {
		if at < 0 || !f.isOf(s.Words, at) {
			return false
		}
		if s.Role != plover.Actor {
			m.words = append(m.words, at)
		}
		m.score += 3
	}
	if at < 0 {
		return !s.Need
	}
	if s.Need && s.Role != plover.Host && len(s.Words) == 0 && !f.somebody(at, s.Body) && !(s.Role == plover.Recipient && f.seat(at)) {
		return false
	}
	if s.Crowd && !f.crowd(at) {
		return false
	}
	if len(s.Not) > 0 && f.isOf(s.Not, at) {
		return false
	}
	if s.Need {
		m.score++
	}
	if !subject {
		m.score++
	}
	switch s.Role {
	case plover.Actor:
		m.reciprocal = m.reciprocal || len(m.actors) > 0
		m.actors = append(m.actors, at)
	case plover.Recipient:
		m.recipients = append(m.recipients, at)
	case plover.Host:
		m.hosts = append(m.hosts, at)
	}
	return true
}

// isOf reports whether the noun phrase headed by at is of one of the classes or
// lemmas, itself or one of its coordinates; "P" stands for any known place.
func (f *finder) isOf(words []string, at int) bool {
	if contains(words, "P") && f.placeAt(at) >= 0 {
		return true
	}
	for _, i := range f.t.Conjuncts(at) {
		if plover.IsOf(words, f.lemma(i), func(n int) string { return f.lemmaBefore(i, n) }) {
			return true
		}
		if f.transparent(i) {
			for _, k := range f.t.ChildrenBy(i, "nmod") {
				if f.preposition(k) == "of" && plover.IsOf(words, f.lemma(k), func(n int) string { return f.lemmaBefore(k, n) }) {
					return true // "some of its troops"
				}
			}
		}
	}
	return false
}

// lemma is the lemma of token i for the lexicon.
func (f *finder) lemma(i int) string {
	lemma := f.t.Lemma(i)
	if f.t.Tokens[i].UPOS == "VERB" && i > 1 && f.t.Word(i-1) == "-" && f.t.Lemma(i-2) == "test" {
		return "test-" + lemma
	}
	if f.t.Tokens[i].UPOS == "VERB" && len(plover.VerbsOf(lemma)) == 0 {
		if known, ok := plover.Forms()[strings.ToLower(f.t.Word(i))]; ok {
			return known
		}
		if strings.HasSuffix(lemma, "ed") {
			return stemmed(lemma)
		}
	}
	return lemma
}

// stemmed is the verb of the lexicon that a past form is of which was taken for a
// lemma ("recommitted"); the form itself where there is none.
func stemmed(form string) string {
	stem := form[:len(form)-len("ed")]
	n := len(stem)
	if n < 3 {
		return form
	}
	for _, verb := range [3]string{stem, form[:n+1], stem[:n-1]} {
		if verb == stem[:n-1] && stem[n-1] != stem[n-2] {
			continue // only a consonant that was doubled goes
		}
		if len(plover.VerbsOf(verb)) > 0 {
			return verb
		}
	}
	return form
}

// lemmaBefore is the n-th lemma before token i in its sentence; a hyphen does
// not count.
func (f *finder) lemmaBefore(i, n int) string {
	first := f.t.Sentences[f.t.SentenceOf(i)].First
	for i--; i >= first; i-- {
		if f.t.Word(i) == "-" {
			continue
		}
		if n--; n == 0 {
			if f.t.Tokens[i].UPOS == "ADJ" || f.t.Tokens[i].UPOS == "VERB" && f.t.Is(i, "amod", "compound") {
				return strings.ToLower(f.t.Word(i)) // "hunger", taken for "hung" compared; "stinging"
			}
			return f.t.Lemma(i)
		}
	}
	return ""
}

// predicate reports whether token i is what the subject is said to be: "is
// ready", "remains opposed", "declared itself ready".
func (f *finder) predicate(i int) bool {
	return f.t.Child(i, "cop", "aux:pass") >= 0 || f.t.Is(i, "xcomp", "root", "conj", "ccomp", "advcl", "acl")
}

// negated reports whether the clause of v is negated, with auxiliaries and
// raising verbs that stand between: "has not agreed", "did not seem to agree".
func (f *finder) negated(v int) bool {
	if f.t.Negated(v) {
		return true
	}
	if s := f.t.Child(v, "nsubj", "nsubj:pass"); s >= 0 && f.negativeNoun(s) {
		return true
	}
	if o := f.t.Child(v, "obj"); o >= 0 && f.negativeNoun(o) {
		return true
	}
	return false
}

// negativeNoun reports whether a noun phrase says that there is none: "no
// agreement", "neither side", "none of them".
func (f *finder) negativeNoun(n int) bool {
	switch f.t.Lemma(n) {
	case "nobody", "none", "nothing", "neither":
		return true
	}
	if k := f.t.Child(n, "nmod:poss"); k >= 0 && k < n && f.t.Child(k, "det") >= 0 && f.t.Lemma(f.t.Child(k, "det")) == "no" {
		return true // "no nurses' strike"
	}
	if d := f.t.Child(n, "det", "cc:preconj"); d >= 0 {
		switch f.t.Lemma(d) {
		case "no", "neither":
			return true
		}
	}
	return false
}

func contains(in []string, s string) bool {
	for _, x := range in {
		if x == s {
			return true
		}
	}
	return false
}
