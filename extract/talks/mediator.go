package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A side is an actor at the table, or between those at it.
type side struct {
	actor  int // index in the cast
	name   string
	weight float64
	spans  []rapporteur.Span
}

// enough is the weight from which somebody counts as a mediator: one plain cue,
// or two hints.
const enough = 2

// mediate finds those who stand between the sides.
func (f *finder) mediate() {
	weights := make([]float64, f.count())
	spans := make([][]rapporteur.Span, f.count())
	add := func(actors []int, weight float64, at int) {
		for _, a := range actors {
			for _, m := range f.mediating(a) {
				weights[m] += weight
				spans[m] = append(spans[m], f.t.Tokens[at].Span)
			}
		}
	}
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Mediation || f.t.Negated(h.verb) || f.ownDeal(h) {
			continue
		}
		add(f.between(h), h.cue.Weight, h.first)
	}
	for i := range f.count() {
		a := f.who(i)
		if len(a.Mentions) == 0 || f.absent(i) {
			continue
		}
		at := f.tokenAt(a.Mentions[0].Start)
		switch f.classOf(i) {
		case "mediator", "mediators":
			// "Norwegian mediators", "U.N. mediator Aster Vale"
			if a.Kind == rapporteur.ActorPerson || f.principal(i) != i || a.Of >= 0 || strings.HasPrefix(a.Name, "federal ") || strings.HasPrefix(a.Name, "government ") {
				add([]int{i}, 3, at)
			}
			continue
		case "envoy":
			if sector(a, "UNO") || sector(a, "IGO") || sector(a, "EUR") {
				add([]int{i}, enough, at)
			} else if f.seatOf(i) != i {
				add([]int{i}, 1, at)
			}
		}
		if a.Kind == rapporteur.ActorPerson && f.calledMediator(a) {
			add([]int{i}, 3, at)
		}
	}
	for _, n := range f.nouns {
		// Whose proposal others answer may be nobody's but a mediator's.
		if n.class&(know.Proposal|know.Truce) != 0 {
			who := f.proposer(n.head)
			if n.class&know.Truce != 0 && len(who) < 2 {
				continue // sides propose truces, too, but not together
			}
			for _, a := range who {
				w := 0.6
				if len(who) > 1 && n.class&know.Truce != 0 {
					w = enough
				}
				if x := f.who(a); f.intermediary(x) || primary(x) == "EUR" && len(who) == 1 {
					w = enough
				}
				add([]int{a}, w, n.head)
			}
		}
	}
	f.hosting(weights)
	for i, w := range weights {
		if w >= enough {
			f.mediators = append(f.mediators, side{i, f.who(i).Name, w, spans[i]})
		}
	}
	slices.SortStableFunc(f.mediators, func(a, b side) int { return f.first(a.actor) - f.first(b.actor) })
}

// hosting adds to what speaks for a state that talks are held in it: hosts do more
// than give a proposal, or lend a room.
func (f *finder) hosting(weights []float64) {
	_, span := f.venue()
	for i := range f.places {
		p := &f.places[i]
		if s := f.state(p.Country); !span.Empty() && p.Span == span && s >= 0 && weights[s] > 0 {
			weights[s]++
		}
	}
}

// ownDeal reports whether a cue tells of a deal for oneself: "tried to broker its
// own deal".
func (f *finder) ownDeal(h *hit) bool {
	for k := h.first; k < h.end; k++ {
		if f.t.Word(k) == "own" {
			return true
		}
	}
	return false
}

// between are those who stand between the sides as a cue tells.
func (f *finder) between(h *hit) []int {
	switch h.cue.Role {
	case "after":
		return f.after(h.end, 8)
	case "object":
		return f.after(h.first+1, h.end-h.first-1)
	case "list":
		if who := f.after(h.end, 4); len(who) > 1 {
			return who
		}
	case "subject":
		if f.passive(h.verb) {
			return nil // "the union, called to the table by the mayor"
		}
		return f.subjects(h.verb)
	case "before":
		if who := f.compound(h.first); len(who) > 0 {
			return who
		}
		return f.proposer(h.first) // "under United Nations auspices"
	}
	return nil
}

// proposer are those whose proposal, offer or plan the noun at token i is: "a
// European proposal", "the draft put forward by Oster".
func (f *finder) proposer(i int) []int {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	for k := i - 1; k >= s.First && k > i-5; k-- {
		if a := f.actorsAt(k); len(a) > 0 && f.t.Dominates(i, k) {
			return a
		}
		if f.t.Head(k) == i || f.t.Tokens[k].UPOS == "ADJ" || f.t.Tokens[k].UPOS == "PROPN" {
			if a := f.stateOf(k); a >= 0 {
				return []int{a}
			}
		}
	}
	for k := i + 1; k+1 < s.End && k < i+8 && (!f.parts(k) || k == i+1 && f.t.Word(k) == ","); k++ {
		switch f.t.Lemma(k) {
		case "by":
			if k > i+1 && f.t.Tokens[k-1].XPOS != "VBN" && f.t.Tokens[k-1].UPOS != "ADV" && f.t.Tokens[k-1].UPOS != "ADP" {
				return nil
			}
			return f.after(k+1, 5)
		case "from":
			if k == i+1 {
				return f.after(k+1, 5)
			}
		}
	}
	return nil
}

// first is where the text first names actor i.
func (f *finder) first(i int) int {
	if m := f.who(i).Mentions; len(m) > 0 {
		return m[0].Start
	}
	return len(f.t.Article.Text)
}

// mediating are the actors that actor i mediates as: a person, the body that
// sent the person; the state of officials.
func (f *finder) mediating(i int) []int {
	switch f.classOf(i) {
	case "observer", "outlet", "side":
		return nil
	}
	a := f.who(i)
	switch {
	case a.Kind == rapporteur.ActorPeople:
		return []int{i}
	case a.Kind != rapporteur.ActorPerson && sector(a, "JRN"):
		return nil
	case a.Kind != rapporteur.ActorPerson:
		if s := f.parent(f.seatOf(i)); s >= 0 && (f.classOf(s) != "mediator" && f.classOf(s) != "mediators" && f.classOf(s) != "envoy") {
			return []int{s}
		}
		return nil
	case a.Of >= 0 && a.Country == "" && (f.classOf(i) == "envoy" || f.classOf(i) == "mediator" || f.calledMediator(a)):
		return []int{i, f.parent(f.seatOf(a.Of))}
	case a.Of >= 0 && a.Country == "":
		return []int{f.parent(f.seatOf(a.Of))}
	case a.Kind == rapporteur.ActorPerson && minister(a) && !f.calledMediator(a):
		if s := f.seatOf(i); s >= 0 {
			return []int{s} // the foreign minister of Oster mediates for it
		}
	case a.Kind == rapporteur.ActorPerson && f.classOf(i) == "head":
		if s := f.seatOf(i); s >= 0 && s != i {
			return []int{i, s} // the president of Oster, and Oster
		}
	case f.classOf(i) == "envoy" && !f.calledMediator(a):
		if s := f.seatOf(i); s >= 0 {
			return []int{s}
		}
	}
	return []int{i}
}

// minister reports whether a is one of a government, whose prime minister is its head.
func minister(a *rapporteur.Actor) bool {
	title := lower(a.Title)
	return sector(a, "GOV") && strings.Contains(title, "minister") && !strings.Contains(title, "prime")
}

// parent is the organisation that actor i is an organ of, i itself where it is
// none: the European Union for its Council.
func (f *finder) parent(i int) int {
	for range 3 {
		if i < 0 || f.who(i).Kind != rapporteur.ActorOrganization || f.who(i).Of < 0 || f.who(i).Country != "" {
			break
		}
		i = f.who(i).Of
	}
	return i
}

// compound are the actors named right before token i, which a hyphen binds:
// "Oster-brokered", "African Union-mediated".
func (f *finder) compound(i int) []int {
	if i == 0 || !f.hyphen(i-1) {
		return nil
	}
	for k := i - 2; k >= 0 && k > i-6; k-- {
		if a := f.cast.At(k); a >= 0 {
			return []int{a}
		}
		if a := f.covering(k); a >= 0 {
			return []int{a}
		}
		switch f.t.Tokens[k].UPOS {
		case "PROPN", "ADJ", "PUNCT":
		default:
			return nil
		}
	}
	return nil
}

// leadsMediators reports whether the noun at token i says who mediates, or leads
// those who do: "the coordinator of the mediating team".
func (f *finder) leadsMediators(i int) bool {
	if f.class[i]&know.Mediator != 0 {
		return true
	}
	for _, c := range f.t.ChildrenBy(i, "nmod") {
		if f.class[c]&know.Mediator != 0 {
			return true
		}
	}
	return false
}

// calledMediator reports whether words that mean a person say "mediator":
// "Aster Vale, the chief mediator at the talks".
func (f *finder) calledMediator(a *rapporteur.Actor) bool {
	for _, m := range a.Mentions {
		for k := f.tokenAt(m.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < m.End; k++ {
			if f.class[k]&know.Mediator != 0 {
				return true
			}
			if h := f.t.Head(k); h >= 0 && h < k && f.t.Is(k, "appos") && f.leadsMediators(h) {
				return true
			}
		}
	}
	return false
}
