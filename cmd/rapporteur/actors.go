package main

import (
	"context"

	"rapporteur/export"
)

// actorsCommand is "rapporteur actors".
type actorsCommand struct {
	Format string   `enum:"table,csv,tsv,jsonl" default:"table" help:"table (for the terminal), csv, tsv, jsonl (docs/exports.md)."`
	Type   []string `placeholder:"KIND" help:"Only actors of this kind: state, government, armed-group, organization, office, person, people. Several are parted by commas."`
	tables
}

// Help is what --help says below the flags.
func (actorsCommand) Help() string {
	return `Prints who is who: a row for each state, body, office and person of each report, under whatever names and pronouns it goes there.`
}

// Run prints actors.
func (c *actorsCommand) Run(ctx context.Context, s streams) error {
	filter, err := c.filter()
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
	w := export.ActorGrid(c.look(s))
	switch format {
	case "csv":
		w = export.CSV(export.Actors)
	case "tsv":
		w = export.TSV(export.Actors)
	case "jsonl":
		w = export.JSONL(export.Actors)
	}
	return tabulate(ctx, s, &c.tables, "actors", w, export.ActorsOf, filter.Actor)
}
