package plover

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed classes.tsv
var classesTSV string

// A Class is nouns that mean the same to a pattern: "truce", "cease-fire".
type Class struct {
	Name    string
	Words   []string // lemmas; of a phrase the words are joined by "_"; "!" before what is not meant
	Meaning string
}

// Classes are the rows of classes.tsv.
var Classes = sync.OnceValue(func() []Class {
	var out []Class
	for _, r := range table.Rows("plover/classes.tsv", classesTSV, "class", "words", "meaning") {
		out = append(out, Class{r[0], table.List(r[1]), r[2]})
	}
	return out
})

// A member says that a head lemma is of a class, or bears a name of its own,
// where the lemmas of before stand right before it.
type member struct {
	class  string
	before []string
	not    bool
}

var members = sync.OnceValue(func() map[string][]member {
	out := map[string][]member{}
	for _, c := range Classes() {
		for _, w := range c.Words {
			w, not := strings.CutPrefix(w, "!")
			lemmas := strings.Split(w, "_")
			head := lemmas[len(lemmas)-1]
			out[head] = append(out[head], member{c.Name, lemmas[:len(lemmas)-1], not})
		}
	}
	return out
})

// IsOf reports whether a noun with the lemma is one of words: names of classes
// and lemmas. before gives the n-th lemma before it (1 is the one right
// before), "" where there is none.
func IsOf(words []string, lemma string, before func(n int) string) bool {
	return Matches(words, lemma, before) > 0
}

// Matches is the number of words of the phrase by which a noun is one of words,
// 0 where it is none.
func Matches(words []string, lemma string, before func(n int) string) int {
	best := 0
	for _, m := range members()[lemma] {
		if m.not && contains(words, m.class) && Preceded(m.before, before) {
			return 0
		}
	}
	for _, w := range words {
		if w == lemma {
			best = max(best, 1)
		}
		if n := len(w) - len(lemma); n > 1 && w[n-1] == '_' && w[n:] == lemma {
			if phrase := strings.Split(w[:n-1], "_"); Preceded(phrase, before) {
				best = max(best, 1+len(phrase))
			}
		}
	}
	for _, m := range members()[lemma] {
		if !m.not && contains(words, m.class) && Preceded(m.before, before) {
			best = max(best, 1+len(m.before))
		}
	}
	return best
}

func contains(in []string, s string) bool {
	for _, x := range in {
		if x == s {
			return true
		}
	}
	return false
}

// Preceded reports whether the lemmas of want stand right before a word.
func Preceded(want []string, before func(n int) string) bool {
	for i := range want {
		if before(i+1) != want[len(want)-1-i] {
			return false
		}
	}
	return true
}
