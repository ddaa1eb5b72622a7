package api

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/record"
	"rapporteur/record/link"
)

// An Entry is a row of a list in one line, with the words that it comes from: what
// a feed, a webhook and an assistant are told of it.
type Entry struct {
	ID       string  `json:"id"`             // as findings/ID explains it, where it is of a finding
	Kind     string  `json:"kind"`           // "change", "event", "quote", "figure" …
	Says     string  `json:"says"`           // in one line
	Day      string  `json:"day,omitempty"`  // of what it tells
	Cited    []Cited `json:"evidence"`       // at most mostCited
	More     int     `json:"more,omitempty"` // pieces of evidence that are left out
	Row      any     `json:"-"`              // the whole row, as the API's list has it
	Reported string  `json:"-"`              // day of publication of the first that is cited
}

// Cited is a piece of evidence.
type Cited struct {
	Finding   string `json:"finding"` // id, for explain
	Words     string `json:"words"`   // exactly as they stand in the report
	Sentence  string `json:"sentence,omitempty"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Article   string `json:"article"` // id of the report
}

// mostCited is how much evidence an entry has: an event may have a thousand accounts.
const mostCited = 5

// String is the evidence as a reader would cite it.
func (c Cited) String() string {
	return fmt.Sprintf("“%s” (%s; %s)", oneLine(c.Words), listed(c.Outlet, c.Published, c.Title, c.URL), c.Finding)
}

func citedOf(id record.ID, e record.Evidence) Cited {
	a := e.Article
	return Cited{id.String(), e.Words.Exact, e.Sentence.Exact, cmp.Or(a.Title, a.Ref), a.Publisher, a.Published, a.URL, a.ID}
}

func citedTold(t link.Told) Cited {
	return Cited{t.ID, t.Words, t.Sentence, t.Title, cmp.Or(t.Outlet, t.Publisher), t.Published, t.URL, t.Article}
}

// entry puts an entry together.
func entry(id, kind, day, says string, row any, cited ...Cited) Entry {
	out := Entry{ID: id, Kind: kind, Says: oneLine(says), Day: day, Cited: cited, Row: row}
	if len(cited) > 0 {
		out.Reported = dayIn(cited[0].Published)
	}
	if more := len(cited) - mostCited; more > 0 {
		out.Cited, out.More = cited[:mostCited], more
	}
	return out
}

func tolds(in []link.Told) []Cited {
	out := make([]Cited, len(in))
	for i, t := range in {
		out[i] = citedTold(t)
	}
	return out
}

func changeEntry(c *record.Change) Entry {
	kind := c.Kind
	if strings.HasPrefix(c.Issue, kind) {
		kind = ""
	}
	says := c.Name + ": " + listed(c.Actor, kind, c.Issue)
	if c.From != "" {
		says += ": " + c.From + " → " + c.To
	} else {
		says += ": " + c.To
	}
	if c.Disputed {
		says += " (others still tell the old)"
	}
	return entry(c.ID, "change", c.Day, says, c, tolds(c.Evidence)...)
}

func processEntry(p *record.Process) Entry {
	var parts []string
	if p.Stage != "" {
		parts = append(parts, p.Stage+" since "+p.StageSince)
	}
	if names := seated(p.Parties); names != "" {
		parts = append(parts, "parties "+names)
	}
	if names := seated(p.Mediators); names != "" {
		parts = append(parts, "mediators "+names)
	}
	if p.Moved != "" {
		parts = append(parts, "last moved "+p.Moved)
	}
	for _, w := range p.Awaited {
		parts = append(parts, "awaited from "+w.Name+": "+w.What)
	}
	parts = append(parts, told(p.Reports, p.Sources))
	return entry(p.ID.String(), "talks", p.Last, p.Name+": "+strings.Join(parts, "; "), p)
}

// reported is how many reports tell of something.
func reported(n int) string {
	if n == 1 {
		return "1 report"
	}
	return fmt.Sprintf("%d reports", n)
}

// told is the same, and how many of them are no copies of others.
func told(n, independent int) string {
	if n == independent {
		return reported(n)
	}
	return fmt.Sprintf("%s, %d independent", reported(n), independent)
}

func seated(in []record.Seat) string {
	names := make([]string, len(in))
	for i, s := range in {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}

func eventEntry(g *record.EventGroup) Entry {
	e := &g.Best
	says := strings.TrimSpace(playing(e.Actors)+" "+e.Type) + bracketed(e.Mode)
	if len(e.Recipients) > 0 {
		says += " " + playing(e.Recipients)
	}
	says = listed(cmp.Or(g.Called, says), e.Place, e.Date, unlessHappened(e.Status), claimed(e.AttributedTo))
	if g.Sources > 1 {
		says += " · " + told(g.Reports, g.Sources)
	}
	cited := []Cited{citedOf(e.ID, e.Evidence)}
	for _, account := range g.Accounts {
		if account.ID != e.ID {
			cited = append(cited, citedOf(account.ID, account.Evidence))
		}
	}
	return entry(g.ID.String(), "event", e.Day, says, g, cited...)
}

func quoteEntry(q *record.QuoteRow) Entry {
	verb := ": "
	if q.Denies {
		verb = " denies: "
	}
	says := cmp.Or(called(q.Speaker), "somebody") + verb + q.Text
	c := citedOf(q.ID, q.Evidence)
	c.Words = q.Content.Exact
	return entry(q.ID.String(), "quote", q.Day, says, q, c)
}

func figureEntry(f *record.FigureRow) Entry {
	says := listed(counted(f.Measure, f.Qualifier, f.Value, f.ValueMax, f.Unit), f.Counted, f.Place, f.Date, claimed(f.AttributedTo))
	return entry(f.ID.String(), "figure", f.Day, says, f, citedOf(f.ID, f.Evidence))
}

// counted is a count in words.
func counted(measure, qualifier string, value, most float64, unit string) string {
	says := number(value)
	if most > 0 {
		says += " to " + number(most)
	}
	if unit != "people" {
		says += " " + unit
	}
	return strings.TrimSpace(measure + " " + strings.TrimSpace(qualifier+" "+says))
}

func articleEntry(a *record.ArticleRow) Entry {
	says := listed(cmp.Or(a.Title, a.Ref, "a report without a title"), a.Publisher, dayIn(a.Published))
	return entry(a.ID, "article", dayIn(a.Published), says, a, Cited{a.Mention.String(), a.Opening, "", a.Title, a.Publisher, a.Published, a.URL, a.ID})
}

func actorEntry(a *record.ActorRow) Entry {
	says := listed(cmp.Or(a.Called, a.Name), a.Kind, a.Country, strings.Join(a.Titles, ", "), reported(a.Reports))
	return entry(a.ID.String(), "actor", a.LastDay, says, a, citedOf(a.ID, a.Evidence))
}

func placeEntry(p *record.PlaceRow) Entry {
	return entry(p.ID.String(), "place", "", listed(p.Name, p.Admin1, p.Country, reported(p.Reports)), p)
}

// number is a value without an exponent.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func playing(in []record.Player) string {
	names := make([]string, len(in))
	for i, p := range in {
		names[i] = called(p)
	}
	return strings.Join(names, ", ")
}

func called(p record.Player) string { return cmp.Or(p.Called, p.Name) }

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func unlessHappened(status string) string {
	if status == "happened" {
		return ""
	}
	return status
}

func claimed(by string) string {
	if by == "" {
		return ""
	}
	return "on the word of " + by
}

// listed joins what is not empty.
func listed(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
