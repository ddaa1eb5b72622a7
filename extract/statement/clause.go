package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// clause is the clause of a cue: its source, its verb and the words that go
// with them, without the content.
type clause struct {
	verb     int
	cue      tokens
	speaker  int // head of the source, or None
	source   tokens
	inverted bool // "said Vale"
	start    int  // first token of the clause
	tail     int  // first token after the clause and its adjuncts, where a content to the right begins
	hearer   int
	reporter int  // head of the outlet that quotes the source, or None
	takesUp  bool // "…, a claim the rebels denied": what has just been said
}

// clauseOf reads the clause around the cue verb v, whose last word is token last.
func (f *finder) clauseOf(v, last int, takes speech.Takes) clause {
	c := clause{verb: v, speaker: rapporteur.None, hearer: rapporteur.None, reporter: rapporteur.None}
	c.cue = tokens{f.auxiliaries(v), last + 1}
	c.speaker, c.inverted = f.speakerOf(v, c.cue, takes)
	c.start = c.cue.first
	switch {
	case c.speaker == rapporteur.None:
	case c.inverted:
		c.source = f.sourceAfter(c.speaker, c.cue.end)
		c.tail = f.adjuncts(v, c.source.end, 0)
		return c
	default:
		c.source = f.sourceBefore(c.speaker, c.cue.first)
		if c.source.end == c.cue.first || c.source.end+1 == c.cue.first && f.punct(c.source.end) {
			c.start = c.source.first
		}
		if first := f.apposed(c.source.first); first < c.source.first && c.start == c.source.first {
			c.source.first, c.start = first, first
			if c.source.end == c.cue.first-1 && f.is(c.source.end, ",") {
				c.source.end++ // that closes the description
			}
		}
		if p := f.nameApart(c.source.first, c.cue.first); p != rapporteur.None && c.start == c.source.first {
			c.speaker, c.source.first = p, f.entityAt(p).First
			c.start = c.source.first
			if f.is(c.source.end, ",") && c.source.end == c.cue.first-1 {
				c.source.end++ // that closes the description
			}
		}
		if f.claimNoun(c.source) {
			start := c.start
			c = f.shortSource(c)
			c.start, c.takesUp = start, true
		}
	}
	if c.speaker != rapporteur.None && c.speaker < v && !f.any(c.speaker, "who", "which", "that") && f.claimed(c.speaker) {
		c.source = f.claims[len(f.claims)-1].source // "…, adding that": the same words
	}
	c.tail = f.adjuncts(v, c.cue.end, takes)
	if takes&speech.Told != 0 {
		f.toldTo(&c, takes)
	}
	return c
}

// claimNoun reports whether r begins with a noun for what is said, whose relative
// clause has lost its pronoun: "…, a claim the rebels denied".
func (f *finder) claimNoun(r tokens) bool {
	if r.end-r.first < 4 || !f.any(r.first, "a", "an") || f.t.Tokens[r.first+1].UPOS != "NOUN" {
		return false
	}
	cue, _ := f.match(r.first+1, speech.Noun, f.t.Lemma(r.first+1))
	return cue != nil && f.t.Tokens[r.first+2].UPOS == "DET"
}

// apposed is where a description begins that a comma parts from the name at first:
// "…, one resident, Aster Vale, said". first where there is none.
func (f *finder) apposed(first int) int {
	if first-3 <= f.first || !f.is(first-1, ",") || f.t.Tokens[first].UPOS != "PROPN" {
		return first
	}
	for i := first - 2; i > f.first && first-i < 8 && f.within[i] == 0; i-- {
		switch {
		case f.is(i, ","):
			if p := i + 1; f.any(p, "one", "a", "an", "another") && f.t.Tokens[first-2].UPOS == "NOUN" && people()[f.t.Lemma(first-2)] {
				return p
			}
			return first
		case f.finite(i):
			return first
		}
	}
	return first
}

// nameApart is the last word of the person's name whom the description between commas
// that begins at first goes with: "the port is shut, Aster Vale, the mayor's spokesman,
// said". None where there is none. cue is where the cue begins.
func (f *finder) nameApart(first, cue int) int {
	if first-2 < f.first || !f.is(first-1, ",") {
		return rapporteur.None
	}
	e := f.entityAt(first - 2)
	if e == nil || e.Type != rapporteur.EntityPerson || e.End != first-1 || e.First < f.first {
		return rapporteur.None
	}
	if f.is(cue-1, ",") && f.any(first, "the", "a", "an") && e.First > f.first && (f.is(e.First-1, ",") || f.mark(e.First-1)) {
		return e.End - 1
	}
	// "On Sunday Aster Vale, the port's spokesman said": no comma closes the description.
	if h := f.nominalBefore(cue); h != rapporteur.None && people()[f.t.Lemma(h)] && !f.finiteWithin(tokens{f.first, cue}) {
		return e.End - 1
	}
	return rapporteur.None
}

// toldTo moves the tail of c after those who are told. With a verb that may do
// without them ("warned the talks could fail") they must be followed by "that", by
// a quotation or by the end.
func (f *finder) toldTo(c *clause, takes speech.Takes) {
	with := *c
	with.tail = f.hearerAt(c.verb, c.tail, &with)
	p := with.tail
	if takes&speech.That == 0 || p >= f.last || f.is(p, "that") || f.punct(p) || f.opens[p] != 0 {
		*c = with
	}
}

// claimed reports whether token i heads the source of the last claim.
func (f *finder) claimed(i int) bool {
	return len(f.claims) > 0 && f.claims[len(f.claims)-1].sentence == f.sentence && f.claims[len(f.claims)-1].speaker == i
}

// auxiliaries is the first token of the verb group that ends in v: "has
// repeatedly said", "was quick to say".
func (f *finder) auxiliaries(v int) int {
	verb := v
	for v > f.first && f.within[v-1] == 0 {
		switch t := &f.t.Tokens[v-1]; t.UPOS {
		case "AUX":
			if f.namedBefore(v) {
				return v
			}
		case "ADV":
			if v-2 >= f.first && f.t.Tokens[v-2].UPOS == "VERB" && f.t.Tokens[v-2].XPOS == "VB" {
				return v // "who would not speak publicly said"
			}
			if t.XPOS == "WRB" || v-2 >= f.first && f.t.Tokens[v-2].UPOS == "DET" || f.any(v-1, "so", "when", "overall", "alike", "there", "here", "ago", "too", "together", "abroad", "home", "inside", "outside", "elsewhere", "instead") {
				return v
			}
		case "PART":
			if t.XPOS == "POS" {
				return v
			}
		default:
			// "has" and "also" may be tagged as verbs.
			if t.UPOS != "VERB" || t.Head != verb || !f.t.Is(v-1, "aux", "advmod") {
				return v
			}
		}
		v--
	}
	return v
}

// passive reports whether v is passive: by its auxiliary, since the relation of
// its subject is often mistaken.
func (f *finder) passive(v int) bool {
	if f.t.Tokens[v].XPOS == "VBG" {
		return false
	}
	for i := f.auxiliaries(v); i < v; i++ {
		if f.t.Lemma(i) == "be" || f.any(i, "is", "are", "was", "were", "been", "being", "be") {
			return true
		}
	}
	if plainCues[lower(f.t.Word(v))] != "" && !f.any(v+1, "to") {
		return false // "“Yes,” the driver said by phone", taken for a participle
	}
	if f.mainAfterAside(v) {
		return false
	}
	if f.reducedBy(v) {
		return true
	}
	return f.t.Tokens[v].XPOS == "VBN" && f.t.Is(v, "acl", "amod") && f.t.Child(v, "aux") == rapporteur.None && f.auxiliaries(v) == v
}

// mainAfterAside reports whether v is the verb of the sentence though taken for a
// participle: "Harbour Radio, citing diplomats, reported that". No verb stands before
// it, and "that" after it.
func (f *finder) mainAfterAside(v int) bool {
	if v-1 <= f.first || !f.is(v-1, ",") || f.finiteWithin(tokens{f.first, v}) {
		return false
	}
	for i := v + 1; i < min(v+10, f.last); i++ {
		switch {
		case f.is(i, "that") && f.t.Tokens[i].UPOS == "SCONJ":
			return true
		case f.finite(i), f.punct(i):
			return false
		}
	}
	return false
}

// clauseStart is the first token of the clause that token i stands in, as far as
// punctuation and conjunctions tell.
func (f *finder) clauseStart(i int) int {
	for i > f.first {
		t := &f.t.Tokens[i-1]
		if t.UPOS == "PUNCT" && !f.any(i-1, "-", "'", "’") || f.any(i-1, "that", "because", "if", "while", "as", "although", "though", "since", "unless", "until", "whether", "before", "after", "so") || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || f.finite(i-1) || f.within[i-1] != 0 {
			return i
		}
		i--
	}
	return i
}

// verbOf is where the verb of the subject s begins, at the latest at end.
func (f *finder) verbOf(s, end int) int {
	switch g := f.t.Head(s); {
	case g >= end:
		return end
	case g > s:
		return f.auxiliaries(g)
	}
	_, i := f.t.Phrase(s)
	for ; i < end; i++ {
		if f.finite(i) {
			return f.auxiliaries(i)
		}
	}
	return end
}
