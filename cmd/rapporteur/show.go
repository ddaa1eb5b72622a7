package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"rapporteur/cmd/rapporteur/negotiation"
	"rapporteur/record"
)

// showCommand is "rapporteur show".
type showCommand struct {
	Talks []string `arg:"" help:"The id of any talks of it, or words that name it: what rapporteur talks prints."`
	database
	Explain bool `help:"Name the findings behind each line, for rapporteur explain."`
	JSON    bool `name:"json" help:"One object instead, with all evidence (docs/following.md)."`
}

// Help is what --help says below the flags.
func (showCommand) Help() string {
	return `Prints one negotiation whole: parties and mediators, rounds, stages, where each side stood and stands on each issue, proposals with their terms and answers, what is stuck and what is awaited, figures with what contradicts them, people, places and reports. Where words may mean several, they are listed.`
}

// Run shows a negotiation.
func (c *showCommand) Run(ctx context.Context, s streams) error {
	words := strings.Join(c.Talks, " ")
	return c.with(ctx, s, func(r *record.Record) error {
		found, err := r.Named(ctx, words)
		switch {
		case err != nil:
			return err
		case len(found) == 0:
			return fmt.Errorf("the record has no negotiation %q; rapporteur talks lists them", words)
		case len(found) > 1:
			if _, err := s.out.Write(processesText(found, s)); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
			return fmt.Errorf("%q may mean any of these %d; name one by its id", words, len(found))
		}
		d, err := r.Dossier(ctx, found[0].ID)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if c.JSON {
			out, err := jsonLines([]*record.Dossier{d})
			if err != nil {
				return err
			}
			b.Write(out)
		} else if err := negotiation.Write(&b, d, negotiation.Style{Width: s.width, Palette: s.palette, Explain: c.Explain}); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		if _, err := s.out.Write(b.Bytes()); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		return nil
	})
}
