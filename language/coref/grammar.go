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
			f.called(m)
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
	if x.names > 0 && y.names > 0 && f.mentions[a].cluster != f.mentions[b].cluster {
		return false // two names that do not match are two referents
	}
	f.merge(a, b)
	if later := &f.mentions[max(a, b)]; later.kind != named {
		later.echo = true
	}
	return true
}

// apposition joins "Aster Vale, the foreign minister," and "the capital,
// Velm". Two names side by side are two things ("Juba, South Sudan"), and a
// list in apposition is several.
func (f *finder) apposition(m int32) {
	x := &f.mentions[m]
	head := f.heads[x.head]
	// "The spokesman of the delegation, Aster Vale": what stands nearest may be
	// of another class.
	for head != none && f.rels[head] == relNmod && x.kind == named && x.class == person && !f.nounClass(head).fits(person) {
		head = f.heads[head]
	}
	if head == none || f.byHead[head] == none {
		return
	}
	y := &f.mentions[f.byHead[head]]
	switch {
	case x.kind == pronoun || y.kind == pronoun || y.kind == conjoined:
		return
	case x.form == quantified || f.child(x.head, relConjunct) != none || f.child(head, relConjunct) != none:
		return
	case x.first > 0 && f.rels[x.first-1] == relPunctuation && f.word(x.first-1) != "," && f.lower(x.first) != f.word(x.first) && x.kind == nominal:
		return // "Velm News, 17 March - The government"
	case x.kind == named && y.kind == named:
		return
	case x.kind == nominal && y.kind == nominal && x.class != y.class:
		return
	}
	f.joinIfFits(f.byHead[head], m)
}

// title joins the name of a person with the description right before it
// ("biologist Aster Vale", "the president of the Republic of Velm Aster Vale"),
// whatever the parse has made of the two. The description then ends before the
// name.
func (f *finder) title(m int32) {
	x := &f.mentions[m]
	before := f.titleBefore(x)
	if before == none {
		return
	}
	y := &f.mentions[before]
	if y.kind == pronoun || y.class != person || y.number == plural || !f.joinIfFits(m, before) {
		return
	}
	if y.first < x.first && y.end > x.first {
		y.end = x.first
	}
}

// titleBefore is the mention that may be the title of name x, or none.
func (f *finder) titleBefore(x *mention) int32 {
	at := x.first - 1
	if at < 0 || f.sentence[at] != x.sentence {
		return none
	}
	switch f.d.Tokens[at].UPOS {
	case "NOUN", "PROPN":
	default:
		return none
	}
	if f.byHead[at] != none && f.nounClass(at) == person {
		return f.byHead[at]
	}
	// The head stands farther to the left; the phrase ends at the name or in it.
	for up, steps := f.heads[x.head], 0; up != none && steps < 4; up, steps = f.heads[up], steps+1 {
		if y := f.byHead[up]; up < x.first && y != none && f.nounClass(up) == person && f.mentions[y].end >= x.first && f.mentions[y].end <= x.end {
			return y
		}
	}
	for up, steps := f.heads[at], 0; up != none && steps < 4; up, steps = f.heads[up], steps+1 {
		if y := f.byHead[up]; up < x.first && y != none && f.nounClass(up) == person && f.mentions[y].end == x.first {
			return y
		}
	}
	return none
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
	if y.form == relative || x.form == quantified || y.number == plural && x.form != definite || y.kind == pronoun && y.class&thing != 0 {
		return
	}
	if x.kind == named && y.kind == named {
		return
	}
	f.joinIfFits(f.byHead[subject], m)
}

// called joins "the M23 movement" with M23.
func (f *finder) called(m int32) {
	x := &f.mentions[m]
	if x.form != definite || x.head == 0 || f.heads[x.head-1] != x.head {
		return
	}
	switch f.lemma(x.head) {
	case "group", "movement", "organization", "organisation", "party", "militia", "network", "bloc", "alliance":
	default:
		return
	}
	if name := f.byHead[x.head-1]; name != none && f.mentions[name].kind == named && f.mentions[name].class&place == 0 {
		f.joinIfFits(name, m)
	}
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
