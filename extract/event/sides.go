package event

import (
	"slices"

	"rapporteur"
)

// nameSides gives events of sides that are only counted ("the two sides agreed",
// "both men met") those whom the nearest event before names as the two who talk or
// fight, or the only such two of the report. A number that is told must be theirs.
func (f *finder) nameSides(events []mention) {
	var named []int
	for i := range events {
		if e := &events[i]; mutual(e.Type) && len(e.Actors) > 1 && !slices.ContainsFunc(e.Actors, func(p rapporteur.Participant) bool { return f.described(p) }) {
			named = append(named, i)
		}
	}
	for i := range events {
		e := &events[i]
		if len(e.Actors) != 1 || !f.described(e.Actors[0]) || len(e.Actors[0].Spans) == 0 {
			continue
		}
		at := f.topOf(e.Actors[0].Spans[0])
		if at < 0 || f.t.Tokens[at].XPOS != "NNS" {
			continue
		}
		n := f.numbered(at)
		var by []rapporteur.Participant
		doubt := false
		for _, k := range named {
			o := events[k].Actors
			if !f.sided(at, n, o) {
				continue
			}
			if events[k].head > e.head && by != nil {
				break
			}
			if by != nil && events[k].head > e.head && !sameSides(by, o) {
				doubt = true
			}
			by = o
		}
		if by == nil || doubt {
			continue
		}
		spans := e.Actors[0].Spans
		e.Actors = nil
		for _, p := range by {
			e.Actors = append(e.Actors, rapporteur.Participant{Name: p.Name, Actor: p.Actor, Spans: spans})
		}
	}
}

// described reports whether p is nobody or somebody who is only described, by a
// title or role: "the two leaders".
func (f *finder) described(p rapporteur.Participant) bool {
	if p.Actor < 0 {
		return true
	}
	a := &f.cast.Actors[p.Actor]
	return (a.Rule == "actor/role" || a.Rule == "actor/title") && a.Of < 0 && a.Country == ""
}

// mutual reports whether events of the type are done by sides to each other.
func mutual(kind string) bool {
	switch kind {
	case "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT", "RETREAT", "CONCEDE":
		return true
	}
	return false
}

// numbered is how many the noun phrase headed by at is said to be: 2 for "both
// sides"; 0 where no number is told.
func (f *finder) numbered(at int) int {
	for _, k := range f.t.Children(at) {
		if k := int(k); k < at {
			switch f.t.Lemma(k) {
			case "both", "two":
				return 2
			case "three":
				return 3
			case "four":
				return 4
			}
		}
	}
	return 0
}

// sided reports whether the plural at, of which n are told, may mean those in list.
func (f *finder) sided(at, n int, list []rapporteur.Participant) bool {
	if n > 0 && n != len(list) || n == 0 && len(list) != 2 {
		return false
	}
	persons := 0
	for _, p := range list {
		if f.cast.Actors[p.Actor].Kind == rapporteur.ActorPerson {
			persons++
		}
	}
	switch f.t.Lemma(at) {
	case "side", "party", "faction", "rival", "foe", "adversary", "belligerent":
		return true
	case "delegation", "negotiator", "team", "representative", "delegate":
		return n > 0 || f.t.Child(at, "amod", "compound", "nmod:poss") < 0 && persons == 0
	case "country", "nation", "neighbor", "neighbour", "government", "state", "capital", "power":
		return n > 0 && persons == 0
	case "man", "woman", "leader", "president", "minister", "official":
		return n > 0 && persons == len(list)
	}
	return false
}

// sameSides reports whether two lists name the same.
func sameSides(a, b []rapporteur.Participant) bool {
	return len(a) == len(b) && !slices.ContainsFunc(b, func(p rapporteur.Participant) bool { return !has(a, p) })
}
