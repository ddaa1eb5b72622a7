package coref

// matchGrammar joins what the grammar of a sentence makes one: appositions, a
// title and the name it stands before, a subject and the noun that it is said
// to be, a noun and its relative pronoun, a subject and its reflexive.
func (f *finder) matchGrammar() {
	for i := range f.mentions {
		m := int32(i)
		x := &f.mentions[i]
		switch {
		case x.kind == conjoined:
		case x.form == relative && x.kind == pronoun:
			if clause := f.relativeClause(x.head); clause != none {
				if noun := f.byHead[f.heads[clause]]; noun != none && noun != m {
					f.joinIfFits(noun, m)
				}
			}
		case x.form == reflexive:
			if s := f.subjectAbove(x.head); s != none && s != m {
				f.joinIfFits(s, m)
			}
		case x.rel == relApposition:
			f.apposition(m)
		case x.kind == titled:
			if name := f.heads[x.head]; name != none && f.byHead[name] != none && f.mentions[f.byHead[name]].kind == named {
				f.joinIfFits(f.byHead[name], m)
			}
		}
		if x.kind == nominal {
			f.predicate(m)
		}
		if x.entity != none && x.class == person {
			f.title(m)
		}
	}
}

// joinIfFits merges unless what is known speaks against it.
func (f *finder) joinIfFits(a, b int32) bool {
	x, y := &f.clusters[f.mentions[a].cluster], &f.clusters[f.mentions[b].cluster]
	if !x.class.fits(y.class) || !x.gender.fits(y.gender) || !x.number.fits(y.number) {
		return false
	}
	f.merge(a, b)
	return true
}

// apposition joins "Aster Vale, the foreign minister," and "the capital,
// Velm". Two names side by side are two things ("Juba, South Sudan"), and a
// list in apposition is several.
func (f *finder) apposition(m int32) {
	x := &f.mentions[m]
	head := f.heads[x.head]
	if head == none || f.byHead[head] == none {
		return
	}
	y := &f.mentions[f.byHead[head]]
	switch {
	case x.kind == pronoun || y.kind == pronoun || y.kind == conjoined:
		return
	case f.child(x.head, relConjunct) != none || f.child(head, relConjunct) != none:
		return
	case x.kind == named && y.kind == named:
		return
	case x.kind == nominal && y.kind == nominal && x.class != y.class:
		return
	}
	f.joinIfFits(f.byHead[head], m)
}

// title joins the name of a person with the description right before it where
// the parse has made that the head ("biologist Aster Vale").
func (f *finder) title(m int32) {
	x := &f.mentions[m]
	at := x.first - 1
	if at < 0 || f.sentence[at] != x.sentence {
		return
	}
	head := f.heads[x.head]
	if head != none && head < x.first && (f.rels[x.head] == relFlat || f.rels[x.head] == relDescription || f.rels[x.head] == relCompound) {
		at = head
	}
	before := f.byHead[at]
	if before == none || f.mentions[before].kind == pronoun || f.mentions[before].class != person || f.mentions[before].number == plural {
		return
	}
	f.joinIfFits(m, before)
}

// predicate joins subject and noun of "Aster Vale is the foreign minister", but
// not of "is no minister", "may become", "was a minister".
func (f *finder) predicate(m int32) {
	x := &f.mentions[m]
	cop := f.child(x.head, relCopula)
	if cop == none || f.d.Tokens[cop].XPOS == "VB" || x.class&(person|people|body|place) == 0 {
		return
	}
	subject := int32(none)
	for _, c := range f.children(x.head) {
		switch {
		case f.rels[c].subject():
			subject = c
		case f.rels[c] == relAuxiliary || f.lemma(c) == "not" || f.lower(c) == "no" || f.lower(c) == "n't":
			return
		case f.rels[c] == relCase:
			return // "is in the army"
		}
	}
	if subject == none || f.byHead[subject] == none {
		return
	}
	y := &f.mentions[f.byHead[subject]]
	if y.form == relative || y.number == plural && x.form != definite || y.kind == pronoun && y.class&thing != 0 {
		return
	}
	if x.kind == named && y.kind == named {
		return
	}
	f.joinIfFits(f.byHead[subject], m)
}

// subjectAbove is the mention that is the subject of the clause around token i,
// the understood one of an infinitive included, or none.
func (f *finder) subjectAbove(i int32) int32 {
	for up := f.heads[i]; up != none; up = f.heads[up] {
		for _, c := range f.children(up) {
			if f.rels[c].subject() && c != i {
				return f.byHead[c]
			}
		}
		switch f.rels[up] {
		case relComplement, relRelative, relParataxis, relRoot:
			return none
		}
	}
	return none
}
