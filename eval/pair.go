package eval

import (
	"cmp"
	"slices"
)

// A couple is a gold finding and the predicted one beside it, by their indices.
type couple struct{ want, got int }

// couples pairs golds and predictions one to one, the best first (equal ones
// in their order), as long as the score is at least least.
func couples(wants, gots int, score func(want, got int) float64, least float64) []couple {
	type candidate struct {
		score float64
		couple
	}
	var candidates []candidate
	for i := range wants {
		for j := range gots {
			if s := score(i, j); s >= least {
				candidates = append(candidates, candidate{s, couple{i, j}})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.want-b.want, a.got-b.got)
	})
	usedWant, usedGot := make([]bool, wants), make([]bool, gots)
	var out []couple
	for _, c := range candidates {
		if usedWant[c.want] || usedGot[c.got] {
			continue
		}
		usedWant[c.want], usedGot[c.got] = true, true
		out = append(out, c.couple)
	}
	return out
}
