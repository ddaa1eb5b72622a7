package main

import (
	"context"
	"iter"

	"rapporteur/export"
	"rapporteur/record"
)

// figuresCommand is "rapporteur figures".
type figuresCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl,hxl-csv,geojson" default:"table" help:"table (for the terminal), csv, tsv, jsonl, hxl-csv (CSV with a line of HXL hashtags), geojson (docs/exports.md)."`
	Type   []string `placeholder:"MEASURE" help:"Only figures that count this: killed, injured, displaced, money … Several are parted by commas."`
	Above  float64  `placeholder:"N" help:"Only figures whose value, or upper end, is greater than this."`
	tables
}

// Help is what --help says below the flags.
func (figuresCommand) Help() string {
	return `Prints the counts that matter: a row for each figure, with what it counts, its value or range, where, as of when, and on whose word.` + aboutRecord
}

// Run prints figures.
func (c *figuresCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.wanted()
	if err != nil {
		return err
	}
	if filter.Types, err = chosen("type", "measure", c.Type, export.Measures); err != nil {
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
	all := export.Figures
	if kept {
		all = export.KeptFigures
	}
	w := export.FigureGrid(c.look(s, kept))
	switch format {
	case "csv":
		w = export.CSV(all)
	case "tsv":
		w = export.TSV(all)
	case "jsonl":
		w = export.JSONL(all)
	case "hxl-csv":
		w = export.HXL()
	case "geojson":
		w = export.FiguresGeoJSON()
	}
	if !kept {
		return tabulate(ctx, s, &c.tables, "figures", w, export.FiguresOf, func(f *export.Figure) bool {
			return filter.Figure(f) && (c.Above == 0 || max(f.Value, f.ValueMax) > c.Above)
		})
	}
	question, err := c.question(filter)
	if err != nil {
		return err
	}
	question.Above = c.Above
	return answer(ctx, s, &c.tables, "figures", w, func(r *record.Record) iter.Seq2[export.Figure, error] {
		return export.AskFigures(ctx, r, question, c.Sort)
	})
}
