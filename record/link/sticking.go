package link

import (
	"slices"
	"strings"
)

// StickingPoints are the sticking points of one process, ascending by first day.
// Issues that Same links are one.
func StickingPoints(told []StickingTold) []Sticking {
	told = ordered(told, func(s StickingTold) Told { return s.Told })
	all := make([]Issue, len(told))
	for i := range told {
		all[i] = told[i].Issue
	}
	var out []Sticking
	label := Groups(all)
	for g := range told {
		if label[g] != g {
			continue
		}
		s := Sticking{First: told[g].Published}
		var of []Issue
		for i := range told {
			if label[i] == g {
				s.Told, s.Last = append(s.Told, told[i].Told), told[i].Published
				of = append(of, all[i])
			}
		}
		s.Sources = families(s.Told)
		s.Issue, s.Issues = nameOf(of)
		out = append(out, s)
	}
	return out
}

// nameOf is what to call issues that are one, and all that reports call it.
func nameOf(issues []Issue) (name string, all []string) {
	for _, i := range issues {
		all = append(all, i.Text)
	}
	name = usual(all)
	if kinds := issues[0].Kinds; len(kinds) > 0 {
		name = strings.Join(kinds, " and ")
	}
	slices.Sort(all)
	return name, slices.Compact(all)
}
