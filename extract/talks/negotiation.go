package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A report speaks of a negotiation if plain words alone say so this strongly, or
// plain words with all that goes with them; and so much more is asked for every
// token, since long reports gather words of talks, deals and demands by the way.
// Reports of raids, visits and floods stay below 3, most of those of talks are
// above 6.
const (
	plain        = 2.5
	plainLonger  = 1.0 / 800
	together     = 2.2
	togetherMore = 1.0 / 200
)

// oneSided is how strongly words must say that somebody negotiates where but one
// side is known: plain ones, or all with more asked for in long reports. Reports
// of talks that name one side are above 7.
const oneSided = 4.0

// negotiated reports whether somebody negotiates.
func (f *finder) negotiated() bool {
	n := float64(f.size)
	plainly, all := f.strength()
	return (plainly >= plain+plainLonger*n || all >= together+togetherMore*n) && f.newsOf(plainly) && !f.bygone()
}

// strength is how strongly nouns and cues say that somebody negotiates: plain
// words alone, and all together. Talks, truces and mediators say it themselves;
// agreements, offers and demands are made without any negotiation, too, and all
// of them together say no more than one plain word does.
func (f *finder) strength() (plainly, all float64) {
	var deals, demands, quarrel float64
	disputed := make([]bool, len(f.t.Sentences))
	for _, n := range f.nouns {
		if n.class&know.Dispute != 0 {
			disputed[f.t.SentenceOf(n.head)] = true
		}
	}
	seen := map[know.Class]float64{}
	for _, n := range f.nouns {
		// The third time a word of a class is used it says less.
		seen[n.class]++
		w := n.weight / max(1, seen[n.class]-2)
		if f.courteous(n) {
			w = 0.2
		}
		if n.class&(know.Talks|know.Truce|know.Mediator|know.Side) != 0 || n.weight >= 1.5 {
			plainly += w
		} else {
			deals += w
		}
		if n.class&(know.Dispute|know.Side) == 0 && n.weight >= 0.3 && disputed[f.t.SentenceOf(n.head)] {
			quarrel += 0.7
		}
	}
	for i := range f.hits {
		switch h := &f.hits[i]; h.cue.Table {
		case know.Mediation:
			plainly += h.cue.Weight / 2
		case know.Stage:
			switch {
			case f.t.Lemma(h.verb) == "negotiate":
				plainly += 1
			case h.noun < 0 && h.cue.Label == rapporteur.StageImplementing:
				plainly += h.cue.Weight / 3 // "exchanged 40 prisoners"
			case h.noun < 0:
			case f.slight[h.noun]:
				plainly += 0.3 * h.cue.Weight / 4 // a meeting may be any meeting
			case f.class[h.noun]&(know.Talks|know.Truce) != 0:
				plainly += h.cue.Weight / 4
			default:
				deals += h.cue.Weight / 4
			}
		case know.Answer, know.Awaited:
			plainly += 0.4
		case know.Sticking:
			deals += h.cue.Weight / 4
		case know.Stance:
			switch h.cue.Label {
			case "demands", "insists", "offers", "rejects", "accepts", "open-to":
				if h.cue.Role == "subject" && f.heldByBody(h) {
					demands += 0.45
				}
			}
		}
	}
	// Deals and demands alone are those of commerce, courts and councils.
	return plainly, plainly + min(deals, 2.5, 1+plainly+quarrel) + min(demands, 2.7, 0.3+plainly) + min(quarrel, 2)
}

// courteous reports whether a noun of talks only says that people met: "held
// talks on trade", with no word of what they might have it out over.
func (f *finder) courteous(n noun) bool {
	if n.class != know.Talks || n.first != n.head {
		return false
	}
	v := f.t.Head(n.head)
	return v >= 0 && f.t.Is(n.head, "obj") && (f.t.Lemma(v) == "hold" || f.t.Lemma(v) == "have")
}

// heldByBody reports whether the holder of a stance could be a side.
func (f *finder) heldByBody(h *hit) bool {
	for _, a := range f.subjects(h.verb) {
		if s := f.seatOf(a); s >= 0 && f.who(s).Kind != rapporteur.ActorPerson {
			return true
		}
	}
	return false
}

// convincing reports whether the report shows who negotiates, so that what speaks
// of a negotiation is believed: two sides, or one that is plain where the words
// of talks are, too, since those of votes, courts and commerce show one at best.
func (f *finder) convincing() bool {
	total := 0.0
	for _, p := range f.parties {
		total += p.weight
	}
	plainly, all := f.strength()
	if len(f.parties) == 1 && plainly < oneSided && all < oneSided+togetherMore*float64(f.size) {
		return false
	}
	return total >= 1.5 || len(f.parties) > 0 && all >= 2*plain
}
