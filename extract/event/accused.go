package event

// accused gives a deed that somebody is blamed for, and that nobody else is told to have done,
// to the one who is blamed: "blamed the rebels for an attack on the port", "blamed the raid on
// Velm". It stands on the word of the one who blames him.
func (f *finder) accused() {
	for i := range f.mentions {
		b := &f.mentions[i]
		if len(b.Actors) > 0 || b.kind.Verbal || !b.noun {
			continue
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
