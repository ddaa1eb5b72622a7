package link

import (
	"cmp"
	"slices"
	"strings"
)

// answersTo are the answers of all actors to one proposal, ascending by actor and
// first day.
func answersTo(told []AnswerTold, by string) []AnswerHistory {
	told = ordered(told, func(a AnswerTold) Told { return a.Told })
	var out []AnswerHistory
	for _, of := range partition(told, func(a AnswerTold) string { return a.Actor }) {
		var stances []stance
		h := AnswerHistory{By: by, Actor: of[0].Actor, Name: of[0].Name}
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
				w.EndedBy = &Move{From: "awaited", To: a.Answer, Day: a.Published, Told: a.Told}
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
