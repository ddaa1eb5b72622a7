package figures

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed labels.tsv
var labelsTSV string

//go:embed people.tsv
var peopleTSV string

var labels = sync.OnceValue(func() map[string]bool { return set(table.Rows("figures/labels.tsv", labelsTSV, "word")) })

var people = sync.OnceValue(func() map[string]bool { return set(table.Rows("figures/people.tsv", peopleTSV, "noun")) })

func set(rows [][]string) map[string]bool {
	out := make(map[string]bool, len(rows))
	for _, r := range rows {
		out[r[0]] = true
	}
	return out
}

// Label reports whether a number after word, in small letters, is a name.
func Label(word string) bool { return labels()[word] }

// Person reports whether people.tsv has the noun.
func Person(lemma string) bool { return people()[lemma] }

//go:embed things.tsv
var thingsTSV string

var things = sync.OnceValue(func() map[string]bool { return set(table.Rows("figures/things.tsv", thingsTSV, "noun")) })

// Thing reports whether things.tsv has the noun.
func Thing(lemma string) bool { return things()[lemma] }

//go:embed bodies.tsv
var bodiesTSV string

// Bodies are the rows of bodies.tsv.
var Bodies = sync.OnceValue(func() []string {
	var out []string
	for _, r := range table.Rows("figures/bodies.tsv", bodiesTSV, "noun") {
		out = append(out, r[0])
	}
	return out
})
