package event

import (
	"slices"

	"rapporteur"
)

// dropBeside leaves out what PLOVER's manual does not code beside another event: the charge
// of one who is convicted, the soldiers sent to the attack that they then made, and what a
// protest is for.
func (f *finder) dropBeside(all []mention) []mention {
	return slices.DeleteFunc(all, func(m mention) bool {
		for i := range all {
			o := &all[i]
			switch {
			case o.Sentence != m.Sentence || o.head == m.head:
			case m.Type == "ACCUSE" && m.Mode == "allege" && o.Type == "SANCTION" && o.Mode == "convict" && o.Status == m.Status:
				if share, _ := f.meet(o.Recipients, m.Recipients); share {
					return true
				}
			case m.Type == "MOBILIZE" && o.Type == "ASSAULT" && o.Status == m.Status && o.head > m.head && !f.infinitive(o.head):
				if f.serves(&m, o) {
					return true
				}
			case o.Type == "PROTEST" && o.head < m.head && (m.Type == "REQUEST" || m.Status == rapporteur.StatusDemanded):
				if f.hangs(m.head, o.head) {
					return true // "protested, demanding higher wages"
				}
			}
		}
		return false
	})
}

// serves reports whether the forces that m tells are moved are those that attack in o, told
// in one breath: "were deployed to the village and killed six".
func (f *finder) serves(m, o *mention) bool {
	t := f.t
	if !slices.Contains(t.Conjuncts(m.head), o.head) && t.Head(m.head) != o.head && t.Head(o.head) != m.head {
		if h := t.Head(m.head); h < 0 || !t.Is(m.head, "acl", "acl:relcl") || t.Head(h) != o.head {
			return false
		}
	}
	if len(m.Actors) == 0 {
		return true
	}
	share, against := f.meet(m.Actors, o.Actors)
	return share || !against
}

// finding is the adjective of what a court finds somebody or something, or none: "guilty" in
// "found the mayor guilty", "unlawful" in "was ruled unlawful".
func (f *finder) finding(v int) int {
	switch f.t.Lemma(v) {
	case "find", "rule", "declare", "hold":
	default:
		return none
	}
	for k := v + 1; k < len(f.t.Tokens) && f.t.SentenceOf(k) == f.t.SentenceOf(v) && k <= v+longestAnchor; k++ {
		if f.isOf(found, k) && (f.t.Head(k) == v || f.t.Head(k) >= 0 && f.t.Head(f.t.Head(k)) == v) {
			return k
		}
	}
	return none
}

// hangs reports whether the clause of v is a part of what h tells, and no clause beside it.
func (f *finder) hangs(v, h int) bool {
	for range maxDepth {
		if f.t.Is(v, "conj", "parataxis") {
			return false
		}
		if v = f.t.Head(v); v < 0 || v == h {
			return v == h
		}
	}
	return false
}

// maxDepth is how far up a tree a clause is looked for.
const maxDepth = 5

// award puts beside the court the one whom it orders somebody to pay.
func (f *finder) award(m *match, e *rapporteur.Event) {
	if e.Type != "" && e.Type != "SANCTION" || m.row.Mode != "convict" || m.content < 0 || !f.isOf(paying, m.content) {
		return
	}
	to := f.t.ChildrenBy(m.content, "iobj", "obj")
	for _, p := range append(f.fresh(), f.prepositionals(m.content)...) {
		if p.preposition == "to" {
			to = append(to, p.head)
		}
	}
	for _, k := range to {
		if f.t.Tokens[k].UPOS == "PRON" || f.isOf(money, k) {
			continue
		}
		for _, p := range f.actorsAt(k) {
			if !has(e.Actors, p) {
				e.Actors = append(e.Actors, p)
			}
			e.Recipients = slices.DeleteFunc(e.Recipients, func(q rapporteur.Participant) bool { return has(e.Actors, q) })
		}
	}
}

// ownWar reports whether a request is for the end of a war of those who make it, which is a
// word of their own: "Arden and Velm called for an end to their war", "Arden appealed to Velm
// to end their conflict".
func (f *finder) ownWar(m *match, e *rapporteur.Event, kind string) bool {
	if kind != "REQUEST" || len(e.Actors) == 0 || slices.ContainsFunc(e.Actors, func(p rapporteur.Participant) bool { return !f.belligerent(p) }) {
		return false
	}
	if len(e.Recipients) > 1 || len(e.Recipients) == 1 && !f.belligerent(e.Recipients[0]) {
		return false
	}
	about := slices.Concat(m.words, m.matters, m.recipients)
	if m.content >= 0 && f.isOf(ending, m.content) {
		about = append(about, f.t.Child(m.content, "obj", "obl"))
	}
	for _, w := range about {
		if w >= 0 && (f.waged(w, e) || slices.ContainsFunc(f.t.ChildrenBy(w, "nmod"), func(k int) bool { return f.waged(k, e) })) {
			return true
		}
	}
	return false
}

// waged reports whether i is the war of those who take part: "their war", where they are two.
func (f *finder) waged(i int, e *rapporteur.Event) bool {
	if !f.isOf(fought, i) {
		return false
	}
	k := f.t.Child(i, "nmod:poss")
	return k >= 0 && f.t.Lemma(k) == "their" && len(e.Actors)+len(e.Recipients) == 2
}

// belligerent reports whether p is a state, its government or army, or an armed group.
func (f *finder) belligerent(p rapporteur.Participant) bool {
	if p.Actor < 0 {
		return false
	}
	switch f.cast.Actors[p.Actor].Kind {
	case rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup:
		return true
	}
	return f.fights(p)
}

var (
	paying = []string{"pay", "compensate", "reimburse"}
	money  = []string{"aid", "damages", "compensation", "reparation", "fine", "sum", "amount"}
	found  = []string{"guilty", "unlawful"}
	ending = []string{"end", "halt", "stop", "cease", "resolve", "settle"}
	fought = []string{"fighting", "warfare", "conflict", "dispute"}
)
