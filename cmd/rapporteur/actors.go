package main

import (
	"context"
	"iter"

	"rapporteur/export"
	"rapporteur/record"
)

// actorsCommand is "rapporteur actors".
type actorsCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl" default:"table" help:"table (for the terminal), csv, tsv, jsonl (docs/exports.md)."`
	Type   []string `placeholder:"KIND" help:"Only actors of this kind: state, government, armed-group, organization, office, person, people. Several are parted by commas."`
	tables
}

// Help is what --help says below the flags.
func (actorsCommand) Help() string {
	return `Prints who is who: a row for each state, body, office and person of each report, under whatever names and pronouns it goes there.` + aboutRecord
}

// Run prints actors.
func (c *actorsCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.wanted()
	if err != nil {
		return err
	}
	if filter.Types, err = chosen("type", "kind of actor", c.Type, export.ActorKinds); err != nil {
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
	all := export.Actors
	if kept {
		all = export.KeptActors
	}
	w := export.ActorGrid(c.look(s, kept))
	switch format {
	case "csv":
		w = export.CSV(all)
	case "tsv":
		w = export.TSV(all)
	case "jsonl":
		w = export.JSONL(all)
	}
	if !kept {
		return tabulate(ctx, s, &c.tables, "actors", w, export.ActorsOf, filter.Actor)
	}
	question, err := c.question(filter)
	if err != nil {
		return err
	}
	return answer(ctx, s, &c.tables, "actors", w, func(r *record.Record) iter.Seq2[export.Actor, error] {
		return export.AskActors(ctx, r, question, c.Sort)
	})
}
