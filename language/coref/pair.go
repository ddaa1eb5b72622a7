package coref

func (f *finder) put(x feature) { f.buffer = append(f.buffer, uint8(x)) }

// putIf puts a feature that holds.
func (f *finder) putIf(holds bool, x feature) {
	if holds {
		f.put(x)
	}
}

// pairFeatures puts the features of anaphor m and the referent in cluster at,
// last mentioned as r, before which there are rank candidates nearer by. It
// reports whether both have the same head.
func (f *finder) pairFeatures(t task, m, at, r int32, rank int) bool {
	x, c, y := &f.mentions[m], &f.clusters[at], &f.mentions[r]
	f.put(fPair)
	f.distance(x, y, rank)
	f.lastMention(x, y)
	f.standing(c)
	f.structure(x, y, at)
	f.kinds(t, x, c)
	if x.kind == nominal {
		return f.descriptions(m, at, r)
	}
	return false
}

func (f *finder) distance(x, y *mention, rank int) {
	switch d := x.sentence - y.sentence; {
	case y.head > x.head:
		f.put(fAfter)
	case d == 0:
		f.put(fSameSentence)
	case d == 1:
		f.put(fSentenceBefore)
	case d == 2:
		f.put(fTwoBefore)
	case d == 3:
		f.put(fThreeBefore)
	case d <= 5:
		f.put(fFourOrFiveBefore)
	default:
		f.put(fFarBefore)
	}
	f.putIf(f.d.Sentences[x.sentence].Paragraph != f.d.Sentences[y.sentence].Paragraph, fOtherParagraph)
	f.put(fNearest + feature(min(rank, 3)))
}

// lastMention puts how the referent was mentioned last.
func (f *finder) lastMention(x, y *mention) {
	// A conjunct plays the part of the first of its conjuncts, if less plainly.
	rel := y.rel
	for at := int32(f.d.Tokens[y.head].Head); rel == relConjunct && at >= 0; at = int32(f.d.Tokens[at].Head) {
		rel = f.rels[at]
	}
	f.putIf(y.rel == relConjunct, fConjunct)
	role := fOtherRole
	switch rel {
	case relSubject:
		role = fSubject
	case relSubjectPassive:
		role = fPassiveSubject
	case relObject:
		role = fObject
	case relIndirect:
		role = fIndirectObject
	case relOblique:
		role = fOblique
	case relAgent:
		role = fAgent
	case relNmod:
		role = fNounModifier
	case relPossessor:
		role = fPossessor
	case relApposition:
		role = fAppositive
	case relCompound, relDescription, relFlat, relAdjective:
		role = fCompound
	}
	f.put(role)
	switch {
	case y.kind == conjoined:
		f.put(fConjoined)
	case y.kind == named:
		f.put(fNamed)
	case y.kind == pronoun:
		f.put(fPronoun)
		f.putIf(x.kind == pronoun && x.class == y.class && x.number == y.number && x.gender == y.gender, fSamePronoun)
		f.putIf(y.form == firstSingular || y.form == firstPlural, fFirstPerson)
	case y.form == indefinite || y.form == quantified:
		f.put(fIndefinite)
	case y.form == bare:
		f.put(fBare)
	case y.form == possessed:
		f.put(fOwned)
	default:
		f.put(fDefinite)
	}
}

// standing puts how the referent stands in the text so far.
func (f *finder) standing(c *cluster) {
	switch {
	case c.seen <= 1:
		f.put(fOnce)
	case c.seen == 2:
		f.put(fTwice)
	case c.seen <= 5:
		f.put(fOften)
	default:
		f.put(fVeryOften)
	}
	f.putIf(c.seen > 1 && c.seen == f.mostSeen, fMostOften)
	f.putIf(c.names > 0, fHasName)
	f.putIf(f.mentions[c.earliest].sentence <= 1, fOpening)
}

// structure puts how the two mentions stand to one another.
func (f *finder) structure(x, y *mention, at int32) {
	subjectX, subjectY := x.rel.subject(), y.rel.subject()
	f.putIf(subjectX && subjectY, fBothSubjects)
	f.putIf(x.rel == relObject && y.rel == relObject, fBothObjects)
	if x.sentence == y.sentence {
		f.sameSentence(x, y, subjectY)
	}
	switch {
	case x.quote == none && y.quote != none:
		f.put(fOutOfQuote)
	case x.quote != none && y.quote == x.quote:
		f.put(fSameQuote)
	case x.quote != none && y.quote == none:
		f.put(fIntoQuote)
	}
	does := f.doing(x)
	f.putIf(does == reports && f.doing(y) == reports, fBothReport)
	f.putIf(at == f.reporter, fReporter)
	f.putIf(at == f.lastReporter, fLastReporter)
	f.putIf(f.interrupted && y.kind == pronoun, fInterrupted)
	if s := f.lastSpeaker(x); s != none && f.mentions[s].cluster == at {
		f.put(fSpeakerBefore)
		f.putIf(does == reports, fSpeakerReports)
	}
}

func (f *finder) sameSentence(x, y *mention, subjectY bool) {
	verb := f.clauseOf(x.head)
	other := f.clauseOf(y.head)
	switch {
	case verb == other:
		f.put(fSameClause)
		f.putIf(subjectY, fClauseSubject)
		f.putIf(subjectY && x.form == thirdPossessive, fOwnerBySubject)
	case subjectY && other != none && f.below(verb, other):
		f.put(fGoverning)
	case other != none && !f.below(verb, other):
		f.put(fInClause)
	}
	f.putIf(f.heads[x.head] == f.heads[y.head] && f.heads[x.head] != none, fSameVerb)
}

// clauseOf is the head of the clause that token i stands in as a phrase.
func (f *finder) clauseOf(i int32) int32 {
	for up := f.heads[i]; up != none; up = f.heads[up] {
		if f.rels[up].clausal() || f.rels[up] == relConjunct && f.d.Tokens[up].UPOS == "VERB" {
			return up
		}
	}
	return none
}

// lastSpeaker is the mention that speaks the last quotation before x ends, if
// x stands outside of quotations and near it, or none.
func (f *finder) lastSpeaker(x *mention) int32 {
	if x.quote != none || len(f.d.Quotes) == 0 {
		return none
	}
	q := f.quoteBefore(x.head)
	if q == none {
		return none
	}
	return f.speakers[q]
}
