package event

// complementOf is the clause that follows the verb of c, or, where the row asks for
// one, its object: "sent doctors to help", but not "refused a request to help".
func (f *finder) complementOf(c clause, kind string, object bool) int {
	k := f.complement(c.head, kind)
	if o := c.objects[0]; k > o && o > c.head && kind == "to" && !object && f.isOf(asking, o) {
		return none
	}
	if k < 0 && kind == "ing" && f.eachOther(c.head+1) {
		k = f.complement(c.head+2, kind) // "accused each other of moving troops", hung on the "other"
	}
	if k < 0 && kind == "to" && c.objects[0] > c.head && (object || !f.isOf(asking, c.objects[0])) {
		for _, o := range f.t.Conjuncts(c.objects[0]) {
			if k = f.complement(o, kind); k >= 0 {
				break
			}
		}
	}
	return k
}

// complement is the clause of one of the kinds "to", "do", "that" and "ing"
// that follows head, or none.
func (f *finder) complement(head int, kind string) int {
	t := f.t
	for _, k := range t.Children(head) {
		k := int(k)
		if k < head {
			continue
		}
		switch kind {
		case "to":
			if t.Is(k, "xcomp", "ccomp", "acl", "advcl") && f.infinitive(k) && !f.late(k, head) {
				return k
			}
		case "do":
			if x := t.Tokens[k].XPOS; t.Is(k, "xcomp", "ccomp") && (x == "VB" || x == "VBP") && !f.infinitive(k) && t.Child(k, "aux") < 0 {
				return k
			}
		case "that":
			if t.Is(k, "ccomp", "acl") && t.Verbal(k) && !f.infinitive(k) && t.Tokens[k].XPOS != "VBG" {
				return k
			}
			if m := t.Child(k, "mark"); t.Is(k, "ccomp") && m > head && t.Lemma(m) == "that" && t.Child(k, "nsubj") > m && t.Child(k, "cop") < 0 {
				return k // "demanded that the minister step down", with the verb taken for a noun
			}
			if t.Is(k, "xcomp") && t.Tokens[k].XPOS == "VB" && t.Child(k, "nsubj", "nsubj:pass") > head && !f.infinitive(k) {
				return k // "demanded the group stop"
			}
		case "ing":
			if t.Is(k, "xcomp", "ccomp", "advcl", "acl") && t.Tokens[k].XPOS == "VBG" {
				return k
			}
		}
	}
	return none
}

// late reports whether the infinitive k stands so far after head that it says
// what for: "agreed to a truce to let aid in".
func (f *finder) late(k, head int) bool {
	if !f.t.Is(k, "advcl") || f.t.Child(head, "obj") >= 0 {
		return false
	}
	first, _ := f.t.Phrase(k)
	if first <= head+4 {
		return false
	}
	for _, c := range f.t.ChildrenBy(head, "obl") {
		if c < k && (f.preposition(c) == "to" || f.preposition(c) == "for") {
			return true
		}
	}
	return false
}

// infinitive reports whether k is an infinitive with "to".
func (f *finder) infinitive(k int) bool {
	if k > 0 && f.t.Tokens[k].XPOS == "VB" && f.t.Is(k, "acl") && f.t.Lemma(k-1) == "to" {
		return true // whatever the "to" hangs on
	}
	for _, c := range f.t.Children(k) {
		c := int(c)
		if c > k {
			return false
		}
		if f.t.Is(c, "mark") && f.t.Lemma(c) == "to" {
			return true
		}
	}
	return false
}
