package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/export"
	"rapporteur/record"
)

// searchCommand is "rapporteur search".
type searchCommand struct {
	Words []string `arg:"" help:"Words that must all be there in any form, \"a phrase\" in its quotation marks, begin*, and -without behind --."`
	database
	filters
	Source []string `sep:"none" placeholder:"OUTLET" help:"Only in reports of this outlet. May be given again."`
	Place  string   `placeholder:"NAME" help:"Only where this place is spoken of: in the sentence of a quotation, in the text of a report."`
	Type   []string `placeholder:"TYPE" help:"Only quotations of this kind (direct, indirect, mixed) or reports with an event of this PLOVER type. Several are parted by commas."`
	Limit  int      `short:"n" default:"20" help:"How many statements and how many reports at most."`
	JSON   bool     `name:"json" xor:"form" help:"One object a line instead (docs/store.md)."`
	CSV    bool     `name:"csv" xor:"form" help:"A table for spreadsheets instead."`
}

// Run searches.
func (c *searchCommand) Run(ctx context.Context, s streams) error {
	flags, err := c.filter()
	if err != nil {
		return err
	}
	of := record.Filter{Actors: flags.Actors, Countries: flags.Countries, Since: flags.Since, Until: flags.Until, Sources: c.Source, Place: c.Place}
	if of.Types, err = chosen("type", "kind of quotation or type of event", c.Type, append(slices.Clone(export.QuoteKinds), export.EventTypes()...)); err != nil {
		return err
	}
	if c.Limit < 1 {
		return usage("--limit %d: there must be at least one", c.Limit)
	}
	var found record.Found
	err = c.with(ctx, s, func(r *record.Record) error {
		found, err = r.Search(ctx, strings.Join(c.Words, " "), of, c.Limit)
		return err
	})
	if err != nil {
		return err
	}
	var out []byte
	switch {
	case c.JSON:
		out, err = hitsJSON(found)
	case c.CSV:
		out, err = hitsCSV(found)
	default:
		out = hitsText(found, s.width)
	}
	if err != nil {
		return err
	}
	if _, err := s.out.Write(out); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// hitsText is what was found, for people.
func hitsText(found record.Found, width int) []byte {
	var b bytes.Buffer
	put := func(indent, text string) { b.WriteString(terminal.Wrap(text, width, indent, indent+"  ")) }
	if len(found.Statements)+len(found.Articles) == 0 {
		b.WriteString("nothing found\n")
	}
	if len(found.Statements) > 0 {
		b.WriteString("WHO SAYS IT\n")
	}
	for _, h := range found.Statements {
		speaker := h.Speaker
		if speaker == "" {
			speaker = "somebody"
		}
		put("  ", speaker+": "+oneLine(h.Words))
		put("      ", where(h)+" ["+h.ID.String()+"]")
	}
	if len(found.Articles) > 0 {
		b.WriteString("REPORTS\n")
	}
	for _, h := range found.Articles {
		put("  ", where(h)+" ["+h.ID.String()+"]")
		put("      ", oneLine(h.Words))
	}
	return b.Bytes()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// where is the report that a hit stands in.
func where(h record.Hit) string {
	var parts []string
	for _, part := range []string{h.Article.Title, h.Article.Publisher, h.Article.Published, h.Article.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 || h.Article.URL == "" && h.Article.Title == "" && h.Article.Ref != "" {
		parts = append(parts, h.Article.Ref)
	}
	return strings.Join(parts, " · ")
}

type spanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

type hitJSON struct {
	Kind    string      `json:"kind"`
	ID      string      `json:"id"`
	Speaker string      `json:"speaker,omitempty"`
	Span    spanJSON    `json:"span"`
	Article articleJSON `json:"article"`
}

type articleJSON struct {
	ID        string `json:"id"`
	Ref       string `json:"ref,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
}

// hitsJSON is what was found, for programs, one object a line.
func hitsJSON(found record.Found) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	for _, h := range append(found.Statements, found.Articles...) {
		a := h.Article
		span := spanJSON{Start: utf8.RuneCountInString(a.Text[:h.Span.Start]), Exact: h.Words}
		span.End = span.Start + utf8.RuneCountInString(h.Words)
		err := encoder.Encode(hitJSON{h.ID.Kind().String(), h.ID.String(), h.Speaker, span, articleJSON{a.ID, a.Ref, a.Title, a.URL, a.Publisher, a.Published}})
		if err != nil {
			return nil, fmt.Errorf("writing what was found: %w", err)
		}
	}
	return b.Bytes(), nil
}

// hitsCSV is a table of what was found.
func hitsCSV(found record.Found) ([]byte, error) {
	var b bytes.Buffer
	err := table(&b, []string{"id", "kind", "speaker", "words", "article", "title", "publisher", "published", "url"}, func(put func(...string)) {
		for _, h := range append(found.Statements, found.Articles...) {
			a := h.Article
			put(h.ID.String(), h.ID.Kind().String(), h.Speaker, h.Words, a.ID, a.Title, a.Publisher, a.Published, a.URL)
		}
	})
	return b.Bytes(), err
}
