package figures

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed stretches.tsv
var stretchesTSV string

// A Stretch is one line of stretches.tsv: a thing that lasts, or a verb of
// lasting.
type Stretch struct {
	Word    string // lemma; a verb with its particle as "drag_on"
	Class   string // ClassNoun, ClassVerb or StretchIn
	Example string // a sentence
	Reads   string // the figure in it, as Figure.String prints it
}

// StretchIn is the class of nouns of where time is spent: "two years in captivity".
const StretchIn = "in"

// Stretches are the rows of stretches.tsv.
var Stretches = sync.OnceValue(func() []Stretch {
	var out []Stretch
	for _, r := range table.Rows("figures/stretches.tsv", stretchesTSV, "word", "class", "example", "reads") {
		out = append(out, Stretch{r[0], r[1], r[2], r[3]})
	}
	return out
})

var stretches = sync.OnceValue(func() map[key]bool {
	out := map[key]bool{}
	for _, s := range Stretches() {
		out[key{s.Class, s.Word}] = true
	}
	return out
})

// Lasts reports whether stretches.tsv has the lemma in the class.
func Lasts(class, lemma string) bool { return stretches()[key{class, lemma}] }
