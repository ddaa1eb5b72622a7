package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// actorsAt are the actors (indices in the cast) that the noun phrase headed by
// token means, its coordinates included.
func (f *finder) actorsAt(token int) []int {
	if token < 0 {
		return nil
	}
	var out []int
	add := func(a int) {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	if f.actors[token] > 0 {
		add(int(f.actors[token]) - 1)
	}
	for _, p := range f.cast.Participants(token) {
		if p.Actor >= 0 && !f.opposite(token, p.Actor) && !f.ofSpeaker(token, p.Actor) {
			add(p.Actor)
		}
	}
	for _, c := range f.t.ChildrenBy(token, "conj") {
		if f.actors[c] > 0 {
			add(int(f.actors[c]) - 1)
		}
	}
	return out
}

// opposite reports whether the noun at token i cannot mean actor a, though the
// cast takes it so: "the company" is no union.
func (f *finder) opposite(i, a int) bool {
	if f.t.Lemma(i) == "union" && f.t.Tokens[i].UPOS == "NOUN" && a == f.employer && !f.unionised(a) {
		return true
	}
	if strings.HasSuffix(lower(f.who(a).Name), " "+lower(f.t.Word(i))) {
		return false // "the league" is the Crane Operators' League
	}
	return f.class[i]&know.Body != 0 && f.t.Tokens[i].UPOS == "NOUN" && f.unionised(a) && f.t.Child(i, "compound", "nmod:poss") < 0
}

// ofSpeaker reports whether a pronoun of others at token i stands in the very words
// of actor a, or of somebody of its side, who would say "we" and "our" of himself.
func (f *finder) ofSpeaker(i, a int) bool {
	n := f.content[i]
	if n == 0 || f.t.Tokens[i].UPOS != "PRON" && f.t.Tokens[i].XPOS != "PRP$" || f.statements[n-1].Kind != rapporteur.KindDirect {
		return false
	}
	switch lower(f.t.Word(i)) {
	case "they", "them", "their", "he", "him", "his", "she", "her":
	default:
		return false
	}
	return slices.ContainsFunc(f.speaker(i), func(who int) bool { return who == a || f.seatOf(who) == a })
}

// ofWorkers is the one organization whose name is one of unions, None where there are
// several, or none.
func (f *finder) ofWorkers() int {
	found := rapporteur.None
	for a := range f.cast.Actors {
		x := f.who(a)
		if x.Kind != rapporteur.ActorOrganization || !strings.Contains(x.Name, " ") {
			continue
		}
		for _, word := range [...]string{"Union", "Association", "Guild", "Federation", "Alliance", "Brotherhood"} {
			if strings.Contains(x.Name, word) && a != found {
				if found >= 0 {
					return rapporteur.None
				}
				found = a
			}
		}
	}
	return found
}

// unionised reports whether actor a is a union, by its sector or by the words beside
// its name: "the GVL union".
func (f *finder) unionised(a int) bool {
	x := f.who(a)
	if sector(x, "LAB") {
		return true
	}
	if x.Kind != rapporteur.ActorOrganization {
		return false
	}
	for _, m := range x.Mentions {
		named := false // "the union" alone may be said of it in error
		for k := f.tokenAt(m.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start <= m.End+1; k++ {
			named = named || f.t.Tokens[k].UPOS == "PROPN"
			if named && (f.t.Lemma(k) == "union" || f.t.Word(k) == "Union") {
				return true
			}
			if h := f.t.Head(k); h >= 0 && f.t.Is(k, "appos") && f.t.Lemma(h) == "union" {
				return true // "a smaller union, the Crane Operators' League"
			}
		}
	}
	return false
}

// business is the one organization of the cast that a noun of business describes
// ("railway operator Velm Rail"), or the only one that is named at all beside the
// unions; None where there are several, or none.
func (f *finder) business() int {
	found, only, others := rapporteur.None, rapporteur.None, 0
	workers := f.ofWorkers()
	for a := range f.cast.Actors {
		x := f.who(a)
		if a == workers || x.Rule == "actor/role" {
			continue // the union itself; "the company"
		}
		if x.Kind != rapporteur.ActorOrganization || f.unionised(a) || sector(x, "JRN") || primary(x) == "IGO" || primary(x) == "PTY" {
			continue
		}
		described := primary(x) == "BUS"
		for _, m := range x.Mentions {
			for k := f.tokenAt(m.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < m.End; k++ {
				described = described || f.class[k]&know.Body != 0 && f.t.Tokens[k].UPOS == "NOUN"
			}
			described = described || x.Rule != "actor/role" && serves(x.Name)
			if k := f.tokenAt(m.Start); k > 0 && f.class[k-1]&know.Body != 0 && f.t.Tokens[k-1].UPOS == "NOUN" {
				described = true
			}
		}
		if described {
			if found >= 0 {
				return rapporteur.None
			}
			found = a
		}
		if x.Rule == "actor/organization" {
			only = a
			others++
		}
	}
	if found < 0 && others == 1 {
		return only
	}
	return found
}

// serves reports whether a name is one of public bodies that employ people: "Ports
// Commission", but not those that settle what workers have out with others ("Labor
// Relations Board").
func serves(name string) bool {
	for _, word := range [...]string{"Labor", "Labour", "Employment", "Relations", "Conciliation", "Mediation", "Arbitration", "Election", "Electoral", "European", "Human Rights"} {
		if strings.Contains(name, word) {
			return false
		}
	}
	for _, end := range [...]string{" Commission", " Authority", " Service", " Trust", " Corporation", " Railways", " Airways", " Airlines", " Hospital", " Hospitals", " University"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// markHeads notes for the head of every mention who is meant, as the cast knows
// the parts of "mediators from Oster, Arden and Velm" by their places alone.
func (f *finder) markHeads() {
	for a := range f.count() {
		for _, m := range f.who(a).Mentions {
			first := f.tokenAt(m.Start)
			for k := first; k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < m.End; k++ {
				h := f.t.Head(k)
				if h < first || f.t.Tokens[h].Span.Start >= m.End {
					if f.actors[k] == 0 && f.cast.At(k) < 0 {
						f.actors[k] = int32(a + 1)
					}
					break
				}
			}
		}
	}
}

// after are the actors of the first mention behind token i, with those listed
// beside it, in the same clause.
func (f *finder) after(i, reach int) []int {
	s := f.t.Sentences[f.t.SentenceOf(min(i, len(f.t.Tokens)-1))]
	for k := i; k < s.End && k < i+reach; k++ {
		if w := f.t.Word(k); w == "”" || w == "\"" && f.t.Tokens[k].XPOS == "''" {
			return nil // whoever is named behind it is the speaker
		}
		if t := f.t.Tokens[k]; t.UPOS == "SCONJ" && f.t.Word(k) != "for" && f.t.Word(k) != "from" || t.XPOS == "VBD" || t.XPOS == "MD" || f.t.Word(k) == ";" {
			return nil
		}
		if a := f.mentionFrom(k, s.End); len(a) > 0 {
			return a
		}
	}
	return nil
}

// mentionFrom are the actors of the mention whose first word is token k and of
// those in a list with it: "Qatar, Egypt and the United States". A list ends
// with what follows its "and"; without one there is none.
func (f *finder) mentionFrom(k, end int) []int {
	var out []int
	listed, and := 1, false // of out, those known to be in the list
	fresh := true           // a mention may begin here
	for i := k; i < end && i < k+40; i++ {
		t := f.t.Tokens[i]
		if who := f.actorsAt(i); len(who) > 0 && fresh && t.XPOS != "PRP$" {
			if len(out) == 0 {
				listed = len(who)
			}
			for _, a := range who {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
			fresh = false
			if and {
				return out
			}
			continue
		}
		switch {
		case f.t.Word(i) == "," && len(out) > 0:
			fresh = true
		case f.t.Word(i) == "and" && len(out) > 0:
			fresh, and = true, true
		case t.UPOS == "DET" || t.XPOS == "PRP$" || t.UPOS == "ADJ" || t.UPOS == "PROPN" || t.UPOS == "NOUN" || f.hyphen(i) || t.XPOS == "POS":
		case len(out) == 0 && (t.UPOS == "NUM" || t.UPOS == "ADV"):
		case len(out) > 0 && f.t.Word(i) == "of" && !fresh:
		default:
			return out[:min(listed, len(out))]
		}
	}
	return out[:min(listed, len(out))]
}

// possessor reports whether token i only says whose something is that is no
// actor, "Arden's biggest port", or whose somebody is.
func (f *finder) possessor(i int) bool {
	if !f.t.Is(i, "nmod:poss") {
		return false
	}
	if f.t.Tokens[i].XPOS == "PRP$" {
		return true // "between its ally Arden and Velm"
	}
	h := f.t.Head(i)
	return h > i && len(f.actorsAt(h)) == 0 && f.class[h] == 0
}

// seatOf is the actor for whom actor i sits at the table: the state of its
// officials, the group of its spokesmen; None for those who only watch.
func (f *finder) seatOf(i int) int {
	for range 6 {
		if i < 0 {
			return rapporteur.None
		}
		switch f.classOf(i) {
		case "observer", "outlet":
			return rapporteur.None
		}
		if p := f.principal(i); p >= 0 && p != i {
			i = p
			continue
		}
		a := f.who(i)
		switch a.Kind {
		case rapporteur.ActorPerson, rapporteur.ActorOffice:
			if a.Of >= 0 {
				i = a.Of
				continue
			}
			if sector(a, "REB") && (f.classOf(i) != "leader" || a.Kind == rapporteur.ActorPerson) || f.classOf(i) == "delegation" || primary(a) == "LAB" {
				// "The rebel delegation" is of the rebels, a "union president" of the
				// union, if there is but one such group.
				if k := f.onlyOf(primary(a)); k >= 0 {
					return k
				}
			}
			if sector(a, "GOV") && a.Country != "" {
				if s := f.state(a.Country); s >= 0 {
					return s
				}
			}
			if s := f.ownGroup(a); s >= 0 {
				i = s
				continue
			}
			if c := f.classOf(i); sector(a, "GOV") && (c == "delegation" || c == "negotiator") {
				if s := f.onlyState(); s >= 0 {
					return s // "the government delegation"
				}
			}
			return i
		case rapporteur.ActorOrganization:
			if p := f.person(a); p >= 0 {
				i = p
				continue
			}
			if a.Of >= 0 && a.Key == "" && a.Rule == "actor/role" && f.who(a.Of).Kind == rapporteur.ActorArmedGroup {
				i = a.Of // "the rebels' committee of prisoners"
				continue
			}
		case rapporteur.ActorGovernment:
			if ownSeat(a) {
				return i
			}
			if a.Of >= 0 {
				i = a.Of
				continue
			}
			if a.Country != "" {
				if s := f.state(a.Country); s >= 0 {
					return s
				}
			}
		}
		return i
	}
	return i
}

// ownSeat reports whether a body of government may have it out with its state: an
// army, the government of a region, each under a name of its own.
func ownSeat(a *rapporteur.Actor) bool {
	return a.Key != "" && (sector(a, "MIL") || strings.Contains(a.Name, "Government"))
}

// onlyOf is the one armed group, movement or union with a PLOVER sector, None
// where there are more.
func (f *finder) onlyOf(code string) int {
	found := rapporteur.None
	for i := range f.count() {
		a := f.who(i)
		if primary(a) != code || code == "" || a.Kind != rapporteur.ActorArmedGroup && a.Kind != rapporteur.ActorOrganization {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = i
	}
	return found
}

// ownGroup is the body that the words for a person call his: "Aster Vale, head of its
// office abroad". None where none do.
func (f *finder) ownGroup(a *rapporteur.Actor) int {
	if a.Kind != rapporteur.ActorPerson || len(a.Sectors) > 0 {
		return rapporteur.None
	}
	for _, m := range a.Mentions {
		for k := f.tokenAt(m.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < m.End; k++ {
			if w := lower(f.t.Word(k)); f.t.Tokens[k].Span.Len() == m.Len() || f.t.Tokens[k].XPOS != "PRP$" || w != "its" && w != "their" {
				continue
			}
			if g := f.cast.At(k); g >= 0 {
				switch f.who(g).Kind {
				case rapporteur.ActorArmedGroup, rapporteur.ActorOrganization, rapporteur.ActorState, rapporteur.ActorGovernment:
					return g
				}
			}
		}
	}
	return rapporteur.None
}

// person is the one person with a word of whose name a report goes on, which the cast
// takes for an organization of its own; None for others.
func (f *finder) person(a *rapporteur.Actor) int {
	if a.Rule != "actor/organization" || strings.Contains(a.Name, " ") || a.Name == strings.ToUpper(a.Name) {
		return rapporteur.None
	}
	found := rapporteur.None
	for i := range f.cast.Actors {
		if p := f.who(i); p.Kind == rapporteur.ActorPerson && (strings.HasPrefix(p.Name, a.Name+" ") || strings.HasSuffix(p.Name, " "+a.Name)) {
			if found >= 0 {
				return rapporteur.None
			}
			found = i
		}
	}
	return found
}

// onlyState is the one side that is a state, or the government of one, None where there
// are several, or none.
func (f *finder) onlyState() int {
	found := rapporteur.None
	for _, p := range f.parties {
		switch f.who(p.actor).Kind {
		case rapporteur.ActorState, rapporteur.ActorGovernment:
			if found >= 0 {
				return rapporteur.None
			}
			found = p.actor
		}
	}
	return found
}

// state is the actor that is the state of a country, or None.
func (f *finder) state(country string) int {
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorState && a.Key == country {
			return i
		}
	}
	return rapporteur.None
}

func sector(a *rapporteur.Actor, code string) bool {
	for _, s := range a.Sectors {
		if s == code {
			return true
		}
	}
	return false
}

// joined are the names of actors as one holder.
func joined(names []string) string { return strings.Join(names, "; ") }
