package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/cmd/rapporteur/negotiation"
	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
)

// followed are the flags of questions about negotiations.
type followed struct {
	database
	filters
	Place  string   `placeholder:"NAME" help:"Only at this venue, or where this place is much spoken of."`
	Source []string `sep:"none" placeholder:"OUTLET" help:"Only told by this outlet. May be given again."`
	Limit  int      `short:"n" default:"50" help:"How many at most."`
	After  string   `placeholder:"NEXT" help:"Go on after a page: what it said on standard error."`
	JSON   bool     `name:"json" xor:"form" help:"One object a line instead, with the evidence (docs/following.md)."`
	CSV    bool     `name:"csv" xor:"form" help:"A table for spreadsheets instead."`
}

// ask makes of the flags what the record is asked.
func (q *followed) ask(words []string) (record.Filter, record.Page, error) {
	f, err := q.filter()
	if err != nil {
		return record.Filter{}, record.Page{}, err
	}
	if q.Limit < 1 || q.Limit > record.MaxLimit {
		return record.Filter{}, record.Page{}, usage("--limit %d: there may be 1 to %d", q.Limit, record.MaxLimit)
	}
	return record.Filter{Actors: f.Actors, Countries: f.Countries, Since: f.Since, Until: f.Until, Place: q.Place, Sources: q.Source, Words: strings.Join(words, " ")},
		record.Page{Limit: q.Limit, After: q.After, Count: true}, nil
}

// with opens the record for a question and closes it.
func (d database) with(ctx context.Context, s streams, ask func(*record.Record) error) (err error) {
	r, err := d.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	if n, err := r.Behind(ctx); err != nil {
		return err
	} else if n > 0 {
		s.complain(fmt.Errorf("%s changed since they were worked out: rapporteur add is at work, or was stopped; run it again to finish", terminal.Count(n, "negotiation")))
	}
	err = ask(r)
	if errors.Is(err, record.ErrAsked) {
		return usage("%v", err)
	}
	return err
}

// talksCommand is "rapporteur talks".
type talksCommand struct {
	Words []string `arg:"" optional:"" help:"Words that must all be there in what the talks are about: subjects, sides, issues."`
	followed
	Type  []string `placeholder:"KIND" help:"Only of this kind: truce, prisoner, peace, wage, trade … Several are parted by commas."`
	Stage []string `placeholder:"STAGE" help:"Only at this stage now: proposed, agreed-to-meet, under-way, critical, stalled, suspended, deal-reached, signed, implementing, collapsed, rejected."`
	Sort  string   `enum:"newest,oldest,most,name" default:"newest" help:"newest (what moved last first), oldest, most (reports), name."`
}

// Help is what --help says below the flags.
func (talksCommand) Help() string {
	return `Lists the negotiations that the record follows from report to report, those that moved last first. Reports of one text at several outlets are told apart from independent ones. rapporteur show prints one of them whole.`
}

// Run lists negotiations.
func (c *talksCommand) Run(ctx context.Context, s streams) error {
	f, p, err := c.ask(c.Words)
	if err != nil {
		return err
	}
	f.Types, f.Statuses, p.Sort = c.Type, c.Stage, c.Sort
	return c.with(ctx, s, func(r *record.Record) error {
		found, err := r.Processes(ctx, f, p)
		if err != nil {
			return err
		}
		return tell(s, &c.followed, found, processesCSV, processesText, "negotiation")
	})
}

// tell writes what was found in the form asked for, and on standard error what the
// answer leaves out.
func tell[R any](s streams, c *followed, found record.Rows[R], csv func([]R) ([]byte, error), text func([]R, streams) []byte, noun string) error {
	var out []byte
	var err error
	switch {
	case c.JSON:
		out, err = jsonLines(found.Rows)
	case c.CSV:
		out, err = csv(found.Rows)
	default:
		out = text(found.Rows, s)
	}
	if err != nil {
		return err
	}
	return s.answer(out, len(found.Rows), found.Total, noun, found.Next)
}

// answer writes an answer, and on standard error what it leaves out.
func (s streams) answer(out []byte, n, total int, noun, next string) error {
	if _, err := s.out.Write(out); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	switch {
	case n == 0 && next == "":
		s.complain(fmt.Errorf("no %s found", noun))
	case next != "":
		of := strconv.Itoa(total)
		if total > record.MostCounted {
			of = "more than " + strconv.Itoa(record.MostCounted)
		}
		s.complain(fmt.Errorf("%d of %s; --after %s goes on", n, of, next))
	}
	return nil
}

// jsonLines are rows as JSON, one a line.
func jsonLines[T any](rows []T) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	for _, row := range rows {
		if err := encoder.Encode(row); err != nil {
			return nil, fmt.Errorf("writing what was found: %w", err)
		}
	}
	return b.Bytes(), nil
}

// processesText lists negotiations for people.
func processesText(in []record.Process, s streams) []byte {
	var b bytes.Buffer
	for _, p := range in {
		put := func(text string) { b.WriteString(terminal.Wrap(text, s.width, "    ", "      ")) }
		b.WriteString(terminal.Wrap(s.palette.Strong(terminal.Plain(p.Name)), s.width, "", "  "))
		stage := ""
		if p.Stage != "" {
			stage = terminal.Spaced(p.Stage) + negotiation.Since(p.StageSince)
		}
		moved, told := "", negotiation.Told(p.Reports, p.Sources)
		if p.Moved != "" {
			moved, told = "last moved "+p.Moved, told+", "+negotiation.Stretch(p.First, p.Last)
		}
		put(dotted(stage, moved, told))
		sides := seats(p.Parties)
		if m := seats(p.Mediators); m != "" {
			sides += "; between them " + m
		}
		put(sides)
		for _, w := range p.Awaited {
			put(s.palette.Doubt("awaited") + " " + terminal.Plain(w.Name) + ": " + terminal.Plain(w.What))
		}
		put(s.palette.Faint(p.ID.String()))
	}
	return b.Bytes()
}

func seats(in []record.Seat) string {
	var names []string
	for _, x := range in {
		names = append(names, terminal.Plain(x.Name))
	}
	return strings.Join(names, ", ")
}

func dotted(parts ...string) string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}

// processesCSV is a table of negotiations.
func processesCSV(in []record.Process) ([]byte, error) {
	var b bytes.Buffer
	err := table(&b, []string{"id", "name", "kind", "subject", "parties", "mediators", "venues", "stage", "stage_since", "moved", "awaited", "reports", "sources", "first", "last"}, func(put func(...string)) {
		for _, p := range in {
			var awaited []string
			for _, w := range p.Awaited {
				awaited = append(awaited, w.Name+": "+w.What)
			}
			put(p.ID.String(), p.Name, p.Dispute, p.Subject, seats(p.Parties), seats(p.Mediators), strings.Join(p.Venues, ", "), p.Stage, p.StageSince, p.Moved,
				strings.Join(awaited, "; "), strconv.Itoa(p.Reports), strconv.Itoa(p.Sources), p.First, p.Last)
		}
	})
	return b.Bytes(), err
}

// table writes rows under a heading.
func table(w io.Writer, heading []string, rows func(put func(...string))) error {
	out := csv.NewWriter(w)
	err := out.Write(heading)
	rows(func(cells ...string) { err = errors.Join(err, out.Write(cells)) })
	out.Flush()
	if err = errors.Join(err, out.Error()); err != nil {
		return fmt.Errorf("writing a table: %w", err)
	}
	return nil
}
