package main

import (
	"fmt"
	"slices"

	"rapporteur/extract/event"
)

// A score is how much of what is told in the texts of a source the ranker leaves out.
type score struct {
	source     string
	told, left int
	least      float64 // the probability below which one in 200 lies
}

func (s score) String() string {
	return fmt.Sprintf("%-10s %5d heads told, %4d left out (%.1f%%); one in 200 is below %.2f", s.source, s.told, s.left, 100*float64(s.left)/float64(max(s.told, 1)), s.least)
}

// validate fits on all folds but one of the texts fitted on, and judges the texts of that one,
// those that are never fitted on among them.
// With show it prints what is left out.
func validate(reports []*report, set *set, folds int, show bool) []score {
	likely := map[string][]float64{}
	for fold := range folds {
		w := fit(set.examples(reports, func(i int) bool { return i%folds == fold }), len(set.features))
		for i, r := range reports {
			if i%folds != fold {
				continue
			}
			for _, h := range r.heads {
				if !h.Told {
					continue
				}
				p := probability(w, set.ids(h.Features))
				likely[r.source] = append(likely[r.source], p)
				if show && p < event.LeastLikely {
					s := r.tree.Sentences[r.tree.SentenceOf(h.Token)]
					c := h.Candidates[h.Chosen]
					fmt.Printf("%s\t%.2f\t%s %s\t%s\t%s\n", r.source, p, c.Type, c.Mode, r.tree.Word(h.Token), r.tree.Article.Quote(s.Span))
				}
			}
		}
	}
	var out []score
	for _, source := range []string{news, pages, pageDev, own, coded, pairs, talks} {
		p := likely[source]
		if len(p) == 0 {
			continue
		}
		slices.Sort(p)
		left, _ := slices.BinarySearch(p, event.LeastLikely)
		out = append(out, score{source, len(p), left, p[len(p)/200]})
	}
	return out
}
