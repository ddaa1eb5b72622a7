package link

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rapporteur"
)

// A Proposal is what was on the table of one process, as far as it tells one
// proposal from another.
type Proposal struct {
	Published string   `json:"published,omitempty"` // YYYY-MM-DD, of the report
	By        string   `json:"by,omitempty"`        // label of the side that made it, or of several, joined by "; "
	Name      string   `json:"name,omitempty"`      // of that side, or of those
	Kinds     []string `json:"kinds,omitempty"`     // kinds of its terms, ascending
}

// How long, in days, reports go on speaking of one proposal: one that they tell
// something of, and one of which they say only that somebody answered it.
const (
	tabled  = 30
	mooted  = 3
	lastKey = 2 // months for which there are keys
)

// Keys are the month of the report and the one after.
func (x Proposal) Keys() []string {
	day, err := time.Parse(time.DateOnly, x.Published)
	if err != nil {
		return nil
	}
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	var out []string
	for n := range lastKey {
		out = append(out, first.AddDate(0, n, 0).Format("2006-01"))
	}
	return out
}

// Same reports whether x and y are one proposal of a process.
func (x Proposal) Same(y Proposal) (why string, same bool) {
	gap, least := Apart(x.Published, y.Published), tabled
	if x.By == "" && len(x.Kinds) == 0 || y.By == "" && len(y.Kinds) == 0 {
		least = mooted
	}
	switch {
	case gap > least:
		return "told too long after each other", false
	case x.By != "" && y.By != "" && x.By != y.By:
		return "made by " + min(x.Name, y.Name) + " and by " + max(x.Name, y.Name), false
	case len(x.Kinds) > 0 && len(y.Kinds) > 0 && common(x.Kinds, y.Kinds) == 0:
		return "with other terms", false
	case x.By != "" && x.By == y.By:
		return "made by " + min(x.Name, y.Name), true
	}
	return "on the table in the same days", true
}

// Proposals are the proposals of one process, ascending by first day, with their
// terms and answers side by side. Those that Same links are one; one of which no
// report says whose it is, what it would do or what somebody made of it is left out.
func Proposals(told []ProposalTold) []Tabled {
	told = ordered(told, func(p ProposalTold) Told { return p.Told })
	proposals := make([]Proposal, len(told))
	for i := range told {
		proposals[i] = told[i].Proposal
	}
	label := Groups(proposals)
	var out []Tabled
	for i, first := range label {
		if first != i {
			continue
		}
		var t Tabled
		var terms []TermTold
		var answers []AnswerTold
		for k := i; k < len(told); k++ {
			if label[k] != i {
				continue
			}
			p := &told[k]
			if p.Proposal.By > t.Side {
				t.Side, t.By = p.Proposal.By, p.Proposal.Name
			}
			t.Phases = max(t.Phases, p.Phases)
			t.Told, terms, answers = append(t.Told, p.Told), append(terms, p.Terms...), append(answers, p.Answers...)
		}
		t.First, t.Last, t.Sources = t.Told[0].Published, t.Told[len(t.Told)-1].Published, families(t.Told)
		t.Terms, t.Answers = termsOf(terms), answersTo(answers, t.By)
		if t.By == "" && len(t.Terms) == 0 && len(t.Answers) == 0 {
			continue // nothing is told of it
		}
		out = append(out, t)
	}
	return out
}

// termsOf are the terms of one proposal, those of one kind in mostly the same
// words once.
func termsOf(told []TermTold) []Term {
	var out []Term
	for _, kind := range partition(told, func(t TermTold) string { return t.Kind }) {
		for _, of := range byIssue(kind, func(t TermTold) Issue { return IssueOf(t.Words) }) {
			t := Term{Kind: of[0].Kind}
			var words []string
			for _, x := range of {
				words, t.Told = append(words, x.Words), append(t.Told, x.Told)
			}
			t.Words, t.Sources = usual(words), families(t.Told)
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Term) int {
		return cmp.Or(strings.Compare(a.Told[0].Published, b.Told[0].Published), strings.Compare(a.Kind, b.Kind), strings.Compare(a.Words, b.Words))
	})
	return out
}

func termKinds(p rapporteur.Proposal) []string {
	var out []string
	for _, t := range p.Terms {
		out = append(out, t.Kind)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
