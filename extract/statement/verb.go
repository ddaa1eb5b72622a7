package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readVerb reads the claim that verb v makes; its cue ends with token last.
func (f *finder) readVerb(v, last int, cue *speech.Cue) {
	if f.overlapsCue(v) || !f.uttered(v) || f.t.Tokens[v].XPOS == "VBG" && (f.t.Is(v, "amod", "compound", "csubj", "nsubj") || cue.Words[0] == "go") {
		return
	}
	if f.t.Tokens[v].XPOS == "VBN" && f.auxiliaries(v) == v && f.is(v-1, "as") {
		return // "as reported by the agency"
	}
	if f.t.Tokens[v].XPOS == "VBN" && f.aloneAsParticiple(v) && !f.namedBefore(v) && !(cue.Takes&speech.As != 0 && f.is(v+1, "by")) && cue.Takes&(speech.As|speech.Name|speech.YOf|speech.YFor) != 0 {
		return // "a group called the Velm Front", "often dismissed as bandits"
	}
	if cue.Words[0] == "go" && f.is(last+1, "to") {
		return // "went on to say": the verb after it is the cue
	}
	c := f.clauseOf(v, last, cue.Takes)
	if f.t.Tokens[v].XPOS == "VBG" && f.readQuoting(v, &c) {
		if !f.readRight(cue, c) {
			f.readLeft(cue, c)
		}
		return
	}
	if f.passive(v) {
		f.readPassive(v, cue, c)
		return
	}
	if c.speaker == rapporteur.None && (f.t.Tokens[v].XPOS == "VB" || v > f.first && f.t.Tokens[v-1].UPOS == "VERB") {
		return // "Now tell us that", "rejected claims that"
	}
	if c.speaker == rapporteur.None && v == f.first && (f.t.Tokens[v].XPOS == "VBN" || f.t.Tokens[v].XPOS == "VBD") && f.t.Tokens[min(v+1, f.last-1)].UPOS == "ADP" {
		return // "Claimed by both Arden and Velm, the island": a participle taken for a past tense
	}
	if c.inverted && !f.saidInMarks(c) && f.thing(c.speaker) {
		return // "The channel, which has an outlet there, posted one-sided news"
	}
	if f.readGap(v, cue, c) {
		return
	}
	if !f.admits(cue, c) {
		return
	}
	// Where the content has been said before the clause, what follows adds to it
	// at most.
	if f.saidBefore(c) && f.readLeft(cue, c) {
		return
	}
	if f.readAs(cue, c) || f.readRight(cue, c) || f.readLeft(cue, c) {
		return
	}
	// "C, an official familiar with the talks said": the tree has lost the subject.
	if s, ok := f.segment(c); ok {
		f.readLeft(cue, s)
	}
}

// aloneAsParticiple reports whether no auxiliary stands before the participle v,
// though adverbs may.
func (f *finder) aloneAsParticiple(v int) bool {
	for i := f.auxiliaries(v); i < v; i++ {
		if f.t.Tokens[i].UPOS != "ADV" {
			return false
		}
	}
	return true
}

// namedBefore reports whether a name whose last word the tree takes for an auxiliary
// stands before v: "Human Rights Watch accused".
func (f *finder) namedBefore(v int) bool {
	return v > f.first && f.t.Tokens[v-1].UPOS == "AUX" && f.capital(v-1) && f.entity(v-1) != ""
}

// segment is the clause with all that stands between it and the comma before it
// as its source.
func (f *finder) segment(c clause) (clause, bool) {
	start := f.clauseStart(c.cue.first)
	if start <= f.first || start >= c.cue.first || f.t.Tokens[c.cue.first-1].UPOS == "CCONJ" || !f.is(start-1, ",") && !f.mark(start-1) || f.finiteWithin(tokens{start, c.cue.first}) {
		return c, false
	}
	h := f.nominalAfter(start)
	if h == rapporteur.None && f.t.Tokens[start].UPOS == "DET" && f.t.Tokens[start+1].UPOS == "ADJ" {
		h = start + 1 // "an official familiar with the talks": a noun taken for an adjective
	}
	if h == rapporteur.None || h >= c.cue.first {
		return c, false
	}
	c.speaker, c.start, c.source = h, start, tokens{start, c.cue.first}
	return c, true
}

// saidBefore reports whether the clause plainly follows its content: its subject
// stands after its verb, or a quotation ends before it, and no "that" comes after it.
func (f *finder) saidBefore(c clause) bool {
	if c.tail < f.last && f.is(c.tail, "that") && f.t.Tokens[c.tail].UPOS == "SCONJ" || c.tail < f.end && f.is(c.tail, ":") {
		return false
	}
	if c.inverted {
		return true
	}
	left := f.leftOf(c)
	if left.empty() || c.start <= f.first {
		return false
	}
	q := f.within[left.end-1]
	if next := f.opens[min(c.tail, f.end-1)]; next != 0 && f.quotes[next-1].speech {
		return false
	}
	return q != 0 && f.quotes[q-1].speech
}

// saidInMarks reports whether a quotation ends right before the clause.
func (f *finder) saidInMarks(c clause) bool {
	for i := c.start - 1; i >= f.first && i >= c.start-3; i-- {
		if f.closes[i] != 0 {
			return true
		}
	}
	return c.start == f.first
}

// overlapsCue reports whether token v belongs to the cue of a claim already made.
func (f *finder) overlapsCue(v int) bool {
	for i := len(f.claims) - 1; i >= 0 && f.claims[i].sentence == f.sentence && f.claims[i].cue.end > f.first; i-- {
		if f.claims[i].cue.holds(v) {
			return true
		}
	}
	return false
}

// add makes a claim of the clause, unless no content is left.
func (f *finder) add(rule string, cue *speech.Cue, c clause, content ...tokens) bool {
	c.cue = f.widened(c.cue)
	kept := content[:0]
	for _, r := range content {
		if r = f.trim(without(r, c.cue)); !r.empty() {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return false
	}
	for _, r := range kept {
		f.claim(r, len(f.claims))
	}
	var via []int
	if c.reporter != rapporteur.None {
		via = []int{c.reporter}
	}
	f.claims = append(f.claims, claim{
		rule: rule, cue: c.cue, verb: c.verb, denies: cue != nil && cue.Denies, speaker: c.speaker, source: c.source,
		content: kept, hearer: c.hearer, via: via, sentence: f.sentence,
	})
	return true
}

// without is r without the words of the cue and what lies beyond them.
func without(r, cue tokens) tokens {
	switch {
	case !r.overlaps(cue):
	case r.first >= cue.first:
		r.first = cue.end
	default:
		r.end = cue.first
	}
	return r
}

// widened is a cue with "in a statement" after it, which is how it was said, and
// with the colon that leads to the content.
func (f *finder) widened(cue tokens) tokens {
	if cue.end < f.last && f.is(cue.end, "in") && f.is(cue.end+1, "a") && f.is(cue.end+2, "statement") {
		cue.end += 3
	}
	if cue.end < f.end && f.is(cue.end, ":") {
		cue.end++
	}
	return cue
}
