package main

import (
	"context"
	"fmt"
	"sync/atomic"

	"rapporteur/export"
)

// eventsCommand is "rapporteur events".
type eventsCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl,plover-jsonl,polecat-csv,polecat-tsv,gdelt-tsv" default:"table" help:"table (for the terminal), csv, tsv, jsonl, plover-jsonl, polecat-csv, polecat-tsv, gdelt-tsv (docs/exports.md)."`
	Type   []string `placeholder:"TYPE" help:"Only of this PLOVER type: ASSAULT, CONSULT … Several are parted by commas."`
	Status []string `placeholder:"STATUS" help:"Only of this status: happened, ongoing, planned, threatened, demanded, denied, hypothetical. Several are parted by commas."`
	All    bool     `help:"In polecat and gdelt formats, print what the reports do not assert, too."`
	tables
}

// Help is what --help says below the flags.
func (eventsCommand) Help() string {
	return `Prints who did what to whom: a row for each event, with its status and on whose word, the sentence, and the report.

The formats of POLECAT and GDELT have no column for what is only planned, threatened, demanded, hypothetical, denied or claimed by somebody, nor for background of long before. Such events are left out there unless --all, or a --status, asks for them; a line on standard error says how many.`
}

// Run prints events.
func (c *eventsCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	if filter.Types, err = chosen("type", "event type", c.Type, export.EventTypes()); err != nil {
		return err
	}
	if filter.Statuses, err = chosen("status", "status", c.Status, export.Statuses); err != nil {
		return err
	}
	format, err := c.form(c.Format)
	if err != nil {
		return err
	}
	assertedOnly := false
	w := export.EventGrid(c.look(s))
	switch format {
	case "csv":
		w = export.CSV(export.Events)
	case "tsv":
		w = export.TSV(export.Events)
	case "jsonl":
		w = export.JSONL(export.Events)
	case "plover-jsonl":
		w = export.PLOVER()
	case "polecat-csv":
		w, assertedOnly = export.CSV(export.POLECATPlus), true
	case "polecat-tsv":
		w, assertedOnly = export.TSV(export.POLECAT), true
	case "gdelt-tsv":
		w, assertedOnly = export.GDELT(), true
	}
	assertedOnly = assertedOnly && !c.All && len(c.Status) == 0
	var leftOut atomic.Int64
	err = tabulate(ctx, s, &c.tables, "events", w, export.EventsOf, func(e *export.Event) bool {
		switch {
		case !filter.Event(e):
			return false
		case assertedOnly && !e.Asserted():
			leftOut.Add(1)
			return false
		}
		return true
	})
	if n := leftOut.Load(); n > 0 {
		s.complain(fmt.Errorf("left out %d events that the reports do not assert, for which %s has no place; --all prints them", n, format))
	}
	return err
}
