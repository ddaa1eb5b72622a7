package statement

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// extent is the content that begins at start and depends on the cue verb v: it
// runs to the end of the sentence, or to where the words turn back to v or to
// what governs it. Trees often end a clause too early, seldom too late, so what
// the tree leaves open belongs to the content.
func (f *finder) extent(v, start int) tokens {
	f.markAbove(v)
	end := min(f.mainClause(v, start), f.parentheticalCue(v, start))
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

// phrase is extent for a content that is no clause: a verb coordinated with the
// cue ends it ("called the raid a crime and left"), and so does a participle ("…,
// sending troops") or a semicolon.
func (f *finder) phrase(v, start int) tokens {
	r := f.extent(v, start)
	for j := start + 1; j < r.end; j++ {
		if f.within[j] == 0 && (f.is(j, ";") || f.t.Tokens[j].UPOS == "CCONJ" && f.bareVerb(v, j+1) || f.t.Tokens[j].XPOS == "VBG" && f.is(j-1, ",") ||
			f.is(j-1, ",") && f.any(j, "but", "while", "though", "although", "yet") && f.finiteWithin(tokens{j, f.last})) {
			return f.whole(tokens{start, j})
		}
	}
	return r
}

// bareVerb reports whether a finite verb without a subject begins at k.
func (f *finder) bareVerb(v, k int) bool {
	for k < f.last && f.t.Tokens[k].UPOS == "ADV" {
		k++
	}
	// A past tense may be taken for a participle; the tree knows it goes on with v.
	return k < f.last && (f.finite(k) || f.t.Tokens[k].XPOS == "VBN" && f.t.Is(k, "conj") && f.t.Head(k) == v && f.finite(v))
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

// parentheticalCue is the comma before a clause of saying that closes the sentence
// and has all before it for its content: "They said the army had moved, she told
// reporters". The end of the sentence where there is none.
func (f *finder) parentheticalCue(v, start int) int {
	for i := f.last - 1; i > start+2 && f.last-i < 12 && f.within[i] == 0; i-- {
		if !f.finite(i) {
			continue
		}
		quotes := f.t.Lemma(i) == "quote" || f.t.Lemma(i) == "cite"
		if !f.cues(i) && !quotes {
			return f.last
		}
		comma := i - 1
		for comma > start && i-comma < 14 && !f.is(comma, ",") && (f.t.Nominal(comma) || f.t.Tokens[comma].UPOS == "DET" || f.t.Tokens[comma].UPOS == "ADJ" || f.any(comma, "of", "for", "in", "'s", "’s", "-")) {
			comma--
		}
		if comma > start && comma < i-1 && f.is(comma, ",") && i != v && f.finiteWithin(tokens{start, comma}) && (quotes && f.is(f.last-1, "saying") || f.adjuncts(i, i+1, speech.Told) == f.last) {
			return comma
		}
		return f.last
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
