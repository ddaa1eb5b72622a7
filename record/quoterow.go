package record

import (
	"context"
	"encoding/json"
	"fmt"

	"rapporteur"
)

// A QuoteRow is a statement: who said what, in whose report.
type QuoteRow struct {
	ID        ID      `json:"id"`
	Speaker   Player  `json:"speaker"`
	Addressee Player  `json:"addressee,omitzero"`
	Kind      string  `json:"kind"`     // direct, indirect, mixed
	Sourcing  string  `json:"sourcing"` // named, institution, unnamed
	Outlet    string  `json:"outlet,omitempty"`
	Denies    bool    `json:"denies,omitempty"`
	Text      string  `json:"text"`    // the pieces of the content, joined by " … "
	Content   Passage `json:"content"` // from the first piece to the last
	Day       string  `json:"day,omitempty"`
	Evidence          // its words are the cue
}

// Quotes are the statements that the filter lets through.
func (r *Record) Quotes(ctx context.Context, of Filter, p Page) (Rows[QuoteRow], error) {
	return shown(ctx, r, theStatements, of, p, "quotations", func(s *Statement) int64 { return s.N }, quoteRows)
}

func quoteRows(ctx context.Context, tx Tx, statements []Statement) ([]QuoteRow, error) {
	findings := make([]Finding, len(statements))
	for i, s := range statements {
		findings[i] = s.Finding
	}
	d, err := deskFor(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	players, err := playersOf(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	out := make([]QuoteRow, len(statements))
	for i, s := range statements {
		at, err := s.content()
		if err != nil {
			return nil, err
		}
		out[i] = QuoteRow{
			ID: s.ID, Speaker: players.one(s.N, RoleSpeaker), Addressee: players.one(s.N, RoleAddressee), Kind: s.Kind, Sourcing: s.Sourcing, Outlet: s.Outlet,
			Denies: s.Denies, Text: s.Content, Content: d.texts[s.Article].passage(at.Start, at.End), Day: s.Day, Evidence: d.evidence(s.Finding),
		}
	}
	return out, nil
}

// content is where the statement's content stands, from the first piece to the last.
func (s Statement) content() (rapporteur.Span, error) {
	var spans struct{ Content [][2]int }
	var out rapporteur.Span
	if err := json.Unmarshal([]byte(s.Spans), &spans); err != nil {
		return out, fmt.Errorf("reading the spans of %s: %w", s.ID, err)
	}
	for _, c := range spans.Content {
		out = out.Cover(rapporteur.Span{Start: c[0], End: c[1]})
	}
	return out, nil
}
