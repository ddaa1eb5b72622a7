package event

import "rapporteur"

// pronounced is whom the pronoun at means where nobody told: the subject of the
// clause above the one it is the subject of. "Arden said it would withdraw."
func (f *finder) pronounced(at int) int {
	t := f.t
	switch t.Lemma(at) {
	case "he", "she", "it", "they":
	default:
		return none
	}
	v := t.Head(at)
	if v >= 0 && t.Is(at, "obj") && t.Is(v, "conj") {
		return f.first(at, v)
	}
	if v < 0 || !t.Is(at, "nsubj", "nsubj:pass") {
		return none
	}
	if n := t.SentenceOf(at); t.Head(v) < 0 && n > 0 && at-t.Sentences[n].First < 3 {
		return f.topic(n-1, at)
	}
	for steps := 0; steps < 4; steps++ {
		h := t.Head(v)
		if h < 0 {
			return none
		}
		if t.Verbal(h) {
			if s := t.Child(h, "nsubj", "nsubj:pass"); s >= 0 && s != at {
				if t.Tokens[s].UPOS == "PRON" || !agrees(t.Lemma(at), t.Tokens[s].XPOS) {
					return none
				}
				return s
			}
		}
		v = h
	}
	return none
}

// first is whom the pronoun at, object of the second of two clauses, means: the subject of the
// first. "The front has been banned, and the government accused it of the raid."
func (f *finder) first(at, v int) int {
	t := f.t
	h := t.Head(v)
	own := t.Child(v, "nsubj", "nsubj:pass")
	if h < 0 || own < 0 || !t.Verbal(h) {
		return none
	}
	s := t.Child(h, "nsubj", "nsubj:pass")
	if s < 0 || s == own || t.Tokens[s].UPOS == "PRON" || !agrees(t.Lemma(at), t.Tokens[s].XPOS) {
		return none
	}
	return s
}

// addressed is the one who is asked to end a deed that is told to be "its" or "their": "called
// on the rebels to end their attacks"; none where i is no such word.
func (f *finder) addressed(i int) int {
	t := f.t
	if t.Tokens[i].UPOS != "PRON" || !t.Is(i, "nmod:poss") || t.Lemma(i) != "its" && t.Lemma(i) != "their" && t.Lemma(i) != "they" && t.Lemma(i) != "it" {
		return none
	}
	n := t.Head(i)
	if n < 0 || !t.Is(n, "obj") || !f.eventful(n) {
		return none
	}
	v := t.Head(n)
	if v < 0 || !t.Is(v, "xcomp", "advcl", "ccomp") || !f.infinitive(v) || t.Head(v) < 0 {
		return none
	}
	switch t.Lemma(t.Head(v)) {
	case "call", "urge", "ask", "tell", "order", "press", "push", "appeal", "warn", "implore", "exhort", "invite", "pressure":
		return f.controller(t.Head(v), v)
	}
	return none
}

// topic is the subject of the main clause of sentence n, if the pronoun at of the
// next one may mean it.
func (f *finder) topic(n, at int) int {
	t := f.t
	s := t.Sentences[n]
	if s.Heading {
		return none
	}
	for i := s.First; i < s.End; i++ {
		if t.Head(i) >= 0 {
			continue
		}
		subject := t.Child(i, "nsubj", "nsubj:pass")
		a := f.cast.At(subject)
		if subject < 0 || a < 0 || !agrees(t.Lemma(at), t.Tokens[subject].XPOS) {
			return none
		}
		person := f.cast.Actors[a].Kind == rapporteur.ActorPerson || f.cast.Actors[a].Kind == rapporteur.ActorOffice
		if l := t.Lemma(at); l != "they" && person != (l == "he" || l == "she") {
			return none
		}
		return subject
	}
	return none
}

// agrees reports whether a pronoun may stand for a noun with the tag.
func agrees(pronoun, tag string) bool {
	plural := tag == "NNS" || tag == "NNPS"
	switch pronoun {
	case "it":
		return !plural || tag == "NNPS"
	case "he", "she":
		return !plural
	}
	return true
}
