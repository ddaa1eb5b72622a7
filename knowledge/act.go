package knowledge

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed countries_acts.tsv
var actsTSV string

// The uses of words that tell a government from a place.
const (
	ActNoun        = "noun"   // what a government has or does: "Moscow's decision"
	ActObject      = "object" // verb whose object is somebody: "urged Moscow"
	ActPlace       = "place"  // verb whose subject may be a place: "Moscow saw snow"
	ActPreposition = "with"   // preposition before one who acts: "talks with Moscow"
	ActOrgan       = "organ"  // what only a sovereign state has: a foreign minister
	ActLand        = "land"   // what a country or region has, and no person: a parliament
	ActPower       = "power"  // what a state has, and persons, parties and towns may have: troops
)

var acts = sync.OnceValue(func() map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, r := range table.Rows("countries_acts.tsv", actsTSV, "word", "uses") {
		for _, use := range table.List(r[1]) {
			out[[2]string{use, r[0]}] = true
		}
	}
	return out
})

// Acts reports whether a lemma has one of the uses that tell a government from
// a place.
func Acts(use, lemma string) bool { return acts()[[2]string{use, lemma}] }
