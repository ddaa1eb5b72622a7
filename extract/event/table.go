package event

import (
	"slices"

	"rapporteur"
)

// nameTable gives talks of which only one side is named the other, where the report knows of
// one pair of sides with that one who talk, agree or break off their talks: "the negotiations
// with the rebels since May".
func (f *finder) nameTable(events []mention) {
	var tables [][]rapporteur.Participant
	for i := range events {
		e := &events[i]
		if e.visit || e.Mode == "third-party" || e.Mode == "visit" {
			continue
		}
		var sides []rapporteur.Participant
		switch e.Type {
		case "CONSULT", "AGREE", "SUPPORT":
			sides = e.Actors
		case "SANCTION", "REJECT":
			if !f.breaksTalks(e) {
				continue
			}
			sides = slices.Concat(e.Actors, e.Recipients)
		}
		if len(sides) != 2 || slices.ContainsFunc(sides, func(p rapporteur.Participant) bool { return !f.side(p) }) {
			continue
		}
		if !slices.ContainsFunc(tables, func(t []rapporteur.Participant) bool { return sameSides(t, sides) }) {
			tables = append(tables, sides)
		}
	}
	for i := range events {
		e := &events[i]
		if e.Type != "CONSULT" || !e.noun || e.visit || e.Historical || len(e.Actors) != 1 || e.lent || len(e.Recipients) > 0 || !f.isOf(talking, e.head) {
			continue
		}
		var at []rapporteur.Participant
		for _, t := range tables {
			if !has(t, e.Actors[0]) {
				continue
			}
			if at != nil {
				at = nil
				break
			}
			at = t
		}
		span := []rapporteur.Span{f.t.Tokens[e.head].Span}
		for _, p := range at {
			e.Actors = add(e.Actors, rapporteur.Participant{Name: p.Name, Actor: p.Actor, Spans: span})
		}
	}
}

// breaksTalks reports whether what e tells is that talks are broken off.
func (f *finder) breaksTalks(e *mention) bool {
	for i, end := e.head, e.last; i <= end; i++ {
		if f.t.Tokens[i].UPOS == "NOUN" && f.isOf(talking, i) {
			return true
		}
	}
	return false
}

// side reports whether p is one who negotiates for itself: a state, a government, an armed
// group or an organisation with a name, and no person.
func (f *finder) side(p rapporteur.Participant) bool {
	if p.Actor < 0 || f.described(p) {
		return false
	}
	switch f.cast.Actors[p.Actor].Kind {
	case rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup:
		return true
	case rapporteur.ActorOrganization:
		return !f.cast.Outlet(p.Actor)
	}
	return false
}
