package main

import (
	"math"

	"rapporteur/extract/place"
	"rapporteur/gold"
	"rapporteur/knowledge/gazetteer"
)

// example is a toponym whose annotated place is among the candidates.
type example struct {
	candidates [][]float64
	right      int
	weight     float64
}

// fit gives the weights of both steps.
func fit(articles []article, variance float64) (alone, full []float64) {
	alone = ascend(examples(articles), place.NumAlone, variance)
	for i := range articles {
		articles[i].m.Context(alone)
	}
	return alone, ascend(examples(articles), len(place.Names), variance)
}

func examples(articles []article) []example {
	var out []example
	for _, a := range articles {
		for i, g := range a.gold {
			group := &a.m.Groups[a.m.Toponyms[i].Group]
			right := rightOf(group, g)
			if right < 0 || group.Shadowed(right) {
				continue
			}
			e := example{weight: a.weight}
			for k := range group.Candidates() {
				if group.Shadowed(k) {
					continue
				}
				if k == right {
					e.right = len(e.candidates)
				}
				e.candidates = append(e.candidates, group.Features(k))
			}
			out = append(out, e)
		}
	}
	return out
}

// rightOf is the candidate that the annotation means: the one with its id, or
// one without an id at its place.
func rightOf(g *place.Group, want gold.Toponym) int {
	if !want.Located {
		return -1
	}
	best, least := -1, 1.0
	for k := range g.Candidates() {
		c := g.Candidate(k)
		if c.ID == want.GeoNamesID && c.ID != 0 {
			return k
		}
		reach := 60.0
		if kind := gazetteer.KindOf(c.Feature); kind == gazetteer.KindArea || kind == gazetteer.KindWater {
			reach = 2000 // the middle of an ocean is a matter of opinion
		}
		if d := kilometres(c, want) / reach; c.ID == 0 && d < least {
			best, least = k, d
		}
	}
	return best
}

func kilometres(c gazetteer.Entry, g gold.Toponym) float64 {
	const radian = math.Pi / 180
	sinLat, sinLon := math.Sin((c.Lat-g.Lat)*radian/2), math.Sin((c.Lon-g.Lon)*radian/2)
	h := sinLat*sinLat + math.Cos(c.Lat*radian)*math.Cos(g.Lat*radian)*sinLon*sinLon
	return 2 * 6371 * math.Asin(min(1, math.Sqrt(h)))
}

// ascend maximises the penalised likelihood with Adam over the whole data.
func ascend(examples []example, n int, variance float64) []float64 {
	const steps, rate, decay1, decay2 = 600, 0.05, 0.9, 0.999
	w, mean, square := make([]float64, n), make([]float64, n), make([]float64, n)
	grad := make([]float64, n)
	var p []float64
	for step := 1; step <= steps; step++ {
		for k := range grad {
			grad[k] = -w[k] / variance
		}
		for _, e := range examples {
			p = p[:0]
			best := math.Inf(-1)
			for _, f := range e.candidates {
				s := 0.0
				for k := range n {
					s += w[k] * f[k]
				}
				p, best = append(p, s), max(best, s)
			}
			total := 0.0
			for i := range p {
				p[i] = math.Exp(p[i] - best)
				total += p[i]
			}
			for i, f := range e.candidates {
				d := -p[i] / total
				if i == e.right {
					d++
				}
				if d *= e.weight; d != 0 {
					for k := range n {
						grad[k] += d * f[k]
					}
				}
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
