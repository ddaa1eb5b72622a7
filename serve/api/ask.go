package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"rapporteur/record"
	"rapporteur/record/link"
)

// What follows answers in entries, for assistants.

// Search finds words in what people said and in whole reports.
func (a *API) Search(ctx context.Context, words string, of record.Filter, most int) ([]Entry, error) {
	found, err := a.record.Search(ctx, words, of, most)
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, h := range append(found.Statements, found.Articles...) {
		source := h.Article
		c := Cited{h.ID.String(), h.Words, source.Text[h.Sentence.Start:h.Sentence.End], source.Title, source.Publisher, source.Published, source.URL, source.ID}
		says := cmp.Or(source.Title, source.Ref, "a report without a title")
		if h.ID.Kind() == record.KindStatement {
			says = cmp.Or(h.Speaker, "somebody") + ": " + h.Words
		}
		out = append(out, entry(h.ID.String(), h.ID.Kind().String(), dayIn(source.Published), says, nil, c))
	}
	return out, nil
}

// mostAccounts is how many accounts of the same thing an assistant is told of.
const mostAccounts = 25

// Explain tells where a finding comes from and what is linked with it.
func (a *API) Explain(ctx context.Context, id string) ([]Entry, error) {
	t, err := target(id)
	if err != nil {
		return nil, err
	}
	x, err := a.record.Explain(ctx, t.ID, mostAccounts)
	if err != nil {
		return nil, err
	}
	var fields []string
	for _, f := range x.Fields {
		fields = append(fields, f.Key+" "+f.Value)
	}
	text := func(start, end int) string { return x.Article.Text[start:end] }
	says := x.ID.Kind().String() + ": " + listed(x.Called, strings.Join(fields, "; "), markName(x.Mark), strings.TrimSpace("read by "+x.Rule+" "+x.Reader))
	out := []Entry{entry(x.ID.String(), x.ID.Kind().String(), dayIn(x.Article.Published), says, nil, Cited{
		x.ID.String(), text(x.Span.Start, x.Span.End), text(x.Sentence.Start, x.Sentence.End), x.Article.Title, x.Article.Publisher, x.Article.Published, x.Article.URL, x.Article.ID,
	})}
	for _, m := range x.Accounts {
		if m.ID == x.ID {
			continue
		}
		out = append(out, entry(m.ID.String(), "account", dayIn(m.Published), "the same thing in another report: "+cmp.Or(m.Why, "by others of these, or by a correction"), nil,
			Cited{Finding: m.ID.String(), Words: m.Words, Outlet: m.Publisher, Published: m.Published, Article: m.Article}))
	}
	for _, c := range x.Corrections {
		says := fmt.Sprintf("correction %d: %s by %s", c.N, listed(c.Action, c.Field, c.Value), cmp.Or(c.Who, "somebody"))
		if !c.Holds {
			says += ", undone"
		}
		out = append(out, entry(fmt.Sprint(c.N), "correction", dayIn(c.At), listed(says, c.Why), nil))
	}
	return out, nil
}

// Dossier is the negotiation that an id or words name.
func (a *API) Dossier(ctx context.Context, words string) (*record.Dossier, error) {
	found, err := a.record.Named(ctx, words)
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		names := make([]string, len(found))
		for i, p := range found {
			names[i] = p.Name + " [" + p.ID.String() + "]"
		}
		if len(names) == 0 {
			return nil, fmt.Errorf("no talks are called %q; list talks, or search for words", words)
		}
		return nil, fmt.Errorf("several talks are called %q: %s; name one by its id", words, strings.Join(names, ", "))
	}
	d, err := a.record.Dossier(ctx, found[0].ID)
	if err == nil && d == nil {
		err = errors.New("a person rejected these talks")
	}
	return d, err
}

// A Section is a part of a dossier, in entries.
type Section struct {
	Heading string
	Entries []Entry
}

// Sections are the parts of a dossier.
func Sections(d *record.Dossier) []Section {
	now := processEntry(&d.Process)
	for _, s := range append(d.Parties, d.Mediators...) {
		now.Cited = append(now.Cited, first(s.Told)...)
	}
	now.More = max(0, len(now.Cited)-mostCited)
	now.Cited = now.Cited[:min(len(now.Cited), mostCited)]
	out := []Section{{"Now", []Entry{now}}}
	part := func(heading string, entries []Entry) { out = append(out, Section{heading, entries}) }
	each := func(kind, day, says string, told []link.Told) Entry {
		id := ""
		if len(told) > 0 {
			id = told[0].ID
		}
		return entry(id, kind, day, says, nil, tolds(told)...)
	}
	var entries []Entry
	for _, c := range d.Changes {
		entries = append(entries, changeEntry(&c))
	}
	part("Who moved, the last first", entries)
	entries = nil
	for _, s := range d.Stages {
		entries = append(entries, each("stage", s.First, listed(s.Stage, during(s.First, s.Last), sourced(s.Sources)), s.Told))
	}
	part("Stages", entries)
	entries = nil
	for _, p := range d.Positions {
		for _, h := range p.Held {
			entries = append(entries, each("position", h.First, listed(fmt.Sprintf("%s on %s: %s", p.Name, p.Issue, h.Stance), during(h.First, h.Last), sourced(h.Sources)), h.Told))
		}
	}
	part("Positions", entries)
	entries = nil
	for _, p := range d.Proposals {
		entries = append(entries, each("proposal", p.First, listed("proposal by "+cmp.Or(p.By, "somebody"), during(p.First, p.Last), sourced(p.Sources)), p.Told))
		for _, t := range p.Terms {
			entries = append(entries, each("term", p.First, "its term "+t.Kind+": "+t.Words, t.Told))
		}
		for _, h := range p.Answers {
			for _, held := range h.Answers {
				entries = append(entries, each("answer", held.First, h.Name+" "+held.Stance, held.Told))
			}
		}
	}
	part("Proposals, their terms and answers", entries)
	entries = nil
	for _, s := range d.StickingPoints {
		entries = append(entries, each("sticking point", s.First, listed(s.Issue, during(s.First, s.Last), sourced(s.Sources)), s.Told))
	}
	part("Sticking points", entries)
	entries = nil
	for _, w := range d.Awaits {
		says := listed(fmt.Sprintf("from %s: %s", w.Name, w.What), during(w.First, w.Last), sourced(w.Sources))
		if w.EndedBy != nil {
			says += " · ended by: " + w.EndedBy.To
		}
		entries = append(entries, each("awaited", w.First, says, w.Told))
	}
	part("Awaited", entries)
	entries = nil
	for _, s := range d.Figures {
		for _, p := range s.Points {
			entries = append(entries, each("figure", p.Day, listed(counted(s.Measure, p.Qualifier, p.Value, p.Max, s.Unit), s.Of, s.Place, p.Day, claimed(p.SourceName)), p.Told))
		}
	}
	part("Figures of its reports", entries)
	return out
}

// during is a stretch of days.
func during(first, last string) string {
	if first == last {
		return first
	}
	return first + " to " + last
}

// sourced says how many tell of something, copies of one text counted once, where
// it is more than one.
func sourced(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("%d sources", n)
}

// first is the first piece of evidence.
func first(told []link.Told) []Cited {
	if len(told) == 0 {
		return nil
	}
	return []Cited{citedTold(told[0])}
}

func markName(mark int) string {
	return map[int]string{record.Rejected: "rejected by a person", record.Confirmed: "confirmed by a person"}[mark]
}

// dayIn is the day of a date that may tell the time.
func dayIn(at string) string { return at[:min(len(at), len("2006-01-02"))] }
