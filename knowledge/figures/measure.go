package figures

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed measures.tsv
var measuresTSV string

// The classes and slots of measures.tsv, whose header explains them.
const (
	ClassVerb      = "verb"
	ClassNoun      = "noun"
	ClassAdjective = "adjective"
	ClassPhrase    = "phrase"

	SlotObject  = "object"
	SlotSubject = "subject"
	SlotSelf    = "self"
	SlotOf      = "of"
	SlotToll    = "toll"
	SlotBeside  = "beside"
	SlotAfter   = "after"
	SlotShare   = "share"

	CountsPeople  = "people"
	CountsLiving  = "living"
	CountsPercent = "percent"
	CountsThings  = "things"
	CountsAny     = "any"
)

// A Measure is one line of measures.tsv: a word that says what a number counts.
type Measure struct {
	Word    string // lemma; a verb with its particle as "round_up", a phrase with blanks
	Class   string
	Slot    string
	Counts  string   // what must be counted
	With    []string // lemmas of which one must stand in the same clause
	Measure string   // of Figure
	Example string   // a sentence
	Reads   []string // the figures in it, as Figure.String prints them
}

// Measures are the rows of measures.tsv.
var Measures = sync.OnceValue(func() []Measure {
	cells := table.Rows("figures/measures.tsv", measuresTSV, "word", "class", "slot", "counts", "with", "measure", "example", "reads")
	out := make([]Measure, len(cells))
	for i, r := range cells {
		out[i] = Measure{r[0], r[1], r[2], r[3], table.List(r[4]), r[5], r[6], []string{}}
		if r[7] != "" {
			out[i].Reads = strings.Split(r[7], "; ")
		}
	}
	return out
})

type key struct{ class, word string }

var measuresOf = sync.OnceValue(func() map[key][]*Measure {
	out := map[key][]*Measure{}
	rows := Measures()
	for i := range rows {
		word := rows[i].Word
		if rows[i].Class == ClassPhrase {
			word, _, _ = strings.Cut(word, " ")
		}
		k := key{rows[i].Class, word}
		out[k] = append(out[k], &rows[i])
	}
	return out
})

// MeasuresOf are the rows of a class for a lemma, of phrases for their first
// word, in the order of the table.
func MeasuresOf(class, word string) []*Measure { return measuresOf()[key{class, word}] }
