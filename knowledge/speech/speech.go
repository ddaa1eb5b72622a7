// Package speech knows the words by which a report says that somebody says
// something. It holds data alone: how statements are read is in
// extract/statement.
package speech

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed cues.tsv
var cues string

// A Cue is one row of cues.tsv.
type Cue struct {
	Words  []string // as in a dictionary: "say"; "point", "out"; "according", "to"
	Class  Class
	Takes  Takes
	By     By
	Denies bool     // the content is denied, not asserted
	Not    []string // lemmas of objects with which it means something else
	// Example is an invented sentence with speaker, cue and content marked.
	Example string
}

// A Class is the part of speech of a Cue.
type Class uint8

// The classes.
const (
	Verb        Class = iota
	Adjective         // with "be": "is adamant that"
	Noun              // with its possessor: "Arden's claim that"
	Preposition       // "according to"
)

// Takes is the set of forms in which a cue can have its content.
type Takes uint16

// The forms.
const (
	That   Takes = 1 << iota // a clause, with "that" or without
	Wh                       // a clause with "whether", "how", "what"
	Quote                    // words in quotation marks beside it
	Told                     // the hearer, then a clause or quoted words
	Object                   // a noun phrase
	Ing                      // a clause in -ing
	Of                       // what follows "of"
	About                    // what follows "about"
	YOf                      // what follows "of" after an object
	YFor                     // what follows "for" after an object
	As                       // an object and, after "as", what it is said to be
	Name                     // an object and what it is called
	Inf                      // in the passive, an infinitive: "is said to have fled"
)

// By is whose word counts as a statement.
type By uint8

// Whose word counts.
const (
	Any      By = iota
	Actor       // somebody's, or a document's
	Person      // one person's
	Observer    // that of those who watch
	Text        // a document's
)

var (
	classes = map[string]Class{"verb": Verb, "adjective": Adjective, "noun": Noun, "preposition": Preposition}
	takes   = map[string]Takes{
		"that": That, "wh": Wh, "quote": Quote, "told": Told, "object": Object, "ing": Ing, "of": Of, "about": About,
		"Y of": YOf, "Y for": YFor, "as": As, "name": Name, "inf": Inf,
	}
	bys = map[string]By{"any": Any, "actor": Actor, "person": Person, "observer": Observer, "text": Text}
)

// Cues are all rows.
var Cues = sync.OnceValue(func() []Cue {
	rows, err := read(cues)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	return rows
})

var byWord = sync.OnceValue(func() map[string][]*Cue {
	all := Cues()
	out := make(map[string][]*Cue, len(all))
	for i := range all {
		out[all[i].Words[0]] = append(out[all[i].Words[0]], &all[i])
	}
	return out
})

// Lookup gives the cues whose first word is lemma, in lower case.
func Lookup(lemma string) []*Cue { return byWord()[lemma] }

func read(text string) ([]Cue, error) {
	var out []Cue
	for _, cells := range table.Rows("speech/cues.tsv", text, "cue", "pos", "takes", "by", "denies", "not", "example") {
		c := Cue{Words: strings.Fields(cells[0]), Denies: cells[4] == "yes", Not: table.List(cells[5]), Example: cells[6]}
		var known [3]bool
		c.Class, known[0] = classes[cells[1]]
		c.By, known[1] = bys[cells[3]]
		known[2] = len(c.Words) > 0
		for _, form := range strings.Split(cells[2], "|") {
			bit, ok := takes[form]
			c.Takes |= bit
			known[2] = known[2] && ok
		}
		if known != [3]bool{true, true, true} || cells[4] != "" && cells[4] != "yes" {
			return nil, fmt.Errorf("knowledge/speech/cues.tsv: unknown pos, form, speaker or polarity in %q; the head of the file lists them", cells)
		}
		out = append(out, c)
	}
	return out, nil
}
