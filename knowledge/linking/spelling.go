package linking

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed spellings.tsv
var spellingsTSV string

var spellings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range table.Rows("linking/spellings.tsv", spellingsTSV, "name", "spellings") {
		out[r[0]] = r[0]
		for _, other := range table.List(r[1]) {
			out[other] = r[0]
		}
	}
	return out
})

// Spelling is the one spelling that stands for all of a given name, which is in
// small letters without accents; "" for names that the table does not have.
func Spelling(given string) string { return spellings()[given] }
