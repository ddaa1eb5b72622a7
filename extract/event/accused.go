package event

import "rapporteur"

// accused gives a deed that somebody is blamed for, and that nobody else is told to have done,
// to the one who is blamed: "blamed the rebels for an attack on the port", "blamed the raid on
// Velm". It stands on the word of the one who blames him.
func (f *finder) accused() {
	for i := range f.mentions {
		b := &f.mentions[i]
		if len(b.Actors) > 0 || b.kind.Verbal || !b.noun {
			continue
		}
		if b.AttributedTo != "" {
			b.Actors = f.ascribed(b.head)
			if len(b.Actors) > 0 {
				b.bare, b.lent = false, true
				continue
			}
		}
		for k := range f.mentions {
			a := &f.mentions[k]
			if a.Type != "ACCUSE" || a.Sentence != b.Sentence || len(a.Recipients) == 0 || len(a.Actors) == 0 || a.noun || !f.blames(a.head, b.head) {
				continue
			}
			b.Actors = a.Recipients
			b.bare, b.lent = false, true
			if b.AttributedTo == "" {
				b.AttributedTo = a.Actors[0].Name
			}
			break
		}
	}
}

// ascribed are those whom somebody ascribes the deed of noun n to: "shelling attributed to the
// rebels", "raids blamed on Velm".
func (f *finder) ascribed(n int) []rapporteur.Participant {
	for _, v := range f.t.ChildrenBy(n, "acl") {
		to := ""
		switch f.t.Lemma(v) {
		case "attribute", "ascribe":
			to = "to"
		case "blame":
			to = "on"
		default:
			continue
		}
		for _, p := range append(f.fresh(), f.prepositionals(v)...) {
			if p.preposition == to {
				return f.actorsAt(p.head)
			}
		}
	}
	return nil
}

// blames reports whether verb v says that somebody is to blame for what noun n names.
func (f *finder) blames(v, n int) bool {
	if f.t.Head(n) != v {
		return false
	}
	switch f.t.Lemma(v) {
	case "blame":
		return f.t.Is(n, "obl", "nmod") && f.preposition(n) == "for" || f.t.Is(n, "obj", "nsubj:pass")
	case "accuse", "suspect":
		return f.t.Is(n, "obl", "nmod") && f.preposition(n) == "of"
	}
	return false
}
