package main

import (
	"context"
	"iter"

	"rapporteur/export"
	"rapporteur/record"
)

// quotesCommand is "rapporteur quotes".
type quotesCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl" default:"table" help:"table (for the terminal), csv, tsv, jsonl (docs/exports.md)."`
	Type   []string `placeholder:"KIND" help:"Only direct, indirect or mixed quotations. Several are parted by commas."`
	tables
}

// Help is what --help says below the flags.
func (quotesCommand) Help() string {
	return `Prints who says what: a row for each quotation and each statement told in other words, with the speaker's office and country, the cue, the content and where it stands.` + aboutRecord
}

// Run prints quotations.
func (c *quotesCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.wanted()
	if err != nil {
		return err
	}
	if filter.Types, err = chosen("type", "kind of quotation", c.Type, export.QuoteKinds); err != nil {
		return err
	}
	format, err := c.form(c.Format)
	if err != nil {
		return err
	}
	kept, err := c.ofRecord()
	if err != nil {
		return err
	}
	all := export.Quotes
	if kept {
		all = export.KeptQuotes
	}
	w := export.QuoteGrid(c.look(s, kept))
	switch format {
	case "csv":
		w = export.CSV(all)
	case "tsv":
		w = export.TSV(all)
	case "jsonl":
		w = export.JSONL(all)
	}
	if !kept {
		return tabulate(ctx, s, &c.tables, "quotations", w, export.QuotesOf, filter.Quote)
	}
	question, err := c.question(filter)
	if err != nil {
		return err
	}
	return answer(ctx, s, &c.tables, "quotations", w, func(r *record.Record) iter.Seq2[export.Quote, error] {
		return export.AskQuotes(ctx, r, question, c.Sort)
	})
}
