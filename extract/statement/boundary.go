package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// closesClause reports whether the content of v ends before token j.
func (f *finder) closesClause(v, head, start, j int) bool {
	t := f.t
	if f.above[j] == int32(v)+1 {
		return f.subordinate(v) // a governor of v: its clause goes on here
	}
	if f.within[j] == 0 && j > start {
		switch {
		case f.is(j, ",") && f.any(j+1, "a", "an") && f.calledClaim(j+2):
			return true // "…, an accusation that the army rejected"
		case f.reticent(j):
			return true
		case f.is(j, ";") && f.cueInside(j+1):
			return true // "…; the rebels, he added, must disarm"
		case f.is(j, ",") && j+1 < f.last && f.finite(j+1) && f.relative(v):
			return true // "Vale, who denied that she would sign, left"
		case f.t.Tokens[j].XPOS == "VBG" && f.afterComma(j) && f.cues(j) && (j > start+1 || !f.is(j, "according")),
			f.t.Tokens[j].UPOS == "ADV" && f.afterComma(j) && j+1 < f.last && f.t.Tokens[j+1].XPOS == "VBG" && f.cues(j+1):
			return true // "…, adding that", "…, even suggesting that": the speaker goes on, whatever it is attached to
		case f.is(j, "with") && f.afterComma(j) && f.absoluteCue(j):
			return true // "…, with officials saying"
		case f.is(j, "as") && f.calledAs(v) && !f.finiteWithin(tokens{j, f.last}):
			return true // "dismissed a report saying that C as false"
		case f.any(j, "while", "though", "although") && f.afterComma(j) && f.cueAfter(j):
			return true // "…, while Velm said", "…, though she acknowledged"
		case f.t.Tokens[j].UPOS == "CCONJ" && (f.returns(v, start, j) || f.is(j-1, ",") && f.finite(v) && f.othersWord(j+1)):
			return true
		}
	}
	// The dependent of v or of a governor that j stands below.
	r := j
	for steps := 0; steps < 64; steps++ {
		up := t.Tokens[r].Head
		if up < 0 || f.above[up] == int32(v)+1 {
			break
		}
		r = up
	}
	a := t.Tokens[r].Head
	switch {
	case a < 0 || r == head || f.within[j] != 0:
		return false
	case a > start:
		return f.subordinate(v) // of the clause to the right that v depends on
	case f.punct(j):
		return f.bracket(j, v)
	}
	if first, _ := t.Phrase(r); first < j && first >= start {
		return false // decided at its first word
	}
	comma := j > start && f.afterComma(j) || f.is(j, ",")
	switch t.Relation(r) {
	case "conj":
		own := t.Child(r, "nsubj", "nsubj:pass", "expl")
		if !t.Verbal(r) {
			return false
		}
		if own == rapporteur.None {
			return comma && (f.finite(r) || t.Child(r, "aux", "cop") != rapporteur.None && t.Tokens[r].XPOS != "VB") || f.cues(r)
		}
		return a != v || f.cues(r) || comma && f.is(j, "but") && f.any(own, "he", "she", "they")
	case "advcl":
		if !comma {
			return false
		}
		if m := t.Child(r, "mark"); m != rapporteur.None {
			return f.any(m, "as", "while", "whereas", "though", "although")
		}
		return f.cues(r)
	case "parataxis":
		return f.cues(r)
	case "obl", "nmod":
		// "dismissed a report saying that C as false": what it is called.
		return f.is(j, "according") && f.finiteWithin(tokens{start, j}) || f.is(j, "as") && a != v && f.above[a] == int32(v)+1
	case "acl":
		return a != v && comma && f.cues(r)
	}
	return false
}

// calledAs reports whether a governor of the participle or noun v says what its
// object is said to be: "dismissed a report saying".
func (f *finder) calledAs(v int) bool {
	if f.t.Tokens[v].XPOS != "VBG" && f.t.Tokens[v].UPOS != "NOUN" {
		return false
	}
	for i, steps := f.t.Head(v), 0; i >= 0 && steps < 4; i, steps = f.t.Head(i), steps+1 {
		for _, c := range speech.Lookup(f.t.Lemma(i)) {
			if c.Class == speech.Verb && c.Takes&speech.As != 0 {
				return true
			}
		}
	}
	return false
}

// markAbove marks v and its governors in f.above.
func (f *finder) markAbove(v int) {
	for i, steps := v, 0; i >= 0 && steps < 64; steps++ {
		f.above[i] = int32(v) + 1
		i = f.t.Tokens[i].Head
	}
}

// subordinate reports whether the clause of v depends on another: "after officials
// said", "who said", "the paper saying".
func (f *finder) subordinate(v int) bool {
	if f.t.Tokens[v].XPOS == "VBG" || f.t.Tokens[v].XPOS == "VBN" && f.auxiliaries(v) == v || f.t.Is(v, "acl", "acl:relcl") {
		return true
	}
	for _, c := range f.t.Children(v) {
		if c := int(c); c < v && (f.t.Is(c, "mark") || f.t.Tokens[c].XPOS == "WP" || f.t.Tokens[c].XPOS == "WDT" || f.t.Tokens[c].XPOS == "WRB") {
			return true
		}
	}
	return false
}

// calledClaim reports whether token i is a noun for what has been said, followed by
// what others make of it.
func (f *finder) calledClaim(i int) bool {
	if i+1 >= f.last || f.t.Tokens[i].UPOS != "NOUN" {
		return false
	}
	if cue, _ := f.match(i, speech.Noun, f.t.Lemma(i)); cue == nil && !f.any(i, "demand", "call", "request") {
		return false
	}
	t := &f.t.Tokens[i+1]
	return t.XPOS == "VBN" || t.XPOS == "WDT" || t.UPOS == "DET" || f.any(i+1, "that", "which")
}

// cueInside reports whether a clause of saying stands between commas near p.
func (f *finder) cueInside(p int) bool {
	for i := p; i < min(p+15, f.last-2); i++ {
		if !f.is(i, ",") {
			continue
		}
		for k := i + 2; k < min(i+7, f.last-1) && !f.punct(k); k++ {
			if f.finite(k) {
				return f.cues(k) && f.is(k+1, ",")
			}
		}
	}
	return false
}

// relative reports whether v stands in a relative clause that a comma begins, or
// "that".
func (f *finder) relative(v int) bool {
	for i := v - 1; i > f.first && v-i < 8 && !f.punct(i); i-- {
		if f.is(i, "that") && f.t.Tokens[i].XPOS == "WDT" {
			return true
		}
		if f.any(i, "who", "which", "whose") {
			return f.is(i-1, ",")
		}
	}
	return false
}

// absoluteCue reports whether "with" at j begins a phrase whose participle lends
// words to somebody.
func (f *finder) absoluteCue(j int) bool {
	for i := j + 1; i < min(j+20, f.last); i++ {
		if f.finite(i) {
			return false
		}
		if f.t.Tokens[i].XPOS == "VBG" && f.cues(i) {
			return true
		}
	}
	return false
}

// cueAfter reports whether the first verb of the clause after j lends words to
// somebody.
func (f *finder) cueAfter(j int) bool {
	for i := j + 1; i < f.last; i++ {
		if f.finite(i) {
			return f.cues(i)
		}
	}
	return false
}

// othersWord reports whether a clause in which somebody else says something begins
// at p, or the speaker says another thing: "…, but an aide who was there said", "…,
// but he said". The words between its subject and its cue hold no verb but that of
// a relative clause.
func (f *finder) othersWord(p int) bool {
	h := f.nominalAfter(p)
	if h == rapporteur.None || f.within[h] != 0 || f.t.Tokens[h].UPOS == "PRON" && !f.any(h, "he", "she", "they") {
		return false
	}
	relative := 0
	for i := h + 1; i < min(h+25, f.last) && f.within[i] == 0; i++ {
		switch {
		case f.any(i, "who", "which", "whose"):
			relative++
		case f.any(i, ";", ":") || f.t.Tokens[i].UPOS == "CCONJ" || f.is(i, "that"):
			return false
		case f.finite(i) && relative > 0:
			relative--
		case f.finite(i):
			return f.cues(i) && (plainCues[lower(f.t.Word(i))] != "" || f.any(h, "he", "she") && i-h <= 2) && f.uttered(i)
		}
	}
	return false
}

// bracket reports whether token j closes a bracket that v stands in.
func (f *finder) bracket(j, v int) bool {
	if !f.any(j, ")", "]") {
		return false
	}
	for i := j - 1; i >= f.first; i-- {
		if f.any(i, "(", "[") {
			return i < v
		}
	}
	return false
}

// cues reports whether token i is a verb that lends its clause to somebody.
func (f *finder) cues(i int) bool {
	for _, c := range speech.Lookup(f.t.Lemma(i)) {
		if c.Class == speech.Verb && c.Takes&(speech.That|speech.Told|speech.YOf|speech.As|speech.Name) != 0 {
			return true
		}
	}
	return f.any(i, "citing", "according", "referring")
}
