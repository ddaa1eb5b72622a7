package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// parties fills actors and recipients from the match.
func (f *finder) parties(e *rapporteur.Event, m *match, kind *plover.Type) {
	for _, a := range m.actors {
		who := f.actorsAt(a)
		if kind.Name == "MOBILIZE" && slices.Contains(m.words, a) {
			for i, p := range who {
				if p.Actor >= 0 && f.cast.Principal(p.Actor) >= 0 {
					pr := f.cast.Principal(p.Actor)
					who[i] = rapporteur.Participant{Name: f.cast.Actors[pr].Name, Actor: pr, Spans: p.Spans} // whose police are deployed
				}
			}
		}
		if m.row.Mode == "resign" {
			if holder := f.holder(a); holder.Name != "" {
				who = []rapporteur.Participant{holder} // the president resigns, not the state
			}
		}
		for _, p := range who {
			e.Actors = add(e.Actors, p)
		}
		if a == m.subject {
			for _, p := range f.companions(a, m.head) {
				e.Actors = add(e.Actors, p)
			}
		}
	}
	for _, r := range m.recipients {
		who := f.recipientsAt(r, kind)
		if (m.row.Mode == "arrest" || m.row.Mode == "abduct") && len(f.known(r, 0)) == 0 && f.concrete(r) && !f.isOf(vessels, r) && !f.isOf(premises, r) && f.placeAt(r) < 0 {
			who = []rapporteur.Participant{f.plain(r)} // "a sharpshooter of the gang", whoever that is
		}
		for _, p := range who {
			if !has(e.Actors, p) && !(f.cast.At(r) != p.Actor && f.own(e.Actors, p)) {
				e.Recipients = add(e.Recipients, p) // "recalled his nation's ambassador from Velm"
			}
		}
	}
	if len(e.Recipients) == 0 && len(m.hosts) == 0 && kind.Name != "CONSULT" {
		f.undergoing(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "REJECT" {
		f.makers(e, m)
	}
	if len(e.Recipients) == 0 && (irrealis(kind.Name) || kind.Name == "ACCUSE" || m.content >= 0) {
		f.concerned(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name != "CONSULT" && kind.Name != "AGREE" {
		f.worded(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "MOBILIZE" {
		f.foes(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "SUPPORT" {
		for _, w := range m.matters {
			for _, p := range f.partners(w) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
	if len(e.Recipients) == 0 && kind.Name == "SANCTION" {
		f.targeted(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "REJECT" {
		f.waitedOn(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "REQUEST" {
		f.movers(e, m)
	}
	if len(e.Recipients) == 0 {
		f.owners(e, m, kind)
	}
	if len(e.Recipients) == 0 {
		switch {
		case kind.Name == "AID":
			f.helped(e, m)
		case kind.Name == "PROTEST":
			f.outside(e, m)
			f.against(e, m)
		case m.row.Mode == "third-party":
			f.reconciled(e, m)
		}
	}
	for _, h := range m.hosts {
		// Those who come together from several sides meet where they go; they do not visit.
		if p := f.stateOf(h, f.placeAt(h)); p.Name != "" && !has(e.Actors, p) && (kind.Name != "CONSULT" || len(e.Actors) < 2 && !f.elsewhere(m, p)) {
			e.Recipients = add(e.Recipients, p)
		}
	}
	if len(e.Actors) == 0 && (m.row.Mode == "expel" || m.row.Mode == "deport") {
		f.expelling(e, m)
	}
	if len(e.Actors) == 0 && m.row.Mode == "release" && f.passive(m.head) {
		f.captors(e, m)
	}
	if kind.Name == "AGREE" && m.content >= 0 && len(e.Actors) == 1 {
		f.committed(e, m)
	}
	for i := range e.Recipients {
		if len(m.recipients) > 0 && len(e.Recipients[i].Spans) > 0 {
			e.Recipients[i] = f.trimmed(e.Recipients[i], max(f.topOf(e.Recipients[i].Spans[0]), 0))
		}
	}
	f.stoodFor(e.Actors)
	f.stoodFor(e.Recipients)
}

// worded gives an act those to whom the paper it is done by is told to turn: "issued an order
// calling on villagers to leave", "filed a complaint accusing Velm of fraud".
func (f *finder) worded(e *rapporteur.Event, m *match) {
	for _, w := range m.words {
		for _, v := range f.t.ChildrenBy(w, "acl") {
			if f.t.Tokens[v].XPOS != "VBG" || v < w {
				continue
			}
			in, ok := f.best(plover.VerbsOf(f.lemma(v)), f.clauseOf(v))
			if !ok || in.row.Type != "REQUEST" && in.row.Type != "ACCUSE" && in.row.Type != "THREATEN" && in.row.Type != "COERCE" {
				continue
			}
			for _, r := range in.recipients {
				for _, p := range f.known(r, 0) {
					if !has(e.Actors, p) {
						e.Recipients = add(e.Recipients, p)
					}
				}
			}
		}
	}
}

// foes gives forces that are moved those whom they are to fight: "sent troops to fight the
// rebels".
func (f *finder) foes(e *rapporteur.Event, m *match) {
	end := f.t.Sentences[f.t.SentenceOf(m.head)].End
	for k := m.head + 1; k < end && len(e.Recipients) == 0; k++ {
		switch f.t.Lemma(k) {
		case "fight", "combat", "battle", "confront", "counter", "repel", "quell", "crush", "hunt", "tackle", "defeat", "suppress":
		default:
			continue
		}
		o := f.t.Child(k, "obj")
		if f.t.Tokens[k].XPOS != "VB" || o < k || !f.infinitive(k) || !f.purposeOf(k, m.head) {
			continue
		}
		for _, p := range f.known(o, 0) {
			if !has(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
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

// makers gives a refusal those whose proposal, call or demand is refused: "rejected Velm's
// agreement on the port", "rejected the call of the council".
func (f *finder) makers(e *rapporteur.Event, m *match) {
	for _, w := range slices.Concat(m.words, m.recipients, m.matters) {
		if f.t.Tokens[w].UPOS != "NOUN" || !f.isOf(asking, w) && !f.isOf(papers, w) {
			continue
		}
		k := f.t.Child(w, "nmod:poss")
		if k < 0 && f.isOf(asking, w) {
			for _, p := range append(f.fresh(), f.prepositionals(w)...) {
				if p.preposition == "of" || p.preposition == "from" || p.preposition == "by" {
					k = p.head
					break
				}
			}
		}
		if k < 0 {
			continue
		}
		for _, p := range f.known(k, 0) {
			if p.Actor >= 0 && !has(e.Actors, p) && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
}

// waitedOn gives a refusal those on whom it says to wait: "will not lift the embargo until
// Velm frees the sailors".
func (f *finder) waitedOn(e *rapporteur.Event, m *match) {
	for _, h := range [2]int{m.head, m.content} {
		if h < 0 || len(e.Recipients) > 0 {
			continue
		}
		for _, c := range f.t.ChildrenBy(h, "advcl") {
			k := f.t.Child(c, "mark", "advmod")
			if c < h || k < 0 {
				continue
			}
			switch f.t.Lemma(k) {
			case "until", "till", "unless", "before", "if":
			default:
				continue
			}
			cl := f.clauseOf(c)
			for _, p := range f.known(cl.subject, 0) {
				if p.Actor >= 0 && f.acts(p.Actor) && !has(e.Actors, p) && !f.own(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
}

// movers gives a request those who are to do what a noun says is asked for: "demanded the
// withdrawal of Velm's forces", "demanded a meeting of the council".
func (f *finder) movers(e *rapporteur.Event, m *match) {
	for _, w := range slices.Concat(m.words, m.matters) {
		in, ok := f.bestNoun(w)
		if !ok || len(e.Recipients) > 0 {
			continue
		}
		list := in.actors
		if in.row.Type == "RETREAT" || in.row.Type == "CONSULT" {
			list = slices.Concat(list, in.recipients, in.words)
		}
		for _, a := range list {
			for _, p := range f.known(a, 0) {
				if !has(e.Actors, p) && !f.own(e.Actors, p) && p.Actor >= 0 {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
		for _, p := range append(f.fresh(), f.prepositionals(w)...) {
			if p.preposition != "of" || len(e.Recipients) > 0 {
				continue
			}
			for _, q := range f.known(p.head, 0) {
				if q.Actor >= 0 && f.acts(q.Actor) && !has(e.Actors, q) {
					e.Recipients = add(e.Recipients, q)
				}
			}
		}
	}
}

// outside gives a protest those whose embassy it is held at.
func (f *finder) outside(e *rapporteur.Event, m *match) {
	for _, w := range m.words {
		if !f.isOf(embassies, w) {
			continue
		}
		for _, k := range f.modifiers(w) {
			for _, p := range f.known(k, 1) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
}

// targeted gives sanctions those whom they are said to be aimed at: "sanctions targeting
// the rebels".
func (f *finder) targeted(e *rapporteur.Event, m *match) {
	for _, w := range m.words {
		for _, v := range f.t.ChildrenBy(w, "acl") {
			switch f.t.Lemma(v) {
			case "target", "hit":
			default:
				continue
			}
			for _, p := range f.known(f.t.Child(v, "obj"), 0) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
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

// elsewhere reports whether those who come to host come for talks with others: the
// host only lends the room.
func (f *finder) elsewhere(m *match, host rapporteur.Participant) bool {
	for _, p := range append(f.fresh(), f.prepositionals(m.head)...) {
		if p.preposition != "for" || !f.isOf(talking, p.head) {
			continue
		}
		with := f.partners(p.head)
		return len(with) > 0 && !slices.ContainsFunc(with, func(q rapporteur.Participant) bool {
			return q.Actor < 0 || q.Actor == host.Actor || host.Actor >= 0 && f.cast.Actors[q.Actor].Country == f.cast.Actors[host.Actor].Country ||
				f.cast.Actors[q.Actor].Country == f.places[f.placeAt(m.hosts[0])].Country
		})
	}
	return false
}

// concerned gives a verbal act those whom its content is about as recipients:
// "offered to send troops to Velm", "refused to meet the delegates".
func (f *finder) concerned(e *rapporteur.Event, m *match) {
	put := func(list []rapporteur.Participant) {
		for _, p := range list {
			if !has(e.Actors, p) && p.Actor >= 0 && !f.own(e.Actors, p) {
				e.Recipients = add(e.Recipients, p)
			}
		}
	}
	if c := m.content; c >= 0 {
		if in, ok := f.best(plover.VerbsOf(f.lemma(c)), f.clauseOf(c)); ok && in.row.Type != plover.NoEvent {
			kind := plover.TypeByName(in.row.Type)
			if m.row.Type == "ACCUSE" && len(in.actors) > 0 {
				in.recipients = nil // "alleged that the police shot two students" is against the police
			}
			for _, r := range in.recipients {
				if who := f.known(r, 0); len(who) > 0 {
					for _, p := range who {
						if !has(e.Actors, p) {
							e.Recipients = add(e.Recipients, p)
						}
					}
					continue
				}
				for _, p := range f.recipientsAt(r, kind) {
					if !has(e.Actors, p) && !f.own(e.Actors, p) && (p.Actor >= 0 || f.placeAt(r) >= 0) {
						e.Recipients = add(e.Recipients, p)
					}
				}
			}
			for _, w := range in.words {
				if len(e.Recipients) == 0 {
					f.touched(e, w)
				}
			}
			for _, a := range in.actors {
				if !slices.Contains(m.words, a) {
					put(f.known(a, 0)) // but not the doctors of "sent doctors to help the sailors"
				}
			}
			for _, h := range in.hosts {
				if p := f.stateOf(h, f.placeAt(h)); p.Name != "" && p.Actor >= 0 {
					put([]rapporteur.Participant{p})
				}
			}
			if in.content >= 0 && len(e.Recipients) == 0 {
				f.concerned(e, &in)
			}
		}
		if len(e.Recipients) > 0 {
			return
		}
		if s := f.t.Child(c, "nsubj"); s >= 0 && m.row.Type == "REQUEST" {
			put(f.known(s, 0)) // "demanded that the minister appear"
			if f.name(s) && len(e.Recipients) == 0 {
				e.Recipients = append(e.Recipients, f.plain(s))
			}
		}
		if o := f.t.Child(c, "iobj"); o >= 0 {
			for _, p := range f.known(o, 0) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p) // "agreed to allow aid workers access"
				}
			}
		}
		if o := f.t.Child(c, "obj"); o >= 0 && len(e.Recipients) == 0 {
			if !f.isOf(shared, o) && !(f.isOf(embassies, o) && (f.t.Child(o, "nmod:poss") >= 0 && f.t.Tokens[f.t.Child(o, "nmod:poss")].UPOS == "PRON" || len(f.modifiers(o)) == 0)) { // the intelligence that is shared
				put(f.known(o, 0))
				if len(e.Recipients) == 0 {
					put(f.actorsAt(o))
				}
			}
		}
		if len(e.Recipients) == 0 {
			put(f.partners(c))
		}
	}
	for _, w := range m.matters {
		if len(e.Recipients) == 0 {
			put(f.actorsAt(w))
		}
		if len(e.Recipients) == 0 {
			put(f.partners(w))
		}
	}
	for _, w := range m.words {
		if len(e.Recipients) == 0 {
			put(f.partners(w))
		}
	}
}

// owners gives an act against somebody those whose its things are: "expelled two
// Velm diplomats", "a ban on Velm flights".
func (f *finder) owners(e *rapporteur.Event, m *match, kind *plover.Type) {
	switch kind.Name {
	case "SANCTION", "COERCE", "ASSAULT", "RETREAT", "REJECT", "ACCUSE", "SUPPORT", "AID":
	default:
		return
	}
	if m.row.Mode == "withdraw" && kind.Name == "RETREAT" {
		return // whose troops withdraw suffers nothing
	}
	for _, w := range m.words {
		if kind.Name == "AID" && !f.isOf(owed, w) {
			continue
		}
		for _, k := range f.modifiers(w) {
			if f.t.Tokens[k].UPOS == "PRON" {
				continue // "expressed its concern"
			}
			for _, p := range f.known(k, 1) {
				if !has(e.Actors, p) && !f.own(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
	if kind.Name == "REJECT" || kind.Name == "ACCUSE" {
		for _, w := range slices.Concat(m.words, m.recipients, m.matters) {
			if len(e.Recipients) > 0 {
				break
			}
			f.doers(e, w)
		}
	}
	if kind.Name == "SUPPORT" || kind.Name == "ACCUSE" {
		for _, w := range slices.Concat(m.recipients, m.matters) {
			if in, ok := f.bestNoun(w); ok && !verbal(in.row.Type) && len(e.Recipients) == 0 && f.t.Tokens[w].UPOS == "NOUN" {
				for _, a := range in.actors {
					for _, p := range f.known(a, 0) {
						if !has(e.Actors, p) {
							e.Recipients = add(e.Recipients, p) // "hailed the release of the sailors by Velm"
						}
					}
				}
			}
		}
	}
	if len(e.Recipients) == 0 && (kind.Name == "REJECT" || kind.Name == "ACCUSE") && len(m.recipients)+len(m.matters)+len(m.words) > 0 {
		for _, p := range f.partners(m.head) {
			if !has(e.Actors, p) && p.Actor >= 0 {
				e.Recipients = add(e.Recipients, p) // "refused a request from Velm"
			}
		}
	}
}

// doers gives a word about what somebody has made or done that one as recipient:
// "rejected a plan drawn up by Velm", "condemned the threats made by Velm".
func (f *finder) doers(e *rapporteur.Event, w int) {
	for _, n := range f.t.Conjuncts(w) {
		for _, k := range f.t.ChildrenBy(n, "acl") {
			if f.t.Tokens[k].XPOS != "VBN" && f.t.Tokens[k].XPOS != "VBD" {
				continue
			}
			by := f.agent(k)
			if by < 0 {
				continue
			}
			for _, p := range f.known(by, 0) {
				if !has(e.Actors, p) {
					e.Recipients = add(e.Recipients, p)
				}
			}
		}
	}
}

// partners are the somebodies after a preposition that says to whom or with whom.
func (f *finder) partners(at int) []rapporteur.Participant {
	var out []rapporteur.Participant
	for _, p := range append(f.fresh(), f.prepositionals(at)...) {
		switch p.preposition {
		case "with", "to", "into", "against", "for", "from", "between", "toward", "towards", "by":
			for _, q := range f.known(p.head, 0) {
				out = add(out, q)
			}
			if len(out) == 0 && f.seat(p.head) {
				if q := f.stateOf(p.head, f.placeAt(p.head)); q.Actor >= 0 || q.Name != "" && p.preposition != "into" && p.preposition != "from" {
					out = append(out, q) // "apologized for crossing into Velm", "an ultimatum to Velm"
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return out
}

// own reports whether one of actors acts for the state p: "the president recalled
// his nation's ambassador".
func (f *finder) own(actors []rapporteur.Participant, p rapporteur.Participant) bool {
	if p.Actor < 0 || f.cast.Actors[p.Actor].Kind != rapporteur.ActorState {
		return false
	}
	return slices.ContainsFunc(actors, func(a rapporteur.Participant) bool {
		return a.Actor >= 0 && (f.cast.Principal(a.Actor) == p.Actor || f.cast.Actors[a.Actor].Of == p.Actor)
	})
}

func has(in []rapporteur.Participant, p rapporteur.Participant) bool {
	return slices.ContainsFunc(in, func(q rapporteur.Participant) bool {
		return p.Actor >= 0 && q.Actor == p.Actor || p.Name == q.Name
	})
}
