package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// evidence is what speaks for each actor as a side of the negotiation.
type evidence struct {
	f      *finder
	weight []float64
	kinds  [][evidenceKinds]float64 // of each actor, by what it comes from
	spans  [][]rapporteur.Span
}

// What speaks for a side.
const (
	byBetween = iota // "talks between Arden and Velm"
	byWith           // "Arden held talks with Velm"
	byPair           // "Arden-Velm talks"
	byTeam           // "Arden's negotiators"
	bySides          // "both sides", where the cast knows them
	byAct            // agreed, signed, rejected, offered …
	byStance         // demands, insists …
	byFight          // fights the other side
	evidenceKinds
)

// most is how much each of them can weigh in all: ten demands do not make a
// side of one whom nobody negotiates with.
var most = [evidenceKinds]float64{8, 5, 6, 4, 3, 5, 3, 2}

func (e *evidence) add(actors []int, kind int, weight float64, at int) {
	for _, a := range actors {
		s := e.f.seatOf(a)
		if s < 0 {
			continue
		}
		w := &e.kinds[s][kind]
		*w = min(*w+weight, most[kind])
		e.spans[s] = append(e.spans[s], e.f.t.Tokens[at].Span)
	}
}

// named adds what the words around a noun say: between whom, with whom, whose.
func (f *finder) named(e *evidence, n noun) {
	s := f.t.Sentences[f.t.SentenceOf(n.head)]
	strong := 1.0
	switch {
	case n.class&(know.Talks|know.Deal|know.Truce) != 0 && n.weight >= 0.7:
	case n.class&know.Dispute != 0:
		strong = 0.7
	case n.class&know.Side != 0:
		if who := f.actorsAt(n.head); len(who) > 1 {
			e.add(who, bySides, 1, n.head)
		}
		return
	case n.class&know.Proposal != 0:
		strong = 0.4
		if n.weight >= 0.7 {
			e.add(f.proposer(n.head), byAct, 0.8, n.head)
		}
	default:
		strong = 0.5
	}
	for k := n.head + 1; k < s.End && k < n.head+14 && !f.parts(k); k++ {
		switch f.t.Word(k) {
		case "between", "among":
			who := f.mentionFrom(k+1, s.End)
			if len(who) < 2 || f.possessed(k+1, s.End) {
				who = f.listed(k+1, s.End)
			}
			e.add(who, byBetween, 4*strong, n.head)
		case "with":
			if k > n.head+4 || n.class&(know.Talks|know.Deal|know.Truce) == 0 {
				continue
			}
			e.add(f.after(k+1, 6), byWith, 2.5*strong, n.head)
			if v := f.t.Head(n.head); v >= 0 && f.t.Tokens[v].UPOS == "VERB" && f.t.Is(n.head, "obj", "obl") {
				e.add(f.subjects(v), byWith, 1.5*strong, v)
			}
		}
	}
	f.paired(e, n, strong)
}

// possessed reports whether one of those named from token i on only says whose
// something is: "between the union and Arden's biggest port".
func (f *finder) possessed(i, end int) bool {
	for k := i; k < end && k < i+12; k++ {
		if len(f.actorsAt(k)) > 0 && f.possessor(k) {
			return true
		}
	}
	return false
}

// paired adds the actors whose names or adjectives stand before a noun with a
// hyphen or an "and" between them: "Arden-Velm talks".
func (f *finder) paired(e *evidence, n noun, strong float64) {
	var who []int
	joint := false
	for k := n.first - 1; k >= 0 && k > n.first-8; k-- {
		if f.hyphen(k) {
			joint = joint || len(who) > 0
			continue
		}
		a := f.cast.At(k)
		if a < 0 && (f.t.Tokens[k].UPOS == "PROPN" || f.t.Tokens[k].UPOS == "ADJ") {
			a = f.covering(k)
		}
		if a < 0 {
			if u := f.t.Tokens[k].UPOS; u == "ADJ" || u == "PROPN" || u == "NOUN" {
				continue
			}
			break
		}
		if !slices.Contains(who, a) {
			who = append(who, a)
		}
	}
	if joint && len(who) > 1 {
		e.add(who, byPair, 3*strong, n.head)
	}
}

// listed are the actors of a list that begins with token i: "Arden, Velm and
// the islanders".
func (f *finder) listed(i, end int) []int {
	var out []int
	and := false
	for k := i; k < end && k < i+28; k++ {
		if who := f.actorsAt(k); len(who) > 0 && !f.possessor(k) {
			for _, a := range who {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
			continue
		}
		t := f.t.Tokens[k]
		switch {
		case f.t.Word(k) == "and":
			and = true
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD" || f.t.Word(k) == ";":
			return out
		case and && len(out) > 1 && t.UPOS == "ADP":
			return out
		}
	}
	return out
}

// acting adds what a cue says of those who act: they agree, they refuse.
func (f *finder) acting(e *evidence, h *hit) {
	switch h.cue.Table {
	case know.Answer:
		if h.cue.Role == "subject" {
			e.add(f.subjects(h.verb), byAct, 1.5, h.first)
		}
	case know.Awaited:
		e.add(f.owing(h), byAct, 1, h.first)
	case know.Sticking:
		if h.cue.Weight >= 1 && f.t.Tokens[h.verb].UPOS != "NOUN" {
			e.add(f.subjects(h.verb), byAct, 1.2, h.first)
		}
	case know.Content:
		if h.cue.Label == "act" {
			e.add(f.subjects(h.verb), byAct, 1.2, h.first)
		}
	case know.Stage:
		switch h.cue.Label {
		case rapporteur.StageDealReached, rapporteur.StageSigned, rapporteur.StageAgreedToMeet, rapporteur.StageUnderWay, rapporteur.StageImplementing, rapporteur.StageCritical:
			if f.t.Tokens[h.verb].UPOS == "VERB" {
				e.add(f.subjects(h.verb), byAct, 1.2, h.first)
			}
		case rapporteur.StageSuspended, rapporteur.StageCollapsed, rapporteur.StageRejected:
			if f.t.Tokens[h.verb].UPOS == "VERB" {
				e.add(f.subjects(h.verb), byAct, 1, h.first)
			}
		}
	case know.Stance:
		if h.cue.Role != "subject" && h.cue.Role != "owner" {
			return
		}
		who := f.holders(h)
		switch h.cue.Label {
		case "demands", "insists", "offers", "accepts", "rejects":
			e.add(who, byStance, 0.6, h.first)
			if h.cue.Label == "demands" && h.cue.Role == "subject" {
				e.add(f.addressed(h), byStance, 0.4, h.first)
			}
		case "opposes", "open-to":
			e.add(who, byStance, 0.4, h.first)
		default:
			e.add(who, byStance, 0.1, h.first)
		}
	}
}

// addressed are those of whom something is demanded: "urged the rebels to …".
func (f *finder) addressed(h *hit) []int {
	if o := f.t.Child(h.verb, "obj", "iobj"); o >= 0 {
		return f.actorsAt(o)
	}
	return nil
}

// consulting adds those with whom a mediator talks.
func (f *finder) consulting(e *evidence) {
	for i := range f.events {
		v := &f.events[i]
		if v.Type != "CONSULT" || v.Status == rapporteur.StatusDenied {
			continue
		}
		var mediated bool
		var others []int
		for _, list := range [2][]rapporteur.Participant{v.Actors, v.Recipients} {
			for _, p := range list {
				switch {
				case p.Actor < 0:
				case f.mediates(f.seatOf(p.Actor)):
					mediated = true
				default:
					others = append(others, p.Actor)
				}
			}
		}
		if mediated {
			e.add(others, byWith, 1, f.tokenAt(v.Anchor.Start))
		}
	}
}

// fighting adds those who fight each other.
func (f *finder) fighting(e *evidence) {
	for i := range f.events {
		v := &f.events[i]
		if v.Type != "ASSAULT" || v.Status == rapporteur.StatusDenied {
			continue
		}
		at := f.tokenAt(v.Anchor.Start)
		for _, list := range [2][]rapporteur.Participant{v.Actors, v.Recipients} {
			for _, p := range list {
				if p.Actor >= 0 && f.cast.Actors[p.Actor].Kind != rapporteur.ActorPeople {
					e.add([]int{p.Actor}, byFight, 0.5, at)
				}
			}
		}
	}
}
