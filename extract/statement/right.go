package statement

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readRight reads the content that follows the clause of the cue.
func (f *finder) readRight(cue *speech.Cue, c clause) bool {
	p := c.tail
	if f.direct(cue, c, p) {
		return true
	}
	if p >= f.last {
		return false
	}
	if cue.Takes&(speech.That|speech.Told|speech.Wh) != 0 {
		if start, ok := f.complement(cue, c, p); ok {
			return f.add("statement/that", cue, c, f.extent(c.verb, start))
		}
	}
	if r, rule := f.object(cue, &c, p); !r.empty() {
		return f.add(rule, cue, c, r)
	}
	return false
}

// direct reads quoted words that begin at p, after a comma, a colon or nothing:
// "Vale said: “We will sign.”".
func (f *finder) direct(cue *speech.Cue, c clause, p int) bool {
	if cue.Takes&speech.Quote == 0 || p >= f.end {
		return false
	}
	at := p
	for at < f.end && f.opens[at] == 0 && f.any(at, ",", ":", "-", "–", "—", "that") {
		at++
	}
	if at >= f.end && at > p {
		// "He added:" before a quotation in a sentence of its own.
		at = f.end
	} else if at >= f.end {
		return false
	}
	if at >= len(f.opens) || f.opens[at] == 0 {
		return false
	}
	q := &f.quotes[f.opens[at]-1]
	if q.speech || at >= f.end || q.end >= f.last {
		// "The streets were empty, he said, “but nobody slept.”"
		if left := f.leftOf(c); !left.empty() && c.start > f.first && at > p && f.is(at-1, ",") && (f.within[left.first] != 0 || !f.capital(q.first)) {
			return f.add("statement/interrupted", cue, c, left, q.tokens)
		}
		return f.add("statement/direct", cue, c, q.tokens)
	}
	if at > p && f.any(at-1, ",") && f.parenthetical(c) {
		return false
	}
	return f.add("statement/that", cue, c, f.extent(c.verb, at))
}

// capital reports whether token i begins with a capital letter.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.t.Word(i))
	return unicode.IsUpper(r)
}

// complement is where the clause that v takes begins, at or after p.
func (f *finder) complement(cue *speech.Cue, c clause, p int) (int, bool) {
	t := f.t
	switch {
	case f.is(p, ":"):
		if p+1 < f.last && cue.Takes&speech.Quote != 0 {
			return p + 1, true
		}
		return 0, false
	case f.is(p, ","):
		if f.parenthetical(c) || p+1 >= f.last || c.inverted {
			return 0, false
		}
		// "Vale said Monday night, the talks have failed": nothing to the left.
		if t.Tokens[p+1].XPOS == "VBG" || t.Tokens[p+1].UPOS == "CCONJ" || t.Tokens[p+1].UPOS == "SCONJ" || !f.predicateWithin(p+1) {
			return 0, false
		}
		return p + 1, cue.Takes&speech.That != 0
	case f.punct(p) && f.opens[p] == 0 && !f.any(p, "(", "["):
		return 0, false
	case f.is(p, "that") && !f.demonstrative(p) && (t.Tokens[p].UPOS == "SCONJ" || f.finiteWithin(tokens{p + 1, f.last}) && !f.finite(p+1)):
		return p + 1, p+1 < f.last
	case f.any(p, "whether", "if", "how", "why", "what", "who", "when", "where", "which"):
		switch {
		case f.any(p, "if", "when", "where"):
			// "said if the talks failed, …": a clause that leads up to the main one.
			if !f.leadsUp(p) && !(f.is(p, "if") && f.clauseAfter(p)) {
				return 0, false
			}
		case cue.Takes&speech.Wh == 0 && !f.is(p, "what"):
			return 0, false
		}
		return p, cue.Takes&(speech.Wh|speech.That|speech.Told) != 0
	case t.Tokens[p].UPOS == "CCONJ" && !f.any(p, "both", "either", "neither"):
		return 0, false
	case f.any(p, "yes", "no") && f.last-p <= 2:
		return p, cue.Takes&speech.Quote != 0
	}
	if cue.Takes&(speech.That|speech.Told) == 0 {
		return 0, false
	}
	comp := rapporteur.None
	for _, k := range t.ChildrenBy(c.verb, "ccomp", "parataxis") {
		if k >= p {
			comp = k
			break
		}
	}
	say := cue.Words[0] == "say"
	if comp == rapporteur.None {
		if cue.By == speech.Actor {
			return 0, false // "found the raid justified"
		}
		if o := t.Child(c.verb, "obj"); o != rapporteur.None && o >= p && !say && cue.Takes&speech.Told == 0 && !f.predicateAfter(o) {
			return 0, false // "announced plans"
		}
		if !say && t.Tokens[p].XPOS == "VBG" && !f.finiteWithin(tokens{p, min(p+6, f.last)}) || f.any(p, "by", "for", "about", "of", "against", "upon", "into", "with") || f.is(p, "to") || t.Tokens[p].UPOS == "ADP" && t.Child(c.verb, "xcomp") == rapporteur.None && !f.clauseAfter(p) {
			return 0, false
		}
	}
	if !f.finiteWithin(tokens{p, f.last}) {
		// A past tense taken for a participle still has its subject; and what is
		// said is said, even where no verb can be made out.
		own := comp != rapporteur.None && t.Child(comp, "nsubj", "nsubj:pass", "expl") != rapporteur.None
		return p, own || say && f.last-p >= 5 && t.Tokens[p].UPOS != "ADP" && t.Tokens[p].UPOS != "ADV"
	}
	return p, true
}

// demonstrative reports whether "that" at p goes with the noun after it: "that
// decision" does, "that decisions" cannot.
func (f *finder) demonstrative(p int) bool {
	if f.t.Tokens[p].UPOS != "DET" {
		return false
	}
	for i := p + 1; i < min(p+5, f.last); i++ {
		switch f.t.Tokens[i].XPOS {
		case "NNS", "NNPS", "DT", "PRP", "PRP$":
			return false
		case "NN", "NNP":
			if i+1 >= f.last || !f.t.Nominal(i+1) {
				return f.t.Tokens[i].XPOS == "NN"
			}
		}
	}
	return true
}

// predicateAfter reports whether a finite verb follows the noun phrase headed by
// o, which then is its subject and not an object.
func (f *finder) predicateAfter(o int) bool {
	_, end := f.t.NounPhrase(o)
	return end < f.last && f.finite(end)
}

// predicateWithin reports whether a finite verb follows p that is not that of a
// relative clause.
func (f *finder) predicateWithin(p int) bool {
	for i := p; i < f.last; i++ {
		switch f.t.Tokens[i].XPOS {
		case "WDT", "WP", "WRB", "WP$":
			return false
		}
		if f.finite(i) {
			return true
		}
	}
	return false
}

// leadsUp reports whether the subordinate clause at p is followed by its main
// clause, after a comma.
func (f *finder) leadsUp(p int) bool {
	for i := p + 2; i < f.last; i++ {
		if f.is(i, ",") && f.finiteWithin(tokens{p, i}) {
			return f.clauseAfter(i + 1)
		}
	}
	return false
}

// clauseAfter reports whether a subject and its verb follow the phrase at p.
func (f *finder) clauseAfter(p int) bool {
	for i := p; i < f.last; i++ {
		if f.t.Is(i, "nsubj", "nsubj:pass", "expl") && f.t.Head(i) > i {
			return true
		}
	}
	return false
}

// hearerAt reads who is told at p, and gives the token after.
func (f *finder) hearerAt(v, p int, c *clause) int {
	t := f.t
	if p >= f.last || f.opens[p] != 0 || f.punct(p) || f.is(p, "that") && t.Tokens[p].UPOS == "SCONJ" {
		return p
	}
	head := rapporteur.None
	for _, k := range t.ChildrenBy(v, "iobj", "obj") {
		if k >= p && k < f.last {
			head = k
			break
		}
	}
	if head == rapporteur.None {
		if head = f.nominalAfter(p); head == rapporteur.None {
			return p
		}
	}
	first, end := t.NounPhrase(head)
	if first > p+1 {
		return p
	}
	// The clause that follows begins with its subject, if not with "that".
	if k := t.Child(v, "ccomp"); k != rapporteur.None && k > head {
		if s, _ := t.Phrase(k); s > head {
			end = min(end, s)
		}
	}
	for i := head + 1; i < min(end, f.last); i++ {
		if f.any(i, "that", ",", ":") || f.opens[i] != 0 {
			end = i
			break
		}
	}
	for _, e := range t.Conjuncts(head) {
		if e == end+1 && f.is(end, "and") {
			_, end = t.NounPhrase(e)
		}
	}
	if e := f.entityAt(head); e != nil && e.End < end && e.End < f.last && f.subjectAt(e.End) {
		end = e.End
	}
	c.hearer = head
	return f.adjuncts(v, min(max(end, head+1), f.last), 0)
}

// subjectAt reports whether the subject of a clause to the right begins at p.
func (f *finder) subjectAt(p int) bool {
	return f.any(p, "the", "a", "an", "it", "he", "she", "they", "there", "this", "his", "her", "its", "their")
}

// object reads a content that is no clause: "confirmed the attack", "accused
// them of lying", "described the talks as useful".
func (f *finder) object(cue *speech.Cue, c *clause, p int) (tokens, string) {
	t := f.t
	obj := rapporteur.None
	for _, k := range t.ChildrenBy(c.verb, "obj") {
		if k >= p && k < f.last {
			obj = k
			break
		}
	}
	if c.speaker == rapporteur.None || obj != rapporteur.None && slices.Contains(cue.Not, t.Lemma(obj)) {
		return tokens{}, ""
	}
	switch {
	case cue.Takes&speech.YOf != 0:
		return f.afterObject(c, p, "of"), "statement/object"
	case cue.Takes&speech.YFor != 0:
		return f.afterObject(c, p, "for"), "statement/object"
	case cue.Takes&speech.As != 0 && f.hasAs(p):
		return f.phrase(c.verb, p), "statement/as"
	case cue.Takes&speech.Name != 0 && p < f.last && (obj != rapporteur.None || t.Nominal(p)) && f.named(c.verb, p, obj):
		return f.phrase(c.verb, p), "statement/name"
	case cue.Takes&speech.Of != 0 && f.is(p, "of"), cue.Takes&speech.About != 0 && f.is(p, "about"):
		if p+1 >= f.last || t.Tokens[p+1].UPOS == "ADP" {
			return tokens{}, "" // "the flood that they warned of in May"
		}
		c.cue.end = p + 1
		return f.phrase(c.verb, p+1), "statement/object"
	case cue.Takes&speech.Ing != 0 && t.Tokens[p].XPOS == "VBG":
		return f.phrase(c.verb, p), "statement/object"
	case cue.Takes&speech.Object != 0 && obj != rapporteur.None:
		if first, _ := t.Phrase(obj); first > p+1 {
			return tokens{}, ""
		}
		return f.phrase(c.verb, p), "statement/object"
	}
	return tokens{}, ""
}

// afterObject is what follows the preposition after the object at p.
func (f *finder) afterObject(c *clause, p int, preposition string) tokens {
	for i := p + 1; i < min(p+25, f.last); i++ {
		if f.opens[i] != 0 || f.any(i, ";", ":") {
			break
		}
		if !f.is(i, preposition) {
			continue
		}
		h := f.t.Tokens[i].Head
		// "the party of Vale of lying": the last that goes with the verb.
		if h >= 0 && f.t.Head(h) == c.verb || f.t.Tokens[min(i+1, f.last-1)].XPOS == "VBG" || f.t.Is(i, "mark") {
			return f.phrase(c.verb, i+1)
		}
	}
	for i := p + 1; i < min(p+25, f.last); i++ {
		if f.is(i, preposition) {
			return f.phrase(c.verb, i+1)
		}
	}
	return tokens{}
}

// hasAs reports whether "as" follows the object at p.
func (f *finder) hasAs(p int) bool {
	for i := p; i < min(p+20, f.last); i++ {
		if f.is(i, "as") && !f.is(i-1, "such") && !f.is(i+1, "well") {
			return true
		}
		if i > p && f.any(i, ";", ":") || f.finite(i) {
			return false
		}
	}
	return false
}

// named reports whether the object at p is followed by what it is called.
func (f *finder) named(v, p, obj int) bool {
	t := f.t
	if f.any(p, "for", "on", "off", "upon", "in", "to", "out", "up", "back", "itself", "himself", "herself", "themselves") || f.is(v-1, "-") {
		return false
	}
	for i := p + 1; i < min(p+12, f.last); i++ {
		if f.opens[i] != 0 {
			return true
		}
		if f.punct(i) && !f.any(i, "-", ",") || f.finite(i) {
			break
		}
	}
	if obj == rapporteur.None {
		return false
	}
	if x := t.Child(v, "xcomp"); x > obj && (t.Tokens[x].UPOS == "ADJ" || t.Tokens[x].UPOS == "NOUN") {
		return true
	}
	// "called it a farce", "called the offer a farce": a second noun phrase.
	_, end := t.Core(obj)
	return end < f.last && f.any(end, "a", "an", "the")
}
