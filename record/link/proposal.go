package link

import (
	"slices"
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
	gap, least := apart(x.Published, y.Published), tabled
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

func termKinds(p rapporteur.Proposal) []string {
	var out []string
	for _, t := range p.Terms {
		out = append(out, t.Kind)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
