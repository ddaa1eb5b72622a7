package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

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
	if c.speaker == rapporteur.None || t.Child(c.verb, "iobj") != rapporteur.None && cue.Takes&speech.Object != 0 || obj != rapporteur.None && slices.Contains(cue.Not, t.Lemma(obj)) {
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
		if first, _ := t.Phrase(obj); first > p+1 || f.thing(c.speaker) {
			return tokens{}, "" // "the vote confirmed the result"
		}
		return f.withoutHearer(c, f.phrase(c.verb, p)), "statement/object"
	}
	return tokens{}, ""
}

// withoutHearer is r without those who are told at its end: "confirmed the strike
// to Harbour Radio".
func (f *finder) withoutHearer(c *clause, r tokens) tokens {
	for i := r.end - 2; i > r.first && r.end-i < 8 && f.within[i] == 0; i-- {
		if !f.is(i, "to") {
			continue
		}
		if h := f.nominalAfter(i + 1); h != rapporteur.None && h < r.end && (f.publishes(h) || f.any(h, "reporters", "journalists")) {
			c.hearer, r.end = h, i
		}
		break
	}
	return r
}

// thing reports whether token i heads a phrase for what can neither speak nor be
// read.
func (f *finder) thing(i int) bool {
	r := f.referent(i)
	return f.t.Tokens[r].XPOS == "NN" && !f.somebody(i) && !f.document(r) && !f.role(r, speech.Body)
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
		if f.is(i, "as") && !f.is(i-1, "such") && !f.is(i+1, "well") && !f.beginsClause(i+1) {
			return true
		}
		if i > p && f.any(i, ";", ":") || f.finite(i) {
			return false
		}
	}
	return false
}

// beginsClause reports whether a subject and its verb begin at p: "described the dead
// as guns fired".
func (f *finder) beginsClause(p int) bool {
	s := f.nominalAfter(p)
	if s == rapporteur.None || s+1 >= f.last {
		return false
	}
	_, end := f.t.NounPhrase(s)
	end = max(end, s+1)
	return end < f.last && f.finite(end) && f.t.Head(s) > s
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
		// "called the vote in favour of the war a mistake", whatever the tree's object.
		if f.any(i, "a", "an") && f.t.Nominal(i-1) && !f.punct(i-1) {
			if n := f.nominalAfter(i); n != rapporteur.None && !f.time(n) && !f.any(n, "number", "couple", "few", "lot") {
				return true
			}
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
