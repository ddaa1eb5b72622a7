package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readGap reads clauses whose content has lost a part to a relative pronoun or
// to "what": "made what it says is [a final offer]", "talks which he said [were
// moving ahead]", "what Velm described as [looting]".
func (f *finder) readGap(v int, cue *speech.Cue, c clause) bool {
	if c.inverted || c.speaker == rapporteur.None || c.start <= f.first || f.any(c.speaker, "i", "we", "you") {
		return false
	}
	p := c.tail
	if p < f.last && f.finite(p) && !c.source.empty() {
		c = f.shortSource(c)
	}
	before := c.start - 1
	if f.is(before, ",") {
		before--
	}
	if p >= f.last || before < f.first {
		return false
	}
	free := f.is(before, "what")
	switch {
	case cue.Takes&(speech.As|speech.Name) != 0:
		if !free && !f.any(before, "which", "whom", "who") {
			return false
		}
		if f.is(p, "as") {
			p++
		} else if cue.Takes&speech.Name == 0 {
			return false
		}
		if p >= f.last || f.punct(p) && f.opens[p] == 0 || f.t.Tokens[p].UPOS == "PRON" {
			return false
		}
		return f.add("statement/gap", cue, c, f.phraseFrom(p))
	case cue.Takes&(speech.That|speech.Told) == 0 || !f.finite(p) || f.t.Tokens[c.verb].XPOS == "VBG":
		return false
	case f.t.Child(p, "nsubj") != rapporteur.None && f.t.Child(p, "nsubj") > c.verb:
		return false
	}
	if !free && !f.any(before, "which", "who", "that", "whom") && !f.t.Nominal(before) {
		return false
	}
	// The copula of "what it says is" and of "something he says is" is the report's.
	if f.any(p, "is", "was", "are", "were") && (free || f.t.Nominal(before) && !f.any(before, "which", "who", "that")) && p+1 < f.last {
		p++
	}
	if free {
		return f.add("statement/gap", cue, c, f.shortPhrase(p))
	}
	return f.add("statement/gap", cue, c, f.gapEnd(c.verb, p))
}

// shortSource takes the noun that a relative clause without a pronoun goes with
// from the front of its subject: "a dynamic Vale said could drive voters".
func (f *finder) shortSource(c clause) clause {
	first := c.source.first
	if e := f.entityAt(c.source.end - 1); e != nil && e.First > first && e.Type == rapporteur.EntityPerson && f.t.Tokens[first].UPOS == "DET" {
		first = e.First
	}
	for i := c.source.end - 1; i > first; i-- {
		if f.t.Tokens[i].UPOS == "DET" || f.t.Tokens[i].XPOS == "PRP" {
			first = i
		}
	}
	if first > c.source.first && !f.hasComma(c.source) {
		c.source.first, c.start = first, first
		if c.speaker < first {
			if h := f.nominalAfter(first); h != rapporteur.None {
				c.speaker = h
			}
		}
	}
	return c
}

// gapEnd is the content that begins at p in a relative clause: to its end, as
// far as the tree or the next comma has it.
func (f *finder) gapEnd(v, p int) tokens {
	end := f.last
	h := p
	for steps := 0; steps < 8 && f.t.Head(h) >= p && f.t.Head(h) < f.last; steps++ {
		h = f.t.Head(h)
	}
	if _, e := f.t.Phrase(h); e > p+1 {
		end = min(end, e)
	}
	// "rebels, who Vale says are armed, reached the town": a comma closes the clause,
	// and the verb of the sentence follows.
	for i := p + 1; i+2 < end; i++ {
		if f.is(i, ",") && f.within[i] == 0 && (f.finite(i+1) || f.t.Tokens[i+1].UPOS == "ADV" && f.finite(i+2)) {
			end = i
		}
	}
	return f.whole(tokens{p, max(end, p+1)})
}

// shortPhrase is the phrase from p, without the infinitive or the day that goes
// with what surrounds it: "what it says is [a final offer] to end the strike".
func (f *finder) shortPhrase(p int) tokens {
	r := f.phraseFrom(p)
	for i := r.first + 1; i < r.end; i++ {
		if f.within[i] == 0 && (f.is(i, "to") || f.is(i, ",") || f.day(i)) && f.t.Nominal(i-1) {
			return f.trim(tokens{r.first, i})
		}
	}
	return r
}

// phraseFrom is the noun phrase, adjective phrase or quotation that begins at p.
func (f *finder) phraseFrom(p int) tokens {
	if q := f.opens[p]; q != 0 {
		return f.quotes[q-1].tokens
	}
	h := p
	for steps := 0; steps < 8; steps++ {
		up := f.t.Head(h)
		if up < p || up >= f.last {
			break
		}
		h = up
	}
	_, end := f.t.Phrase(h)
	end = max(min(end, f.last), p+1)
	for end < f.last && f.gerund(end) {
		end++ // "money laundering and counterfeiting", of which the tree has the money
		if end+1 < f.last && f.t.Tokens[end].UPOS == "CCONJ" && f.gerund(end+1) {
			end++
		}
	}
	return f.whole(tokens{p, end})
}

// gerund reports whether token i is a noun in -ing, or taken for a participle.
func (f *finder) gerund(i int) bool {
	return f.t.Tokens[i].XPOS == "VBG" && f.t.Child(i, "obj", "nsubj", "aux") == rapporteur.None
}
