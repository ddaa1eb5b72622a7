package coref

import (
	"math"

	"rapporteur"
	"rapporteur/language/coref"
)

// A Score is how well the anaphors of one task are given their referents.
type Score struct {
	Anaphors  int     `json:"anaphors"`  // those of persons, organisations and places that were mentioned before
	Linked    int     `json:"linked"`    // of these, how many are given a referent
	Right     int     `json:"right"`     // and the right one
	Precision float64 `json:"precision"` // right among all that are given one, whatever they mean
	Recall    float64 `json:"recall"`    // right among the anaphors
}

// Measure scores a judge by task. A referent is right when it was last
// mentioned by a mention of the anaphor's chain.
func Measure(docs []*Document, choose func(*coref.Case) int) map[string]Score {
	scores := map[string]Score{}
	given := map[string][2]int{} // right, all
	for _, d := range docs {
		coref.FindWith(d.Document, func(c *coref.Case) int {
			at := choose(c)
			chain := d.Of(c.Anaphor)
			right := at >= 0 && chain != rapporteur.None && d.Of(c.Candidates[at].Last) == chain
			g := given[c.Task]
			if at >= 0 {
				g[1]++
			}
			if right {
				g[0]++
			}
			given[c.Task] = g
			s := scores[c.Task]
			if d.before(chain, c.Anaphor.Head) {
				s.Anaphors++
				if at >= 0 {
					s.Linked++
				}
				if right {
					s.Right++
				}
			}
			scores[c.Task] = s
			return at
		})
	}
	for task, s := range scores {
		s.Precision = share(given[task][0], given[task][1])
		s.Recall = share(s.Right, s.Anaphors)
		scores[task] = s
	}
	return scores
}

// before reports whether the chain is of a person, body or place and has a
// mention before token i.
func (d *Document) before(chain, i int) bool {
	if chain == rapporteur.None {
		return false
	}
	switch d.Chains[chain].Type {
	case "person", "organization", "place":
		return d.Chains[chain].Mentions[0].Head < i
	}
	return false
}

// share is a/b in per cent to one digit.
func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return math.Round(1000*float64(a)/float64(b)) / 10
}
