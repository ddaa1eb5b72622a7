package main

import (
	"context"
	"slices"

	"rapporteur/eval"
)

// evalCommand is "rapporteur eval".
type evalCommand struct {
	Task string `arg:"" help:"What to measure: ${tasks}."`
	Path string `arg:"" type:"existingpath" help:"The annotated data: a file, or a folder whose development files are measured."`
	Save string `type:"path" placeholder:"FILE" help:"Write the scores into this file too, in the place of those of the same task and data."`
	engine
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
	p, err := c.pipeline(0)
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
