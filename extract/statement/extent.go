package statement

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// phrase is extent for a content that is no clause: a verb coordinated with the
// cue ends it ("called the raid a crime and left").
func (f *finder) phrase(v, start int) tokens {
	r := f.extent(v, start)
	for j := start + 1; j < r.end; j++ {
		if f.within[j] == 0 && f.t.Tokens[j].UPOS == "CCONJ" && f.bareVerb(j+1) {
			return f.whole(tokens{start, j})
		}
	}
	return r
}

// bareVerb reports whether a finite verb without a subject begins at k.
func (f *finder) bareVerb(k int) bool {
	for k < f.last && f.t.Tokens[k].UPOS == "ADV" {
		k++
	}
	return k < f.last && f.finite(k)
}

// extent is the content that begins at start and depends on the cue verb v: it
// runs to the end of the sentence, or to where the words turn back to v or to
// what governs it. Trees often end a clause too early, seldom too late, so what
// the tree leaves open belongs to the content.
func (f *finder) extent(v, start int) tokens {
	f.markAbove(v)
	end := f.mainClause(v, start)
	head := f.contentHead(v, start)
	for j := start; j < end; j++ {
		if q := f.opens[j]; q != 0 && j > start && f.quotes[q-1].speech && strings.HasSuffix(f.t.Word(j-1), ".") {
			end = j // a stop that the splitter has taken for an abbreviation's
			break
		}
		if f.closesClause(v, head, start, j) {
			end = j
			break
		}
	}
	return f.whole(tokens{start, end})
}

// mainClause is the comma before the main clause, where the clause of v leads up
// to it ("While Vale said the talks went on, the army fired"); else the end of
// the sentence.
func (f *finder) mainClause(v, start int) int {
	i := f.auxiliaries(v)
	for i > f.first && f.t.Tokens[i-1].UPOS != "PUNCT" && f.t.Tokens[i-1].UPOS != "SCONJ" {
		i--
	}
	if i > f.first+1 || i == f.first || !f.any(i-1, "while", "as", "after", "although", "though", "because", "since", "whereas", "when", "before") {
		return f.last
	}
	for k := start + 1; k < f.last; k++ {
		if f.is(k, ",") && f.within[k] == 0 && f.finiteWithin(tokens{start, k}) && f.clauseAfter(k+1) && f.t.Tokens[k+1].UPOS != "CCONJ" && f.t.Tokens[k+1].UPOS != "SCONJ" && !f.any(k+1, "which", "who") {
			return k
		}
	}
	return f.last
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
		return f.subordinate(v) // a governor of v: its clause goes on here
	}
	if f.within[j] == 0 && j > start {
		switch {
		case f.t.Tokens[j].XPOS == "VBG" && f.afterComma(j) && f.cues(j):
			return true // "…, adding that": the speaker goes on, whatever it is attached to
		case f.is(j, "with") && f.afterComma(j) && f.absoluteCue(j):
			return true // "…, with officials saying"
		case f.is(j, "while") && f.afterComma(j) && f.cueAfter(j):
			return true // "…, while Velm said"
		case f.t.Tokens[j].UPOS == "CCONJ" && f.returns(v, start, j):
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
		return f.is(j, "according")
	case "acl":
		return a != v && comma && f.cues(r)
	}
	return false
}

// subordinate reports whether the clause of v depends on another: "after officials
// said", "who said", "the paper saying".
func (f *finder) subordinate(v int) bool {
	if f.t.Tokens[v].XPOS == "VBG" || f.t.Tokens[v].XPOS == "VBN" || f.t.Is(v, "acl", "acl:relcl") {
		return true
	}
	for _, c := range f.t.Children(v) {
		if c := int(c); c < v && (f.t.Is(c, "mark") || f.t.Tokens[c].XPOS == "WP" || f.t.Tokens[c].XPOS == "WDT" || f.t.Tokens[c].XPOS == "WRB") {
			return true
		}
	}
	return false
}

// afterComma reports whether a comma stands before token j, a quotation mark
// between them or not.
func (f *finder) afterComma(j int) bool {
	j--
	for j > f.first && (f.closes[j] != 0 || f.mark(j)) {
		j--
	}
	return f.any(j, ",", "-", "–", "—", "--")
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

// returns reports whether the conjunction at token j leads back to the speaker:
// a verb without a subject follows that does not agree with the subject of the
// content ("agreed that they had moved but was vague"), or that itself lends
// words to somebody ("… and said").
func (f *finder) returns(v, start, j int) bool {
	k := j + 1
	for k < f.last && f.t.Tokens[k].UPOS == "ADV" {
		k++
	}
	if k >= f.last || !f.finite(k) || f.within[k] != 0 || f.t.Tokens[k].XPOS == "MD" {
		return false
	}
	if f.cues(k) && (f.t.Tokens[k].XPOS == f.t.Tokens[v].XPOS || !f.finite(v)) {
		return true
	}
	s := rapporteur.None
	for i := start; i < j; i++ {
		if f.t.Is(i, "nsubj", "nsubj:pass") && f.within[i] == 0 {
			s = i // the subject nearest to the conjunction
		}
	}
	if s == rapporteur.None {
		return false
	}
	return f.number(s) == 'p' && f.any(k, "is", "was", "has", "does") || f.number(s) == 's' && f.any(k, "are", "were", "have", "do")
}

// number is 's' for a subject in the singular, 'p' for one in the plural, 0 where
// it cannot be told.
func (f *finder) number(i int) byte {
	switch t := &f.t.Tokens[i]; {
	case f.any(i, "they", "we", "you", "these", "those"), t.XPOS == "NNS", t.XPOS == "NNPS":
		return 'p'
	case f.any(i, "who", "which", "that", "what", "i", "there", "some", "all", "most", "none"):
		return 0
	case f.t.Child(i, "conj") != rapporteur.None:
		return 'p'
	case t.XPOS == "NN", t.XPOS == "NNP", f.any(i, "he", "she", "it", "this"):
		return 's'
	}
	return 0
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
