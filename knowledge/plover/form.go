package plover

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed forms.tsv
var formsTSV string

// Forms are the irregular forms of the verbs of the lexicon, with their lemmas.
var Forms = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range table.Rows("plover/forms.tsv", formsTSV, "form", "lemma") {
		out[r[0]] = r[1]
	}
	return out
})
