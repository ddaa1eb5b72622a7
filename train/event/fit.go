package main

import (
	"math"
	"slices"
	"strings"

	"rapporteur/extract/event"
)

// An example is one head of which something is told.
type example struct {
	features []int32
	event    bool
	weight   float64
}

// A set is the features that are fitted.
type set struct {
	features []event.Feature
	index    map[event.Feature]int32
	report   []bool // by feature: it is of the report as a whole
}

const (
	leastCount = 20   // of heads that have a feature
	counter    = 20   // what a head of another page counts, one of news counting 1
	variance   = 0.03 // of the prior
	local      = 0.1  // what a head of news counts as one of a report that names nobody known
)

// newSet are the features that enough heads of the texts fitted on have, in the order in
// which they are met.
func newSet(reports []*report) *set {
	count := map[event.Feature]int{}
	s := &set{index: map[event.Feature]int32{}}
	for _, r := range reports {
		if r.source != news && r.source != pages {
			continue
		}
		for _, h := range r.heads {
			for _, x := range h.Features {
				if count[x]++; count[x] == leastCount {
					s.index[x] = int32(len(s.features))
					s.features = append(s.features, x)
					s.report = append(s.report, strings.HasPrefix(x.Of, "report"))
				}
			}
		}
	}
	return s
}

// ids are the indices of features, those that are fitted.
func (s *set) ids(features []event.Feature) []int32 {
	var out []int32
	for _, x := range features {
		if i, ok := s.index[x]; ok {
			out = append(out, i)
		}
	}
	return out
}

// examples are those of the texts fitted on, but for those that without names.
func (s *set) examples(reports []*report, without func(i int) bool) []example {
	var out []example
	for i, r := range reports {
		if r.source != news && r.source != pages || without != nil && without(i) {
			continue
		}
		weight := 0.5
		if r.source == pages {
			weight *= counter
		}
		for _, h := range r.heads {
			if !h.Told {
				continue
			}
			ids := s.ids(h.Features)
			alone := slices.DeleteFunc(slices.Clone(ids), func(k int32) bool { return s.report[k] })
			out = append(out, example{ids, r.source == news, weight}, example{alone, r.source == news, weight})
			if r.source == news {
				out = append(out, example{s.ids(nameless(h.Features)), true, local})
			}
		}
	}
	return out
}

// nameless are the features that a head would have in a report that names nobody known
// before it.
func nameless(features []event.Feature) []event.Feature {
	var out []event.Feature
	for _, x := range features {
		switch x.Of {
		case "places", "states", "report states", "report bodies":
			x.Value = "none"
		case "report names":
			x.Value = "nothing"
		case "actor":
			if x.Value == "state" {
				x.Value = "people"
			}
		}
		out = append(out, x)
	}
	return out
}

// fit maximises the penalised likelihood with Adam over all examples.
func fit(examples []example, n int) []float64 {
	const steps, rate, decay1, decay2 = 300, 0.05, 0.9, 0.999
	w, mean, square, grad := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		for k := range grad {
			grad[k] = -w[k] / variance
		}
		for _, e := range examples {
			d := -probability(w, e.features)
			if e.event {
				d++
			}
			for _, k := range e.features {
				grad[k] += d * e.weight
			}
		}
		for k := range w {
			mean[k] = decay1*mean[k] + (1-decay1)*grad[k]
			square[k] = decay2*square[k] + (1-decay2)*grad[k]*grad[k]
			m := mean[k] / (1 - math.Pow(decay1, float64(step)))
			v := square[k] / (1 - math.Pow(decay2, float64(step)))
			w[k] += rate * m / (math.Sqrt(v) + 1e-8)
		}
	}
	return w
}

func probability(w []float64, features []int32) float64 {
	sum := 0.0
	for _, k := range features {
		sum += w[k]
	}
	return 1 / (1 + math.Exp(-sum))
}
