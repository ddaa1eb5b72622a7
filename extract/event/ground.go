package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// country gives an event without a place the country that those who take part
// in it leave no doubt of: of what is attacked, where that is of one country; of
// an arrest, a protest, a resignation, where all who are told of are.
func (f *finder) country(e *rapporteur.Event, kind *plover.Type) {
	if e.Country != "" {
		return
	}
	switch {
	case kind.Name == "ASSAULT":
		// People are where they are, whatever their passport; a state, its troops
		// and those who fight at home are attacked there.
		if code, ok := f.codeOf("", f.atHome(e.Recipients), rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup); ok {
			e.Country = code
		}
	case kind.Name == "COERCE", kind.Name == "PROTEST", e.Mode == "resign":
		code, ok := f.codeOf("", e.Actors, rapporteur.ActorGovernment, rapporteur.ActorPeople, rapporteur.ActorPerson, rapporteur.ActorOffice)
		if both, agree := f.codeOf(code, e.Recipients, rapporteur.ActorGovernment, rapporteur.ActorState); ok && agree && code != "" {
			e.Country = both
		}
	}
}

// atHome are those in list who are named themselves, not by those who travel for them:
// an envoy of Arden is kidnapped anywhere.
func (f *finder) atHome(list []rapporteur.Participant) []rapporteur.Participant {
	return slices.DeleteFunc(slices.Clone(list), func(p rapporteur.Participant) bool {
		if p.Actor < 0 || len(p.Spans) == 0 || f.cast.Actors[p.Actor].Kind != rapporteur.ActorState {
			return false
		}
		top := f.topOf(p.Spans[0])
		at := f.cast.At(top)
		if top >= 0 && (at < 0 && f.isOf(craft, top) || f.t.Is(top, "amod", "compound") && f.isOf(craft, f.t.Head(top))) {
			return true // "a Velm drone" is where it flies
		}
		if at < 0 || at == p.Actor {
			return false
		}
		switch f.cast.Class(at) {
		case "force", "fighter", "body", "side":
			return false
		}
		return true
	})
}

// codeOf is the country of those in list who are of the kinds and whose country
// is known, which must be that of code, unless that is ""; false where they are
// of several.
func (f *finder) codeOf(code string, list []rapporteur.Participant, kinds ...string) (string, bool) {
	for _, p := range list {
		if p.Actor < 0 || !contains(kinds, f.cast.Actors[p.Actor].Kind) {
			continue
		}
		c := f.cast.Actors[p.Actor].Country
		if c == "" {
			continue
		}
		if code != "" && c != code {
			return "", false
		}
		code = c
	}
	return code, true
}

// sameGround gives events without a country that of the other events of the same
// actors, where those are all in one, else the country that the whole report is
// set in. States act everywhere, others where they are.
func (f *finder) sameGround(events []mention) {
	where := map[int]string{}
	for i := range events {
		e := &events[i]
		for _, p := range e.Actors {
			if p.Actor < 0 || !f.local(p.Actor) || e.Country == "" || !grounded(e.Type) {
				continue
			}
			if c, seen := where[p.Actor]; seen && c != e.Country {
				where[p.Actor] = "?"
			} else {
				where[p.Actor] = e.Country
			}
		}
	}
	setting, only := f.setting()
	for i := range events {
		e := &events[i]
		if e.Country != "" || !grounded(e.Type) {
			continue
		}
		for _, p := range e.Actors {
			if c := where[p.Actor]; c != "" && c != "?" {
				e.Country = c
			}
		}
		own := e.Type == "ASSAULT" && f.home(e.Actors, setting) && (f.home(e.Recipients, setting) || f.nobody(e.Recipients))
		if e.Country != "" || setting == "" || e.Type == "RETREAT" && e.Mode != "resign" {
			continue
		}
		code, ok := f.codeOf(setting, e.Actors, settled...)
		if ok && code == setting && (only || e.Mode == "resign" || own) {
			e.Country = setting
		}
	}
}

// sameMoment gives acts of force without a place that of what they are told to have happened
// at the time of: "when the envoy arrived in Velm, rebels kidnapped him".
func (f *finder) sameMoment(events []mention) {
	for i := range events {
		e := &events[i]
		if e.Place != "" || e.Country != "" || e.noun || !forceful(e.Type) || e.Historical || !asserted(e.Status) {
			continue
		}
		if o, at := f.momentOf(events, e, false); at && o.Place != "" {
			e.Place, e.PlaceSpan, e.Country = o.Place, o.PlaceSpan, o.Country
		}
	}
}

// leftGround gives those who are told to withdraw, and not from where, the ground of their
// act of force in the sentences before: "attacked the camp in Velm … later withdrew".
func (f *finder) leftGround(events []mention) {
	for i := range events {
		e := &events[i]
		if e.Type != "RETREAT" || e.Mode != "withdraw" || e.Country != "" || e.noun || e.Status != rapporteur.StatusHappened {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			o := &events[k]
			if f.apartBy(o, e) > partReach {
				continue
			}
			if o.Country != "" && (o.Type == "ASSAULT" || o.Type == "COERCE" || o.Type == "MOBILIZE") && !o.Historical && asserted(o.Status) {
				if share, _ := agree(o.Actors, e.Actors); share {
					e.Country = o.Country
					break
				}
			}
		}
	}
}

// sameTable gives talks that are told without a place the country of the other talks of
// the same people, where all talks of the report that have one are held in one.
func (f *finder) sameTable(events []mention) {
	country := ""
	for i := range events {
		if e := &events[i]; e.Type == "CONSULT" && e.Country != "" && !e.Historical {
			if country != "" && e.Country != country {
				return
			}
			country = e.Country
		}
	}
	if country == "" {
		return
	}
	for i := range events {
		e := &events[i]
		if e.Type != "CONSULT" || e.Country != "" || e.Historical || e.visit || !asserted(e.Status) && e.Status != rapporteur.StatusPlanned {
			continue
		}
		for k := range events {
			o := &events[k]
			if o.Type != "CONSULT" || o.Country == "" || i == k {
				continue
			}
			if len(e.Actors) > 0 && f.anybody(e.Actors) && !o.Historical && e.AttributedTo == "" {
				e.Country = country // "parties to the talks", which are held in one country
				break
			}
			if o.visit || len(e.Actors) < 2 && len(e.Actors) > 0 && len(o.Actors) > len(e.Actors)+1 {
				continue
			}
			if share, _ := agree(o.Actors, e.Actors); share && (e.Date == "" || o.Date == "" || overlap(e.Date, o.Date)) {
				e.Country = country
				break
			}
		}
	}
}

// anybody reports whether nobody in list is one of a country that the report lets tell.
func (f *finder) anybody(list []rapporteur.Participant) bool {
	return !slices.ContainsFunc(list, func(p rapporteur.Participant) bool { return p.Actor >= 0 && f.cast.Actors[p.Actor].Country != "" })
}

// settled are the kinds of actors who have a country of their own.
var settled = []string{rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup, rapporteur.ActorOrganization, rapporteur.ActorOffice, rapporteur.ActorPerson}

// home reports whether those in list whom the report knows are of country code, as
// far as that is known, and one surely is.
func (f *finder) home(list []rapporteur.Participant, code string) bool {
	met := false
	for _, p := range list {
		if p.Actor < 0 {
			continue
		}
		if c := f.cast.Actors[p.Actor].Country; c != "" && c != code {
			return false
		} else if c != "" {
			met = true
		}
	}
	return met
}

// nobody reports whether those in list are of no country that the report lets tell, and of
// no name: "rebel positions".
func (f *finder) nobody(list []rapporteur.Participant) bool {
	return !slices.ContainsFunc(list, func(p rapporteur.Participant) bool {
		return p.Actor >= 0 && (f.cast.Actors[p.Actor].Country != "" || f.cast.Actors[p.Actor].Key != "")
	})
}

// setting is the country that a report is set in: most of its places, with the
// states and governments it speaks of, and three mentions at least, are of it.
// only says that nearly all are. "" where it is set in no one country.
func (f *finder) setting() (code string, only bool) {
	count := map[string]int{}
	total := 0
	for i := range f.places {
		if c := f.places[i].Country; c != "" {
			count[c]++
			total++
		}
	}
	for i := range f.cast.Actors {
		a := &f.cast.Actors[i]
		if a.Country == "" || a.Kind != rapporteur.ActorState && a.Kind != rapporteur.ActorGovernment {
			continue
		}
		for _, m := range a.Mentions {
			if !slices.ContainsFunc(f.places, func(p rapporteur.Place) bool { return p.Span.Overlaps(m) }) {
				count[a.Country]++
				total++
			}
		}
	}
	for c, n := range count {
		if n >= 3 && 2*n > total {
			return c, 5*n >= 4*total
		}
	}
	return "", false
}

// grounded reports whether events of the type are done on some ground.
func grounded(kind string) bool {
	return kind == "ASSAULT" || kind == "COERCE" || kind == "PROTEST" || kind == "RETREAT"
}

// local reports whether actor i is one who acts where it is: fighters, crowds,
// police; no state, no organisation of states, nobody who travels for one.
func (f *finder) local(i int) bool {
	switch f.cast.Actors[i].Kind {
	case rapporteur.ActorArmedGroup, rapporteur.ActorPeople:
		return true
	case rapporteur.ActorGovernment:
		return f.cast.Class(i) == "force"
	}
	return false
}
