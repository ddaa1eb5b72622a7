package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// undergoing gives an act that a noun names those whom the noun's own row has it
// done to: "announced the release of two sailors", "carried out raids against the
// rebels".
func (f *finder) undergoing(e *rapporteur.Event, m *match) {
	for _, w := range m.words {
		if f.t.Tokens[w].UPOS != "NOUN" {
			continue
		}
		for _, v := range f.t.ChildrenBy(w, "acl") {
			if f.t.Lemma(v) != "impose" && f.t.Lemma(v) != "place" {
				continue
			}
			for _, k := range f.t.ChildrenBy(v, "obl") {
				if f.preposition(k) != "on" {
					continue
				}
				for _, p := range f.known(k, 0) {
					if !has(e.Actors, p) {
						e.Recipients = add(e.Recipients, p) // "lifted the restrictions imposed on Velm"
					}
				}
			}
		}
		in, ok := f.bestNoun(w)
		if !ok || in.row.Type == plover.NoEvent || in.row.Type == "CONSULT" {
			continue
		}
		for _, r := range in.recipients {
			for _, p := range f.recipientsAt(r, plover.TypeByName(in.row.Type)) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
}

// touched gives an act about an act those whom the things of the latter are of or
// aimed at: "refused to lift the ban on Velm's ships", "agreed to lift a ban on imports
// of Velm beef".
func (f *finder) touched(e *rapporteur.Event, w int) {
	put := func(list []rapporteur.Participant) {
		for _, p := range list {
			if !has(e.Actors, p) && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	for _, p := range append(f.fresh(), f.prepositionals(w)...) {
		switch p.preposition {
		case "on", "against", "with", "over", "of", "for", "to":
		default:
			continue
		}
		put(f.known(p.head, 0))
		if len(e.Recipients) == 0 && f.seat(p.head) {
			put([]rapporteur.Participant{f.stateOf(p.head, f.placeAt(p.head))})
		}
		for _, k := range f.modifiers(p.head) {
			if len(e.Recipients) == 0 && f.t.Tokens[k].UPOS != "PRON" {
				put(f.known(k, 1))
			}
		}
		if len(e.Recipients) > 0 {
			return
		}
	}
}

// helped gives aid without a recipient those whom it is to help ("sent doctors to
// treat the wounded sailors"), else the state of the place where it is given, unless it
// is the giver's own.
func (f *finder) helped(e *rapporteur.Event, m *match) {
	put := func(list []rapporteur.Participant) {
		for _, p := range list {
			if !has(e.Actors, p) && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	end := f.t.Sentences[f.t.SentenceOf(m.head)].End
	for k := m.head + 1; k < end && len(e.Recipients) == 0; k++ {
		o := f.t.Child(k, "obj")
		if f.t.Tokens[k].XPOS != "VB" || o < k || !f.infinitive(k) || !f.purposeOf(k, m.head) {
			continue
		}
		put(f.known(o, 0))
		if len(e.Recipients) == 0 && f.seat(o) {
			put([]rapporteur.Participant{f.stateOf(o, f.placeAt(o))})
		}
		for _, p := range append(f.fresh(), f.prepositionals(o)...) {
			if len(e.Recipients) > 0 {
				break
			}
			switch p.preposition {
			case "of", "in", "for":
				put(f.known(p.head, 0))
				if len(e.Recipients) == 0 && f.seat(p.head) {
					put([]rapporteur.Participant{f.stateOf(p.head, f.placeAt(p.head))})
				}
			}
		}
	}
	heads := append([]int{m.head}, m.words...)
	for _, h := range heads {
		for _, p := range append(f.fresh(), f.prepositionals(h)...) {
			at := f.placeAt(p.head)
			if len(e.Recipients) > 0 || p.preposition != "in" && p.preposition != "for" && p.preposition != "to" || at < 0 {
				continue
			}
			foreign := !slices.ContainsFunc(e.Actors, func(a rapporteur.Participant) bool {
				return a.Actor >= 0 && f.cast.Actors[a.Actor].Country == f.places[at].Country
			})
			if s := f.stateOf(p.head, at); foreign && s.Name != "" {
				put([]rapporteur.Participant{s})
			}
		}
	}
}

// reconciled gives mediation those between whom it is to make peace: "launched an
// effort to end the dispute between Arden and Velm".
func (f *finder) reconciled(e *rapporteur.Event, m *match) {
	end := f.t.Sentences[f.t.SentenceOf(m.head)].End
	for k := m.head + 1; k < end && len(e.Recipients) == 0; k++ {
		if f.t.Lemma(k) != "between" || f.t.Head(k) <= k {
			continue
		}
		for _, p := range f.known(f.t.Head(k), 0) {
			if !has(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
}

// against gives a protest those whom it is against, where that is told beside its
// verb: "went on strike against the plan of the ministry", "staged a sit-in demanding that
// the police release a student".
func (f *finder) against(e *rapporteur.Event, m *match) {
	put := func(at int) {
		if at < 0 || len(e.Recipients) > 0 {
			return
		}
		for _, p := range f.actorsAt(at) {
			if !has(e.Actors, p) && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	for _, h := range append([]int{m.head}, m.words...) {
		for _, p := range append(f.fresh(), f.prepositionals(h)...) {
			if p.preposition == "against" {
				put(p.head)
			}
		}
	}
	end := f.t.Sentences[f.t.SentenceOf(m.head)].End
	for k := m.head + 1; k < end; k++ {
		switch f.t.Lemma(k) {
		case "protest", "demand", "denounce", "oppose", "condemn", "urge":
		default:
			continue
		}
		if f.t.Tokens[k].UPOS != "VERB" || !f.purposeOf(k, m.head) {
			continue
		}
		if o := f.t.Child(k, "obj"); o >= 0 && (f.somebody(o, false) || len(f.modifiers(o)) > 0) {
			put(o)
		}
		for _, p := range append(f.fresh(), f.prepositionals(k)...) {
			if p.preposition == "against" {
				put(p.head)
			}
		}
		if c := f.t.Child(k, "ccomp"); c >= 0 {
			put(f.t.Child(c, "nsubj"))
		}
	}
}

// purposeOf reports whether the infinitive k hangs on head with no verb between them that
// has a subject of its own: it says what for.
func (f *finder) purposeOf(k, head int) bool {
	for steps := 0; steps < 6 && k >= 0; steps++ {
		if k == head {
			return true
		}
		if f.t.Child(k, "nsubj", "nsubj:pass") >= 0 || f.t.Is(k, "ccomp", "acl:relcl") {
			return false
		}
		k = f.t.Head(k)
	}
	return false
}

// stoodFor puts beside a pronoun by which somebody takes part the last words before it in
// its sentence that name him: "Arden said it had launched raids".
func (f *finder) stoodFor(list []rapporteur.Participant) {
	for i := range list {
		p := &list[i]
		if p.Actor < 0 || len(p.Spans) != 1 {
			continue
		}
		at := f.topOf(p.Spans[0])
		if at < 0 || f.t.Tokens[at].UPOS != "PRON" || f.t.Tokens[at].Span != p.Spans[0] {
			continue
		}
		first := f.t.Tokens[f.t.Sentences[f.t.SentenceOf(at)].First].Span.Start
		who := p.Actor
		if own := f.cast.At(at); own >= 0 {
			who = own // the troops, who act for the state
		}
		mentions := f.cast.Actors[who].Mentions
		for k := len(mentions) - 1; k >= 0; k-- {
			s := mentions[k]
			if s.Start < first {
				break
			}
			if h := f.topOf(s); s.End <= p.Spans[0].Start && h >= 0 && f.t.Tokens[h].UPOS != "PRON" {
				p.Spans = []rapporteur.Span{s, p.Spans[0]}
				break
			}
		}
	}
}
