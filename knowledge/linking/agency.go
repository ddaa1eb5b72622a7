package linking

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed agencies.tsv
var agenciesTSV string

var agencies = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range table.Rows("linking/agencies.tsv", agenciesTSV, "name", "others") {
		out[r[0]] = r[0]
		for _, other := range table.List(r[1]) {
			out[other] = r[0]
		}
	}
	return out
})

// Agency is the news agency that an outlet is, under the name of the table where
// it has it: "AP" for "The Associated Press". "" for other outlets.
func Agency(outlet string) string {
	if name := agencies()[outlet]; name != "" {
		return name
	}
	for _, ending := range []string{" News Agency", " news agency", " Newswire", " Wire"} {
		if strings.HasSuffix(outlet, ending) {
			return outlet
		}
	}
	return ""
}
