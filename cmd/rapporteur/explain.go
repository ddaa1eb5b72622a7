package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
)

// explainCommand is "rapporteur explain".
type explainCommand struct {
	ID string `arg:"" help:"Of a finding, as search and the other questions print it, or of a report."`
	database
	Accounts int  `default:"100" placeholder:"N" help:"How many accounts of the same thing at most, those that were published next to it."`
	JSON     bool `name:"json" help:"As one JSON object, with spans in code points."`
}

// Run explains.
func (c *explainCommand) Run(ctx context.Context, s streams) (err error) {
	t, err := target(c.ID)
	if err != nil {
		return err
	}
	if c.Accounts < 1 {
		return usage("--accounts %d: there must be at least one", c.Accounts)
	}
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	x, err := r.Explain(ctx, t.ID, c.Accounts)
	if err != nil {
		return err
	}
	out := explained(x, s.width)
	if c.JSON {
		if out, err = jsonLines([]*record.Explained{x}); err != nil {
			return err
		}
	}
	if _, err := s.out.Write(out); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// explained is an explanation, for people.
func explained(x *record.Explained, width int) []byte {
	const name = 17 // columns of the first
	var b bytes.Buffer
	put := func(key, text string) {
		if text = oneLine(text); text != "" {
			b.WriteString(terminal.Wrap(text, width, "  "+terminal.Pad(key, name), strings.Repeat(" ", name+2)))
		}
	}
	text := func(start, end int) string { return x.Article.Text[start:end] }
	fmt.Fprintf(&b, "%s %s\n", strings.ToUpper(x.ID.Kind().String()), x.ID)
	put("called", x.Called)
	put("words", text(x.Span.Start, x.Span.End))
	put("in", text(x.Sentence.Start, x.Sentence.End))
	put("report", where(record.Hit{Article: x.Article}))
	put("report's id", x.Article.ID)
	put("read by", strings.TrimSpace(strings.Join([]string{x.Rule, x.Reader, x.Models}, "  ")))
	put("", map[int]string{record.Rejected: "rejected by a person", record.Confirmed: "confirmed by a person"}[x.Mark])
	for _, f := range x.Fields {
		put(f.Key, f.Value)
	}
	if len(x.Accounts) > 1 {
		fmt.Fprintf(&b, "THE SAME, FIRST %s\n", x.First)
	}
	for _, a := range x.Accounts {
		if a.ID == x.ID {
			continue
		}
		why := a.Why
		if why == "" {
			why = "by others of these, or by a correction"
		}
		var parts []string
		for _, part := range []string{a.Publisher, a.Published, why} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		put(a.ID.String(), strings.Join(parts, " · "))
		put("", a.Words)
	}
	if more := x.Mentions - len(x.Accounts); more > 0 {
		put("", fmt.Sprintf("and %d more, which --accounts %d shows", more, x.Mentions))
	}
	if len(x.Corrections) > 0 {
		b.WriteString("CORRECTIONS\n")
	}
	for _, c := range x.Corrections {
		b.WriteString("  " + logLine(c) + "\n")
	}
	return b.Bytes()
}
