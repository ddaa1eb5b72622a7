package record

import (
	"context"
	"fmt"
	"regexp"
)

// A Report is one article with all that was found in it, as corrections leave
// it. What a person rejected is there, too, and marked.
type Report struct {
	Article    *Article
	Sightings  []Sighting // where it was seen, by date
	Reading    *Reading   // as the models made it, before corrections; nil where it was not read
	Actors     []Actor
	Statements []Statement
	Events     []Event
	Figures    []Figure
	Places     []Place
	Dates      []Date
	Talks      []Talks
	Points     []Point
	Parts      []Part
}

var articleNamed = regexp.MustCompile(`^(x?)([0-9a-f]{8,64})$`)

// Report is the article that an id names: its own, or the beginning of it from
// eight digits on, or its ID as a mention. A nil Report means that the record has none.
func (r *Record) Report(ctx context.Context, id string) (*Report, error) {
	named := articleNamed.FindStringSubmatch(id)
	if named == nil {
		return nil, nil
	}
	head := named[2]
	if named[1] != "" {
		head = head[:8]
	}
	var out *Report
	err := r.store.View(ctx, func(tx Tx) error {
		out = nil
		found, err := articles(ctx, tx, "WHERE id >= ? AND id < ? LIMIT 2", head, head+"g")
		if err != nil || len(found) == 0 {
			return err
		}
		if len(found) > 1 {
			return fmt.Errorf("more than one article begins so; name it by its full id")
		}
		out, err = reportOf(ctx, tx, found[0])
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for article %s: %w", id, err)
	}
	return out, nil
}

func reportOf(ctx context.Context, tx Tx, a *Article) (out *Report, err error) {
	out = &Report{Article: a}
	if out.Sightings, err = sightings(ctx, tx, a.N); err != nil {
		return nil, err
	}
	if out.Reading, err = reading(ctx, tx, a.N); err != nil {
		return nil, err
	}
	first, end := bounds(a.N)
	for _, fetch := range []func() error{
		into(ctx, tx, &out.Actors, "n", first, end), into(ctx, tx, &out.Statements, "n", first, end), into(ctx, tx, &out.Events, "n", first, end),
		into(ctx, tx, &out.Figures, "n", first, end), into(ctx, tx, &out.Places, "n", first, end), into(ctx, tx, &out.Dates, "n", first, end),
		into(ctx, tx, &out.Talks, "n", first, end), into(ctx, tx, &out.Points, "n", first, end), into(ctx, tx, &out.Parts, "finding", first, end),
	} {
		if err := fetch(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// into fetches the rows of T's table whose column is from first up to, and without, end.
func into[T Row](ctx context.Context, tx Tx, to *[]T, column string, first, end int64) func() error {
	return func() (err error) {
		*to, err = selected[T](ctx, tx, "WHERE "+column+" >= ? AND "+column+" < ? ORDER BY "+column, first, end)
		return err
	}
}
