package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// captors gives a passive without an agent those who are told to hold whom it frees:
// "five sailors seized by pirates were released".
func (f *finder) captors(e *rapporteur.Event, m *match) {
	for _, r := range m.recipients {
		for _, v := range f.t.ChildrenBy(r, "acl") {
			in, ok := f.best(plover.VerbsOf(f.lemma(v)), f.clauseOf(v))
			if !ok || in.row.Mode != "abduct" && in.row.Mode != "arrest" {
				continue
			}
			for _, a := range in.actors {
				for _, p := range f.actorsAt(a) {
					e.Actors = add(e.Actors, p)
				}
			}
		}
	}
}

// expelling gives a passive without an agent the state from which one is expelled: "was
// expelled from Velm".
func (f *finder) expelling(e *rapporteur.Event, m *match) {
	for _, p := range append(f.fresh(), f.prepositionals(m.head)...) {
		if p.preposition != "from" || !f.seat(p.head) {
			continue
		}
		if s := f.stateOf(p.head, f.placeAt(p.head)); s.Name != "" {
			e.Actors = add(e.Actors, s)
			e.Recipients = slices.DeleteFunc(e.Recipients, func(q rapporteur.Participant) bool { return has(e.Actors, q) })
			return
		}
	}
}

// committed puts in the place of one who gives his word that his state will do something the
// state: "the minister vowed that Velm would pay".
func (f *finder) committed(e *rapporteur.Event, m *match) {
	s := f.t.Child(m.content, "nsubj")
	if s < m.head || f.infinitive(m.content) || f.t.Tokens[s].UPOS == "PRON" {
		return
	}
	list := f.known(s, 0)
	if len(list) == 0 && f.seat(s) {
		list = append(list, f.stateOf(s, f.placeAt(s)))
	}
	if len(list) == 1 && f.own(e.Actors, list[0]) {
		e.Actors = list
		e.Recipients = slices.DeleteFunc(e.Recipients, func(p rapporteur.Participant) bool { return has(list, p) })
	}
}

// sharing are the actors of the act that already told of the subject of m:
// "agreed on a truce that takes effect on Monday"; or those whose arms it is: "Velm
// missiles struck".
func (f *finder) sharing(m *match) []rapporteur.Participant {
	if m.subject >= 0 && f.isOf(instrument, m.subject) {
		var out []rapporteur.Participant
		for _, k := range f.modifiers(m.subject) {
			for _, p := range f.known(k, 1) {
				out = add(out, p)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if fm, ok := f.bestNoun(m.subject); ok {
		var out []rapporteur.Participant
		for _, a := range fm.actors {
			for _, p := range f.actorsAt(a) {
				out = add(out, p)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for i := range f.matches {
		o := &f.matches[i]
		if o == m || !slices.Contains(o.words, m.subject) && !slices.Contains(o.matters, m.subject) {
			continue
		}
		var out []rapporteur.Participant
		for _, a := range o.actors {
			for _, p := range f.actorsAt(a) {
				out = add(out, p)
			}
			if a == o.subject {
				for _, p := range f.companions(a, o.head) {
					out = add(out, p)
				}
			}
		}
		return out
	}
	return nil
}

// jointly gives a passive without an agent those whose deed its words name: "an accord
// between Arden and Velm was signed", "Arden's loan to Velm was extended".
func (f *finder) jointly(e *rapporteur.Event, m *match, kind *plover.Type) {
	for _, w := range m.words {
		in, ok := f.bestNoun(w)
		if !ok || len(in.actors) == 0 {
			continue
		}
		switch kind.Name {
		case "SUPPORT", "AGREE":
			if !f.isOf(papers, w) {
				continue
			}
			switch in.row.Type {
			case "AGREE", "SUPPORT", "CONSULT", "COOPERATE", "RETREAT":
			default:
				continue
			}
			if !in.reciprocal && len(in.actors) < 2 && kind.Name == "AGREE" {
				continue // whose offer was accepted has not accepted it
			}
		case "CONSULT", "AID", "SANCTION", "COOPERATE":
			if in.row.Type != kind.Name {
				continue
			}
		default:
			continue
		}
		slices.Sort(in.actors)
		others := e.Actors
		e.Actors = nil
		for _, a := range in.actors {
			for _, p := range f.actorsAt(a) {
				e.Actors = add(e.Actors, p)
			}
		}
		for _, p := range others {
			e.Actors = add(e.Actors, p)
		}
	}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(p rapporteur.Participant) bool { return has(e.Actors, p) })
}
