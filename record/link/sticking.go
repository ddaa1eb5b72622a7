package link

import (
	"slices"
	"strings"
)

// StickingPoints are the sticking points of one process, ascending by first day.
// Issues that Same links are one.
func StickingPoints(told []StickingTold) []Sticking {
	told = ordered(told, func(s StickingTold) Told { return s.Told })
	var out []Sticking
	for _, of := range byIssue(told, func(s StickingTold) Issue { return s.Issue }) {
		s := Sticking{First: of[0].Published, Last: of[len(of)-1].Published}
		var issues []Issue
		for _, x := range of {
			s.Told = append(s.Told, x.Told)
			issues = append(issues, x.Issue)
		}
		s.Sources = families(s.Told)
		s.Issue, s.Issues = nameOf(issues)
		out = append(out, s)
	}
	return out
}

// byIssue is in, by the issues that Same links, the groups in the order of their
// first.
func byIssue[T any](in []T, issue func(T) Issue) [][]T {
	issues := make([]Issue, len(in))
	for i, x := range in {
		issues[i] = issue(x)
	}
	label := Groups(issues)
	var out [][]T
	at := map[int]int{} // in out, by the first of a group
	for i, first := range label {
		if first == i {
			at[i] = len(out)
			out = append(out, nil)
		}
		out[at[first]] = append(out[at[first]], in[i])
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
