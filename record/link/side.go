package link

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// A Side is somebody in one role of an event or at one table.
type Side struct {
	Name    string `json:"name"`              // as the report has it
	Self    string `json:"self,omitempty"`    // entry of knowledge, name of a body, surname of a person as it sounds; "" for those who are nobody in particular
	Root    string `json:"root,omitempty"`    // entry or name of the state or body that it belongs to in the end
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Kind    string `json:"kind,omitempty"`    // one of the Actor constants
	Noun    string `json:"noun,omitempty"`    // stem of the noun for those without a name: "protester"
}

// sidesOf are the participants as sides, each once, ascending.
func sidesOf(f *rapporteur.Findings, who []Identity, in []rapporteur.Participant) []Side {
	var out []Side
	for _, p := range in {
		s := sideOf(f, who, p)
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b Side) int { return cmp.Or(strings.Compare(a.Self, b.Self), strings.Compare(a.Name, b.Name)) })
	return out
}

func sideOf(f *rapporteur.Findings, who []Identity, p rapporteur.Participant) Side {
	s := Side{Name: p.Name}
	if p.Actor < 0 || p.Actor >= len(f.Actors) || p.Actor >= len(who) {
		s.Noun = headStem(p.Name)
		return s
	}
	x := who[p.Actor]
	root := rootOf(f, p.Actor)
	s.Kind, s.Country = x.Kind, x.Country
	s.Self, s.Root = selfOf(x), selfOf(who[root])
	if s.Country == "" {
		s.Country = who[root].Country
	}
	if who[root].Kind == rapporteur.ActorPerson || who[root].Kind == rapporteur.ActorPeople {
		s.Root = ""
	}
	// The rebels, the teachers and the opposition of a country are not its state.
	if root != p.Actor && who[root].Kind == rapporteur.ActorState && apartFromState[x.Kind] {
		s.Root = s.Self
	}
	// An organ of a state is that state's, also where the report does not say so.
	if s.Root == "" && s.Country != "" && (x.Kind == rapporteur.ActorGovernment || x.Kind == rapporteur.ActorOffice) {
		s.Root = s.Country
	}
	if s.Root == s.Self && x.Kind == rapporteur.ActorGovernment && s.Country != "" && !x.rebel() {
		s.Root = s.Country
	}
	if s.Self == "" {
		s.Noun = headStem(x.Name)
	}
	return s
}

// apartFromState are the kinds of actor that belong to a country, but not to its
// state.
var apartFromState = map[string]bool{rapporteur.ActorArmedGroup: true, rapporteur.ActorOrganization: true, rapporteur.ActorPeople: true}

// selfOf is what an actor is called wherever it stands; "" for those who are
// nobody in particular.
func selfOf(x Identity) string {
	switch {
	case x.Entry != "":
		return x.Entry
	case x.Kind == rapporteur.ActorPerson:
		parts := personParts(x.Name)
		if len(parts) == 0 {
			return ""
		}
		return "person " + sound(parts[len(parts)-1])
	case x.Kind == rapporteur.ActorOffice, x.Kind == rapporteur.ActorPeople, x.organ() != "", !x.proper():
		return ""
	}
	return folded(x.Name)
}

// rebel reports whether a body that calls itself a government is none of a state
// that the world knows by that code.
func (x Identity) rebel() bool {
	return x.Kind != rapporteur.ActorGovernment && x.Kind != rapporteur.ActorState
}

// lastStem is the stem of the last word of a name.
func lastStem(name string) string {
	words := wordsOf(name)
	if len(words) == 0 {
		return ""
	}
	return stem(words[len(words)-1])
}

// headStem is the stem of the noun that a phrase is about: "mayor" of "the mayor
// of Izmir".
func headStem(phrase string) string {
	words := strings.Fields(phrase)
	for i, w := range words {
		if i > 0 && prepositions[strings.ToLower(w)] {
			words = words[:i]
			break
		}
	}
	return lastStem(strings.TrimRight(strings.Join(words, " "), ","))
}

var prepositions = set("of in at near from on over with who that which for to outside inside around along between and or by under during")

// How far two sides are one.
const (
	opposed   = -1 // they cannot be one
	unknown   = 0
	alike     = 1 // of one country, or called by a noun that anybody may be called by
	called    = 2 // nobody in particular, called by the same noun
	oneRoot   = 3 // of one state or body
	oneState  = 4 // the very same, a state
	oneAndAll = 5 // the very same
)

// against says how far two sides are one.
func (s Side) against(t Side) int {
	switch {
	case s.Self != "" && s.Self == t.Self && s.Kind == rapporteur.ActorState:
		return oneState
	case s.Self != "" && s.Self == t.Self:
		return oneAndAll
	case s.Root != "" && s.Root == t.Root:
		return oneRoot
	case s.Self != "" && s.Self == t.Root || t.Self != "" && t.Self == s.Root:
		return oneRoot
	case s.Country != "" && s.Country == t.Country && s.Noun != "" && s.Noun == t.Noun:
		return oneRoot
	case s.abbreviated(t) || t.abbreviated(s):
		return oneRoot
	case s.Root != "" && t.Root != "" && s.Root != t.Root && s.Country != t.Country:
		return opposed
	case s.Country != "" && t.Country != "" && s.Country != t.Country:
		return opposed
	case s.Noun != "" && s.Noun == t.Noun && !anybody[s.Noun]:
		return called
	case s.Country != "" && s.Country == t.Country && (s.Root == "" || t.Root == ""):
		return alike
	case s.Noun != "" && s.Noun == t.Noun:
		return alike
	case s.Root != "" && t.Root != "":
		return opposed
	}
	return unknown
}

// abbreviated reports whether s is called by the abbreviation of t's name.
func (s Side) abbreviated(t Side) bool {
	return short(s.Name) && len(t.Name) > len(s.Name) && !short(t.Name) && (s.Country == t.Country || s.Country == "" || t.Country == "") && abbreviates(s.Name, t.Name)
}

// sidesAgainst says how far two lists of sides meet: how well the best pair, and how
// many of the shorter list have a partner of one root or more.
func sidesAgainst(a, b []Side) (best, met int) {
	if len(a) == 0 || len(b) == 0 {
		return unknown, 0
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	best, met = meet(a, b)
	if len(a) == len(b) {
		_, back := meet(b, a)
		met = min(met, back)
	}
	return best, met
}

func meet(a, b []Side) (best, met int) {
	best = opposed
	for _, s := range a {
		one := opposed
		for _, t := range b {
			one = max(one, s.against(t))
		}
		if one >= oneRoot {
			met++
		}
		best = max(best, one)
	}
	return best, met
}
