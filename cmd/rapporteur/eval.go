package main

import (
	"context"
	"slices"

	"rapporteur/eval"
	"rapporteur/language"
)

// evalCommand is "rapporteur eval".
type evalCommand struct {
	Task   string `arg:"" help:"What to measure: ${tasks}."`
	Path   string `arg:"" type:"existingpath" help:"The annotated data: a file, or a folder whose development files are measured."`
	Reader string `enum:"quick,careful,both" default:"both" help:"Which reader: quick, careful, or both, side by side in one table."`
	Save   string `type:"path" placeholder:"FILE" help:"Write the scores of one reader into this file too, in the place of those of the same task and data."`
	weights
}

// Help is what --help says below the flags.
func (evalCommand) Help() string {
	return `Prints precision, recall and F1 with the definitions they follow; docs/evaluation.md says more.`
}

// Run measures.
func (c *evalCommand) Run(ctx context.Context, s streams) error {
	if !slices.Contains(eval.Tasks(), c.Task) {
		return usage("no task %q", c.Task)
	}
	if c.Reader == "both" {
		if c.Save != "" {
			return usage("--save keeps the scores of one reader: add --reader quick or --reader careful")
		}
		var rivals []eval.Rival
		for _, reader := range language.Readers {
			p, err := c.pipeline(reader, 0)
			if err != nil {
				return err
			}
			rivals = append(rivals, eval.Rival{Name: reader, Read: p.Read})
		}
		return eval.Compare(ctx, s.out, c.Task, c.Path, rivals)
	}
	p, err := c.pipeline(c.Reader, 0)
	if err != nil {
		return err
	}
	if c.Save == "" {
		return eval.Run(ctx, s.out, c.Task, c.Path, p.Read)
	}
	reports, err := eval.Measure(ctx, c.Task, c.Path, p.Read)
	if err != nil {
		return err
	}
	for _, r := range reports {
		if err := r.WriteTable(s.out); err != nil {
			return err
		}
	}
	return eval.UpdateScores(c.Save, reports)
}
