package figure

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/figures"
)

// verbBefore reads "killing at least 12": an active verb right before its
// object.
func (f *finder) verbBefore(c *count) bool {
	v := c.from - 1
	for steps := 0; v > f.first && steps < 2 && (f.t.Tokens[v].UPOS == "ADV" || f.t.Tokens[v].XPOS == "RP" || f.is(v, "the", "those", "these", "all")); steps++ {
		v--
	}
	if v < f.first || !f.verbal(v) || f.passivized(v) {
		return false
	}
	m := f.verb(c, v, figures.SlotObject)
	if m == nil {
		return false
	}
	if o := f.together(v, figures.SlotObject, c); o != nil && o.Measure != m.Measure {
		c.measure, c.rule, c.verb = rapporteur.MeasureOther, "figure/verb", v
		return true
	}
	return f.decided(c, m, v, "figure/verb")
}

// included reads "the dead include 12 children", "the 40 hostages included 12
// soldiers": those counted are some of those whom the subject names.
func (f *finder) included(c *count) bool {
	v := c.from - 1
	if v <= f.first || f.t.Lemma(v) != "include" || f.t.Tokens[v].XPOS == "VBG" || c.object || c.unit != nil {
		return false
	}
	for k := v - 1; k >= f.first && k > v-4; k-- {
		for _, class := range [2]string{figures.ClassNoun, figures.ClassAdjective} {
			for _, w := range [2]string{f.noun(k), f.lower(k)} {
				for _, m := range figures.MeasuresOf(class, w) {
					if (m.Slot == figures.SlotSelf || m.Slot == figures.SlotBeside) && len(m.With) == 0 && asserts(m.Measure) && (f.is(k, "dead", "wounded", "injured", "missing") || f.person(k)) {
						c.measure, c.rule, c.verb = m.Measure, "figure/included", v
						return true
					}
				}
			}
		}
	}
	return false
}

// verbal reports whether the word right before a number is a verb: it may be
// tagged an adjective, but no adjective stands there ("martyred 12 people", "to
// free 30 men").
func (f *finder) verbal(v int) bool {
	switch f.t.Tokens[v].UPOS {
	case "VERB":
		return true
	case "ADJ", "NOUN":
		w := f.lower(v)
		return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || f.is(v-1, "to", "would", "will")
	}
	return false
}

// passivized reports whether a form of be or get makes the participle v
// passive, adverbs between.
func (f *finder) passivized(v int) bool {
	for k := v - 1; k >= f.first && k > v-4; k-- {
		switch f.t.Lemma(k) {
		case "be", "get":
			return f.t.Tokens[v].XPOS != "VBG"
		case "have":
			return false
		}
		if f.t.Tokens[k].UPOS != "ADV" && f.t.Tokens[k].UPOS != "PART" {
			return false
		}
	}
	return false
}

// together is the row of the verb that v is joined to by "and" or "or" right
// before it: "killed or wounded 300", which are neither.
func (f *finder) together(v int, slot string, c *count) *figures.Measure {
	if !f.is(v-1, "and", "or") || v-2 < f.first {
		return nil
	}
	w := v - 2
	if !f.verbal(w) {
		return nil // "damaging houses and injuring 12"
	}
	if m := f.verb(c, w, slot); m != nil {
		return m
	}
	return f.beside(c, w)
}

// predicateAfter reads what follows the counted phrase: "12 people were killed",
// "30 wounded", "60 are missing", "9,000 have fled".
func (f *finder) predicateAfter(c *count) bool {
	k := c.stop
	for k < f.end && f.is(k, "more", "others", "other", "also") {
		k++
	}
	aux, be, have := false, false, false
	for steps := 0; k < f.end && steps < 6; steps++ {
		switch l := f.t.Lemma(k); {
		case f.t.Tokens[k].UPOS == "AUX" || l == "be" || l == "have" && f.t.Tokens[k].UPOS != "NOUN" || l == "get" && k > c.stop:
			aux = true
			switch l {
			case "be", "get":
				be = true
			case "have":
				have = true
			}
		case f.t.Tokens[k].UPOS == "ADV" && f.beside(c, k) == nil, f.t.Tokens[k].UPOS == "PART" && aux:
		case f.is(k, "of") && f.is(k+1, "them"):
			k++
		case be && f.is(k, "feared", "confirmed", "found", "left", "reported", "presumed", "believed", "listed", "declared", "forced", "made"):
			// "are feared dead", "were forced to flee"
			if f.is(k+1, "to") {
				k++
				if f.is(k+1, "be", "have") {
					k++
				}
			}
		default:
			return f.predicate(c, k, aux, be, have)
		}
		k++
	}
	return false
}

// predicate decides by the predicate at token k, after auxiliaries.
func (f *finder) predicate(c *count, k int, aux, be, have bool) bool {
	tok := &f.t.Tokens[k]
	if m := f.beside(c, k); m != nil && tok.UPOS != "VERB" {
		if f.leadsTo(k+1) && !aux {
			return false // "12 of them dead bodies"
		}
		if f.is(k+1, "and", "or") {
			if o := f.next(c, k+2); o != nil && o.Measure != m.Measure {
				c.measure, c.rule, c.verb = rapporteur.MeasureOther, "figure/adjective", k
				return true
			}
		}
		if aux && f.hypothetical(c.stop, k) {
			return f.unreal(c, m, k)
		}
		return f.decided(c, m, k, "figure/adjective")
	}
	if tok.UPOS != "VERB" {
		return false
	}
	slot := ""
	switch {
	case be && tok.XPOS == "VBG":
		slot = figures.SlotSubject
	case be:
		slot = figures.SlotObject
	case have && tok.XPOS != "VBG", aux:
		slot = figures.SlotSubject
	case tok.XPOS == "VBG":
		slot = figures.SlotSubject
	case tok.XPOS == "VB" || tok.XPOS == "VBP":
		slot = figures.SlotSubject
	default:
		// "12 people fled", "12 people killed": what the verb can do decides.
		if m := f.verb(c, k, figures.SlotSubject); m != nil && (tok.XPOS == "VBD" || f.verb(c, k, figures.SlotObject) == nil) {
			return f.decided(c, m, k, "figure/verb")
		}
		if c.head >= 0 && !c.partitive && f.governs(c, k) {
			return false // the main verb of the clause comes first
		}
		if f.objectFollows(k) {
			return false
		}
		slot = figures.SlotObject
	}
	m := f.verb(c, k, slot)
	if m == nil {
		if m = f.beside(c, k); m == nil {
			return false
		}
	}
	if f.is(k+1, "and", "or") {
		if o := f.next(c, k+2); o != nil && o.Measure != m.Measure {
			c.measure, c.rule, c.verb = rapporteur.MeasureOther, "figure/verb", k
			return true
		}
	}
	if aux && f.hypothetical(c.stop, k) {
		return f.unreal(c, m, k)
	}
	return f.decided(c, m, k, "figure/verb")
}

// next is the row of the participle or adjective at token k, alone: "wounded" of
// "300 killed or wounded", not of "killed and wounded 12".
func (f *finder) next(c *count, k int) *figures.Measure {
	if k >= f.end || f.numeral(k+1) || f.part(k+1) != nil || f.objectFollows(k) {
		return nil
	}
	if m := f.beside(c, k); m != nil || f.t.Tokens[k].UPOS != "VERB" {
		return m
	}
	return f.verb(c, k, figures.SlotObject)
}

// objectFollows reports whether the verb at token k has an object right after
// it, so that it is active.
func (f *finder) objectFollows(k int) bool {
	if k+1 >= f.end {
		return false
	}
	switch f.t.Tokens[k+1].XPOS {
	case "DT", "CD", "PRP$", "NNS", "NNP", "NNPS", "JJ", "PRP":
		return f.dated(k+1) == noDate
	}
	return false
}

// governs reports whether another verb than the participle at token k governs
// the counted phrase: "five workers seized in May were released".
func (f *finder) governs(c *count, k int) bool {
	h := f.t.Head(c.top)
	return h >= 0 && h != k && f.t.Is(c.top, "nsubj") && f.t.Is(k, "acl")
}

// elliptic decides by the participle that follows a number without a noun: "40
// were killed and 310,000 driven from their homes".
func (f *finder) elliptic(c *count) bool {
	v := c.end
	if c.head >= 0 || v >= f.end {
		return false
	}
	stem := figures.VerbOf(f.lower(v))
	if stem == "" && f.t.Tokens[v].XPOS == "VBN" {
		stem = f.t.Lemma(v)
	}
	if stem == "" {
		return false
	}
	if next := v + 1; next < f.end {
		switch f.t.Tokens[next].UPOS {
		case "ADP", "ADV", "CCONJ", "PUNCT":
		default:
			return false // "12 left the city"
		}
	}
	m := f.row(c, figures.ClassVerb, stem, figures.SlotObject, v)
	return m != nil && f.decided(c, m, v, "figure/verb")
}
