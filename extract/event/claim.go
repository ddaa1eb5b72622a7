package event

import "rapporteur"

// statementAt is the index of the innermost statement whose content holds span,
// or none.
func (f *finder) statementAt(span rapporteur.Span) int {
	best, size := none, 1<<62
	for _, i := range f.statementsOf(span) {
		for _, c := range f.statements[i].Content {
			if c.Contains(span) && c.Len() < size {
				best, size = int(i), c.Len()
			}
		}
	}
	return best
}

// statementsOf are the statements that have content in the sentence of span.
func (f *finder) statementsOf(span rapporteur.Span) []int32 {
	s := f.sentenceAt(span.Start)
	if s < 0 || f.said == nil {
		return nil
	}
	return f.said[s]
}

// sentenceAt is the index of the last sentence that begins at offset or before it, or
// none.
func (f *finder) sentenceAt(offset int) int {
	d := f.t.Document
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if d.Sentences[mid].Span.Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// saidIn lists for every sentence the statements with content in it.
func saidIn(d *rapporteur.Document, statements []rapporteur.Statement) [][]int32 {
	if len(statements) == 0 {
		return nil
	}
	out := make([][]int32, len(d.Sentences))
	for i, s := range statements {
		for _, c := range s.Content {
			for k := range d.Sentences {
				if d.Sentences[k].Span.Overlaps(c) {
					out[k] = append(out[k], int32(i))
				}
			}
		}
	}
	return out
}

// claim says whose word an event stands on. One who reports his own verbal act,
// or that of those he speaks for, claims nothing: he does it.
func (f *finder) claim(e *rapporteur.Event, verbal bool) {
	e.Statement = f.statementAt(e.Anchor)
	if e.Statement < 0 {
		if head := f.topOf(e.Anchor); head >= 0 && !verbal {
			e.AttributedTo = f.boast(head)
		}
		return
	}
	s := &f.statements[e.Statement]
	if (s.Denies || f.disputes(s)) && e.Status != rapporteur.StatusHypothetical {
		e.Status = rapporteur.StatusDenied
	}
	if verbal && !s.Denies && (f.speaksFor(s.Speaker, e.Actors) || f.theirs(s.Speaker, e.Actors)) {
		e.Statement = none
		return
	}
	e.AttributedTo = s.Speaker.Name
}

// boast is who says of himself that he has done what verb v tells: "claimed to have seized
// the port". "" where nobody does.
func (f *finder) boast(v int) string {
	for f.t.Is(v, "conj") && f.t.Head(v) >= 0 {
		v = f.t.Head(v)
	}
	h := f.t.Head(v)
	if h < 0 || !f.t.Is(v, "xcomp") || f.t.Lemma(h) != "claim" {
		return ""
	}
	for _, p := range f.actorsAt(f.subject(h)) {
		return p.Name
	}
	return ""
}

// interjected reports whether verb at is told by the report itself of what is said: "…, a claim that
// Velm denied".
func (f *finder) interjected(at int) bool {
	if f.t.Tokens[at].Deprel != "acl:relcl" || f.t.Head(at) < 0 {
		return false
	}
	n := f.t.Head(at)
	first, _ := f.t.Phrase(n)
	return f.isOf(claimed, n) && first > 0 && f.t.Child(n, "det") >= 0 && (f.t.Word(first-1) == "," || f.t.Word(first) == ",")
}

// denier gives what is denied on nobody's word to the one who denies it: "rejected claims
// that his troops had fired".
func (f *finder) denier(head int) string {
	for up, steps := f.t.Head(head), 0; up >= 0 && steps < 5; up, steps = f.t.Head(up), steps+1 {
		for i := range f.matches {
			m := &f.matches[i]
			if m.head != up || m.row.Type != "REJECT" {
				continue
			}
			for _, a := range m.actors {
				for _, p := range f.actorsAt(a) {
					return p.Name
				}
			}
		}
	}
	return ""
}

// theirs reports whether speaker is called by a word that says he is of the actors: "the
// rebels will fight on, their leader said".
func (f *finder) theirs(speaker rapporteur.Participant, actors []rapporteur.Participant) bool {
	if len(speaker.Spans) == 0 {
		return false
	}
	at := f.topOf(speaker.Spans[0])
	if at < 0 {
		return false
	}
	k := f.t.Child(at, "nmod:poss")
	if k < 0 || f.t.Tokens[k].UPOS != "PRON" || len(actors) == 0 {
		return false
	}
	share, _ := agree(actors, f.known(k, 0))
	return share || f.t.Lemma(k) == "their" && len(actors[0].Spans) > 0 && f.t.Sentences[f.t.SentenceOf(at)].Span.Contains(actors[0].Spans[0])
}

// disputes reports whether the cue of s is a noun after a verb of denying, which the
// tree took for a verb: "rejected claims that", "dismissed reports that".
func (f *finder) disputes(s *rapporteur.Statement) bool {
	i := f.topOf(s.Cue)
	if i < 1 || f.t.Tokens[i].XPOS != "VBZ" || f.t.Tokens[i-1].UPOS != "VERB" {
		return false
	}
	switch f.t.Lemma(i - 1) {
	case "reject", "dismiss", "deny", "refute", "dispute":
		return true
	}
	return false
}

// speaksFor reports whether speaker is one of actors or acts for one.
func (f *finder) speaksFor(speaker rapporteur.Participant, actors []rapporteur.Participant) bool {
	for _, a := range actors {
		switch {
		case a.Actor < 0 || speaker.Actor < 0:
			if a.Name == speaker.Name {
				return true
			}
		case a.Actor == speaker.Actor, a.Actor == f.cast.Principal(speaker.Actor), f.cast.Principal(a.Actor) == f.cast.Principal(speaker.Actor),
			a.Actor == f.cast.Actors[speaker.Actor].Of:
			return true
		}
	}
	return false
}
