package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// speakerOf is the head of the source of the cue verb v, and whether it stands
// after it. The tree is asked first; where it has no subject for v, or one that
// the words rule out, the noun phrase beside v is taken.
func (f *finder) speakerOf(v int, cue tokens, takes speech.Takes) (head int, inverted bool) {
	t := f.t
	if h := f.acrossAside(cue.first); h != rapporteur.None && !slices.ContainsFunc(t.ChildrenBy(v, "nsubj", "nsubj:pass"), func(s int) bool { return s <= h }) {
		return h, false
	}
	head = rapporteur.None
	for _, c := range t.ChildrenBy(v, "nsubj", "nsubj:pass") {
		if f.within[c] != 0 || c < f.first || c >= f.end {
			continue
		}
		if c < v {
			head = c // of several the last, the nearest to v
		} else if t.Tokens[c].UPOS == "X" {
			continue
		} else if head == rapporteur.None && c >= cue.end && !f.any(c, "who", "which", "that") && (t.Tokens[c].UPOS != "PRON" || f.punct(min(c+1, f.end-1))) {
			return c, true
		}
	}
	if f.linking(head) && head > f.first {
		head = f.nominalBefore(head)
	}
	if h := f.clauseThenName(head, v, cue, takes); h != rapporteur.None {
		return h, true
	}
	if head != rapporteur.None {
		if n := f.afterConjunction(cue.first); n > head && f.finiteWithin(tokens{head, n}) {
			return n, false
		}
		if first := t.FirstConjunct(head); first >= f.first && t.Nominal(first) && f.within[first] == 0 {
			head = first // "the mission and the ministry said", whichever the tree hangs on the verb
		}
		if h := f.wholeSubject(head, cue.first); !f.occasionDay(h) {
			return h, false
		}
	}
	if f.mayInvert(v, cue, takes) {
		if h := f.nominalAfter(cue.end); h != rapporteur.None && f.endsClause(h) {
			return h, true
		}
	}
	// "with officials saying": what stands right before a participle is its
	// subject; after a comma that of the main clause is.
	if t.Tokens[v].XPOS == "VBG" && cue.first > f.first {
		if h := f.absolute(cue.first); h != rapporteur.None {
			return h, false
		}
		if f.is(cue.first-1, ",") {
			if f.shares(v, cue) {
				return f.claims[len(f.claims)-1].speaker, false
			}
			if s := f.mainSubject(v); s != rapporteur.None {
				return s, false
			}
		} else if h := t.Head(v); h >= f.first && h < v && t.Is(v, "acl") && t.Nominal(h) && f.within[h] == 0 {
			return h, false
		} else if h := f.nominalBefore(cue.first); h != rapporteur.None {
			return h, false
		}
	}
	if f.takesUp(cue) {
		return f.claims[len(f.claims)-1].speaker, false
	}
	if n := f.afterConjunction(cue.first); n != rapporteur.None {
		return n, false
	}
	if s := t.Subject(v); s != rapporteur.None && f.within[s] == 0 && s < v && s >= f.first && !f.occasionDay(s) && (!t.Is(v, "acl") || !f.punct(cue.first-1)) {
		return f.wholeSubject(s, f.verbOf(s, cue.first)), false
	}
	if f.shares(v, cue) {
		return f.claims[len(f.claims)-1].speaker, false
	}
	if t.Tokens[v].XPOS == "VBG" {
		if s := f.mainSubject(v); s != rapporteur.None {
			return s, false
		}
		return rapporteur.None, false
	}
	if h := f.nominalBefore(cue.first); h != rapporteur.None {
		return f.wholeSubject(h, cue.first), false
	}
	return f.acrossRelative(cue.first), false
}

// afterConjunction is the head of the noun phrase that stands between a conjunction
// and the cue at p, where a clause with a verb of its own leads up to them: "Vale left
// for Oster and the ministry said". None where none does.
func (f *finder) afterConjunction(p int) int {
	n := f.nominalBefore(p)
	if n == rapporteur.None || f.day(n) || f.punct(p-1) {
		return rapporteur.None
	}
	first, _ := f.t.Core(n)
	if first = f.widenLeft(first); first <= f.first || f.t.Tokens[first-1].UPOS != "CCONJ" || !f.finiteWithin(tokens{f.first, min(first-1, f.t.FirstConjunct(n))}) {
		return rapporteur.None
	}
	return n
}

// acrossRelative is the head of the noun phrase whose relative clause ends just
// before the cue at p: "an aide who was not there said". None where there is none.
func (f *finder) acrossRelative(p int) int {
	verbs := 0
	for i := p - 1; i > f.first && p-i < 25 && f.within[i] == 0; i-- {
		switch {
		case f.finite(i):
			verbs++
		case f.any(i, "who", "which"):
			if verbs != 1 {
				return rapporteur.None
			}
			return f.nominalBefore(i)
		case f.any(i, ";", ":", "that") || f.t.Tokens[i].UPOS == "CCONJ":
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// acrossAside is the head of the noun phrase that what was asked, or a relative
// clause between commas, parts from the cue at p: "the general, asked whether his
// men had fired, said", "Vale, whose men had fired, said". None where nothing does.
func (f *finder) acrossAside(p int) int {
	if p-3 <= f.first || !f.is(p-1, ",") || f.within[p-1] != 0 {
		return rapporteur.None
	}
	for i := p - 2; i > f.first+1 && p-i < 40 && f.within[i] == 0; i-- {
		if f.any(i, ";", ":") {
			return rapporteur.None
		}
		if !f.any(i, "asked", "questioned", "pressed") && !(f.any(i, "who", "whose", "which") && f.is(i-1, ",") && f.finiteWithin(tokens{i, p})) {
			continue
		}
		comma := i - 1
		if f.is(comma, "when") {
			comma--
		}
		if comma <= f.first || !f.is(comma, ",") || f.finiteWithin(tokens{f.first, comma}) {
			return rapporteur.None
		}
		return f.nominalBefore(comma)
	}
	return rapporteur.None
}

// absolute is the head of the noun phrase after "with" that the participle at p
// goes with: "with a commander, Aster Vale, saying". None where there is none.
func (f *finder) absolute(p int) int {
	for i := p - 1; i > f.first && p-i < 20; i-- {
		if f.finite(i) || f.within[i] != 0 {
			return rapporteur.None
		}
		if f.is(i, "with") && f.is(i-1, ",") {
			return f.nominalAfter(i + 1)
		}
	}
	return rapporteur.None
}

// shares reports whether the cue goes on with the speaker of the claim before
// it in its sentence: "…, adding that", "… and said that".
func (f *finder) shares(v int, cue tokens) bool {
	if len(f.claims) == 0 || f.claims[len(f.claims)-1].sentence != f.sentence || cue.first == f.first {
		return false
	}
	before := cue.first - 1
	return f.t.Tokens[v].XPOS == "VBG" && f.is(before, ",") || f.t.Tokens[before].UPOS == "CCONJ"
}

// takesUp reports whether the cue follows a conjunction at which the content of
// the claim before it has ended: "agreed that C but pointed out that D".
func (f *finder) takesUp(cue tokens) bool {
	if len(f.claims) == 0 || cue.first <= f.first || f.t.Tokens[cue.first-1].UPOS != "CCONJ" {
		return false
	}
	c := &f.claims[len(f.claims)-1]
	end := c.content[len(c.content)-1].end
	if !f.finite(c.verb) && f.finite(cue.end-1) {
		return false
	}
	return c.sentence == f.sentence && c.cue.first < cue.first && end <= cue.first-1 && end >= cue.first-3
}

// mainSubject is the subject of the clause that the participle v goes with: the
// last one before it, or the next where v begins the sentence.
func (f *finder) mainSubject(v int) int {
	found := rapporteur.None
	for i := f.first; i < f.last; i++ {
		if !f.t.Is(i, "nsubj", "nsubj:pass") || f.within[i] != 0 || f.any(i, "who", "which", "that", "it", "there") {
			continue
		}
		up := f.t.Head(i)
		if up < 0 || !f.t.Is(up, "root", "conj", "parataxis") {
			continue
		}
		if i > v && found == rapporteur.None || i < v {
			found = i
		}
	}
	if found == rapporteur.None || found > v {
		return found
	}
	return f.wholeSubject(found, f.verbOf(found, v))
}

// unnamedBefore is who asks not to be named in a relative clause that ends with h,
// just before the verb: "officials who spoke on condition of anonymity because they
// may not brief the media said". None where nobody does.
func (f *finder) unnamedBefore(h, verb int) int {
	asked := false
	for i := h - 1; i > f.first && verb-i < 40 && f.within[i] == 0; i-- {
		switch {
		case f.any(i, "anonymity", "authorised", "authorized", "named", "identified"):
			asked = true
		case f.any(i, ";", ":", "that"):
			return rapporteur.None
		case f.is(i, "who") && asked:
			return f.nominalBefore(i)
		}
	}
	return rapporteur.None
}

// wholeSubject is the head of the noun phrase before the cue that ends in h. A
// tree that takes the last noun of a long phrase for its head ("The envoy to
// talks on the islands says") is overruled: between the beginning of a clause and
// its verb stands the subject, and its first noun is the head.
func (f *finder) wholeSubject(h, verb int) int {
	if f.t.Tokens[h].UPOS == "PRON" {
		return h
	}
	if n := f.unnamedBefore(h, verb); n != rapporteur.None {
		return n
	}
	if f.day(h) {
		if n := f.t.Head(h); n >= f.first && n < h && f.t.Nominal(n) && f.t.Is(h, "appos", "nmod:unmarked", "flat", "nmod") {
			h = n // "a rebel leader Wednesday declared"
		} else if n := f.nominalBefore(h); n != rapporteur.None && f.t.Nominal(h-1) && !f.day(n) {
			h = n
		}
	}
	// "Harbour Radio's Aster Vale": whose name it is does not speak.
	for i := h + 1; i < verb-1 && f.t.Tokens[i].UPOS != "PUNCT" && f.t.Tokens[i].UPOS != "ADP"; i++ {
		if f.t.Tokens[i].XPOS == "POS" {
			if n := f.nominalAfter(i + 1); n != rapporteur.None && n < verb && f.t.Tokens[h].Head >= i {
				h = n
			}
			break
		}
	}
	// "For his part, the envoy said", "Last week, the envoy said": what a
	// preposition governs is no subject, nor is a time.
	if c := f.t.Child(h, "case"); c != rapporteur.None && c < h && f.t.Tokens[c].XPOS != "POS" || f.any(h, "week", "month", "year", "day", "night", "weekend", "morning", "afternoon", "evening", "kilometers", "kilometres", "km", "miles", "meters", "metres") {
		for i := h + 1; i < verb-1; i++ {
			if f.is(i, ",") {
				if n := f.nominalAfter(i + 1); n != rapporteur.None && n < verb {
					return n
				}
				break
			}
		}
	}
	first, end := f.t.Phrase(h)
	if end <= verb-1 && !f.punct(end) && f.t.Nominal(verb-1) && f.within[verb-1] == 0 && f.t.Tokens[end].UPOS != "ADP" && f.t.Tokens[verb-1].UPOS != "PRON" {
		// "the Velm police" | "commissioner Aster Vale said"
		if n := f.nominalBefore(verb); n != rapporteur.None {
			h = n
			first, _ = f.t.Phrase(h)
		}
	}
	if first = f.widenLeft(first); first <= f.first || first > h {
		return h
	}
	switch f.t.Tokens[first-1].UPOS {
	case "ADP", "VERB":
	default:
		return h
	}
	start := f.clauseStart(first - 1)
	if start >= first || f.finiteWithin(tokens{start, first}) {
		return h
	}
	if n := f.nominalAfter(start); n != rapporteur.None && n < first && f.t.Tokens[start].UPOS != "ADP" {
		return n
	}
	return h
}
