package record

import (
	"context"
	"fmt"
)

// Rebuild works everything out anew from articles, readings and corrections, in
// one transaction: others see the record as it was until all is done. It tells
// after each so many articles how many are done.
func (r *Record) Rebuild(ctx context.Context, done func(articles int)) error {
	r.writing.Lock()
	defer r.writing.Unlock()
	r.cache = cache{}
	err := r.store.Update(ctx, func(tx Tx) error {
		log, err := corrections(ctx, tx)
		if err != nil {
			return err
		}
		// The index must fit the rows when these are taken out of it.
		if err := tx.Reindex(ctx); err != nil {
			return err
		}
		for _, table := range []string{"laid", "keys", "nodes", "processes", "process_names", "changes", "stale", "names", "identities"} {
			if err := tx.Exec(ctx, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		for _, row := range rowKinds {
			if err := tx.Exec(ctx, "DELETE FROM "+row.Table()); err != nil {
				return err
			}
		}
		if err := tx.Exec(ctx, "UPDATE articles SET node = 0"); err != nil {
			return err
		}
		const batch = 100
		for last, n := int64(0), 0; ; {
			some, err := articles(ctx, tx, "WHERE n > ? ORDER BY n LIMIT ?", last, batch)
			if err != nil {
				return err
			}
			w := r.writer(tx, log)
			for _, a := range some {
				last = a.N
				if err := firstSighting(ctx, tx, a); err != nil {
					return err
				}
				w.touched = append(w.touched, &touched{article: a})
			}
			if err := w.finish(ctx); err != nil {
				return err
			}
			n += len(some)
			done(n)
			if len(some) < batch {
				return w.settle(ctx)
			}
		}
	})
	if err != nil {
		r.cache = cache{}
		return fmt.Errorf("working the record out anew: %w", err)
	}
	return nil
}

// firstSighting makes the article show its first sighting.
func firstSighting(ctx context.Context, tx Tx, a *Article) error {
	seen, err := sightings(ctx, tx, a.N)
	if err != nil || len(seen) == 0 {
		return err
	}
	first := seen[0]
	for _, s := range seen {
		if s.before(first) {
			first = s
		}
	}
	added := a.Added
	a.show(first)
	a.Added = added
	return tx.Exec(ctx, "UPDATE articles SET url = ?, publisher = ?, published = ?, ref = ?, title = ?, author = ? WHERE n = ?",
		a.URL, a.Publisher, a.Published, a.Ref, a.Title, a.Author, a.N)
}
