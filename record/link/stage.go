package link

import (
	"cmp"
	"slices"
	"strings"
)

// Stages are the stages of one process in their order. Of what reports of one
// day say, the stage that most sources give holds for that day; what the others
// say stands beside it.
func Stages(told []StageTold) []Stage {
	var out []Stage
	told = ordered(told, func(s StageTold) Told { return s.Told })
	for _, day := range partition(told, func(s StageTold) string { return s.Published }) {
		by := partition(day, func(s StageTold) string { return s.Stage })
		slices.SortStableFunc(by, func(a, b []StageTold) int {
			return cmp.Or(families(stages(b))-families(stages(a)), order[b[0].Stage]-order[a[0].Stage])
		})
		var otherwise []Held
		for _, o := range by[1:] {
			otherwise = append(otherwise, Held{Stance: o[0].Stage, First: o[0].Published, Last: o[0].Published, Sources: families(stages(o)), Told: stages(o)})
		}
		if n := len(out); n > 0 && out[n-1].Stage == by[0][0].Stage {
			s := &out[n-1]
			s.Told, s.Last, s.Otherwise = append(s.Told, stages(by[0])...), day[0].Published, append(s.Otherwise, otherwise...)
			continue
		}
		out = append(out, Stage{Stage: by[0][0].Stage, First: day[0].Published, Last: day[0].Published, Told: stages(by[0]), Otherwise: otherwise})
	}
	for i := range out {
		slices.SortFunc(out[i].Told, func(a, b Told) int {
			return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.ID, b.ID))
		})
		out[i].Sources = families(out[i].Told)
	}
	return out
}

func stages(in []StageTold) []Told {
	out := make([]Told, len(in))
	for i := range in {
		out[i] = in[i].Told
	}
	return out
}

// order is how far a stage is, where as many sources give one as another.
var order = map[string]int{
	"proposed": 1, "agreed-to-meet": 2, "under-way": 3, "critical": 4, "stalled": 5, "suspended": 6, "rejected": 7, "collapsed": 8, "deal-reached": 9, "signed": 10, "implementing": 11,
}
