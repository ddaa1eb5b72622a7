package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// leftOf is what stands before the clause of the cue, if the two are parted as a
// content and its cue are: by a comma, a dash or a quotation mark.
func (f *finder) leftOf(c clause) tokens {
	end := c.start
	if end <= f.first {
		return f.sentenceBefore(end)
	}
	parted := false
	for end > f.first && (f.any(end-1, ",", "-", "–", "—", "--") || f.mark(end-1) || f.closes[end-1] != 0) {
		parted = true
		end--
		if f.closes[end] != 0 {
			break
		}
	}
	if end > f.first && f.any(end-1, "?", "!") && f.within[end-1] != 0 {
		parted = true
	}
	if !parted {
		return tokens{}
	}
	r := f.afterClaims(tokens{f.first, end})
	if r.empty() {
		return tokens{}
	}
	if q := f.within[end-1]; q != 0 && f.quotes[q-1].speech {
		if q := &f.quotes[q-1]; f.capital(q.first) || q.first < f.first || f.t.SentenceOf(q.first) != f.sentence {
			return q.tokens
		}
		return f.trim(r) // "But in Velm, “we have felt safe,” he said"
	}
	return f.aside(f.lastClause(r))
}

// lastClause is r from its last semicolon on: "A; B, Vale said" gives Vale's word
// for B alone.
func (f *finder) lastClause(r tokens) tokens {
	for i := r.end - 2; i >= r.first; i-- {
		if f.is(i, ";") && f.within[i] == 0 {
			return tokens{i + 1, r.end}
		}
	}
	return r
}

// aside is r without what stands before a bracket that opens in it, or before a
// dash after which only a noun phrase follows: "The bill was passed — a mistake,
// Vale said, that will be regretted".
func (f *finder) aside(r tokens) tokens {
	for i := r.end - 1; i > r.first; i-- {
		switch {
		case f.within[i] != 0:
			return r
		case f.is(i, ")"):
			return r
		case f.is(i, "("):
			return tokens{i + 1, r.end}
		case f.dash(i):
			if !f.finiteWithin(tokens{i, r.end}) && f.finiteWithin(tokens{r.first, i}) {
				return tokens{i + 1, r.end}
			}
			return r
		}
	}
	return r
}

// afterClaims is r without what an attribution before it has taken: "C, Vale
// said, and D, Sand added".
func (f *finder) afterClaims(r tokens) tokens {
	for i := len(f.claims) - 1; i >= 0 && f.claims[i].sentence == f.sentence && f.claims[i].cue.end > f.first; i-- {
		c := &f.claims[i]
		if c.content[0].first < c.cue.first && c.cue.end > r.first && c.cue.end < r.end {
			r.first = max(c.cue.end, c.source.end)
		}
	}
	return r
}

// justSaid is what the first claim of the sentence says where that ends with r: "The
// rebels said C, a claim the army denied". r where nothing of the kind stands in it.
func (f *finder) justSaid(r tokens) tokens {
	for i := len(f.claims) - 1; i >= 0 && f.claims[i].sentence == f.sentence; i-- {
		c := &f.claims[i]
		if p := c.content[len(c.content)-1]; p.first > c.cue.first && p.first > r.first && p.end >= r.end-1 && p.end <= r.end+1 {
			r.first = p.first
		}
	}
	return r
}

// sentenceBefore is the quotation that closes just before the sentence, where
// the splitter has parted it from its cue: "“Who is there?” Vale asked."
func (f *finder) sentenceBefore(start int) tokens {
	if start == 0 || f.closes[start-1] == 0 {
		return tokens{}
	}
	q := &f.quotes[f.closes[start-1]-1]
	if !q.speech || f.t.Sentences[f.sentence].Paragraph != q.paragraph {
		return tokens{}
	}
	return q.tokens
}

// parenthetical reports whether the clause stands inside the content, or after it.
func (f *finder) parenthetical(c clause) bool { return !f.leftOf(c).empty() && c.start > f.first }

// readLeft reads the content that stands before the clause of the cue, and what
// follows it where the clause interrupts it.
func (f *finder) readLeft(cue *speech.Cue, c clause) bool {
	if cue.Takes&(speech.That|speech.Quote|speech.Told) == 0 {
		return false
	}
	c = f.afterQuotation(c)
	left := f.leftOf(c)
	if c.takesUp {
		left = f.justSaid(left)
	}
	if left.empty() || !c.inverted && c.start == c.cue.first && c.speaker != rapporteur.None && left.holds(c.speaker) {
		return false // "the team trained, worked and responded"
	}
	if c.speaker != rapporteur.None && f.any(c.speaker, "who", "which", "that") {
		return false
	}
	quoted := f.within[left.end-1] != 0 && f.quotes[f.within[left.end-1]-1].tokens == left
	if (!quoted || c.start <= f.first) && !f.ends(c) {
		return false
	}
	if quoted && cue.Takes&speech.Quote == 0 || !quoted && cue.Takes&(speech.That|speech.Told) == 0 {
		return false
	}
	if f.t.Tokens[c.verb].XPOS == "VBG" && !quoted && !f.is(c.verb-1, "as") {
		return false
	}
	whole := f.finiteWithin(left) || f.pastWithin(left)
	if !quoted && !whole && !f.goesOn(c) {
		return false
	}
	open := !quoted && f.openEnded(left)
	if open && c.inverted && !(plainCues[lower(f.t.Word(c.verb))] != "" && whole && f.is(c.verb-1, ",") && f.entity(c.speaker) == rapporteur.EntityPerson) {
		return false // "The vote, which Vale lost, confirmed the result"
	}
	if p := c.tail + 1; !quoted && left.end-left.first == 1 && p < f.last && f.is(c.tail, ",") && f.finite(p) {
		return f.add("statement/interrupted", cue, c, left, f.whole(tokens{p, f.last})) // "That, Vale said, was why"
	}
	if rest := f.rest(left, c, quoted); !rest.empty() {
		return f.add("statement/interrupted", cue, c, left, rest)
	}
	if open && f.is(c.cue.end, "to") && c.hearer == rapporteur.None {
		return false // "At their first meeting since the war began, the two agreed to a truce"
	}
	if c.inverted {
		return f.add("statement/inverted", cue, c, left)
	}
	return f.add("statement/after", cue, c, left)
}

// pastWithin reports whether a past tense taken for a participle stands in r.
func (f *finder) pastWithin(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.pastTaken(i) {
			return true
		}
	}
	return false
}

// goesOn reports whether the sentence goes on after the clause, with a verb.
func (f *finder) goesOn(c clause) bool {
	if c.tail >= f.last || !f.is(c.tail, ",") {
		return false
	}
	for i := c.tail; i < f.last; i++ {
		if u := f.t.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// ends reports whether the clause ends at its tail, or goes on with nothing but
// circumstances: what is told in an object is another thing.
func (f *finder) ends(c clause) bool {
	if c.tail >= f.last || f.punct(c.tail) || f.opens[c.tail] != 0 {
		return true
	}
	switch t := &f.t.Tokens[c.tail]; t.UPOS {
	case "ADP", "SCONJ", "CCONJ", "ADV":
		return true
	case "VERB":
		return t.XPOS == "VBG" || t.XPOS == "VBN"
	}
	return f.day(c.tail) || f.any(c.tail, "last", "this", "who", "when", "to", "onstage")
}

// afterQuotation is c with all that stands between a quotation before it and its
// verb as the source: "“Yes,” another friend, Aster Vale, said".
func (f *finder) afterQuotation(c clause) clause {
	for i := c.start - 1; i >= f.first; i-- {
		if f.within[i] == 0 && (f.finite(i) || f.any(i, "who", "which") || f.any(c.speaker, "who", "which")) {
			return c
		}
		if q := f.closes[i]; q != 0 {
			if start := i + 1; f.quotes[q-1].speech && start < c.start {
				if h := f.nominalAfter(start); h != rapporteur.None && h < c.cue.first {
					c.speaker, c.start, c.source, c.inverted = h, start, f.trimComma(tokens{start, c.cue.first}), false
					if c.tail < c.cue.end {
						c.tail = c.cue.end
					}
				}
			}
			return c
		}
	}
	return c
}
