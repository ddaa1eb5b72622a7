package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"strconv"
	"strings"

	"rapporteur/export"
	"rapporteur/record"
)

// questions are the flags of tables that only a record can answer.
type questions struct {
	database
	Place string   `placeholder:"NAME" help:"Of a record: only there (quotations: in their sentence); a name, or a GeoNames id."`
	Box   string   `placeholder:"W,S,E,N" help:"Of a record: only within these degrees of longitude and latitude: west, south, east, north."`
	Words string   `placeholder:"WORDS" help:"Of a record: only with these words, in a quotation or else in the report; as rapporteur search reads them."`
	Mark  []string `placeholder:"MARK" help:"Of a record: only what a person has confirmed, rejected, or neither (unmarked). Without it all but rejected."`
	Limit int      `short:"n" placeholder:"N" help:"Of a record: how many rows at most."`
	Sort  string   `placeholder:"ORDER" help:"Of a record: newest (by day; if not said otherwise), oldest, added (what came into the record last). Actors: most (reports; if not said otherwise), name."`
}

// aboutRecord is what the help of all tables says of the record.
const aboutRecord = `

Without an input, the rows are those of the record (--db), all of it or what the flags let through, each with its id for rapporteur explain and correct. With inputs, these are read and no record is asked.`

// none tells where a question for a record is asked of reports.
func (q *questions) none() error {
	for flag, asked := range map[string]bool{
		"place": q.Place != "", "box": q.Box != "", "words": q.Words != "", "mark": len(q.Mark) > 0, "limit": q.Limit != 0, "sort": q.Sort != "",
	} {
		if asked {
			return usage("--%s is asked of a record: leave the inputs away, or add them to a record first (rapporteur add)", flag)
		}
	}
	return nil
}

// ofRecord reports whether a record is asked, and tells where there is none.
func (t *tables) ofRecord() (bool, error) {
	if len(t.Inputs) > 0 {
		return false, nil
	}
	if _, err := os.Stat(t.DB); !t.shared() && errors.Is(err, fs.ErrNotExist) {
		return false, usage("expected \"<input> ...\" or a record: there is no record %s; name reports to read, or a record with --db", t.DB)
	}
	return true, nil
}

// question is what the flags ask of a record, given what they ask of any rows.
func (q *questions) question(f export.Filter) (record.Filter, error) {
	out := record.Filter{
		Actors: f.Actors, Types: f.Types, Countries: f.Countries, Statuses: f.Statuses, Sources: f.Sources, Since: f.Since, Until: f.Until, Place: q.Place, Words: q.Words,
	}
	for _, name := range q.Mark {
		mark, err := record.MarkNamed(strings.TrimSpace(name))
		if err != nil {
			return out, usage("--mark: %v", err)
		}
		out.Marks = append(out.Marks, mark)
	}
	if q.Box != "" {
		var sides [4]float64
		parts := strings.Split(q.Box, ",")
		for i, part := range parts {
			x, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
			if err != nil || len(parts) != len(sides) {
				return out, usage("--box %s: write west,south,east,north in degrees, such as 33,31,36,33.5", q.Box)
			}
			sides[i] = x
		}
		out.Box = &record.Box{West: sides[0], South: sides[1], East: sides[2], North: sides[3]}
	}
	if q.Limit < 0 {
		return out, usage("--limit %d: there must be at least one", q.Limit)
	}
	return out, nil
}

// answer prints rows of a record as they come. called is what they are.
func answer[R any](ctx context.Context, s streams, t *tables, called string, form export.Writer[R], rows func(*record.Record) iter.Seq2[R, error]) error {
	return t.with(ctx, s, func(r *record.Record) error {
		printed := 0
		out := bufio.NewWriter(s.out)
		var sink export.Sink[R]
		begin := func() (err error) {
			if sink == nil {
				sink, err = export.Into(out, form)
			}
			return err
		}
		// Rows are put together, since a grid tells of a report once.
		const together = 100
		waiting := make([]R, 0, together)
		flush := func() error {
			if err := begin(); err != nil {
				return err
			}
			err := sink.Put(waiting...)
			waiting = waiting[:0]
			return errors.Join(err, out.Flush())
		}
		for row, err := range rows(r) {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			waiting = append(waiting, row)
			if printed++; len(waiting) == together {
				if err := flush(); err != nil {
					return fmt.Errorf("writing: %w", err)
				}
			}
			if printed == t.Limit {
				break
			}
		}
		if printed == 0 && s.outTerminal {
			s.complain(fmt.Errorf("no %s found", called))
		}
		err := flush()
		if err == nil {
			err = sink.Close()
		}
		if err = errors.Join(err, out.Flush()); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
		return nil
	})
}
