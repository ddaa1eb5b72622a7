package speech

import (
	_ "embed"
	"fmt"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed leads.tsv
var leads string

var leading = sync.OnceValue(func() map[string]Class {
	out, err := readLeads(leads)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	return out
})

// Leads reports whether a word of the class, Verb or Adjective, leads up to a quotation
// in the next sentence: a verb by its lemma, an adjective as it stands.
func Leads(word string, class Class) bool {
	c, ok := leading()[word]
	return ok && c == class
}

func readLeads(text string) (map[string]Class, error) {
	out := map[string]Class{}
	for _, cells := range table.Rows("speech/leads.tsv", text, "word", "pos") {
		switch cells[1] {
		case "verb":
			out[cells[0]] = Verb
		case "adjective":
			out[cells[0]] = Adjective
		default:
			return nil, fmt.Errorf("knowledge/speech/leads.tsv: %q is neither verb nor adjective", cells)
		}
	}
	return out, nil
}
