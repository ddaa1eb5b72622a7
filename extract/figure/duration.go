package figure

import (
	"rapporteur"
	"rapporteur/knowledge/figures"
)

// duration reads a length of time that is the length of something that lasts, or
// a time limit; any other is passed over.
func (f *finder) duration(c *count) {
	c.measure = dropped
	if d := f.dateOf(c.first); d != nil && d.From != "" && !f.is(c.from-1, "within") && !f.within(c) {
		return // "the past two weeks" says when, not how long
	}
	if f.is(c.end, "ago", "later", "earlier", "before", "after", "since") || f.is(c.from-1, "every", "each", "per") {
		return
	}
	switch {
	case f.t.Tokens[min(c.end, f.end-1)].UPOS == "DET":
	case c.modifier:
		if k := f.lastingAfter(c.end, 6); k >= 0 {
			c.stop, c.head = k+1, k
			f.lasts(c, "figure/duration")
		}
	case f.is(c.end, "of"):
		if k := f.lastingAfter(c.end+1, 7); k >= 0 {
			c.start, c.stop, c.head = c.end+1, k+1, k
			f.lasts(c, "figure/duration")
		}
		return
	case c.value == 1 && !c.article && f.lastingAfter(c.end, 3) >= 0:
		// "a one month truce"
		k := f.lastingAfter(c.end, 3)
		c.stop, c.head = k+1, k
		f.lasts(c, "figure/duration")
	}
	if c.measure != dropped || c.modifier {
		return
	}
	if f.within(c) || f.spent(c) || f.ofStretch(c) {
		f.lasts(c, "figure/duration")
		return
	}
	if c.article && c.qualifier == "" && !f.is(c.from-1, "for") {
		return
	}
	if k := f.lastingVerb(c); k >= 0 {
		c.verb = k
		c.head = f.lastingArgument(k)
		f.lasts(c, "figure/lasting")
		return
	}
	// A writer who hedges a length of days or more means it to matter.
	if f.is(c.from-1, "for") && c.unit.Name != "minutes" && c.unit.Name != "hours" {
		switch c.qualifier {
		case "more than", "at least", "nearly":
			c.head = none
			f.lasts(c, "figure/hedged")
		}
	}
}

func (f *finder) lasts(c *count, rule string) {
	c.measure, c.rule = rapporteur.MeasureDuration, rule
}

// lasting reports whether a noun of something that lasts stands in the phrase
// that goes on at token k.
func (f *finder) lasting(k, reach int) bool { return f.lastingAfter(k, reach) >= 0 }

// lastingAfter is the last noun of something that lasts in the noun phrase that
// goes on at token k, or none.
func (f *finder) lastingAfter(k, reach int) int {
	best := none
	for i := k; i < f.end && i < k+reach; i++ {
		if f.dash(i+1) && f.stretch(i+2) {
			i += 2 // "cease-fire", "sit-in"
			best = i
			continue
		}
		tok := &f.t.Tokens[i]
		if best >= 0 && f.dated(i) != noDate {
			return best // "began a 48-hour strike yesterday"
		}
		switch tok.UPOS {
		case "NOUN", "PROPN":
			switch {
			case f.stretch(i):
				best = i
			case best == i-1 && tok.UPOS == "NOUN" && !f.is(i, "proposal", "plan", "offer", "order"):
				best = none // "war games"
			}
			continue
		case "ADJ", "NUM", "SYM":
			if f.stretch(i) {
				best = i // "a 40-day offensive"
			}
			continue
		case "VERB":
			if f.stretch(i) {
				return i // "fighting", "bloodshed"
			}
			if f.t.Is(i, "amod", "compound") || tok.XPOS == "VBN" {
				continue
			}
			return best
		case "DET", "CCONJ", "ADV":
			if best < 0 {
				continue
			}
			return best
		case "PUNCT":
			if f.dash(i) {
				continue
			}
			if f.is(i, "“", "\"", "‘", "'") && best < 0 {
				continue
			}
			return best
		case "PART":
			continue
		case "PRON":
			if tok.XPOS == "PRP$" {
				continue
			}
			return best
		default:
			return best
		}
	}
	return best
}

// stretch reports whether noun i, or the compound that it ends, is something
// that lasts: "truce", "cease-fire".
func (f *finder) stretch(i int) bool {
	if figures.Lasts(figures.ClassNoun, f.t.Lemma(i)) || figures.Lasts(figures.ClassNoun, f.lower(i)) {
		return true
	}
	return f.dash(i-1) && figures.Lasts(figures.ClassNoun, f.lower(i-2)+"-"+f.lower(i))
}

// within reports whether the length is a limit, and takes the word for it into
// the phrase: "within 15 days", "in the next 15 days" is none.
func (f *finder) within(c *count) bool {
	k := c.from - 1
	for steps := 0; steps < 3 && f.is(k, "the", "coming", "next", "a", "about"); steps++ {
		k--
	}
	if !f.is(k, "within") || f.is(c.end, "of") || c.unit.Name == "minutes" {
		return false
	}
	c.from = k
	return true
}

// spent reports whether the time is spent in a state that lasts: "two years in
// captivity".
func (f *finder) spent(c *count) bool {
	if !f.is(c.end, "in", "under") {
		return false
	}
	for k := c.end + 1; k < f.end && k < c.end+4; k++ {
		if figures.Lasts(figures.StretchIn, f.t.Lemma(k)) {
			c.start, c.stop, c.head = c.end+1, k+1, k
			return true
		}
		if x := f.t.Tokens[k].UPOS; x != "ADJ" && x != "DET" && x != "NOUN" && x != "PRON" {
			return false
		}
	}
	return false
}

// ofStretch reports whether the length is that of the noun before it: "a truce
// of 40 days", "a pause lasting six weeks".
func (f *finder) ofStretch(c *count) bool {
	if !f.is(c.from-1, "of") {
		return false
	}
	for k := c.from - 2; k >= f.first && k > c.from-5; k-- {
		if f.t.Tokens[k].UPOS == "NOUN" {
			if !f.stretch(k) {
				return false
			}
			c.head = k
			return true
		}
	}
	return false
}

// lastingVerb is the verb of lasting that the length belongs to, or the verb of
// a clause about something that lasts; none where there is none.
func (f *finder) lastingVerb(c *count) int {
	t := f.t
	switch p := c.from - 1; {
	case f.is(p, "for", "over", "by", "than") || f.is(p, "the") && f.is(p-1, "for", "over"):
	case p >= f.first && t.Tokens[p].UPOS == "VERB", f.is(p, "another"):
	case c.qualifier != "":
	default:
		return none
	}
	h := t.Head(c.top)
	for steps := 0; h >= f.first && h < f.end && steps < 4; steps++ {
		if t.Tokens[h].UPOS == "VERB" || t.Tokens[h].UPOS == "AUX" || t.Child(h, "cop", "expl") >= 0 {
			break
		}
		if f.stretch(h) && h < c.from {
			return h
		}
		h = t.Head(h)
	}
	if h < f.first || h >= f.end {
		return none
	}
	if f.is(c.from-1, "by") && !f.prolongs(h) {
		return none
	}
	if figures.Lasts(figures.ClassVerb, f.word(h)) || figures.Lasts(figures.ClassVerb, t.Lemma(h)) || figures.Lasts(figures.ClassVerb, figures.VerbOf(f.lower(h))) {
		return h
	}
	if f.lastingArgument(h) >= 0 {
		return h
	}
	return none
}

// prolongs reports whether what is done "by two weeks" is to a length.
func (f *finder) prolongs(v int) bool {
	switch f.t.Lemma(v) {
	case "extend", "prolong", "delay", "postpone", "push", "shorten":
		return true
	}
	return false
}

// lastingArgument is a noun of something that lasts that is the subject or the
// object of predicate v, or the predicate itself, or none.
func (f *finder) lastingArgument(v int) int {
	t := f.t
	if t.Nominal(v) && f.stretch(v) {
		return v
	}
	for _, k := range t.Children(v) {
		k := int(k)
		if t.Is(k, "obj", "nsubj", "nsubj:pass") && f.stretch(k) {
			return k
		}
	}
	// "the raid that has lasted 40 days", "a war, raging for ten years"
	if t.Is(v, "acl") {
		if h := t.Head(v); h >= 0 && f.stretch(h) {
			return h
		}
	}
	return none
}
