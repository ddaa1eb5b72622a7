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
	aloof  map[int]bool // who speaks to all sides as of others
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
		if h.cue.Label == rapporteur.StageImplementing {
			f.freeing(e, h)
		}
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
		if h.cue.Label == "demands" && h.cue.Role == "subject" && f.toSides(h) {
			for _, a := range who {
				e.aloof[f.seatOf(a)] = true
			}
			return
		}
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

// freeing adds the state that frees citizens of another in an exchange, and the other:
// "Arden freed ten Velm sailors in exchange for a general".
func (f *finder) freeing(e *evidence, h *hit) {
	switch f.t.Lemma(h.verb) {
	case "free", "release", "return", "hand":
	default:
		return
	}
	o := f.t.Child(h.verb, "obj")
	if o < 0 || f.passive(h.verb) {
		return
	}
	by := f.subjects(h.verb)
	first, _ := f.t.NounPhrase(o)
	for k := first; k < o; k++ {
		if s := f.stateOf(k); s >= 0 && !slices.ContainsFunc(by, func(a int) bool { return f.seatOf(a) == s }) {
			e.add(by, byWith, 2, h.first)
			e.add([]int{s}, byWith, 2, h.first)
			return
		}
	}
}

// toSides reports whether something is demanded of all sides together, as none of them
// does: "urged the two sides to meet".
func (f *finder) toSides(h *hit) bool {
	for _, c := range f.t.Children(h.verb) {
		if c := int(c); c > h.verb && f.t.Is(c, "obj", "iobj", "obl") && f.collective(c) {
			return true
		}
	}
	return false
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
