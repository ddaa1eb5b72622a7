package main

import (
	"bytes"
	"context"

	"rapporteur"
	"rapporteur/cmd/rapporteur/dossier"
	"rapporteur/pipeline"
)

// readCommand is "rapporteur read".
type readCommand struct {
	sources
	JSON    bool `name:"json" xor:"explain,text" help:"Print the record as JSON, one object a report, one a line (docs/record.md)."`
	Explain bool `xor:"explain" help:"Name the rule or model that read each finding."`
	Text    bool `xor:"text" help:"Add the report itself, its sentences numbered as in the dossier."`
	reader
	weights
}

// reader is the flag of commands that read reports for somebody who waits.
type reader struct {
	Reader string `enum:"quick,careful" default:"careful" help:"Which reader makes the language layer: careful (better trees and names), or quick (six times as fast, for much news)."`
}

// Help is what --help says below the flags.
func (readCommand) Help() string {
	return `Prints a dossier of each report, or with --json its record. [s12] is the twelfth sentence; --text shows them with their numbers.`
}

// Run reads.
func (c *readCommand) Run(ctx context.Context, s streams) error {
	style := dossier.Style{Width: s.width, Palette: s.palette, Explain: c.Explain, Text: c.Text}
	many := !c.single()
	return work(ctx, s, &c.sources, c.weights, c.Reader, func(p *pipeline.Pipeline, a *rapporteur.Article) ([]byte, error) {
		r := p.Read(a)
		if c.JSON {
			out, err := r.MarshalJSON()
			return append(out, '\n'), err
		}
		var b bytes.Buffer
		if err := dossier.Write(&b, r, style); err != nil {
			return nil, err
		}
		if many {
			b.WriteString("\n\n")
		}
		return b.Bytes(), nil
	})
}
