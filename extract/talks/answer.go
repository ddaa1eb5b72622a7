package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// answers adds what each side made of a proposal.
func (f *finder) answers(b *bundle) {
	given := map[string]bool{}
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Answer {
			continue
		}
		answer := h.cue.Label
		if f.negated(h.verb) && !negative(h.cue) {
			if answer != "accepted" {
				continue
			}
			answer = "rejected"
		}
		if h.cue.Elements[0].Words == nil || f.t.Tokens[h.verb].UPOS == "VERB" && f.past(h.verb) || f.conditional(h) || f.toReporters(h) {
			continue
		}
		if answer == "awaited" && len(b.proposals) == 0 && !f.aboutDeal(h.first) {
			continue // an answer to a demand, or to reporters
		}
		who := f.answering(h)
		names := f.names(who)
		if len(names) > 1 && f.t.Lemma(h.verb) == "agree" && h.noun >= 0 && f.class[h.noun]&know.Proposal == 0 {
			continue // both agreed to a truce: a deal
		}
		if len(names) == 0 || !f.involved(who) {
			continue
		}
		name := joined(names)
		span := f.span(f.subjectStart(h), f.reach(h))
		if given[name+answer] || b.refined(name, answer, span) {
			continue
		}
		given[name+answer] = true
		p := b.answered(f, h, name)
		p.Answers = append(p.Answers, rapporteur.Answer{Actor: name, Answer: answer, Span: span, Rule: "talks/answer"})
	}
}

// refined reports whether the same words tell an answer of the same side
// already, and makes it the fuller of the two: "accepted" is part of "accepted
// with reservations".
func (b *bundle) refined(name, answer string, span rapporteur.Span) bool {
	for i := range b.proposals {
		for k := range b.proposals[i].Answers {
			a := &b.proposals[i].Answers[k]
			if a.Actor == name && a.Span.Overlaps(span) {
				if answer == "accepted-with-reservations" || answer == "countered" {
					a.Answer = answer
				}
				return true
			}
		}
	}
	return false
}

// conditional reports whether an answer is only imagined: "if it accepts".
func (f *finder) conditional(h *hit) bool {
	if f.is(h.first, "if") || f.open(h) >= 0 {
		return false
	}
	for _, c := range f.t.Children(h.verb) {
		if w := lower(f.t.Word(int(c))); f.t.Is(int(c), "mark") && (w == "if" || w == "unless" || w == "whether") {
			return true
		}
	}
	switch f.tense(h.verb) {
	case possible:
		return h.cue.Label != "rejected"
	case ahead:
		return h.cue.Label == "accepted"
	}
	return false
}

// open is the "whether" or "if" within a cue that says that it is not known what
// somebody will do, or None: "it was not clear whether the rebels would accept".
func (f *finder) open(h *hit) int {
	for k := h.first + 1; k < h.end; k++ {
		if w := f.t.Word(k); (w == "whether" || w == "if") && h.cue.Role == "object" {
			return k
		}
	}
	return rapporteur.None
}

// answering are those who answer.
func (f *finder) answering(h *hit) []int {
	switch h.cue.Role {
	case "agent":
		return f.after(h.end, 6)
	case "owner":
		return f.owners(h.first)
	case "speaker":
		return f.speaker(h.first)
	case "object":
		if k := f.open(h); k >= 0 {
			return f.after(k+1, h.end-k)
		}
		return f.after(h.first+1, h.end-h.first+6)
	}
	if f.is(h.first, "if") {
		return f.after(h.first+1, h.end-h.first)
	}
	return f.subjects(h.verb)
}

// subjectStart is where the subject of a cue's verb begins, if it is near, or
// the phrase of a cue that is a noun.
func (f *finder) subjectStart(h *hit) int {
	if h.cue.Role == "owner" || f.t.Nominal(h.first) && f.t.Tokens[h.verb].UPOS != "VERB" {
		return f.phraseStart(h.first)
	}
	v := f.governing(h.verb)
	if up := f.t.Head(v); up >= 0 && f.t.Is(v, "xcomp") && f.t.Lemma(up) == "have" && f.t.Child(v, "nsubj", "nsubj:pass") < 0 {
		v = up // "have yet to reply"
	}
	if s := f.t.Child(v, "nsubj", "nsubj:pass"); s >= 0 && s <= h.first && h.first-s < 6 {
		if first, _ := f.t.NounPhrase(s); h.first-first < 9 {
			return first
		}
	}
	return h.first
}

// answered is the proposal that an answer is about: of those that others made
// the one whose name stands nearest before it; a new one where there is none.
func (b *bundle) answered(f *finder, h *hit, who string) *rapporteur.Proposal {
	at := f.t.Tokens[h.first].Span.Start
	best := rapporteur.None
	for i := range b.proposals {
		p := &b.proposals[i]
		if p.By == who && who != "" {
			continue
		}
		if best < 0 || p.Span.Start <= at && p.Span.Start > b.proposals[best].Span.Start {
			best = i
		}
	}
	if best >= 0 {
		return &b.proposals[best]
	}
	by := ""
	name := f.span(h.first, h.end)
	if h.noun >= 0 {
		by, name = joined(f.names(f.proposer(h.noun))), f.t.Tokens[h.noun].Span
	}
	if by == who {
		by = ""
	}
	return b.of(by, name)
}
