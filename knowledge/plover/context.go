package plover

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed contexts.tsv
var contextsTSV string

// A Context is what an event is about.
type Context struct {
	Name    string
	Words   []string // lemmas; phrases with blanks
	Meaning string
}

// Contexts are the rows of contexts.tsv.
var Contexts = sync.OnceValue(func() []Context {
	var out []Context
	for _, r := range table.Rows("plover/contexts.tsv", contextsTSV, "context", "words", "meaning") {
		out = append(out, Context{r[0], table.List(r[1]), r[2]})
	}
	return out
})

// A cue is a word or phrase of a context, under its first lemma.
type cue struct {
	context int
	rest    []string
}

var cues = sync.OnceValue(func() map[string][]cue {
	out := map[string][]cue{}
	for i, c := range Contexts() {
		for _, w := range c.Words {
			lemmas := strings.Fields(w)
			out[lemmas[0]] = append(out[lemmas[0]], cue{i, lemmas[1:]})
		}
	}
	return out
})

// ContextsAt calls found with the index in Contexts of every context that the
// lemma begins a word or phrase of; after gives the n-th lemma after it.
func ContextsAt(lemma string, after func(n int) string, found func(context int)) {
next:
	for _, c := range cues()[lemma] {
		for i, w := range c.rest {
			if after(i+1) != w {
				continue next
			}
		}
		found(c.context)
	}
}
