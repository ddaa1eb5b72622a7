package talks

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
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
	byStrike         // on strike
	evidenceKinds
)

// most is how much each of them can weigh in all: ten demands do not make a
// side of one whom nobody negotiates with.
var most = [evidenceKinds]float64{8, 5, 6, 4, 3, 5, 3, 2, 3}

func (e *evidence) add(actors []int, kind int, weight float64, at int) {
	for _, a := range actors {
		s := e.f.sided(a)
		if s < 0 {
			continue
		}
		w := &e.kinds[s][kind]
		*w = min(*w+weight, most[kind])
		e.spans[s] = append(e.spans[s], e.f.t.Tokens[at].Span)
	}
}

// sides finds those whose dispute is negotiated.
func (f *finder) sides() {
	e := &evidence{f: f, weight: make([]float64, f.count()), kinds: make([][evidenceKinds]float64, f.count()), spans: make([][]rapporteur.Span, f.count())}
	for _, n := range f.nouns {
		f.named(e, n)
	}
	for i := range f.hits {
		f.acting(e, &f.hits[i])
	}
	for i := range f.count() {
		switch a := f.who(i); f.classOf(i) {
		case "negotiator", "delegation":
			if f.principal(i) != i || a.Of >= 0 {
				e.add([]int{i}, byTeam, 1.5*float64(len(a.Mentions)), f.tokenAt(a.Mentions[0].Start))
			}
		}
	}
	f.fighting(e)
	for i := range e.kinds {
		for _, w := range e.kinds[i] {
			e.weight[i] += w
		}
	}
	f.choose(e)
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
	for k := n.head + 1; k < s.End && k < n.head+10 && !f.parts(k); k++ {
		switch f.t.Word(k) {
		case "between", "among":
			who := f.mentionFrom(k+1, s.End)
			if len(who) < 2 {
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
		if who := f.actorsAt(k); len(who) > 0 {
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

// choose takes the sides that weigh most, and leaves out the mediators.
func (f *finder) choose(e *evidence) {
	f.settle(e)
	var all []side
	for i, w := range e.weight {
		if w > 0 && !f.mediates(i) && f.plausible(i) && (!f.between(f.who(i)) || e.kinds[i][byBetween] > 0) {
			all = append(all, side{i, "", w, e.spans[i]})
		}
	}
	all = f.merged(all)
	slices.SortStableFunc(all, func(a, b side) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return f.first(a.actor) - f.first(b.actor)
	})
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
		f.parties = append(f.parties, s)
	}
	for i := range f.parties {
		f.parties[i].name = f.nameOf(f.parties[i].actor)
	}
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
		s := f.sided(m.actor)
		party := 0.0
		if s >= 0 {
			party = e.weight[s] - e.kinds[s][byStance]
		}
		if a := f.who(m.actor); f.between(a) {
			party = e.kinds[s][byBetween] + e.kinds[s][byPair]
		}
		if party > 1.5*m.weight+1 {
			continue
		}
		kept = append(kept, m)
	}
	f.mediators = kept
}

// between reports whether a is of those bodies that stand between states and
// hardly ever have a dispute of their own to negotiate: the United Nations, the
// African Union, but not the European Union.
func (f *finder) between(a *rapporteur.Actor) bool {
	return sector(a, "UNO") || primary(a) == "IGO"
}

func (f *finder) mediates(actor int) bool {
	for _, m := range f.mediators {
		if m.actor == actor || f.sided(m.actor) == actor {
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
	if sector(a, "JRN") {
		return false
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

// merged joins sides that are one: a union and its strikers, a group and those
// who are called by what they do.
func (f *finder) merged(in []side) []side {
	var out []side
	for _, s := range in {
		same := slices.IndexFunc(out, func(o side) bool { return f.oneSide(o.actor, s.actor) })
		if same < 0 {
			out = append(out, s)
			continue
		}
		o := &out[same]
		if f.better(s.actor, o.actor) {
			o.actor = s.actor
		}
		o.weight += s.weight
		o.spans = append(o.spans, s.spans...)
	}
	return out
}

func (f *finder) oneSide(a, b int) bool {
	x, y := f.who(a), f.who(b)
	switch {
	case sector(x, "LAB") && sector(y, "LAB"):
		return true
	case x.Name == "government" && x.Country == "":
		return y.Kind == rapporteur.ActorState || y.Kind == rapporteur.ActorGovernment
	case y.Name == "government" && y.Country == "":
		return x.Kind == rapporteur.ActorState || x.Kind == rapporteur.ActorGovernment
	case primary(x) == "OPP" && primary(y) == "OPP":
		return x.Key == "" || y.Key == ""
	case x.Kind == rapporteur.ActorArmedGroup && y.Kind == rapporteur.ActorArmedGroup:
		return criminal(x) && criminal(y) || strings.Contains(x.Name, y.Name) || strings.Contains(y.Name, x.Name) || (x.Key == "") != (y.Key == "") && f.lonely()
	}
	return false
}

// criminal reports whether a is called only by what armed men do: gunmen,
// kidnappers, captors.
func criminal(a *rapporteur.Actor) bool {
	return a.Key == "" && (sector(a, "UAF") || sector(a, "CRM"))
}

// lonely reports whether the report names but one armed group, so that those
// whom it calls rebels are of it.
func (f *finder) lonely() bool {
	n := 0
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorArmedGroup && a.Key != "" {
			n++
		}
	}
	return n == 1
}

func primary(a *rapporteur.Actor) string {
	if len(a.Sectors) > 0 {
		return a.Sectors[0]
	}
	return ""
}

// better reports whether a names the side that a and b are better than b does.
func (f *finder) better(a, b int) bool {
	x, y := f.who(a), f.who(b)
	rank := func(v *rapporteur.Actor) int {
		switch {
		case v.Key != "" || v.Rule == "actor/organization":
			return 3
		case v.Kind == rapporteur.ActorOrganization:
			return 2
		case v.Kind == rapporteur.ActorPerson:
			return 0
		}
		return 1
	}
	return rank(x) > rank(y)
}

// nameOf is how the record names a side: a state, but its government where it
// has it out with somebody at home; those whom only a noun names, with their
// country ("the rebels" as "South Sudanese rebels").
func (f *finder) nameOf(i int) string {
	a := f.who(i)
	switch {
	case a.Kind == rapporteur.ActorState && a.Key != "" && f.atHome(i):
		for k := range f.count() {
			g := f.who(k)
			if g.Kind == rapporteur.ActorGovernment && g.Of == i && g.Key == "" && f.classOf(k) == "body" && strings.Contains(g.Name, "government") {
				return g.Name
			}
		}
		if adjective := adjectiveOf(a.Key); adjective != "" {
			return adjective + " government"
		}
	case a.Key == "" && (a.Name == "opposition" || a.Name == "rebels" || a.Name == "government" || a.Name == "separatists"):
		if adjective := adjectiveOf(f.theme()); adjective != "" {
			return adjective + " " + a.Name
		}
	}
	return a.Name
}

// theme is the country of the one state among the actors that sit at the table,
// or else of the state that the report names first; "" without one.
func (f *finder) theme() string {
	country, first := "", len(f.t.Article.Text)
	for _, s := range f.parties {
		if a := f.who(s.actor); a.Country != "" {
			return a.Country
		}
	}
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorState && a.Key != "" && f.first(i) < first {
			country, first = a.Key, f.first(i)
		}
	}
	return country
}

// adjectiveOf is the word for what belongs to a country: "Kenyan".
func adjectiveOf(code string) string {
	if c := knowledge.CountryByCode(code); c != nil && len(c.Adjectives) > 0 {
		return c.Adjectives[0].Text
	}
	return ""
}

// atHome reports whether no party but i is a state, and one of them is of that
// state's country or of none that is known.
func (f *finder) atHome(i int) bool {
	country, home := f.who(i).Country, false
	for _, s := range f.parties {
		a := f.who(s.actor)
		switch {
		case s.actor == i:
		case a.Kind == rapporteur.ActorState || primary(a) == "EUR":
			return false
		case a.Country == country || a.Country == "":
			home = true
		}
	}
	return home
}

// participants are sides as the record has them.
func (f *finder) participants(in []side) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, s := range in {
		slices.SortFunc(s.spans, rapporteur.Span.Compare)
		actor := s.actor
		if actor >= len(f.cast.Actors) {
			actor = rapporteur.None
		}
		out = append(out, rapporteur.Participant{Name: s.name, Actor: actor, Spans: slices.Compact(s.spans)})
	}
	return out
}
