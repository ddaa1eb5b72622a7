package event

import (
	"slices"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
)

// Seat puts the parties of the one negotiation that a report tells of in the place of words
// that only say that there are sides: talks with nobody named, "both sides", "the parties",
// "the delegations". Events that name anybody stay as they are; so do all where the report tells
// of several negotiations, or of one whose parties it does not name.
func Seat(t *grammar.Tree, cast *actor.Cast, events []rapporteur.Event, talks []rapporteur.Talks) {
	if len(talks) != 1 || len(talks[0].Parties) < 2 {
		return
	}
	parties := talks[0].Parties
	if slices.ContainsFunc(parties, func(p rapporteur.Participant) bool { return p.Actor < 0 }) {
		return
	}
	f := &finder{t: t, cast: cast}
	for i := range events {
		e := &events[i]
		if e.Type == "CONSULT" && e.Mode == "third-party" && len(e.Actors) > 0 && len(e.Recipients) == 0 && !slices.ContainsFunc(e.Actors, func(p rapporteur.Participant) bool { return f.described(p) || f.ofParty(p, parties) }) {
			if at := f.topOf(e.Anchor); at >= 0 {
				e.Recipients = f.seated(parties, []rapporteur.Span{t.Tokens[at].Span}) // "Arden brokered a truce"
			}
			continue
		}
		if e.Historical {
			continue
		}
		switch {
		case len(e.Actors) == 1 && len(e.Recipients) == 0 && len(parties) == 2 && e.Type == "CONSULT" && e.Mode != "visit" && e.Mode != "third-party" && f.alone(e, &talks[0]):
			e.Actors = f.seated(parties, e.Actors[0].Spans)
		case len(e.Actors)+len(e.Recipients) == 0 && e.Type == "CONSULT" && e.Mode != "visit":
			if at := f.talkIn(e.Anchor); at >= 0 {
				e.Actors = f.seated(parties, []rapporteur.Span{t.Tokens[at].Span})
			}
		case len(e.Actors) == 1 && len(e.Recipients) == 0 && f.sidesOf(e.Actors[0], parties):
			e.Actors = f.seated(parties, e.Actors[0].Spans)
		case len(e.Recipients) == 1 && f.sidesOf(e.Recipients[0], parties):
			e.Recipients = slices.DeleteFunc(f.seated(parties, e.Recipients[0].Spans), func(p rapporteur.Participant) bool { return has(e.Actors, p) })
		}
	}
}

// ofParty reports whether p is one of the parties or of one.
func (f *finder) ofParty(p rapporteur.Participant, parties []rapporteur.Participant) bool {
	return slices.ContainsFunc(parties, func(q rapporteur.Participant) bool {
		a, b := &f.cast.Actors[p.Actor], &f.cast.Actors[q.Actor]
		return p.Actor == q.Actor || a.Of == q.Actor || a.Country != "" && a.Country == b.Country
	})
}

// alone reports whether e tells of the talks themselves and names but one of their two parties,
// or the state whose government is one: "the talks with the rebels resumed".
func (f *finder) alone(e *rapporteur.Event, talks *rapporteur.Talks) bool {
	at := f.talkIn(e.Anchor)
	if at < 0 || e.Actors[0].Actor < 0 || !slices.ContainsFunc(talks.Spans, f.t.Tokens[at].Span.Overlaps) {
		return false
	}
	return slices.ContainsFunc(talks.Parties, func(p rapporteur.Participant) bool {
		return p.Actor == e.Actors[0].Actor || f.ruling(p.Actor, e.Actors[0].Actor)
	})
}

// talkIn is the noun of span that names talks, or none.
func (f *finder) talkIn(span rapporteur.Span) int {
	for i := f.topOf(rapporteur.Span{Start: span.Start, End: span.Start + 1}); i >= 0 && i < len(f.t.Tokens) && f.t.Tokens[i].Span.Start < span.End; i++ {
		switch f.t.Lemma(i) {
		case "talk", "talks", "negotiation", "dialogue", "round", "discussion":
			return i
		}
	}
	return none
}

// sidesOf reports whether p is nobody in particular but words for all the parties.
func (f *finder) sidesOf(p rapporteur.Participant, parties []rapporteur.Participant) bool {
	if !f.described(p) || len(p.Spans) == 0 {
		return false
	}
	at := f.topOf(p.Spans[0])
	if at < 0 || f.t.Tokens[at].XPOS != "NNS" {
		return false
	}
	if n := f.numbered(at); n > 0 && n != len(parties) || n == 0 && len(parties) != 2 {
		return false
	}
	for _, k := range f.t.ChildrenBy(at, "amod", "compound", "nmod:poss") {
		switch f.t.Lemma(k) {
		case "war", "warring", "rival", "opposing", "negotiating", "negotiate", "oppose", "conflicting", "feuding":
		default:
			return false // "opposition parties", "foreign delegations"
		}
	}
	switch f.t.Lemma(at) {
	case "side", "faction", "delegation", "negotiator", "team", "belligerent", "delegate", "rival":
		return true
	case "party":
		return f.definite(at) || f.numbered(at) > 0 || slices.ContainsFunc(f.t.ChildrenBy(at, "nmod"), func(k int) bool { return f.preposition(k) == "to" })
	}
	return false
}

// seated are parties by the words of spans.
func (f *finder) seated(parties []rapporteur.Participant, spans []rapporteur.Span) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, p := range parties {
		out = add(out, rapporteur.Participant{Name: p.Name, Actor: p.Actor, Spans: spans})
	}
	return out
}
