package event

// A prepositional is a noun phrase after a preposition within a clause.
type prepositional struct {
	preposition string
	head        int
}

// prepositionals are those that hang on head, directly or through a noun that
// does, nearest level first. Those of clauses within are left out.
func (f *finder) prepositionals(head int) []prepositional {
	f.stack = append(f.stack[:0], head)
	out := f.prep[:0]
	for depth := 0; depth < 4 && len(f.stack) > 0; depth++ {
		level := len(f.stack)
		for _, at := range f.stack[:level] {
			for _, k := range f.t.Children(at) {
				k := int(k)
				if (at == head || f.t.Is(at, "obj") && f.t.Head(at) == head) && f.t.Is(k, "advcl", "acl") && f.t.Tokens[k].XPOS == "VBG" {
					// "barred from holding office", "blamed for sinking the ship"
					if m := f.t.Child(k, "mark"); m >= 0 && m < k {
						out = append(out, prepositional{f.t.Lemma(m), k})
					}
				}
				if s := f.forWhom(k); at == head && s >= 0 {
					out = append(out, prepositional{"for", s})
				}
				switch f.t.Relation(k) {
				case "punct", "det", "case", "cc", "mark", "aux", "cop", "advcl", "acl", "ccomp", "csubj", "parataxis", "nsubj", "expl", "discourse":
					if !f.t.Is(k, "nsubj:pass") {
						continue
					}
				case "xcomp":
					// "began to hold talks with": the infinitive has its own. But "listed the
					// rebels as terrorists" is a noun after a preposition, whatever it is called.
					if !f.t.Nominal(k) || f.t.Child(k, "case") < 0 || f.t.Child(k, "cop") >= 0 {
						continue
					}
				case "conj":
					if f.t.Tokens[k].UPOS == "VERB" {
						continue
					}
				}
				if p := f.preposition(k); p != "" {
					if p == "in" && relates(f.t.Lemma(k)) {
						continue // "in response to the storm": to whom nothing is done
					}
					out = append(out, prepositional{p, k})
				}
				f.stack = append(f.stack, k)
			}
		}
		f.stack = append(f.stack[:0], f.stack[level:]...)
	}
	f.prep = out
	return out
}

// forWhom is the subject of the infinitive k after "for", who is called on as much as
// the object of the preposition would be: "called for the rebels to leave"; or none.
func (f *finder) forWhom(k int) int {
	if !f.t.Is(k, "advcl", "ccomp", "xcomp", "acl") || !f.infinitive(k) {
		return none
	}
	s := f.t.Child(k, "nsubj", "nsubj:pass")
	if m := f.t.Child(k, "mark"); m < 0 || s < m || s > k || f.t.Lemma(m) != "for" {
		return none
	}
	return s
}

// relates reports whether noun lemma is of a preposition of several words: "in
// response to".
func relates(lemma string) bool {
	switch lemma {
	case "response", "reaction", "addition", "relation", "return", "exchange", "contrast", "retaliation", "comparison",
		"wake", "aftermath", "light", "absence", "presence", "midst", "anticipation", "hope", "memory":
		return true
	}
	return false
}

// preposition is the case marker of k, its parts joined by "_": "out_of".
func (f *finder) preposition(k int) string {
	first := ""
	for _, c := range f.t.Children(k) {
		c := int(c)
		if c > k {
			break
		}
		if !f.t.Is(c, "case") || f.t.Tokens[c].XPOS == "POS" {
			continue
		}
		word := f.t.Lemma(c)
		for _, g := range f.t.Children(c) {
			if f.t.Is(int(g), "fixed") {
				word += "_" + f.t.Lemma(int(g))
			}
		}
		if first == "" && word == "of" && c > 0 && f.t.Lemma(c-1) == "ahead" {
			return "ahead_of" // with "ahead" for an adverb of the verb
		}
		if first != "" {
			return first + "_" + word
		}
		first = word
	}
	return first
}

// hasParticle reports whether particle belongs to verb v: "broke off talks",
// "called the strike off", "pulled out of".
func (f *finder) hasParticle(v int, particle string) bool {
	t := f.t
	for _, k := range t.Children(v) {
		k := int(k)
		if t.Is(k, "compound:prt", "advmod", "case", "mark", "xcomp") && k > v && t.Lemma(k) == particle {
			return true
		}
	}
	s := t.Sentences[t.SentenceOf(v)]
	if v+1 < s.End && t.Lemma(v+1) == particle {
		switch t.Tokens[v+1].UPOS {
		case "ADP", "ADV", "PART":
			return true
		}
	}
	return false
}
