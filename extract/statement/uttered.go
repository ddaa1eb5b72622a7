package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// uttered reports whether v says that something was said: not that it was not,
// may be or will be.
func (f *finder) uttered(v int) bool {
	t := f.t
	if t.Negated(v) {
		return false
	}
	// "did not present a plan or say who would pay": the auxiliary serves both.
	if up := t.Head(v); up >= 0 && t.Is(v, "conj") && t.Tokens[v].XPOS == "VB" && t.Tokens[up].XPOS == "VB" && t.Child(v, "nsubj", "aux") == rapporteur.None && t.Negated(up) {
		return false
	}
	for i := f.auxiliaries(v); i < v; i++ {
		if f.any(i, "not", "n't", "n’t", "never", "hardly") {
			return false
		}
		if t.Tokens[i].XPOS == "MD" {
			return false
		}
	}
	// "Had the minister said", "Should he say": a condition, or a question.
	if a, s := t.Child(v, "aux"), t.Child(v, "nsubj"); a != rapporteur.None && s > a && a >= f.first && s < v {
		return false
	}
	for _, c := range t.ChildrenBy(v, "mark") {
		if f.any(c, "if", "unless", "whether", "without") {
			return false
		}
	}
	if t.Tokens[v].XPOS != "VB" {
		return true
	}
	// "declined to say", "is ready to announce" against "went on to say".
	to := v - 1
	for to > f.first && t.Tokens[to].UPOS == "ADV" {
		to--
	}
	if !f.is(to, "to") {
		// A present tense tagged as infinitive, unless "let" or "made" governs it.
		return t.Child(v, "aux") == rapporteur.None && !t.Is(v, "xcomp") && v > f.first
	}
	switch up := t.Head(v); {
	case up < 0 || up == to:
		return false
	case t.Is(v, "xcomp"):
		switch t.Lemma(up) {
		case "go", "continue", "proceed", "quick", "appear", "seem", "come", "begin", "hasten", "rush":
			return !t.Negated(up)
		}
		return false
	case t.Is(v, "advcl"):
		return t.Verbal(up) && !t.Negated(up) && f.finite(up) && !f.any(up, "takes", "took", "need", "needs", "needed", "requires", "required", "take")
	}
	return false
}

// admits reports whether the word of this source counts with this cue.
func (f *finder) admits(cue *speech.Cue, c clause) bool {
	if c.speaker != rapporteur.None {
		if f.any(c.speaker, "i", "we", "you", "this") || f.is(c.speaker, "one") && !f.is(c.speaker+1, "of") && c.source.end-c.source.first == 1 {
			return false
		}
		if f.any(f.referent(c.speaker), "anybody", "anyone", "whoever", "nobody", "none", "neither") || f.any(c.source.first, "no", "neither", "nobody", "none") {
			return false
		}
		if f.reporting(c) {
			return false
		}
	}
	switch cue.By {
	case speech.Actor:
		return c.speaker != rapporteur.None && (f.somebody(c.speaker) || f.document(f.referent(c.speaker)) || f.body(f.referent(c.speaker)))
	case speech.Person:
		return c.speaker != rapporteur.None && (f.onePerson(c.speaker) || f.observer(c.speaker))
	case speech.Observer:
		return c.speaker != rapporteur.None && f.observer(c.speaker)
	case speech.Text:
		return c.speaker != rapporteur.None && f.document(f.referent(c.speaker))
	}
	return true
}

// reporting reports whether the clause is the outlet's own reporter introducing
// a piece: "Aster Vale reports from Velm".
func (f *finder) reporting(c clause) bool {
	if f.is(c.source.first, "our") && f.any(c.speaker, "correspondent", "reporter") {
		return true
	}
	if f.t.Lemma(c.verb) != "report" {
		return false
	}
	p := f.t.Tokens[c.speaker].UPOS == "PROPN" && f.entity(c.speaker) == rapporteur.EntityPerson
	return p || f.any(c.speaker, "correspondent", "reporter")
}
