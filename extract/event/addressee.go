package event

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

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

// holders gives a demand that captives be freed to those who hold them, where that is told:
// "demanded the release of the sailors captured by Velm".
func (f *finder) holders(e *rapporteur.Event, m *match) {
	captives := slices.Clone(m.recipients)
	for _, w := range m.words {
		captives = append(captives, f.t.ChildrenBy(w, "nmod")...)
	}
	for _, r := range captives {
		for _, v := range f.t.ChildrenBy(r, "acl") {
			switch f.t.Lemma(v) {
			case "capture", "hold", "detain", "seize", "abduct", "kidnap", "jail", "imprison", "take", "arrest":
			default:
				continue
			}
			by := f.agent(v)
			if by < 0 {
				continue
			}
			var who []rapporteur.Participant
			for _, p := range f.known(by, 0) {
				if !has(e.Actors, p) {
					who = add(who, p)
				}
			}
			if len(who) > 0 {
				e.Recipients = who
				return
			}
		}
	}
}

// withdrawal reports whether what m asks for is that somebody withdraws.
func (f *finder) withdrawal(m *match) bool {
	return slices.ContainsFunc(slices.Concat(m.words, m.matters), func(w int) bool {
		in, ok := f.bestNoun(w)
		return ok && in.row.Type == "RETREAT" && in.row.Mode == "withdraw"
	})
}

// vacated reports whether r is only what those are to leave whose withdrawal is asked for:
// "demanded the withdrawal of Arden's troops from Velm".
func (f *finder) vacated(r int, m *match) bool {
	if f.preposition(r) != "from" {
		return false
	}
	if h := f.t.Head(r); h >= 0 && f.t.Lemma(h) == "withdrawal" {
		return true
	}
	return slices.ContainsFunc(slices.Concat(m.words, m.matters), func(w int) bool {
		in, ok := f.bestNoun(w)
		return ok && in.row.Type == "RETREAT" && (len(in.actors) > 0 || slices.ContainsFunc(f.t.ChildrenBy(w, "nmod"), func(k int) bool {
			return f.preposition(k) == "of" && f.somebody(k, false)
		}))
	})
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
