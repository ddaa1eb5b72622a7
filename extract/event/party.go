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
		if (kind.Name == "REQUEST" || kind.Name == "REJECT") && f.vacated(r, m) {
			continue
		}
		who := f.recipientsAt(r, kind)
		if (m.row.Mode == "arrest" || m.row.Mode == "abduct") && len(f.known(r, 0)) == 0 && f.concrete(r) && !f.isOf(vessels, r) && !f.isOf(premises, r) && f.placeAt(r) < 0 {
			who = []rapporteur.Participant{f.plain(r)} // "a sharpshooter of the gang", whoever that is
		}
		if f.preposition(r) == "between" && kind.Name == "ASSAULT" && len(e.Actors) == 0 {
			e.Actors = who // "the war launched in May between Arden and Velm"
			continue
		}
		for _, p := range who {
			if !has(e.Actors, p) && !(f.cast.At(r) != p.Actor && f.own(e.Actors, p)) {
				e.Recipients = add(e.Recipients, p) // "recalled his nation's ambassador from Velm"
			}
		}
	}
	if kind.Name == "REQUEST" {
		f.holders(e, m)
		if len(e.Recipients) == 0 && f.withdrawal(m) {
			f.movers(e, m) // those who are to withdraw, not whose land they are to leave
		}
	}
	if len(e.Recipients) == 0 && len(m.hosts) == 0 && kind.Name != "CONSULT" {
		f.undergoing(e, m)
	}
	if len(e.Recipients) == 0 && kind.Name == "REJECT" {
		f.makers(e, m)
	}
	if kind.Name == "ACCUSE" && len(e.Recipients) == 0 && len(m.recipients) == 1 && f.t.Tokens[m.recipients[0]].UPOS == "PRON" {
		f.stoodFor(e.Actors)
		return // "accused it of shooting students", whoever it is
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
			if m.row.Type == "ACCUSE" && len(in.actors) > 0 || m.row.Type == "REQUEST" && slices.ContainsFunc(in.actors, func(a int) bool { return f.somebody(a, false) }) {
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
