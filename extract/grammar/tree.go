// Package grammar answers questions about the trees of a Document that every
// finder asks: the children of a word, the words of its phrase, who its
// subject is, whether it is negated. It knows Universal Dependencies and
// English, and nothing of conflicts.
package grammar

import (
	"slices"
	"strings"

	"rapporteur"
)

// A Tree is a Document with its trees indexed from the top down. Its Tokens may
// hang elsewhere than those of the Document it was made of, see New. It is
// read-only once made and may be shared.
type Tree struct {
	*rapporteur.Document
	start    []int32 // children of token i are children[start[i]:start[i+1]]
	children []int32
	sentence []int32
	first    []int32 // leftmost and rightmost token of the phrase headed by i
	last     []int32
}

// New indexes d, its trees mended where Universal Dependencies rules them out.
func New(d *rapporteur.Document) *Tree {
	d = mended(d)
	n := len(d.Tokens)
	t := &Tree{
		Document: d,
		start:    make([]int32, n+1),
		children: make([]int32, n),
		sentence: make([]int32, n),
		first:    make([]int32, n),
		last:     make([]int32, n),
	}
	for _, token := range d.Tokens {
		if token.Head >= 0 {
			t.start[token.Head+1]++
		}
	}
	for i := 1; i <= n; i++ {
		t.start[i] += t.start[i-1]
	}
	next := slices.Clone(t.start)
	for i, token := range d.Tokens {
		t.first[i], t.last[i] = int32(i), int32(i)
		if token.Head >= 0 {
			t.children[next[token.Head]] = int32(i)
			next[token.Head]++
		}
	}
	for s, sentence := range d.Sentences {
		for i := sentence.First; i < sentence.End; i++ {
			t.sentence[i] = int32(s)
		}
		t.spread(sentence)
	}
	return t
}

// spread gives every token the bounds of its phrase, by pushing each token's
// own position up to the root of its sentence.
func (t *Tree) spread(s rapporteur.Sentence) {
	for i := s.First; i < s.End; i++ {
		// A tree is never deeper than its sentence is long; the bound keeps a
		// malformed one (a cycle read from a file) from looping.
		for up, steps := t.Tokens[i].Head, 0; up >= 0 && steps < s.End-s.First; steps++ {
			t.first[up] = min(t.first[up], int32(i))
			t.last[up] = max(t.last[up], int32(i))
			up = t.Tokens[up].Head
		}
	}
}

// Boilerplate reports whether token i stands in what is no part of the report.
func (t *Tree) Boilerplate(i int) bool { return t.Sentences[t.sentence[i]].Boilerplate }

// SentenceOf is the index of the sentence that token i stands in.
func (t *Tree) SentenceOf(i int) int { return int(t.sentence[i]) }

// Children are the dependents of token i, ascending.
func (t *Tree) Children(i int) []int32 { return t.children[t.start[i]:t.start[i+1]] }

// Relation is the deprel of token i without its subtype: "nsubj" for
// "nsubj:pass".
func (t *Tree) Relation(i int) string {
	r, _, _ := strings.Cut(t.Tokens[i].Deprel, ":")
	return r
}

// Is reports whether the deprel of token i is one of those given; a deprel
// without a subtype stands for all of its subtypes.
func (t *Tree) Is(i int, deprels ...string) bool {
	for _, d := range deprels {
		if t.Tokens[i].Deprel == d || t.Relation(i) == d {
			return true
		}
	}
	return false
}

// Child is the first dependent of token i with one of the deprels, or None.
func (t *Tree) Child(i int, deprels ...string) int {
	for _, c := range t.Children(i) {
		if t.Is(int(c), deprels...) {
			return int(c)
		}
	}
	return rapporteur.None
}

// ChildrenBy are the dependents of token i with one of the deprels, ascending.
func (t *Tree) ChildrenBy(i int, deprels ...string) []int {
	var out []int
	for _, c := range t.Children(i) {
		if t.Is(int(c), deprels...) {
			out = append(out, int(c))
		}
	}
	return out
}

// Head is the governor of token i, or None for a root.
func (t *Tree) Head(i int) int { return t.Tokens[i].Head }

// Lemma is the lemma of token i in lower case.
func (t *Tree) Lemma(i int) string { return strings.ToLower(t.Tokens[i].Lemma) }

// Phrase is the range of tokens [first, end) that token i dominates, itself
// included. Where a tree is not projective it covers the words between, too.
func (t *Tree) Phrase(i int) (first, end int) { return int(t.first[i]), int(t.last[i]) + 1 }

// Dominates reports whether token above is token below or one of its governors.
func (t *Tree) Dominates(above, below int) bool {
	for steps := 0; below >= 0 && steps <= len(t.Tokens); steps++ {
		if above == below {
			return true
		}
		below = t.Tokens[below].Head
	}
	return false
}

// Conjuncts are token i and what is coordinated with it, ascending: "Qatar",
// "Egypt" and "States" for "Qatar, Egypt and the United States".
func (t *Tree) Conjuncts(i int) []int {
	out := []int{i}
	for k := 0; k < len(out); k++ {
		for _, c := range t.Children(out[k]) {
			// A cycle read from a file comes back to where it began.
			if t.Relation(int(c)) == "conj" && int(c) != i {
				out = append(out, int(c))
			}
		}
	}
	slices.Sort(out)
	return out
}

// FirstConjunct is the first of the coordination that token i belongs to.
func (t *Tree) FirstConjunct(i int) int {
	for steps := 0; t.Relation(i) == "conj" && t.Tokens[i].Head >= 0 && steps < len(t.Tokens); steps++ {
		i = t.Tokens[i].Head
	}
	return i
}
