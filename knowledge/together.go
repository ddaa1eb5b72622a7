package knowledge

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed countries_together.tsv
var togetherTSV string

var together = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, r := range table.Rows("countries_together.tsv", togetherTSV, "word", "codes") {
		out[r[0]] = table.List(r[1])
	}
	return out
})

// Together are the alpha-3 codes of the states that a plural name means, "the two
// Koreas"; nil of other words.
func Together(word string) []string { return together()[word] }
