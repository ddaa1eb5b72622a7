package record

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// chunk is how many arguments one statement takes at most.
const chunk = 512

// Each scans the rows of a query one by one.
func Each(ctx context.Context, tx Tx, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := tx.Query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fmt.Errorf("reading an answer of the database: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading an answer of the database: %w", err)
	}
	return nil
}

// among runs a query that holds IN (%s) for values, some at a time.
func among(ctx context.Context, tx Tx, scan func(*sql.Rows) error, query string, values []int64) error {
	for some := range slices.Chunk(values, chunk) {
		args := padded(some)
		if err := Each(ctx, tx, scan, fmt.Sprintf(query, marks(len(args))), args...); err != nil {
			return err
		}
	}
	return nil
}

// execAmong is among for statements without an answer.
func execAmong(ctx context.Context, tx Tx, query string, values []int64) error {
	for some := range slices.Chunk(values, chunk) {
		args := padded(some)
		if err := tx.Exec(ctx, fmt.Sprintf(query, marks(len(args))), args...); err != nil {
			return err
		}
	}
	return nil
}

func marks(n int) string { return strings.Repeat(",?", n)[1:] }

// padded are values as arguments, the last one repeated up to a power of two, so
// that there are few different statements to prepare.
func padded[T any](in []T) []any {
	n := 1
	for n < len(in) {
		n *= 2
	}
	out := make([]any, n)
	for i := range out {
		out[i] = in[min(i, len(in)-1)]
	}
	return out
}

// number is the one whole number that a query answers with, 0 for no answer.
func number(ctx context.Context, tx Tx, query string, args ...any) (int64, error) {
	var out sql.NullInt64
	err := Each(ctx, tx, func(r *sql.Rows) error { return r.Scan(&out) }, query, args...)
	return out.Int64, err
}

// numbers are the whole numbers that a query answers with.
func numbers(ctx context.Context, tx Tx, query string, args ...any) ([]int64, error) {
	var out []int64
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		out = append(out, n)
		return err
	}, query, args...)
	return out, err
}

// selected are the rows of T's table that match the end of a query.
func selected[T Row](ctx context.Context, tx Tx, where string, args ...any) ([]T, error) {
	var zero T
	var out []T
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var row T
		err := r.Scan(targets(&row)...)
		out = append(out, row)
		return err
	}, "SELECT "+strings.Join(Columns(zero), ", ")+" FROM "+zero.Table()+" "+where, args...)
	return out, err
}

// insert adds rows of one type.
func insert(ctx context.Context, tx Tx, rows []Row) error {
	if len(rows) == 0 {
		return nil
	}
	out := make([][]any, len(rows))
	for i, row := range rows {
		out[i] = values(row)
	}
	return tx.Insert(ctx, rows[0].Table(), Columns(rows[0]), out)
}
