package main

import (
	"context"

	"rapporteur/export"
)

// figuresCommand is "rapporteur figures".
type figuresCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl,hxl-csv" default:"table" help:"table (for the terminal), csv, tsv, jsonl, hxl-csv (CSV with a line of HXL hashtags; docs/exports.md)."`
	Type   []string `placeholder:"MEASURE" help:"Only figures that count this: killed, injured, displaced, money … Several are parted by commas."`
	tables
}

// Help is what --help says below the flags.
func (figuresCommand) Help() string {
	return `Prints the counts that matter: a row for each figure, with what it counts, its value or range, where, as of when, and on whose word.`
}

// Run prints figures.
func (c *figuresCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.filter()
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
	w := export.FigureGrid(c.look(s))
	switch format {
	case "csv":
		w = export.CSV(export.Figures)
	case "tsv":
		w = export.TSV(export.Figures)
	case "jsonl":
		w = export.JSONL(export.Figures)
	case "hxl-csv":
		w = export.HXL()
	}
	return tabulate(ctx, s, &c.tables, "figures", w, export.FiguresOf, filter.Figure)
}
