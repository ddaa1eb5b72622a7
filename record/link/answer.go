package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Answers are the answers of all actors to all proposals of one process,
// ascending by actor and first day. Proposals that Same links are one.
func Answers(told []AnswerTold) []AnswerHistory {
	told = ordered(told, func(a AnswerTold) Told { return a.Told })
	proposals := make([]Proposal, len(told))
	for i := range told {
		proposals[i] = told[i].Proposal
	}
	type labelled struct {
		AnswerTold
		proposal int
	}
	var all []labelled
	by := map[int]string{} // who made it, by label of the proposal
	for i, g := range Groups(proposals) {
		all = append(all, labelled{told[i], g})
		by[g] = max(by[g], proposals[i].Name)
	}
	var out []AnswerHistory
	for _, of := range partition(all, func(a labelled) string { return a.Actor + "\x00" + strconv.Itoa(a.proposal) }) {
		var stances []stance
		h := AnswerHistory{By: by[of[0].proposal], Actor: of[0].Actor, Name: of[0].Name}
		for _, a := range of {
			stances = append(stances, stance{a.Answer, a.Told})
		}
		h.Answers, h.Moves = history(stances)
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b AnswerHistory) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Answers[0].First, b.Answers[0].First), strings.Compare(a.Answers[0].Told[0].ID, b.Answers[0].Told[0].ID))
	})
	return out
}

// Awaits are what is awaited from all actors of one process, and the answers
// that ended the wait: the first of that actor, other than "awaited", after the
// last report that it was still awaited, or on that day.
func Awaits(told []AwaitedTold, answers []AnswerTold) []Await {
	var out []Await
	told = ordered(told, func(a AwaitedTold) Told { return a.Told })
	answers = ordered(answers, func(a AnswerTold) Told { return a.Told })
	for _, by := range partition(told, func(a AwaitedTold) string { return a.From }) {
		for _, of := range byIssue(by, func(a AwaitedTold) Issue { return a.What }) {
			w := Await{From: of[0].From, Name: of[0].Name, What: of[0].What.Text, First: of[0].Published, Last: of[len(of)-1].Published}
			for _, x := range of {
				w.Told = append(w.Told, x.Told)
			}
			w.Sources = families(w.Told)
			for i := range answers {
				a := &answers[i]
				if a.Actor != w.From || a.Answer == "awaited" || a.Published < w.Last {
					continue
				}
				w.EndedBy = a
				break
			}
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b Await) int {
		return cmp.Or(strings.Compare(a.First, b.First), strings.Compare(a.Name, b.Name), strings.Compare(a.What, b.What))
	})
	return out
}
