package statement

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

func lower(s string) string { return strings.ToLower(s) }

// speakerOf is the head of the source of the cue verb v, and whether it stands
// after it. The tree is asked first; where it has no subject for v, or one that
// the words rule out, the noun phrase beside v is taken.
func (f *finder) speakerOf(v int, cue tokens, takes speech.Takes) (head int, inverted bool) {
	t := f.t
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
	if head != rapporteur.None {
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
	if s := t.Subject(v); s != rapporteur.None && f.within[s] == 0 && s < v && s >= f.first && (!t.Is(v, "acl") || !f.punct(cue.first-1)) {
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
	return rapporteur.None, false
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

// occasionDay reports whether token i is a day or a month, which never speak.
func (f *finder) occasionDay(i int) bool {
	return f.day(i) || f.entity(i) == rapporteur.EntityDate
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

// wholeSubject is the head of the noun phrase before the cue that ends in h. A
// tree that takes the last noun of a long phrase for its head ("The envoy to
// talks on the islands says") is overruled: between the beginning of a clause and
// its verb stands the subject, and its first noun is the head.
func (f *finder) wholeSubject(h, verb int) int {
	if f.t.Tokens[h].UPOS == "PRON" {
		return h
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
	if c := f.t.Child(h, "case"); c != rapporteur.None && c < h && f.t.Tokens[c].XPOS != "POS" || f.any(h, "week", "month", "year", "day", "night", "weekend", "morning", "afternoon", "evening") {
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

// endsClause reports whether the noun phrase headed by h, after its verb, is not
// itself the subject of a clause: "said the minister", not "said the minister had left".
func (f *finder) endsClause(h int) bool {
	end := h + 1
	for ; end < f.last; end++ {
		switch t := &f.t.Tokens[end]; t.UPOS {
		case "NOUN", "PROPN", "NUM", "ADJ", "PART":
			continue
		case "VERB", "AUX", "DET":
			return t.XPOS == "VBG"
		case "PRON":
			return t.XPOS == "WP" || t.XPOS == "WP$"
		}
		break
	}
	if f.t.Tokens[h].XPOS == "PRP" {
		return end == h+1
	}
	return true
}

// mayInvert reports whether the subject of v may stand after it: the content
// ends just before, and a noun phrase follows.
func (f *finder) mayInvert(v int, cue tokens, takes speech.Takes) bool {
	if cue.first == f.first || f.t.Tokens[v].XPOS == "VBG" || cue.first != v || takes&speech.Quote == 0 || takes&speech.Told != 0 && takes&speech.That == 0 {
		return false
	}
	if f.closes[cue.first-1] != 0 || f.mark(cue.first-1) || f.any(cue.first-1, "?", "!") {
		return true
	}
	if !f.any(cue.first-1, ",", "-", "–", "—") {
		return false
	}
	// Words between a quotation and the comma are the subject: "“Yes,” Vale, a
	// minister, said".
	for i := cue.first - 1; i >= f.first; i-- {
		if f.closes[i] != 0 {
			return f.quotes[f.closes[i]-1].speech == false || i >= cue.first-2
		}
	}
	return true
}

// nominalAfter is the head of the noun phrase that begins at p, or None.
func (f *finder) nominalAfter(p int) int {
	if e := f.entityAt(p); e != nil && e.First == p && e.Type == rapporteur.EntityPerson && f.t.Tokens[p].UPOS != "PROPN" && e.End <= f.last {
		return e.End - 1 // "said de Vale"
	}
	for i := p; i < min(p+8, f.last); i++ {
		switch t := &f.t.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN", "PRON":
			if t.XPOS == "PRP" && i > p {
				return rapporteur.None
			}
			h := i
			for t := f.t.Tokens[h]; t.Head > h && t.Head < f.last && f.t.Nominal(t.Head) && f.t.Is(h, "compound", "nmod", "nmod:poss", "amod", "flat", "nmod:desc"); t = f.t.Tokens[h] {
				h = t.Head
			}
			for h > p && f.t.Tokens[h].Head >= p && f.t.Tokens[h].Head < h && f.t.Nominal(f.t.Tokens[h].Head) {
				h = f.t.Tokens[h].Head
			}
			if h+1 < f.last && f.t.Tokens[h+1].XPOS == "POS" || t.XPOS == "PRP$" && h == i {
				continue // a possessor: what it possesses comes yet
			}
			if h+2 < f.last && f.hyphen(h+1) {
				continue // "Velm-based attorney"
			}
			return h
		case "DET", "ADJ", "NUM", "X": // X: "de Vale"
		case "ADV", "PART":
			if i == p || t.UPOS == "PART" {
				continue
			}
			return rapporteur.None
		case "VERB":
			if t.XPOS != "VBG" && t.XPOS != "VBN" || !f.t.Is(i, "amod", "compound") {
				return rapporteur.None
			}
		case "PUNCT":
			if !f.hyphen(i) {
				return rapporteur.None
			}
		default:
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// linking reports whether token i is an adverb that only links sentences,
// whatever it is tagged as.
func (f *finder) linking(i int) bool {
	return f.any(i, "meanwhile", "however", "nevertheless", "therefore", "moreover")
}

// nominalBefore is the head of the noun phrase that ends just before p, or None.
func (f *finder) nominalBefore(p int) int {
	i := p - 1
	for i >= f.first && (f.is(i, ",") || f.linking(i)) {
		i--
	}
	if i < f.first || f.within[i] != 0 || !f.t.Nominal(i) && (f.t.Tokens[i].UPOS != "ADJ" || i == f.first || f.t.Tokens[i-1].UPOS != "DET") {
		return rapporteur.None // "the official" may be taken for an adjective
	}
	h := i
	start := f.clauseStart(i)
	for steps := 0; steps < 12; steps++ {
		up := f.t.Tokens[h].Head
		if up < start || up >= p || f.linking(up) || !f.t.Nominal(up) || f.within[up] != 0 {
			break
		}
		h = up
	}
	return h
}

// sourceBefore is the noun phrase headed by h that stands before the cue, with
// its appositions and clauses, and the comma that closes them.
func (f *finder) sourceBefore(h, cue int) tokens {
	if f.t.Tokens[h].UPOS == "PRON" && f.t.Tokens[h].XPOS != "DT" {
		return tokens{h, h + 1}
	}
	cue = f.verbOf(h, cue)
	first, _ := f.t.Core(h)
	_, end := f.t.Phrase(h)
	first, end = max(first, f.first), min(end, cue)
	if end <= h {
		end = h + 1
	}
	for i := h - 1; i >= first; i-- {
		if f.within[i] != 0 && f.quotes[f.within[i]-1].speech || f.closes[i] != 0 || f.finite(i) || f.dash(i) {
			first = i + 1
			break
		}
	}
	if first < h && f.t.Tokens[first].UPOS == "ADP" {
		first++
	}
	for first < h && (f.punct(first) && !f.is(first, "(") || f.t.Tokens[first].UPOS == "CCONJ" || f.t.Tokens[first].UPOS == "SCONJ") {
		first++
	}
	first = f.widenLeft(first)
	for first < h && (f.day(first) || f.any(first, "this", "last", "next", "early", "late") && f.day(first+1)) {
		first++ // "last Wednesday the minister said"
	}
	// An apposition that the tree has put elsewhere still stands between commas.
	if end < cue-1 && f.is(end, ",") && f.is(cue-1, ",") && cue-end < 25 && !f.finiteWithin(tokens{end, cue}) {
		end = cue
	}
	if end == cue-1 && f.is(end, ",") && f.hasComma(tokens{first, end}) {
		return tokens{first, cue}
	}
	for end > h+1 && (f.t.Tokens[end-1].UPOS == "CCONJ" || f.day(end-1) || f.linking(end-1) || f.any(end-1, "himself", "herself", "themselves") || f.any(end-1, "on", "late", "early", "evening", "morning", "night", "afternoon") && f.t.Tokens[end-1].UPOS != "PROPN") {
		end-- // "the minister on Monday said"
	}
	return tokens{first, end}
}

// widenLeft is where a noun phrase begins that the tree begins at first: titles
// and modifiers before it belong to it.
func (f *finder) widenLeft(first int) int {
	i := first
	for i > f.first && f.within[i-1] == 0 && !f.day(i-1) {
		switch t := &f.t.Tokens[i-1]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "NUM":
			if f.any(i-1, "today", "week", "month", "year", "night", "morning", "evening", "afternoon", "time", "both", "all") {
				return first
			}
		case "PART":
			if t.XPOS != "POS" {
				return first
			}
		case "PUNCT":
			if !f.hyphen(i - 1) {
				return i
			}
		case "ADV":
			if !f.any(i-1, "about", "nearly", "almost", "roughly", "some", "more", "less", "fewer") {
				return i
			}
		case "ADP":
			if i-2 < f.first || !f.t.Nominal(i-2) || f.day(i-2) || !f.any(i-1, "of", "on", "for", "to", "from") {
				return first
			}
		default:
			return i
		}
		i--
	}
	return i
}

func (f *finder) hasComma(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.is(i, ",") {
			return true
		}
	}
	return false
}

// sourceAfter is the noun phrase headed by h that stands after the cue.
func (f *finder) sourceAfter(h, cue int) tokens {
	first, end := f.t.Phrase(h)
	first, end = max(min(first, h), cue), min(max(end, h+1), f.last)
	for i := h + 1; i < end; i++ {
		if q := f.opens[i]; q != 0 && f.quotes[q-1].speech || f.any(i, ";", ":") {
			end = i
			break
		}
	}
	for end < f.last && f.opens[end] == 0 {
		if (f.t.Tokens[end].UPOS == "PROPN" || f.t.Tokens[end].UPOS == "NOUN") && !f.day(end) {
			end++
			continue
		}
		// "a statement from the ministry", whatever the tree hangs it on.
		n := f.nominalAfter(end + 1)
		if !f.any(end, "from", "of", "for") || n == rapporteur.None || f.occasion(n) {
			break
		}
		_, e := f.t.NounPhrase(n)
		end = min(max(e, n+1), f.last)
	}
	// An apposition to the end of the sentence.
	if end+1 < f.last && f.is(end, ",") && !f.finiteWithin(tokens{end, f.last}) && f.opens[end+1] == 0 {
		switch t := &f.t.Tokens[end+1]; t.UPOS {
		case "DET", "NUM", "ADJ", "NOUN", "PROPN":
			if !f.day(end + 1) {
				end = f.last
			}
		}
	}
	return f.trim(tokens{first, end})
}
