package talks

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed verbs.tsv
var verbsTSV string

// A Use is a set of classes of verbs.tsv.
type Use uint8

// The classes of verbs.tsv.
const (
	Begins  Use = 1 << iota // "term": a term may begin with the verb
	Meeting                 // "meeting"
	Empty                   // "empty"
	Idle                    // "idle"
	Guess                   // "guess"
)

var uses = map[string]Use{"term": Begins, "meeting": Meeting, "empty": Empty, "idle": Idle, "guess": Guess}

// A Verb is a row of verbs.tsv.
type Verb struct {
	Use     Use
	Words   []string
	Example string
}

// Verbs are the rows of verbs.tsv, and what each verb is used for by its lemma.
var Verbs = sync.OnceValues(func() ([]Verb, map[string]Use) {
	var out []Verb
	by := map[string]Use{}
	for _, r := range table.Rows("talks/verbs.tsv", verbsTSV, "class", "words", "example") {
		v := Verb{uses[r[0]], strings.Split(r[1], "|"), r[2]}
		out = append(out, v)
		for _, w := range v.Words {
			by[w] |= v.Use
		}
	}
	return out, by
})
