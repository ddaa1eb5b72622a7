package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// extent is the content that begins at start and depends on the cue verb v: it
// runs to the end of the sentence, or to where the words turn back to v or to
// what governs it. Trees often end a clause too early, seldom too late, so what
// the tree leaves open belongs to the content.
func (f *finder) extent(v, start int) tokens {
	f.markAbove(v)
	end := f.last
	head := f.contentHead(v, start)
	for j := start; j < f.last; j++ {
		if f.closesClause(v, head, start, j) {
			end = j
			break
		}
	}
	return f.whole(tokens{start, end})
}

// whole makes a range end with the quotation that it ends in, and begin with
// the one that it begins in.
func (f *finder) whole(r tokens) tokens {
	if r.empty() {
		return r
	}
	if q := f.within[r.end-1]; q != 0 {
		r.end = max(r.end, f.quotes[q-1].end)
	}
	if q := f.within[r.first]; q != 0 {
		r.first = min(r.first, f.quotes[q-1].first)
	}
	return f.trim(r)
}

// markAbove marks v and its governors in f.above.
func (f *finder) markAbove(v int) {
	for i, steps := v, 0; i >= 0 && steps < 64; steps++ {
		f.above[i] = int32(v) + 1
		i = f.t.Tokens[i].Head
	}
}

// contentHead is the dependent of v that heads the content at start.
func (f *finder) contentHead(v, start int) int {
	for _, c := range f.t.Children(v) {
		c := int(c)
		if c >= start && f.t.Is(c, "ccomp", "xcomp", "obj", "csubj", "obl", "advcl", "parataxis", "dep", "nsubj:pass") {
			return c
		}
	}
	return rapporteur.None
}

// closesClause reports whether the content of v ends before token j.
func (f *finder) closesClause(v, head, start, j int) bool {
	t := f.t
	if f.above[j] == int32(v)+1 {
		return true // a governor of v: its clause goes on here
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
		return true // of the clause to the right that v depends on
	case f.punct(j):
		return f.bracket(j, v)
	}
	if first, _ := t.Phrase(r); first < j && first >= start {
		return false // decided at its first word
	}
	comma := j > start && f.is(j-1, ",") || f.is(j, ",")
	switch t.Relation(r) {
	case "conj":
		own := t.Child(r, "nsubj", "nsubj:pass", "expl")
		if !t.Verbal(r) {
			return false
		}
		if own == rapporteur.None {
			return f.finite(r) || t.Child(r, "aux", "cop") != rapporteur.None && t.Tokens[r].XPOS != "VB"
		}
		return a != v || f.cues(r)
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
		return f.is(j, "according")
	case "acl":
		return a != v && comma && f.cues(r)
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
