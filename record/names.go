package record

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// keepNames keeps the names of actors and places, for their words; those that
// are known stay as they are, and those that nobody has any more.
func keepNames(ctx context.Context, tx Tx, sheets []*derived) error {
	seen := map[string]bool{"": true}
	var names []any
	keep := func(name string) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	for _, s := range sheets {
		for _, a := range s.actors {
			keep(a.Name)
			keep(a.Renamed)
		}
		for _, p := range s.places {
			keep(p.Name)
		}
	}
	for some := range slices.Chunk(names, chunk/4) {
		// All statements alike, so that there are few to prepare.
		for len(some) < chunk/4 {
			some = append(some[:len(some):len(some)], some[0])
		}
		if err := tx.Exec(ctx, "INSERT INTO names (name) VALUES "+strings.Repeat(", (?)", len(some))[2:]+" ON CONFLICT (name) DO NOTHING", some...); err != nil {
			return fmt.Errorf("keeping names: %w", err)
		}
	}
	return nil
}

// changed counts a change of the record.
func changed(ctx context.Context, tx Tx) error {
	return tx.Exec(ctx, "UPDATE state SET version = version + 1")
}

// Version counts how often the record was changed: what was answered at one
// version is the answer for as long as it stays.
func (r *Record) Version(ctx context.Context) (int64, error) {
	var out int64
	err := r.store.View(ctx, func(tx Tx) (err error) {
		out, err = number(ctx, tx, "SELECT version FROM state")
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("asking for the version of the record: %w", err)
	}
	return out, nil
}
