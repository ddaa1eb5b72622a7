package talks

import (
	"slices"
	"strings"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// holders are those whose stance a cue tells.
func (f *finder) holders(h *hit) []int {
	switch h.cue.Role {
	case "subject":
		if f.byAgent(h) && h.cue.Extra == "object" {
			if a := f.t.Agent(h.verb); a >= 0 {
				return f.actorsAt(a)
			}
			return f.after(h.end+1, 5)
		}
		if f.passive(h.verb) && !f.is(h.first, "be") && !f.is(h.first, "remain") {
			if f.t.Child(h.verb, "nsubj", "nsubj:pass") < 0 {
				return nil // "the plan backed by Oster" tells of the plan
			}
			if a := f.t.Agent(h.verb); a >= 0 {
				return f.actorsAt(a)
			}
			return nil
		}
		return f.subjects(f.above(h))
	case "owner":
		return f.owners(h.first)
	case "speaker":
		return f.speaker(h.first)
	case "agent":
		return f.after(h.end, 6)
	}
	return nil
}

// above is the verb that tells of whom a cue is: its own, or for one that begins with
// a preposition ("in return for freeing", "on condition that") the one that it hangs
// on, which stands before it.
func (f *finder) above(h *hit) int {
	if w := f.t.Word(h.first); w != "in" && w != "on" || f.t.Tokens[h.verb].UPOS == "VERB" && !f.t.Is(h.verb, "acl") {
		return h.verb
	}
	if g := f.governing(h.verb); g < h.first {
		return g
	}
	for k := h.first - 1; k >= f.t.Sentences[f.t.SentenceOf(h.first)].First; k-- {
		if f.t.Tokens[k].UPOS == "VERB" {
			return k
		}
	}
	return h.verb
}

// owners are those whose demand, refusal or offer the noun at token i is.
func (f *finder) owners(i int) []int {
	for _, c := range f.t.Children(i) {
		c := int(c)
		switch {
		case f.t.Is(c, "nmod:poss", "compound", "amod", "nmod:desc"):
		case f.t.Is(c, "nmod") && (f.t.Preposition(c) == "by" || f.t.Preposition(c) == "from" || f.t.Preposition(c) == "of"):
		default:
			continue
		}
		if f.speaks(c) && f.content[c] > 0 {
			return f.spoken(c) // "our demand for a vote"
		}
		if who := f.actorsAt(c); len(who) > 0 {
			return who
		}
		if c < i {
			if a := f.covering(c); a >= 0 && a != f.covering(i) {
				return []int{a}
			}
		}
	}
	return nil
}

// names are the names under which the record has the holders of a stance:
// persons by their own, officials and spokesmen without a name by that of whom
// they act for, parties as they are named at the table.
func (f *finder) names(who []int) []string {
	var out []string
	for _, i := range who {
		if name := f.holderName(i); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func (f *finder) holderName(i int) string {
	if i < 0 {
		return ""
	}
	a := f.who(i)
	if sector(a, "JRN") {
		return ""
	}
	class := f.classOf(i)
	switch class {
	case "observer", "outlet":
		return ""
	}
	if a.Kind == rapporteur.ActorPerson {
		return a.Name
	}
	s := f.seatOf(i)
	if s < 0 {
		return ""
	}
	if s == i && class == "mediators" && len(f.mediators) > 0 {
		var names []string
		for _, m := range f.mediators {
			names = append(names, m.name)
		}
		return joined(names) // "the mediators"
	}
	if s == i {
		switch class {
		case "official", "negotiator", "delegation", "side", "member", "spokesman":
			return "" // of nobody known
		}
	}
	for _, p := range f.parties {
		if f.actsFor(s, p.actor) {
			if unions(f.who(p.actor)) && s != p.actor && !unions(f.who(s)) && f.who(s).Kind == rapporteur.ActorOrganization {
				break // one of the unions
			}
			return p.name
		}
	}
	return f.who(s).Name
}

// concerns reports whether a stance has to do with the talks: a side or a
// mediator holds it, its sentence speaks of them, or it is about what they are
// about.
func (f *finder) concerns(h *hit, who []int) bool {
	if f.involved(who) || len(who) > 0 && strings.HasPrefix(f.classOf(who[0]), "mediator") {
		return true
	}
	s := f.t.Sentences[f.t.SentenceOf(h.first)]
	for k := s.First; k < s.End; k++ {
		if f.class[k]&(know.Talks|know.Deal|know.Truce|know.Proposal|know.Side) != 0 {
			return true
		}
	}
	first, end := f.issue(h)
	for k := min(first, h.first); k < end; k++ {
		if f.thing(k) && k >= first && f.topic[f.t.Lemma(k)] || k > h.first && f.t.Head(k) == h.verb && f.meantSide(k) {
			return true
		}
	}
	return false
}

// meantSide reports whether token i means a side: whoever tells it what it ought to
// do speaks of the talks.
func (f *finder) meantSide(i int) bool {
	if u := f.t.Tokens[i].UPOS; u != "NOUN" && u != "PROPN" || f.t.Is(i, "compound", "nmod:poss") {
		return false
	}
	return slices.ContainsFunc(f.actorsAt(i), func(a int) bool { return f.who(a).Kind != rapporteur.ActorPeople && f.atTable(a) })
}

// topics notes what terms and sticking points are about, by which a stance of
// somebody else is known to concern the talks.
func (f *finder) topics(t *rapporteur.Talks) {
	f.topic = map[string]bool{}
	note := func(s rapporteur.Span) {
		for k := f.tokenAt(s.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < s.End; k++ {
			if f.thing(k) {
				f.topic[f.t.Lemma(k)] = true
			}
		}
	}
	for _, p := range t.Proposals {
		for _, x := range p.Terms {
			note(x.Span)
		}
	}
	for _, x := range t.StickingPoints {
		note(x.Span)
	}
}

// thing reports whether token i is a noun that means nobody.
func (f *finder) thing(i int) bool {
	u := f.t.Tokens[i].UPOS
	return (u == "NOUN" || u == "PROPN") && len(f.t.Word(i)) > 2 && len(f.actorsAt(i)) == 0
}
