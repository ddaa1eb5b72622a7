package linking

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed issues.tsv
var issuesTSV string

//go:embed disputes.tsv
var disputesTSV string

// An Issue is something that talks are about, with what reports call it.
type Issue struct {
	Name    string
	Phrases []Phrase
	Example string
}

// A Phrase is words that all must stand in what a report says, in any order, and
// such as must not.
type Phrase struct {
	Words, Without []string
}

// Issues are the rows of issues.tsv.
var Issues = sync.OnceValue(func() []Issue {
	var out []Issue
	for _, r := range table.Rows("linking/issues.tsv", issuesTSV, "issue", "words", "example") {
		out = append(out, Issue{r[0], phrases(r[1]), r[2]})
	}
	return out
})

// A Dispute is a kind of negotiation.
type Dispute struct {
	Kind    string   // "truce", as in "truce talks"
	Matter  string   // what is at stake: kinds of one matter may be one process
	Terms   []string // kinds of term that mostly belong to it
	Phrases []Phrase
	Example string
}

// Disputes are the rows of disputes.tsv.
var Disputes = sync.OnceValue(func() []Dispute {
	var out []Dispute
	for _, r := range table.Rows("linking/disputes.tsv", disputesTSV, "kind", "matter", "terms", "words", "example") {
		out = append(out, Dispute{r[0], r[1], table.List(r[2]), phrases(r[3]), r[4]})
	}
	return out
})

func phrases(cell string) []Phrase {
	var out []Phrase
	for _, text := range table.List(cell) {
		var p Phrase
		for _, w := range strings.Fields(text) {
			if not, ok := strings.CutPrefix(w, "-"); ok {
				p.Without = append(p.Without, not)
			} else {
				p.Words = append(p.Words, w)
			}
		}
		out = append(out, p)
	}
	return out
}
