package event

// followed is the noun before the "following" that the tree took for an adjective
// of object k: "suspended its strike following talks"; none where there is none.
func (f *finder) followed(k, v int) int {
	for _, c := range f.t.ChildrenBy(k, "amod") {
		if i := c - 1; f.t.Tokens[c].XPOS == "VBG" && f.t.Lemma(c) == "follow" && i > v && f.t.Tokens[i].UPOS == "NOUN" {
			return i
		}
	}
	return none
}

// beforeDay is the noun that the tree made a compound of the day k after it: "lifted
// the ban Friday"; none where there is none.
func (f *finder) beforeDay(k int) int {
	out := none
	for _, c := range f.t.ChildrenBy(k, "compound") {
		if c < k && !f.dated(c) && f.t.Nominal(c) {
			out = c
		}
	}
	return out
}

// garden is the object of v that the tree took for the subject of the participle
// after it: "signed [an agreement] aimed at".
func (f *finder) garden(v int) int {
	for _, k := range f.t.ChildrenBy(v, "ccomp") {
		if x := f.t.Tokens[k].XPOS; x != "VBD" && x != "VBN" || f.t.Child(k, "mark", "aux") >= 0 && f.t.Child(k, "mark") < k {
			continue
		}
		if s := f.t.Child(k, "nsubj"); s > v && s == k-1 && f.t.Tokens[s].UPOS == "NOUN" {
			return s
		}
	}
	return none
}

// named reports whether k is a noun that says what the object of v is or becomes,
// "took them hostage", which trees may also make of a plain object.
func (f *finder) named(k, v int) bool {
	return k > v && f.t.Is(k, "xcomp") && (f.t.Tokens[k].UPOS == "NOUN" || f.t.Tokens[k].UPOS == "PROPN") && f.t.Child(k, "cop", "mark", "case") < 0
}

// afterParticle is the noun that follows the particle of verb v, which trees
// often make a preposition: "called off the strike".
func (f *finder) afterParticle(v int, particle string) int {
	for _, k := range f.t.ChildrenBy(v, "obl") {
		c := f.t.Child(k, "case")
		if c == v+1 && f.t.Lemma(c) == particle && f.preposition(k) == particle {
			return k
		}
		if first, _ := f.t.Phrase(k); c < 0 && first == v+2 && f.t.Tokens[k].Deprel == "obl" && !f.dated(k) {
			return k // an oblique has a preposition
		}
	}
	return none
}

// gap is the object that v shares or that its clause modifies: "condemned and
// rejected the plan", "the sanctions that Arden imposed".
func (f *finder) gap(v int) int {
	t := f.t
	if t.Tokens[v].Deprel == "acl:relcl" && t.Child(v, "nsubj") >= 0 {
		h := t.Head(v)
		if s := t.Child(v, "nsubj"); f.secondSubject(s, v) >= 0 {
			return f.antecedent(s, v)
		}
		if h >= 0 && t.Nominal(h) && t.Child(v, "cop", "ccomp", "xcomp") < 0 && f.antecedent(t.Child(v, "nsubj"), v) != h && !f.stranded(v) {
			return h
		}
		return none
	}
	if h, m := t.Head(v), t.Child(v, "mark"); t.Tokens[v].Deprel == "acl" && h >= 0 && m == h+1 && t.Lemma(m) == "that" && t.Child(v, "nsubj") > m && t.Child(v, "ccomp", "xcomp") < 0 && f.isOf(papers, h) {
		return h // "the accord that Arden signed", taken for what the accord says
	}
	for _, k := range t.Children(v) {
		k := int(k)
		if k > v && t.Is(k, "conj") && t.Tokens[k].UPOS == "VERB" && t.Child(k, "nsubj") < 0 && k-v <= 4 {
			if o := t.Child(k, "obj"); o > k && t.Child(v, "obl", "xcomp", "ccomp", "advcl") < 0 {
				return o
			}
		}
	}
	return none
}

// stranded reports whether the relative pronoun of clause v stands after a
// preposition or is of time or place: "in which", "where", "when".
func (f *finder) stranded(v int) bool {
	for _, k := range f.t.Children(v) {
		k := int(k)
		if k > v {
			break
		}
		switch f.t.Lemma(k) {
		case "where", "when", "why":
			return true
		case "which", "whom", "whose":
			if !f.t.Is(k, "obj") {
				return true
			}
		}
	}
	return false
}

// eachOther reports whether object k is "each other" or "one another": the subjects do it
// to themselves.
func (f *finder) eachOther(k int) bool {
	if k == 0 {
		return false
	}
	switch f.t.Lemma(k) {
	case "each":
		return k+1 < len(f.t.Tokens) && f.t.Lemma(k+1) == "other"
	case "other":
		return f.t.Lemma(k-1) == "each"
	case "another":
		return f.t.Lemma(k-1) == "one"
	}
	return false
}
