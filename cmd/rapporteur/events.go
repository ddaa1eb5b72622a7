package main

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"

	"rapporteur/export"
	"rapporteur/record"
)

// eventsCommand is "rapporteur events".
type eventsCommand struct {
	Format   string   `enum:"table,csv,tsv,jsonl,plover-jsonl,polecat-csv,polecat-tsv,gdelt-tsv,geojson" default:"table" help:"table (for the terminal), csv, tsv, jsonl, plover-jsonl, polecat-csv, polecat-tsv, gdelt-tsv, geojson (docs/exports.md)."`
	Type     []string `placeholder:"TYPE" help:"Only of this PLOVER type: ASSAULT, CONSULT … Several are parted by commas."`
	Status   []string `placeholder:"STATUS" help:"Only of this status: happened, ongoing, planned, threatened, demanded, denied, hypothetical. Several are parted by commas."`
	Mode     []string `placeholder:"MODE" help:"Only of this PLOVER mode: aerial, visit … Several are parted by commas."`
	All      bool     `help:"In polecat and gdelt formats, print what the reports do not assert, too."`
	Accounts bool     `help:"Of a record: a row for each account of an event, not one for each event."`
	tables
}

// Help is what --help says below the flags.
func (eventsCommand) Help() string {
	return `Prints who did what to whom: a row for each event, with its status and on whose word, the sentence, and the report.

The formats of POLECAT and GDELT have no column for what is only planned, threatened, demanded, hypothetical, denied or claimed by somebody, nor for background of long before. Such events are left out there unless --all, or a --status, asks for them; a line on standard error says how many.

Of a record, an event that several reports tell of is one row: the account that says most, with how many tell of it, copies of one text counted once as sources; --accounts prints them all.` + aboutRecord
}

// Run prints events.
func (c *eventsCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.wanted()
	if err != nil {
		return err
	}
	if filter.Types, err = chosen("type", "event type", c.Type, export.EventTypes()); err != nil {
		return err
	}
	if filter.Statuses, err = chosen("status", "status", c.Status, export.Statuses); err != nil {
		return err
	}
	if filter.Modes, err = chosen("mode", "mode", c.Mode, export.EventModes()); err != nil {
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
	all := export.Events
	if kept {
		all = export.KeptEvents
	}
	assertedOnly := false
	w := export.EventGrid(c.look(s, kept))
	switch format {
	case "csv":
		w = export.CSV(all)
	case "tsv":
		w = export.TSV(all)
	case "jsonl":
		w = export.JSONL(all)
	case "plover-jsonl":
		w = export.PLOVER()
	case "polecat-csv":
		w, assertedOnly = export.CSV(export.POLECATPlus), true
	case "polecat-tsv":
		w, assertedOnly = export.TSV(export.POLECAT), true
	case "gdelt-tsv":
		w, assertedOnly = export.GDELT(), true
	case "geojson":
		w = export.EventsGeoJSON()
	}
	assertedOnly = assertedOnly && !c.All && len(c.Status) == 0
	var leftOut atomic.Int64
	if kept {
		err = c.ask(ctx, s, w, filter, assertedOnly, &leftOut)
	} else {
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
	}
	if n := leftOut.Load(); n > 0 {
		s.complain(fmt.Errorf("left out %d events that the reports do not assert, for which %s has no place; --all prints them", n, format))
	}
	return err
}

// ask prints the events of a record.
func (c *eventsCommand) ask(ctx context.Context, s streams, w export.Writer[export.Event], filter export.Filter, assertedOnly bool, leftOut *atomic.Int64) error {
	question, err := c.question(filter)
	if err != nil {
		return err
	}
	question.Modes = filter.Modes
	suits := func(e *export.Event) bool {
		return (len(filter.Types) == 0 || slices.Contains(filter.Types, e.Type)) && (len(filter.Modes) == 0 || slices.Contains(filter.Modes, e.Mode)) &&
			(len(filter.Statuses) == 0 || slices.Contains(filter.Statuses, e.Status)) && (!assertedOnly || e.Asserted())
	}
	return answer(ctx, s, &c.tables, "events", w, func(r *record.Record) iter.Seq2[export.Event, error] {
		if !c.Accounts {
			return export.AskEvents(ctx, r, question, c.Sort, suits, func() { leftOut.Add(1) })
		}
		return func(yield func(export.Event, error) bool) {
			for e, err := range export.AskAccounts(ctx, r, question, c.Sort) {
				if err == nil && !suits(&e) {
					leftOut.Add(1)
					continue
				}
				if !yield(e, err) {
					return
				}
			}
		}
	})
}
