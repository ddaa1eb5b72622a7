package event

// antecedent puts the noun in the place of the relative pronoun that stands
// for it in the relative clause v.
func (f *finder) antecedent(k, v int) int {
	if k < 0 {
		return none
	}
	switch f.t.Lemma(k) {
	case "who", "which", "that", "whom":
		if f.t.Is(v, "acl:relcl", "acl") && f.t.Head(v) >= 0 {
			return f.nearest(k, f.t.Head(v))
		}
	}
	return k
}

// nearest is the noun that the relative pronoun k stands for: the one that the
// tree says, unless that is nobody while the name right before the comma is
// somebody ("members of the union, which listed them").
func (f *finder) nearest(k, head int) int {
	if f.t.Lemma(k) == "which" && f.t.Tokens[head].XPOS == "NNS" && roles()[f.t.Lemma(head)] && f.t.Is(head, "nmod") {
		if up := f.t.Head(head); up >= 0 && f.t.Tokens[up].UPOS == "NOUN" && f.eventful(up) {
			return up // "an attack on rebels, which killed ten": fighters are "who"
		}
	}
	if n := f.deedAbove(head); n >= 0 && f.t.Lemma(k) != "who" && f.t.Lemma(k) != "whom" {
		return n
	}
	i := k - 1
	if i >= 0 && f.t.Word(i) == "," {
		i--
	}
	if i < 0 || i == head || f.cast.At(head) >= 0 || f.cast.At(i) < 0 || f.t.Tokens[i].UPOS != "PROPN" || f.t.SentenceOf(i) != f.t.SentenceOf(k) {
		return head
	}
	return i
}

// secondSubject is the subject of relative clause v where the tree has its pronoun
// s for one, too: "the president, who they accused"; none where there is no other.
func (f *finder) secondSubject(s, v int) int {
	if l := f.t.Lemma(s); l != "who" && l != "which" && l != "that" && l != "whom" {
		return none
	}
	for _, k := range f.t.ChildrenBy(v, "nsubj") {
		if k > s && k < v {
			return k
		}
	}
	return none
}

// deedAbove is the attack of which thing n is only the target or the scene, so that what
// follows is told of the attack: "an attack on a police academy in Velm that killed ten"; none
// where n may do something itself.
func (f *finder) deedAbove(n int) int {
	if f.t.Tokens[n].XPOS == "NNS" || f.placeAt(n) < 0 && !f.isOf(premises, n) && !f.isOf(scene, n) {
		return none
	}
	for steps := 0; steps < 3 && f.t.Is(n, "nmod"); steps++ {
		if n = f.t.Head(n); n < 0 {
			return none
		}
		if f.t.Tokens[n].UPOS == "NOUN" && f.tells(n, "ASSAULT") {
			return n
		}
	}
	return none
}
