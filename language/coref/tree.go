package coref

import (
	"slices"
	"strings"

	"rapporteur"
)

// A tree is a Document with its trees indexed from the top down. Heads that
// point outside their sentence are taken off, so that a broken parse is only a
// poorer one.
type tree struct {
	d        *rapporteur.Document
	heads    []int32
	rels     []relation
	start    []int32 // children of token i are kids[start[i]:start[i+1]]
	kids     []int32
	left     []int32 // first and last token of the phrase of token i
	right    []int32
	sentence []int32
	entity   []int32 // entity that covers the token, or none
	quote    []int32 // outermost quotation around the token, or none
}

func newTree(d *rapporteur.Document) *tree {
	n := len(d.Tokens)
	ints := make([]int32, 8*n+1) // one allocation for all of them
	take := func(n int) []int32 {
		out := ints[:n:n]
		ints = ints[n:]
		return out
	}
	t := &tree{
		d: d, rels: make([]relation, n),
		heads: take(n), start: take(n + 1), kids: take(n), left: take(n), right: take(n),
		sentence: take(n), entity: take(n), quote: take(n),
	}
	for i := range n {
		t.heads[i], t.entity[i], t.quote[i] = none, none, none
		t.left[i], t.right[i] = int32(i), int32(i)
	}
	for s, sentence := range d.Sentences {
		first, end := max(sentence.First, 0), min(sentence.End, n)
		for i := first; i < end; i++ {
			t.sentence[i] = int32(s)
			if h := d.Tokens[i].Head; h >= first && h < end && h != i {
				t.heads[i] = int32(h)
			}
			t.rels[i] = relationOf(d.Tokens[i].Deprel)
		}
		t.spread(first, end)
	}
	t.index()
	for e, entity := range d.Entities {
		for i := max(entity.First, 0); i < min(entity.End, n); i++ {
			t.entity[i] = int32(e)
		}
	}
	t.quotes()
	return t
}

// spread gives the tokens of a sentence the bounds of their phrases, and cuts
// cycles.
func (t *tree) spread(first, end int) {
	for i := first; i < end; i++ {
		steps := 0
		for up := t.heads[i]; up != none; up = t.heads[up] {
			t.left[up] = min(t.left[up], int32(i))
			t.right[up] = max(t.right[up], int32(i))
			if steps++; steps > end-first {
				t.heads[i] = none
				break
			}
		}
	}
}

func (t *tree) index() {
	n := len(t.heads)
	for _, h := range t.heads {
		if h != none {
			t.start[h+1]++
		}
	}
	for i := 1; i <= n; i++ {
		t.start[i] += t.start[i-1]
	}
	next := slices.Clone(t.start)
	for i, h := range t.heads {
		if h != none {
			t.kids[next[h]] = int32(i)
			next[h]++
		}
	}
}

func (t *tree) quotes() {
	q := 0
	for i, token := range t.d.Tokens {
		for q < len(t.d.Quotes) && (t.d.Quotes[q].Within >= 0 || t.d.Quotes[q].Span.End <= token.Span.Start) {
			q++
		}
		if q < len(t.d.Quotes) && t.d.Quotes[q].Content.Contains(token.Span) {
			t.quote[i] = int32(q)
		}
	}
}

// children are the dependents of token i, ascending.
func (t *tree) children(i int32) []int32 { return t.kids[t.start[i]:t.start[i+1]] }

// child is the first dependent of token i with the relation, or none.
func (t *tree) child(i int32, r relation) int32 {
	for _, c := range t.children(i) {
		if t.rels[c] == r {
			return c
		}
	}
	return none
}

// word is token i as it is written.
func (t *tree) word(i int32) string { return t.d.Word(int(i)) }

// lower is token i in lower case.
func (t *tree) lower(i int32) string { return strings.ToLower(t.d.Word(int(i))) }

// lemma is the lemma of token i in lower case.
func (t *tree) lemma(i int32) string { return strings.ToLower(t.d.Tokens[i].Lemma) }

// below reports whether token i is in the phrase of token top.
func (t *tree) below(i, top int32) bool {
	for ; i != none; i = t.heads[i] {
		if i == top {
			return true
		}
	}
	return false
}
