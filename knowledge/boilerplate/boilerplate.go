// Package boilerplate knows the lines and sentences that stand in the text of a
// report and are no part of it: bylines, credits of pictures, calls to read on
// or to subscribe, advertising, corrections, rights.
package boilerplate

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed phrases.tsv
var phrases string

//go:embed classes.tsv
var classes string

// Where the words of a Phrase are looked for.
const (
	Line     = "line"     // they are a whole paragraph
	Sentence = "sentence" // they are a whole sentence
	Bracket  = "bracket"  // they stand in brackets at the end of a paragraph
	Credit   = "credit"   // they are the last of several sentences of a paragraph
)

// A Phrase is one row of phrases.tsv, whose head says what its words may hold.
type Phrase struct {
	Words   []string
	Where   string
	Max     int // words at most
	More    int // if no more sentences than these are left in its paragraph, they belong to it
	Example string
}

// Phrases are the rows of phrases.tsv.
var Phrases = sync.OnceValue(func() []Phrase {
	out, err := read(phrases)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	return out
})

func read(text string) ([]Phrase, error) {
	var out []Phrase
	for _, cells := range table.Rows("boilerplate/phrases.tsv", text, "words", "where", "max", "more", "example") {
		p := Phrase{Words: strings.Fields(cells[0]), Where: cells[1], Example: cells[4]}
		var faults [2]error
		p.Max, faults[0] = strconv.Atoi(cells[2])
		p.More, faults[1] = strconv.Atoi(cells[3])
		if faults[0] != nil || faults[1] != nil || len(p.Words) == 0 || p.Example == "" || p.Where != Line && p.Where != Sentence && p.Where != Bracket && p.Where != Credit {
			return nil, fmt.Errorf("knowledge/boilerplate/phrases.tsv: %q wants words, where, two numbers and an example", cells)
		}
		out = append(out, p)
	}
	return out, nil
}

// Classes are the words of each class of classes.tsv.
var Classes = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, cells := range table.Rows("boilerplate/classes.tsv", classes, "class", "words") {
		out[cells[0]] = append(out[cells[0]], strings.Fields(cells[1])...)
	}
	return out
})
