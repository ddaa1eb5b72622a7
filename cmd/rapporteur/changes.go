package main

import (
	"bytes"
	"context"
	"strings"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
)

// changesCommand is "rapporteur changes".
type changesCommand struct {
	Words []string `arg:"" optional:"" help:"Words that must all be there in who moved, on what, or what the talks are about."`
	followed
	Type  []string `placeholder:"KIND" help:"Only movements of this kind: stance, position (first told), stage, answer, proposal, awaited, figure. Several are parted by commas."`
	Stage []string `placeholder:"STAGE" help:"Only of talks at this stage now."`
	Talks string   `placeholder:"TALKS" help:"Only of this negotiation: its id, or words that name it."`
	Sort  string   `enum:"newest,oldest" default:"newest" help:"newest or oldest first."`
}

// Help is what --help says below the flags.
func (changesCommand) Help() string {
	return `Prints who moved, the last first: from which stance to which, how far talks came, what was proposed, answered, awaited, and which counts were taken back; each with the words that show it and whose report it was. --since and --until are days of these movements.`
}

// Run prints movements.
func (c *changesCommand) Run(ctx context.Context, s streams) error {
	f, p, err := c.ask(c.Words)
	if err != nil {
		return err
	}
	if f.Types, err = chosen("type", "kind of movement", c.Type, record.ChangeKinds); err != nil {
		return err
	}
	f.Statuses, p.Sort = c.Stage, c.Sort
	return c.with(ctx, s, func(r *record.Record) error {
		if c.Talks != "" {
			meant, err := r.Named(ctx, c.Talks)
			switch {
			case err != nil:
				return err
			case len(meant) != 1:
				return usage("--talks %s may mean %s; rapporteur talks lists them with their ids", c.Talks, terminal.Count(len(meant), "negotiation"))
			}
			f.Talks = meant[0].ID
		}
		found, err := r.Changes(ctx, f, p)
		if err != nil {
			return err
		}
		return tell(s, &c.followed, found, changesCSV, changesText, "movement")
	})
}

// changesText is one line or two for each movement: "2031-07-06 Velm, permanent
// ceasefire: demands → open to · Reuters via Harbour Post".
func changesText(in []record.Change, s streams) []byte {
	var b bytes.Buffer
	for _, c := range in {
		who := terminal.Plain(strings.ReplaceAll(c.Actor, "; ", " and "))
		if who == "" {
			who = terminal.Plain(c.Name)
		}
		if c.Issue != "" {
			who = s.palette.Strong(who) + ", " + terminal.Plain(c.Issue)
		} else {
			who = s.palette.Strong(who)
		}
		move := terminal.Spaced(c.To)
		if c.From != "" {
			move = terminal.Spaced(c.From) + " → " + move
		}
		disputed, outlet, words := "", "", ""
		if c.Disputed {
			disputed = s.palette.Doubt("disputed")
		}
		if len(c.Evidence) > 0 {
			outlet, words = terminal.Plain(c.Evidence[0].Outlet), "“"+terminal.Plain(c.Evidence[0].Words)+"”"
		}
		b.WriteString(terminal.Wrap(dotted(who+": "+move, disputed, outlet), s.width, c.Day+"  ", "            "))
		if words != "" {
			b.WriteString(terminal.Wrap(words+" "+s.palette.Faint("["+c.Evidence[0].ID+"]"), s.width, "            ", "            "))
		}
	}
	return b.Bytes()
}

// changesCSV is a table of movements.
func changesCSV(in []record.Change) ([]byte, error) {
	var b bytes.Buffer
	err := table(&b, []string{"day", "kind", "talks", "name", "actor", "issue", "from", "to", "disputed", "outlet", "finding", "article", "url", "words", "sentence"}, func(put func(...string)) {
		for _, c := range in {
			row := []string{c.Day, c.Kind, c.Process.String(), c.Name, c.Actor, c.Issue, c.From, c.To, map[bool]string{true: "true"}[c.Disputed]}
			if len(c.Evidence) > 0 {
				e := c.Evidence[0]
				row = append(row, e.Outlet, e.ID, e.Article, e.URL, oneLine(e.Words), oneLine(e.Sentence))
			} else {
				row = append(row, "", "", "", "", "", "")
			}
			put(row...)
		}
	})
	return b.Bytes(), err
}
