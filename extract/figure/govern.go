package figure

import (
	"rapporteur"
	"rapporteur/knowledge/figures"
)

// governed climbs the tree from the counted phrase to the verb or noun that says
// what becomes of those counted.
func (f *finder) governed(c *count) bool {
	t := f.t
	x := c.top
	for steps := 0; steps < 6; steps++ {
		h := t.Head(x)
		if h < f.first || h >= f.end {
			return false
		}
		switch rel := t.Relation(x); rel {
		case "nsubj", "csubj":
			return f.subjectOf(c, x, h)
		case "obj", "iobj":
			return f.objectOf(c, h)
		case "obl", "nmod":
			p := t.Preposition(x)
			switch {
			case t.Tokens[x].Deprel == "obl:agent":
				return f.subjectOf(c, x, h)
			case p == "of" && t.Nominal(h):
				if m := f.row(c, figures.ClassNoun, t.Lemma(h), figures.SlotOf, h); m != nil {
					return f.decided(c, m, h, "figure/noun")
				}
				if !f.transparent(h) {
					return false
				}
			case t.Tokens[h].UPOS == "VERB" && f.hedge(c, x):
				// "killed up to 12", "at least 12 died": the tree took the hedge for a preposition.
				if h < c.from {
					return f.objectOf(c, h)
				}
				return f.subjectOf(c, x, h)
			default:
				return false
			}
		case "conj", "appos":
			if !t.Nominal(h) {
				return false
			}
			// "12 soldiers, 3 of them officers, were killed"
			if m := f.reduced(c, x); m {
				return true
			}
		case "nummod", "compound", "flat", "dep":
			if !t.Nominal(h) {
				return false
			}
		default:
			return false
		}
		x = h
	}
	return false
}

// hedge reports whether the preposition of x stands among the words that hedge
// the number.
func (f *finder) hedge(c *count, x int) bool {
	p := f.t.Child(x, "case")
	return p < 0 || p >= c.from && p < c.number
}

// exchanged decides on those for whom others are set free: "to swap 150
// soldiers for 222 rebels".
func (f *finder) exchanged(c *count) bool {
	if !f.is(c.from-1, "for") || !c.people {
		return false
	}
	for v := c.from - 2; v >= f.first && v > c.from-14; v-- {
		if f.t.Tokens[v].UPOS != "VERB" {
			continue
		}
		for _, m := range figures.MeasuresOf(figures.ClassVerb, f.word(v)) {
			if m.Measure == rapporteur.MeasureReleased {
				return f.decided(c, m, v, "figure/exchange")
			}
		}
		return false
	}
	return false
}

// transparent reports whether noun h stands for those it holds: "a group of 24
// sailors".
func (f *finder) transparent(h int) bool {
	switch f.t.Lemma(h) {
	case "group", "total", "number", "team", "crowd", "crew", "some", "half", "majority", "rest", "most", "batch", "band", "handful", "convoy", "party", "dozen", "hundred", "thousand", "wave", "set":
		return true
	}
	return false
}

// subjectOf decides by the predicate h whose subject is x.
func (f *finder) subjectOf(c *count, x, h int) bool {
	slot := figures.SlotSubject
	if f.t.Tokens[x].Deprel == "nsubj:pass" || f.t.Tokens[h].UPOS == "VERB" && f.t.Passive(h) && f.t.Tokens[x].Deprel != "obl:agent" {
		slot = figures.SlotObject
	}
	if m := f.verb(c, h, slot); m != nil {
		return f.decided(c, m, h, "figure/verb")
	}
	if m := f.beside(c, h); m != nil && (slot == figures.SlotObject || f.t.Tokens[h].UPOS != "VERB") {
		return f.decided(c, m, h, "figure/adjective")
	}
	return f.complement(c, h)
}

// objectOf decides by the verb h whose object is counted.
func (f *finder) objectOf(c *count, h int) bool {
	if m := f.verb(c, h, figures.SlotObject); m != nil {
		return f.decided(c, m, h, "figure/verb")
	}
	if up := f.t.Head(h); up >= f.first && up < f.end && f.t.Is(h, "xcomp") && (c.unit != nil || c.fraction) {
		// "reduced to rubble 70 percent": trees take the rubble for a verb.
		if m := f.verb(c, up, figures.SlotObject); m != nil {
			return f.decided(c, m, up, "figure/verb")
		}
	}
	return f.complement(c, h)
}

// complement decides by what a verb says of its subject or object: "left 12
// dead", "are believed to have been killed", "went missing".
func (f *finder) complement(c *count, h int) bool {
	for _, k := range f.t.Children(h) {
		k := int(k)
		if !f.t.Is(k, "xcomp") {
			continue
		}
		if f.t.Tokens[k].UPOS == "VERB" {
			slot := figures.SlotSubject
			if f.t.Passive(k) || f.t.Tokens[k].XPOS == "VBN" {
				slot = figures.SlotObject
			}
			if m := f.verb(c, k, slot); m != nil {
				return f.decided(c, m, k, "figure/verb")
			}
		}
		if m := f.beside(c, k); m != nil {
			return f.decided(c, m, h, "figure/adjective")
		}
	}
	return false
}

// modified decides by the participles, relative clauses and adjectives of the
// counted noun: "24 sailors abducted last week", "200 wounded men".
func (f *finder) modified(c *count) bool {
	if c.head >= 0 {
		if f.reduced(c, c.head) {
			return true
		}
		for k := c.start; k < c.head; k++ {
			if m := f.beside(c, k); m != nil {
				return f.decided(c, m, k, "figure/adjective")
			}
		}
	}
	return c.top != c.head && f.reduced(c, c.top)
}

// reduced decides by the clauses that modify noun x.
func (f *finder) reduced(c *count, x int) bool {
	t := f.t
	for _, k := range t.Children(x) {
		k := int(k)
		if !t.Is(k, "acl") || t.Tokens[k].UPOS != "VERB" {
			continue
		}
		slot := ""
		s := t.Child(k, "nsubj")
		switch {
		case f.inWhich(x, k):
			continue // "one in which an officer was killed"
		case t.Tokens[k].XPOS == "VBG" && s < 0:
			slot = figures.SlotSubject
		case t.Passive(k):
			slot = figures.SlotObject
		case s >= 0 && (t.Tokens[s].XPOS == "WP" || t.Tokens[s].XPOS == "WDT"):
			slot = figures.SlotSubject
		case s >= 0 && (t.Child(k, "obj") < 0 || f.is(t.Child(k, "obj"), "hostage", "captive", "prisoner")):
			slot = figures.SlotObject // "sailors whom rebels abducted"
		case t.Tokens[k].XPOS == "VBD" && s < 0 && t.Child(k, "obj") < 0:
			slot = figures.SlotObject
		default:
			continue
		}
		if m := f.verb(c, k, slot); m != nil {
			return f.decided(c, m, k, "figure/participle")
		}
		for _, g := range t.Children(k) {
			g := int(g)
			if t.Is(g, "xcomp") {
				if m := f.beside(c, g); m != nil {
					return f.decided(c, m, k, "figure/adjective")
				}
			}
		}
	}
	return false
}

// inWhich reports whether the relative clause of verb k says where or when noun x is
// or was, and not what became of it.
func (f *finder) inWhich(x, k int) bool {
	for i := x + 1; i < k; i++ {
		if f.is(i, "which", "whom") && f.t.Tokens[i-1].UPOS == "ADP" && !f.is(i-1, "of") {
			return true
		}
	}
	return false
}

// phraseAfter decides by words that follow the counted phrase: "12 million
// people in need of food".
func (f *finder) phraseAfter(c *count) bool {
	if c.head < 0 && (c.qualifier != vagueNumber || c.unit != nil) {
		return false // "hundreds of thousands are on the brink of famine" are people
	}
	for k := c.stop; k < f.end && k < c.stop+6; k++ {
		if k > c.stop && (f.numeral(k) || f.t.Tokens[k].UPOS == "PUNCT" || f.t.Tokens[k].XPOS == "WP") {
			return false
		}
		for _, m := range figures.MeasuresOf(figures.ClassPhrase, f.lower(k)) {
			if c.fits(m.Counts) && f.matches(k, m.Word) && f.accompanied(c, m, k) {
				c.measure, c.rule, c.verb = m.Measure, "figure/phrase", none
				return true
			}
		}
	}
	return false
}

// matches reports whether the words of phrase stand at token k.
func (f *finder) matches(k int, phrase string) bool {
	for ; phrase != ""; k++ {
		w := f.lower(k)
		if w == "" || len(phrase) < len(w) || phrase[:len(w)] != w {
			return false
		}
		phrase = phrase[len(w):]
		if phrase != "" {
			if phrase[0] != ' ' {
				return false
			}
			phrase = phrase[1:]
		}
	}
	return true
}

// itself decides by the counted noun alone: "12 hostages", "34 deaths".
func (f *finder) itself(c *count) bool {
	if c.head < 0 {
		return false
	}
	m := f.row(c, figures.ClassNoun, f.noun(c.head), figures.SlotSelf, c.head)
	if m == nil && f.casualty(c.head) {
		m = f.row(c, figures.ClassNoun, f.lower(c.head), figures.SlotSelf, c.head) // "25 of the wounded"
	}
	if m == nil {
		return false
	}
	if m.Measure == rapporteur.MeasureTroops && c.value < few && c.qualifier == "" {
		return false // "two soldiers" at a gate are no troops
	}
	c.measure, c.rule = m.Measure, "figure/noun"
	if h := f.t.Head(c.top); (m.Measure == rapporteur.MeasureKilled || m.Measure == rapporteur.MeasureInjured) && h >= f.first && f.t.Is(c.top, "nsubj", "obj") && f.t.Verbal(h) {
		if _, ok := f.realVerb(h); !ok {
			c.measure = dropped // "thousands of deaths could be prevented"
		}
	}
	return true
}

// few is the number below which a plain count of things is no figure.
const few = 10
