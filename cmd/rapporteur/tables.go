package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync/atomic"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/ingest"
	"rapporteur/pipeline"
)

// tables are the flags that all commands have which print findings as rows: of
// the reports that are named, or of a record where none are.
type tables struct {
	sources
	reader
	weights
	CSV  bool `name:"csv" xor:"form" help:"The same as --format csv."`
	JSON bool `name:"json" xor:"form" help:"The same as --format jsonl."`
	filters
	Source []string `sep:"none" placeholder:"OUTLET" help:"Only from reports of this outlet. May be given again."`
	questions
}

// filters are the flags that say which rows are wanted.
type filters struct {
	Actor   []string `sep:"none" placeholder:"NAME" help:"Only of this actor (who takes part; who speaks; on whose word): a name, or words of one. May be given again."`
	Country []string `placeholder:"ISO3" help:"Only of this country: SDN, or Sudan. Several are parted by commas."`
	Since   string   `placeholder:"DATE" help:"Only from this day on, by the date of the row or, where it has none, of publication."`
	Until   string   `placeholder:"DATE" help:"Only up to this day."`
}

// form is the form asked for: what --format says, or a shorthand for it.
func (t *tables) form(format string) (string, error) {
	short := ""
	switch {
	case t.CSV:
		short = "csv"
	case t.JSON:
		short = "jsonl"
	default:
		return format, nil
	}
	if format != "table" && format != short {
		return "", usage("--format %s and --%s ask for two forms", format, map[string]string{"csv": "csv", "jsonl": "json"}[short])
	}
	return short, nil
}

// filter looks the values up.
func (f *filters) filter() (export.Filter, error) {
	out := export.Filter{Actors: f.Actor}
	var err error
	if out.Countries, err = export.Countries(f.Country); err != nil {
		return out, usage("--country: %v", err)
	}
	for _, d := range []struct {
		flag, asked string
		day         *string
	}{{"--since", f.Since, &out.Since}, {"--until", f.Until, &out.Until}} {
		if d.asked == "" {
			continue
		}
		at, err := ingest.ParsePublished(d.asked)
		if err != nil {
			return out, usage("%s %s: %v", d.flag, d.asked, err)
		}
		*d.day = at.Format("2006-01-02")
	}
	if out.Since != "" && out.Until != "" && out.Since > out.Until {
		return out, usage("--since %s is after --until %s", out.Since, out.Until)
	}
	out.Ready()
	return out, nil
}

// chosen looks values of a flag up.
func chosen(flag, what string, asked, there []string) ([]string, error) {
	out, err := export.Choose(what, asked, there)
	if err != nil {
		return nil, usage("--%s: %v", flag, err)
	}
	return out, nil
}

// look is the terminal's. Rows of a record show their ids, which explain and
// correct take.
func (t *tables) look(s streams, kept bool) export.Look {
	return export.Look{Width: s.width, Titled: !t.single(), IDs: kept, Strong: s.palette.Strong, Doubt: s.palette.Doubt, Faint: s.palette.Faint}
}

// wanted is what the flags ask, of reports and of a record.
func (t *tables) wanted() (export.Filter, error) {
	out, err := t.filter()
	out.Sources = t.Source
	return out, err
}

// tabulate reads every input and writes the rows that are wanted, in the order of
// the inputs. called is what the rows are.
func tabulate[R any](ctx context.Context, s streams, t *tables, called string, w export.Writer[R], rows func(*rapporteur.Reading) []R, wanted func(*R) bool) error {
	if err := t.questions.none(); err != nil {
		return err
	}
	var printed atomic.Int64
	out := &headed{Writer: s.out, head: w.Head}
	framed, parted := w.(export.Framed)
	if parted {
		out.between = framed.Between()
	}
	s.out = out
	err := work(ctx, s, &t.sources, t.weights, t.Reader, func(p *pipeline.Pipeline, a *rapporteur.Article) ([]byte, error) {
		var keep []R
		for _, row := range rows(p.Read(a)) {
			if wanted(&row) {
				keep = append(keep, row)
			}
		}
		printed.Add(int64(len(keep)))
		var b bytes.Buffer
		err := w.Write(&b, keep)
		return b.Bytes(), err
	})
	switch {
	case err != nil:
		return err
	case printed.Load() == 0 && s.outTerminal:
		s.complain(fmt.Errorf("no %s found", called))
	}
	if err = out.begin(); err == nil && parted {
		err = framed.Tail(out.Writer)
	}
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// headed writes what stands before the first row once, when the first report is
// read: a question that is refused prints nothing. It parts the rows of one report
// from those of another where the form wants that.
type headed struct {
	io.Writer
	head    func(io.Writer) error
	between string
	done    bool
	rows    bool
}

func (h *headed) begin() error {
	if h.done {
		return nil
	}
	h.done = true
	return h.head(h.Writer)
}

func (h *headed) Write(p []byte) (int, error) {
	if err := h.begin(); err != nil {
		return 0, err
	}
	if h.rows && len(p) > 0 && h.between != "" {
		if _, err := io.WriteString(h.Writer, h.between); err != nil {
			return 0, err
		}
	}
	h.rows = h.rows || len(p) > 0
	return h.Writer.Write(p)
}
