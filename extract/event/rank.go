package event

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"sync"

	"rapporteur"
	"rapporteur/knowledge/table"
)

//go:embed weights.tsv
var weightsTSV string

// A ranker sets the row that fits best against no event at all. Which row that is
// its table decides, the one that asks for most: statistics did no better
// (docs/plover.md has the numbers). But a row fits words wherever they stand, "we
// met the owner" in a review of a restaurant too, and whether anything is told
// there that a coder of events would write down shows in the words around it.
//
// The model is a conditional logit of two candidates, the event and none, fitted
// by train/event: the probability of the event is the logistic of the sum of the
// weights of its features.
type ranker struct {
	off            bool // all that rows fit is told: for fitting and for measuring
	seen           []Feature
	counted        bool
	states, bodies int // that the report names
}

// leastLikely is the probability below which an event is left out. It was chosen on the texts
// that the weights were fitted on, cross-validated, so that one in two hundred of what news
// tells is lost: an unseen report must not miss what it tells.
const leastLikely = 0.3

// likely reports whether what m makes of its words is worth telling as e.
func (f *finder) likely(m *match, e *rapporteur.Event) bool {
	return f.ranker.off || probability(weights(), f.features(m, e)) >= leastLikely
}

// probability is that of an event with the features.
func probability(w map[Feature]float64, features []Feature) float64 {
	sum := 0.0
	for _, x := range features {
		sum += w[x]
	}
	return 1 / (1 + math.Exp(-sum))
}

// weights are those of weights.tsv.
var weights = sync.OnceValue(func() map[Feature]float64 {
	rows := table.Rows("extract/event/weights.tsv", weightsTSV, "of", "value", "weight")
	out := make(map[Feature]float64, len(rows))
	for _, r := range rows {
		w, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			panic(fmt.Sprintf("extract/event/weights.tsv: weight of %s %q: %v", r[0], r[1], err))
		}
		out[Feature{r[0], r[1]}] = w
	}
	return out
})
