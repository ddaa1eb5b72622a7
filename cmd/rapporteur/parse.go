package main

import (
	"bytes"
	"context"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/pipeline"
)

// parseCommand is "rapporteur parse".
type parseCommand struct {
	sources
	Format string `enum:"conllu,json" default:"conllu" help:"conllu (CoNLL-U, \"# newdoc id\" being the ref of the report) or json (one object a report, one a line)."`
	reader
	weights
}

// Run parses.
func (c *parseCommand) Run(ctx context.Context, s streams) error {
	return work(ctx, s, &c.sources, c.weights, c.Reader, func(p *pipeline.Pipeline, a *rapporteur.Article) ([]byte, error) {
		d := p.Parse(a)
		if c.Format == "json" {
			out, err := d.MarshalJSON()
			return append(out, '\n'), err
		}
		var b bytes.Buffer
		err := conllu.Write(&b, d)
		return b.Bytes(), err
	})
}
