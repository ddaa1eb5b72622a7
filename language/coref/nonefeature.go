package coref

// noneFeatures puts what speaks for or against an anaphor having no referent
// among its candidates, of which so many are near.
func (f *finder) noneFeatures(x *mention, near int, headSeen bool) {
	f.put(fNull)
	switch {
	case x.rel.subject():
		f.put(fNullSubject)
	case x.rel == relObject:
		f.put(fNullObject)
	case x.rel == relOblique || x.rel == relNmod:
		f.put(fNullOblique)
	case x.rel == relPossessor:
		f.put(fNullOwner)
	}
	f.putIf(x.quote != none, fNullQuoted)
	f.putIf(x.sentence == 0, fNullFirstSentence)
	f.putIf(near == 0, fNullNoneNear)
	f.putIf(near == 1, fNullOneNear)
	if x.kind == pronoun {
		f.pleonastic(x)
		return
	}
	f.putIf(headSeen, fNullHeadSeen)
	f.putIf(x.form == demonstrative, fNullDemonstrative)
	f.putIf(x.form == bare, fNullBare)
	f.putIf(generic[f.lemma(x.head)], fNullGeneric)
	switch {
	case x.class == person:
		f.put(fNullPerson)
	case x.class&body != 0 && x.class&place == 0 || x.class == people:
		f.put(fNullBody)
	default:
		f.put(fNullPlace)
	}
	for _, c := range f.children(x.head) {
		switch f.rels[c] {
		case relAdjective, relCompound, relNumber:
			f.put(fNullModified)
			f.putIf(f.entity[c] != none || f.d.Tokens[c].UPOS == "PROPN", fNullProper)
			f.putIf(f.d.Tokens[c].XPOS == "JJS", fNullSuperlative)
		case relNmod:
			f.put(fNullComplement)
		case relRelative, relClausal:
			f.put(fNullRelative)
		case relPossessor:
			f.put(fNullOwned)
		}
	}
}

// pleonastic puts the signs of an "it" that stands for nothing, or for a clause.
func (f *finder) pleonastic(x *mention) {
	verb := f.heads[x.head]
	if verb == none || x.number != singular || x.gender != unknownGender || x.form != thirdPersonal {
		return
	}
	clause, copula := false, f.child(verb, relCopula) != none
	for _, c := range f.children(verb) {
		if c > x.head && (f.rels[c] == relComplement || f.rels[c] == relOpen || f.rels[c] == relOther || f.rels[c] == relAdverbial || f.rels[c] == relClausal || f.rels[c] == relRelative) {
			clause = true
		}
	}
	f.putIf(clause, fNullClauseFollows)
	f.putIf(copula, fNullCopula)
	f.putIf(copula && clause && f.d.Tokens[verb].UPOS == "ADJ", fNullAdjective)
	switch f.lemma(verb) {
	case "seem", "appear", "happen", "rain", "snow", "turn", "take", "matter", "mean", "look", "sound", "late", "early", "time", "clear":
		f.put(fNullSeems)
	}
}

// quoteBefore is the last outermost quotation that ends before token i and not
// more than a sentence away, or none.
func (f *finder) quoteBefore(i int32) int32 {
	from := int32(f.d.Sentences[max(f.sentence[i]-1, 0)].First)
	for at := i - 1; at >= from; at-- {
		if f.quote[at] != none {
			return f.quote[at]
		}
	}
	return none
}
