package link

import (
	"slices"
	"time"

	"rapporteur"
)

// Talks is one negotiation as one report shows it.
type Talks struct {
	Article   string   `json:"article"`
	Published string   `json:"published,omitempty"` // YYYY-MM-DD
	Subject   string   `json:"subject,omitempty"`
	Kind      string   `json:"kind,omitempty"` // what is negotiated: truce, peace, exchange, nuclear, trade, wages, coalition …; "" where nothing tells
	Sides     []Side   `json:"sides,omitempty"`
	Mediators []Side   `json:"mediators,omitempty"`
	Venue     string   `json:"venue,omitempty"` // in the report's words
	Stage     string   `json:"stage,omitempty"`
	Dispute   []string `json:"dispute,omitempty"` // stems of the words that say what it is about
}

// Negotiations are the talks of findings, in step with f.Talks. who are the
// identities of its actors.
func Negotiations(a *rapporteur.Article, f *rapporteur.Findings, who []Identity) []Talks {
	out := make([]Talks, len(f.Talks))
	for i := range f.Talks {
		out[i] = talksOf(a, f, who, i)
	}
	return out
}

// A Process is a negotiation followed from report to report.
type Process struct {
	Name      string // "Gaza truce talks, Cairo and Doha, 2023 to 2025"
	Kind      string
	Sides     []string // most often named first
	Mediators []string
	Venues    []string
	From, To  string // first and last day that reports told of it
	Rounds    []Round
}

// A Round is a stretch of a process at one venue without a long silence.
type Round struct {
	Venue    string // "" where no report says
	From, To string
	Stage    string // the last one told
	Mentions []int  // indices of the mentions it is made of
}

func talksOf(a *rapporteur.Article, f *rapporteur.Findings, who []Identity, i int) Talks {
	t := &f.Talks[i]
	out := Talks{Article: a.ID(), Subject: t.Subject, Sides: sidesOf(f, who, t.Parties), Mediators: sidesOf(f, who, t.Mediators), Venue: t.Venue, Stage: t.Stage}
	if !a.Published.IsZero() {
		out.Published = a.Published.Format(time.DateOnly)
	}
	out.Dispute = contentWords(t.Subject)
	return out
}

// Keys are the pairs of sides at one table.
func (x Talks) Keys() []string {
	var sides []string
	for _, s := range x.Sides {
		if s.Root != "" && !slices.Contains(sides, s.Root) {
			sides = append(sides, s.Root)
		}
	}
	slices.Sort(sides)
	var out []string
	for i := range sides {
		for k := i + 1; k < len(sides); k++ {
			out = append(out, sides[i]+", "+sides[k])
		}
	}
	return out
}

// Same reports whether x and y are one process.
func (x Talks) Same(y Talks) (why string, same bool) {
	_, met := sidesAgainst(x.Sides, y.Sides)
	if met < 2 {
		return "of other sides", false
	}
	return "of the same sides", true
}

// ProcessOf is what mentions of one process show together.
func ProcessOf(mentions []Talks) Process {
	var p Process
	for _, m := range mentions {
		if p.Name == "" {
			p.Name = m.Subject
		}
	}
	return p
}
