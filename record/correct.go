package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"rapporteur"
)

// Correct adds a correction to the log and lays it over the record. Of its
// targets the ID is enough. It gives the correction as it is kept.
func (r *Record) Correct(ctx context.Context, c Correction) (Correction, error) {
	if err := c.check(); err != nil {
		return Correction{}, err
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	err := r.store.Update(ctx, func(tx Tx) error {
		log, err := corrections(ctx, tx)
		if err != nil {
			return err
		}
		for _, t := range []*Target{&c.Target, &c.Other} {
			if t.ID != 0 && c.Action != ActionUndo {
				if err := t.find(ctx, tx); err != nil {
					return err
				}
			}
		}
		c.N, c.At = int64(len(log)+1), r.now()
		about := c
		for about.Action == ActionUndo {
			if about.Undoes < 1 || about.Undoes > int64(len(log)) {
				return fmt.Errorf("there is no correction %d to undo; there are %d", about.Undoes, len(log))
			}
			about = log[about.Undoes-1]
		}
		if c.Action == ActionUndo && !standing(log)[c.Undoes] {
			return fmt.Errorf("correction %d is undone already", c.Undoes)
		}
		if c.Action == ActionRecode {
			if err := recodes(ctx, tx, c, holding(log)); err != nil {
				return err
			}
		}
		if err := putCorrection(ctx, tx, c); err != nil {
			return err
		}
		w := r.writer(tx, append(log, c))
		for _, id := range []string{about.Target.Article, about.Other.Article} {
			if id == "" || w.find(id) != nil {
				continue
			}
			a, err := article(ctx, tx, id)
			if err != nil {
				return err
			}
			if a != nil {
				w.touched = append(w.touched, &touched{article: a})
			}
		}
		if err := w.finish(ctx); err != nil {
			return err
		}
		if err := w.renamed(ctx, about); err != nil {
			return err
		}
		return w.settle(ctx)
	})
	if err != nil {
		r.cache = cache{}
		return Correction{}, fmt.Errorf("correcting the record: %w", err)
	}
	return c, nil
}

// recodes reports what is wrong with a re-coding of a finding as it is now.
func recodes(ctx context.Context, tx Tx, c Correction, holds []Correction) error {
	a, err := article(ctx, tx, c.Target.Article)
	if err != nil || a == nil {
		return err
	}
	read, err := reading(ctx, tx, a.N)
	if err != nil || read == nil {
		return err
	}
	_, all, _, _, err := corrected(a, read, holds)
	if err != nil {
		return err
	}
	if i := c.Target.among(all); i >= 0 {
		if err := checkRecode(all[i].value, c.Field, c.Value); err != nil {
			return fmt.Errorf("re-coding %s: %w", c.Target.ID, err)
		}
	}
	return nil
}

// find fills in where the target is.
func (t *Target) find(ctx context.Context, tx Tx) error {
	kind := t.ID.Kind()
	of, err := articles(ctx, tx, "WHERE id >= ? AND id < ?", t.ID.Head(), t.ID.Head()+"g")
	if err != nil {
		return err
	}
	for _, a := range of {
		if t.Article != "" && t.Article != a.ID {
			continue
		}
		if kind == KindArticle {
			if t.Article == "" && len(of) > 1 {
				return fmt.Errorf("%s may be any of %d articles; name one by its full id", t.ID, len(of))
			}
			t.Article, t.Span = a.ID, rapporteur.Span{}
			return nil
		}
		first, end := bounds(a.N)
		there := false
		err := Each(ctx, tx, func(r *sql.Rows) error {
			there = true
			return r.Scan(&t.Span.Start, &t.Span.End)
		}, "SELECT start, stop FROM "+tableOf[kind]+" WHERE n >= ? AND n < ? AND id = ?", first, end, int64(t.ID))
		if err != nil {
			return err
		}
		if there {
			t.Article = a.ID
			return nil
		}
	}
	return fmt.Errorf("%w %s", ErrMissing, t.ID)
}

// ErrMissing is the kind of error that an id gives which the record does not know.
var ErrMissing = errors.New("the record has no finding")

// tableOf is where the findings of a kind are.
var tableOf = map[Kind]string{
	KindActor: "actors", KindDate: "dates", KindEvent: "events", KindFigure: "figures", KindPlace: "places", KindStatement: "statements", KindTalks: "talks",
	KindStickingPoint: "points", KindTerm: "points", KindAnswer: "points", KindPosition: "points", KindProposal: "points", KindAwaited: "points",
}

// A LoggedCorrection is a correction and what became of it.
type LoggedCorrection struct {
	Correction
	Holds bool // no holding one undoes it
	Lost  bool // it holds, but the present reading has nothing that it is about
}

// Corrections are the whole log, oldest first.
func (r *Record) Corrections(ctx context.Context) ([]LoggedCorrection, error) {
	var out []LoggedCorrection
	err := r.store.View(ctx, func(tx Tx) (err error) {
		out, err = loggedCorrections(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the log of corrections: %w", err)
	}
	return out, nil
}

func loggedCorrections(ctx context.Context, tx Tx) ([]LoggedCorrection, error) {
	log, err := corrections(ctx, tx)
	if err != nil {
		return nil, err
	}
	lost, err := numbers(ctx, tx, "SELECT DISTINCT correction FROM laid WHERE finding = 0")
	if err != nil {
		return nil, err
	}
	holds := standing(log)
	out := make([]LoggedCorrection, 0, len(log))
	for _, c := range log {
		out = append(out, LoggedCorrection{c, holds[c.N], slices.Contains(lost, c.N)})
	}
	return out, nil
}
