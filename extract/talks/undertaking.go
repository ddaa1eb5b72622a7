package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// undertaken is what somebody agreed, offered or promised to do or give.
func (f *finder) undertaken(h *hit) []piece {
	who := f.holdersOf(h)
	if !f.involved(who) {
		return nil
	}
	first, end := h.end, f.stretch(h.end)
	for first < end && f.dated(first) {
		first++ // "agreed on Monday to open the road"
	}
	if first >= end {
		return nil
	}
	if lower(f.t.Word(first)) == "to" && f.t.Lemma(h.verb) == "propose" {
		for k := first + 1; k < end && k < first+9; k++ {
			if f.t.Word(k) == "that" {
				return f.clauses(k+1, end) // "proposed to the rebels that they …"
			}
		}
	}
	if lower(f.t.Word(h.end-1)) == "that" {
		for k := h.end; k < end && k < h.end+4; k++ {
			if f.class[k]&know.Talks != 0 {
				return nil // "agreed that talks should begin"
			}
		}
		return f.clauses(h.end, f.clauseEnd(h.end))
	}
	if lower(f.t.Word(h.end-1)) == "to" && f.t.Tokens[h.end].UPOS != "DET" && f.t.Tokens[h.end].UPOS != "NUM" {
		return f.verbs(h.end, end)
	}
	if lower(f.t.Word(first)) == "to" {
		if u := f.t.Tokens[min(first+1, end-1)].UPOS; u == "DET" || u == "NUM" {
			return f.purposes(f.phrases(first+1, end))
		}
		return f.verbs(first+1, end)
	}
	if lower(f.t.Word(first)) == "that" {
		return f.clauses(first+1, end)
	}
	return f.purposes(f.phrases(first, end))
}

func (f *finder) holdersOf(h *hit) []int {
	if f.passive(h.verb) {
		return nil
	}
	return f.subjects(h.verb)
}

// involved reports whether one of the actors sits at the table or between.
func (f *finder) involved(who []int) bool {
	for _, i := range who {
		s := f.seatOf(i)
		for _, list := range [2][]side{f.parties, f.mediators} {
			for _, p := range list {
				if p.actor == i || f.actsFor(s, p.actor) {
					return true
				}
			}
		}
	}
	return false
}

// actsFor reports whether actor a acts for the side whose actor is b.
func (f *finder) actsFor(a, b int) bool {
	if a < 0 || a == b {
		return a >= 0
	}
	x, y := f.who(a), f.who(b)
	if x.Kind == rapporteur.ActorPerson && sector(x, "GOV") && x.Of < 0 && x.Country == "" && (y.Kind == rapporteur.ActorGovernment || y.Kind == rapporteur.ActorState && f.atHome(b)) {
		return true // the governor, in talks with his government
	}
	return f.oneSide(a, b)
}
