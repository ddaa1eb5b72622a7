package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// sides finds those whose dispute is negotiated.
func (f *finder) sides() { f.choose(f.weighed()) }

// weighed is what speaks for each actor as a side.
func (f *finder) weighed() *evidence {
	e := &evidence{f: f, weight: make([]float64, f.count()), kinds: make([][evidenceKinds]float64, f.count()), spans: make([][]rapporteur.Span, f.count()), aloof: map[int]bool{}}
	for _, n := range f.nouns {
		f.named(e, n)
	}
	for i := range f.hits {
		f.acting(e, &f.hits[i])
	}
	for i := range f.count() {
		switch a := f.who(i); f.classOf(i) {
		case "negotiator", "delegation":
			if f.absent(i) {
				continue
			}
			if f.principal(i) != i || a.Of >= 0 {
				e.add([]int{i}, byTeam, 1.5*float64(len(a.Mentions)), f.tokenAt(a.Mentions[0].Start))
			}
		}
	}
	f.coalition(e)
	f.consulting(e)
	f.fighting(e)
	f.employing(e)
	for i := range e.kinds {
		for _, w := range e.kinds[i] {
			e.weight[i] += w
		}
	}
	return e
}

// employing adds the one business that a report names where a union has something
// out with somebody: its employer, which reports call "the company" ever after.
func (f *finder) employing(e *evidence) {
	for i := range e.kinds {
		if e.kinds[i][byAct]+e.kinds[i][byStance] < 2 || !f.unionised(i) {
			continue
		}
		if b := f.business(); b >= 0 && !f.absent(b) {
			e.add([]int{b}, byWith, 2, f.tokenAt(f.who(b).Mentions[0].Start))
		}
		return
	}
}

// coalition adds the political parties of a report on talks to form a government.
func (f *finder) coalition(e *evidence) {
	sought := false
	for _, n := range f.nouns {
		if n.class&know.Talks == 0 {
			continue
		}
		s := f.t.Sentences[f.t.SentenceOf(n.head)]
		for k := s.First; k < s.End; k++ {
			sought = sought || f.t.Lemma(k) == "coalition"
		}
	}
	if !sought {
		return
	}
	for v := range f.t.Tokens {
		switch f.t.Lemma(v) {
		case "form", "build", "join", "govern", "rule":
		default:
			continue
		}
		for k := v + 1; k < len(f.t.Tokens) && k < v+8 && !f.parts(k); k++ {
			if f.t.Word(k) == "with" {
				e.add(f.listed(k+1, f.t.Sentences[f.t.SentenceOf(v)].End), byWith, 2, v)
				for _, a := range f.subjects(v) {
					if s := f.seatOf(a); s >= 0 && f.who(s).Kind != rapporteur.ActorState && f.who(s).Kind != rapporteur.ActorGovernment {
						e.add([]int{a}, byWith, 1.5, v) // a politician is of some party, not of the state
					}
				}
				break // "tried to form a government with the Liberals"
			}
		}
	}
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorOrganization && primary(a) == "PTY" && len(a.Mentions) > 0 && !f.absent(i) && (a.Key != "" || a.Rule == "actor/organization") {
			e.add([]int{i}, byStance, 0.8, f.tokenAt(a.Mentions[0].Start))
		}
	}
}

// choose takes the sides that weigh most, and leaves out the mediators.
func (f *finder) choose(e *evidence) {
	f.settle(e)
	var all, guests []side
	for i, w := range e.weight {
		met := (f.who(i).Rule == ruleNoun || primary(f.who(i)) == "BUS") && e.kinds[i][byBetween]+e.kinds[i][byWith] > 0
		if w <= 0 || f.mediates(i) || !f.plausible(i) && !met {
			continue
		}
		if k := e.kinds[i]; e.aloof[i] && k[byAct] < 1.5 && k[byBetween]+k[byWith]+k[byPair]+k[byTeam] == 0 {
			continue // who urges both sides is none of them, unless one of them answers for it
		}
		if f.intermediary(f.who(i)) && e.kinds[i][byBetween] == 0 {
			if e.kinds[i][byWith] > 0 {
				guests = append(guests, side{i, "", w, e.spans[i]})
			}
			continue
		}
		all = append(all, side{i, "", w, e.spans[i]})
	}
	all = f.merged(all)
	if named := slices.DeleteFunc(slices.Clone(all), func(s side) bool { return f.nameless(s.actor) }); len(named) > 1 {
		all = named // "a populist party" has a name, too
	}
	slices.SortStableFunc(all, func(a, b side) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return f.first(a.actor) - f.first(b.actor)
	})
	f.seatEmployer(e, all)
	paired := len(all) > 1 && f.together(e, all[0].actor) && f.together(e, all[1].actor)
	open := !slices.ContainsFunc(e.kinds, func(k [evidenceKinds]float64) bool {
		return k[byBetween]+k[byWith]+k[byPair]+k[byTeam]+k[bySides] > 0
	})
	for i, s := range all {
		if open && i >= 2 && i < 8 && s.weight >= 0.4 && f.power(s.actor) && f.power(all[0].actor) {
			// A conference of many, of whom the text pairs no two.
			f.parties = append(f.parties, s)
			continue
		}
		// It takes two; a third must have as much for it as they have.
		if i >= 8 || i >= 2 && (s.weight < 1 || s.weight < 0.5*all[1].weight) {
			break
		}
		if k := e.kinds[s.actor]; (i >= 2 && f.who(s.actor).Kind == rapporteur.ActorOrganization && primary(f.who(s.actor)) != "PTY" && !f.power(s.actor) || f.who(s.actor).Kind == rapporteur.ActorPerson) && s.weight <= k[byStance]+k[byFight] {
			continue // whoever only demands something need not be at the table
		} else if i >= 2 && paired && (s.weight <= k[byTeam]+k[byStance]+k[byFight] || f.power(s.actor) && !f.power(all[0].actor) && k[byBetween]+k[byWith]+k[byPair]+k[bySides] == 0) {
			continue // nor do negotiators of those who help two others, nor another state that two at home have no talks with
		} else if i >= 2 && !open && f.who(s.actor).Rule != ruleNoun && s.weight < 2 && k[byBetween]+k[byWith]+k[byPair]+k[byTeam]+k[bySides] == 0 {
			continue // nor whoever only once did what sides do
		}
		f.parties = append(f.parties, s)
	}
	if len(f.parties) == 1 {
		// "Arden's talks with the nuclear agency": with nobody else.
		f.parties = append(f.parties, guests...)
	}
	named := f.parties[:0]
	for _, p := range f.parties {
		p.name = f.nameOf(p.actor)
		if !slices.ContainsFunc(named, func(o side) bool { return o.name == p.name }) {
			named = append(named, p) // a state and its "recognised government" are one
		}
	}
	f.parties = named
}

// seatEmployer puts whoever unions deal with among the first two, where these are two
// unions: they sit on one side of the table, and it takes two.
func (f *finder) seatEmployer(e *evidence, all []side) {
	if len(all) < 3 || !f.unionised(all[0].actor) || !f.unionised(all[1].actor) {
		return
	}
	for i, s := range all[2:] {
		if f.who(s.actor).Kind == rapporteur.ActorOrganization && !f.unionised(s.actor) && e.kinds[s.actor][byAct] > 0 {
			copy(all[2:i+3], all[1:i+2])
			all[1] = s
			return
		}
	}
}

// together reports whether words say plainly with whom actor i negotiates.
func (f *finder) together(e *evidence, i int) bool {
	return e.kinds[i][byBetween]+e.kinds[i][byPair] >= 3
}

// nameless reports whether actor i is some party of politics that only a noun names.
func (f *finder) nameless(i int) bool {
	return f.who(i).Rule == ruleNoun && strings.HasSuffix(f.who(i).Name, " party")
}

// power reports whether actor i is a state or the European Union.
func (f *finder) power(i int) bool {
	return f.who(i).Kind == rapporteur.ActorState || f.who(i).Key == "eu"
}

// settle decides of those with evidence for both whether they mediate or
// negotiate: a mediator is no party.
func (f *finder) settle(e *evidence) {
	kept := f.mediators[:0]
	for _, m := range f.mediators {
		s := f.seatOf(m.actor)
		party := 0.0
		if s >= 0 {
			party = e.weight[s] - e.kinds[s][byStance]
		}
		if a := f.who(m.actor); f.intermediary(a) {
			party = e.kinds[s][byBetween] + e.kinds[s][byPair]
		}
		if party > 1.5*m.weight+1 {
			continue
		}
		kept = append(kept, m)
	}
	f.mediators = kept
}

// intermediary reports whether a is of those bodies that stand between states and
// hardly ever have a dispute of their own to negotiate: the United Nations, the
// African Union, but not the European Union.
func (f *finder) intermediary(a *rapporteur.Actor) bool {
	return sector(a, "UNO") || primary(a) == "IGO"
}

func (f *finder) mediates(actor int) bool {
	for _, m := range f.mediators {
		if m.actor == actor || f.seatOf(m.actor) == actor {
			return true
		}
	}
	return false
}

// plausible reports whether such an actor can be a side: a body, a people with a
// cause, the leader of one that is not named; not those who report or watch, nor
// officials of nobody known.
func (f *finder) plausible(i int) bool {
	a := f.who(i)
	if sector(a, "JRN") || primary(a) == "LEG" || strings.HasPrefix(a.Name, "a new ") || strings.HasPrefix(a.Name, "new ") {
		return false // "to form a new government"
	}
	switch f.classOf(i) {
	case "observer", "outlet", "mediator", "mediators", "official", "envoy", "negotiator", "delegation", "side", "member":
		return false
	}
	switch a.Kind {
	case rapporteur.ActorState, rapporteur.ActorArmedGroup, rapporteur.ActorOrganization:
		return true
	case rapporteur.ActorGovernment:
		// Troops of nobody known fight, but do not negotiate.
		return f.classOf(i) != "force" || a.Country != ""
	case rapporteur.ActorPeople:
		return a.Key != "" || sector(a, "LAB") || sector(a, "OPP") || sector(a, "REB") || sector(a, "BUS") || sector(a, "EDU") || sector(a, "MED")
	case rapporteur.ActorPerson:
		return sector(a, "OPP") || sector(a, "REB") || f.classOf(i) == "leader"
	}
	return false
}

func primary(a *rapporteur.Actor) string {
	if len(a.Sectors) > 0 {
		return a.Sectors[0]
	}
	return ""
}
