package event

import "rapporteur"

// sameDay gives what a sentence tells on from the one before it ("They also seized the
// airport") the day of the last act told there, of the same actor and on the same
// word. Only a pronoun that opens the sentence, or "also" and "then", say that the
// story goes on; elsewhere no day is guessed.
func (f *finder) sameDay(events []mention) {
	for i := range events {
		e := &events[i]
		if e.Date != "" || e.Status != rapporteur.StatusHappened || e.Historical || e.noun || !f.goesOn(e) {
			continue
		}
		for k := i - 1; k >= 0 && events[k].Sentence >= e.Sentence-1; k-- {
			a := &events[k]
			if a.noun || a.Status != rapporteur.StatusHappened || !f.preterite(a.head) || a.AttributedTo != e.AttributedTo {
				continue
			}
			if share, _ := agree(a.Actors, e.Actors); !share {
				continue
			}
			if len(a.Date) == len("2006-01-02") {
				e.Date, e.DateSpan, e.date = a.Date, a.DateSpan, a.date
			}
			break
		}
	}
}

// goesOn reports whether the clause that tells e takes up the sentence before it.
func (f *finder) goesOn(e *mention) bool {
	t := f.t
	s := t.Sentences[e.Sentence]
	if !f.preterite(e.head) {
		return false
	}
	v := e.head
	for steps := 0; t.Is(v, "conj") && t.Head(v) >= s.First && steps < 4; steps++ {
		v = t.Head(v)
	}
	if t.Head(v) >= 0 {
		return false
	}
	if p := t.Child(v, "nsubj"); p >= 0 && p-s.First < 2 && t.Tokens[p].UPOS == "PRON" {
		switch t.Lemma(p) {
		case "he", "she", "it", "they":
			return true
		}
	}
	for _, k := range t.ChildrenBy(e.head, "advmod") {
		if l := t.Lemma(k); l == "also" || l == "then" {
			return true
		}
	}
	return false
}
