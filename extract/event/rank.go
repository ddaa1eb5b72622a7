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
// the lexicon decides, by how much each asks for: statistics did no better
// (docs/plover.md has the numbers). But a row fits its words wherever they stand,
// "we met the owner" in the review of a restaurant too, and whether they tell what
// a coder of events would write down shows in who takes part and in what stands
// around them.
//
// The model is a conditional logit of two candidates, the event and none, fitted
// by train/event: the probability of the event is the logistic of the sum of the
// weights of its features.
type ranker struct {
	off            bool // all that rows fit is told: for fitting and for measuring
	seen           []Feature
	counted        bool // the three below are known
	states, bodies int  // that the report names
	personal       int  // how often it says "I" or "you", quotations apart
}

// LeastLikely is the probability below which an event is left out. It was chosen to
// cost one in two hundred of what news tells or less, cross-validated on the texts that
// the weights were fitted on, nothing of gold records, and nothing of six invented
// reports that name no state: a report must not miss what it tells.
const LeastLikely = 0.3

// likely reports whether what m makes of its words is worth telling as e.
func (f *finder) likely(m *match, e *rapporteur.Event) bool {
	return f.ranker.off || probability(weights(), f.features(m, e)) >= LeastLikely
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
