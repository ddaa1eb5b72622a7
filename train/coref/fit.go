package coref

import (
	"math"
	"math/rand/v2"
	"slices"

	"rapporteur"
	"rapporteur/language/coref"
)

// Settings are those of a run; they are written into the model's card.
type Settings struct {
	Seed   uint64             `json:"seed"`
	Epochs int                `json:"epochs"` // passes over the anaphors
	Rate   float64            `json:"rate"`   // of AdaGrad
	Ridge  float64            `json:"ridge"`  // weight of the squared norm, per anaphor
	Forget float64            `json:"forget"` // share of the anaphors for which given names tell nothing
	Genres map[string]float64 `json:"genres"` // what an anaphor of a genre counts; 1 for those not named
	Sure   map[string]float64 `json:"sure"`   // least probability of an answer, by task
	// Where weights begin and are drawn back to, by feature and task; 0 for
	// those not named. They stand for what news reports do and the genres of
	// GUM hardly show.
	Priors map[string]map[string]float64 `json:"priors"`
}

// Defaults are the settings of the weights that the program is built with.
var Defaults = Settings{
	Seed: 1, Epochs: 12, Rate: 0.1, Ridge: 1e-3, Forget: 0.5,
	Genres: map[string]float64{"bio": 0.5, "conversation": 0.4, "vlog": 0.4, "voyage": 0.6},
	Sure:   map[string]float64{"he": 0.45, "it": 0.5, "they": 0.45, "the-one": 0.4, "the-many": 0.5},
	Priors: map[string]map[string]float64{
		"reporter":               {"he": 1, "it": 0.5, "they": 0.5},
		"last-reporter":          {"he": 1.5, "it": 1, "they": 1},
		"speaker-before-reports": {"he": 1},
		"interrupted":            {"he": -1, "it": -0.5},
		"out-of-quotation":       {"he": -0.5},
		"title":                  {"the-one": 2, "the-many": 1},
		"generic":                {"the-one": 1},
		"generic-and-near":       {"the-one": 1.5},
	},
}

// An example is an anaphor with what it may refer to, "nothing" last.
type example struct {
	task     int
	features [][]uint8
	right    []bool
	weight   float64
}

// Fit fits the ranker on docs by maximum likelihood: the probability that the
// answer is any of the right ones, "none" being right where there is no other
// (Durrett and Klein, Easy Victories and Uphill Battles in Coreference
// Resolution, EMNLP 2013). What was decided before an anaphor shapes its
// features; the texts are read along the annotation. (Reading them again with
// the ranker's own decisions made it shyer and no better.)
func Fit(docs []*Document, s Settings) *coref.Weights {
	var all []example
	for _, d := range docs {
		all = append(all, examples(d, s)...)
	}
	forgetNames(all, s)
	return maximize(all, s)
}

// examples are the anaphors of d.
func examples(d *Document, s Settings) []example {
	weight, named := s.Genres[d.Genre]
	if !named {
		weight = 1
	}
	var out []example
	coref.FindWith(d.Document, func(c *coref.Case) int {
		e := example{task: taskIndex(c.Task), weight: weight}
		chain := d.Of(c.Anaphor)
		first := -1
		for i, candidate := range c.Candidates {
			right := chain != rapporteur.None && d.Of(candidate.Last) == chain
			if right && first < 0 {
				first = i
			}
			e.right = append(e.right, right)
			e.features = append(e.features, append([]uint8(nil), candidate.Features...))
		}
		e.right = append(e.right, first < 0)
		e.features = append(e.features, append([]uint8(nil), c.None...))
		out = append(out, e)
		return first
	})
	return out
}

// forgetNames takes from part of the anaphors what given names tell of gender:
// the given names of the texts that we read are known less often than those of
// GUM, and a name that is not known must not count as one that does not fit.
func forgetNames(all []example, s Settings) {
	index := func(name string) uint8 { return uint8(slices.Index(coref.FeatureNames(), name)) }
	likely, unlikely, unknown := index("gender-likely"), index("gender-unlikely"), index("gender-unknown")
	r := rand.New(rand.NewPCG(s.Seed, 1))
	for _, e := range all {
		if r.Float64() >= s.Forget {
			continue
		}
		for _, features := range e.features {
			for i, f := range features {
				if f == likely || f == unlikely {
					features[i] = unknown
				}
			}
		}
	}
}

func taskIndex(name string) int {
	return slices.Index(coref.TaskNames(), name)
}

// maximize climbs the penalised likelihood by AdaGrad, one anaphor at a time.
func maximize(all []example, s Settings) *coref.Weights {
	tasks, features := len(coref.TaskNames()), len(coref.FeatureNames())
	priors := make([]float64, tasks*features)
	for name, byTask := range s.Priors {
		for task, value := range byTask {
			priors[slices.Index(coref.TaskNames(), task)*features+slices.Index(coref.FeatureNames(), name)] = value
		}
	}
	weights, squares := slices.Clone(priors), make([]float64, tasks*features)
	gradient := make([]float64, features)
	r := rand.New(rand.NewPCG(s.Seed, 0))
	order := r.Perm(len(all))
	for range s.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			e := &all[n]
			row := e.task * features
			slope(e, weights[row:row+features], gradient)
			for f, g := range gradient {
				at := row + f
				g = e.weight*g - s.Ridge*(weights[at]-priors[at])
				if g == 0 {
					continue
				}
				squares[at] += g * g
				weights[at] += s.Rate * g / math.Sqrt(squares[at])
				gradient[f] = 0
			}
		}
	}
	return coref.NewWeights(weights, s.Sure)
}

// slope puts the gradient of the log-likelihood of e into gradient, which is
// all zeros.
func slope(e *example, weights, gradient []float64) {
	scores := make([]float64, len(e.features))
	top := math.Inf(-1)
	for i, features := range e.features {
		for _, f := range features {
			scores[i] += weights[f]
		}
		top = max(top, scores[i])
	}
	total, right := 0.0, 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		total += scores[i]
		if e.right[i] {
			right += scores[i]
		}
	}
	for i, features := range e.features {
		p := -scores[i] / total
		if e.right[i] {
			p += scores[i] / right
		}
		for _, f := range features {
			gradient[f] += p
		}
	}
}
