package record

import (
	"context"
	"database/sql"
)

// A Store is a database that holds a record. It knows how to run SQL in
// transactions and how its database does the few things that databases do in
// different ways; what is in the tables is decided in this package.
type Store interface {
	// Update runs do in a transaction of the one writer: it waits for another
	// writer to finish, and keeps everything that do did or, where do or the
	// keeping fails, nothing.
	Update(ctx context.Context, do func(Tx) error) error
	// View runs do on the record as it is at one moment, beside any writer.
	View(ctx context.Context, do func(Tx) error) error
	Close() error
}

// A Tx is a transaction. SQL is what SQLite and PostgreSQL both read, with ? for
// arguments.
type Tx interface {
	Exec(ctx context.Context, query string, args ...any) error
	Query(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	// Insert adds rows of as many values as there are columns, in bulk.
	Insert(ctx context.Context, table string, columns []string, rows [][]any) error
	// Members are the nodes that hold each of the keys, at most so many of a key.
	Members(ctx context.Context, keys []int64, most int) (map[int64][]int64, error)
	// Matches are the rows of "statements" or "articles" whose words match, the
	// best first, that a condition lets through: the end of a WHERE, of a row
	// called e, with its arguments; "" lets all through.
	Matches(ctx context.Context, table string, words Words, condition string, args []any, most int) ([]Match, error)
	// Containing is a query for the n of the rows of "statements", "articles" or
	// "names" whose words match, with its arguments.
	Containing(table string, words Words) (query string, args []any)
	// Damage is what the database says is wrong with itself.
	Damage(ctx context.Context) ([]string, error)
	// Reindex makes the full-text index anew.
	Reindex(ctx context.Context) error
}

// A Match is a row that a search found.
type Match struct {
	N    int64
	Rank float64 // the higher the better, comparable within one search
}

// MatchesOf are the answers of a query for rows and ranks.
func MatchesOf(ctx context.Context, tx Tx, query string, args ...any) (out []Match, err error) {
	err = Each(ctx, tx, func(rows *sql.Rows) error {
		var m Match
		err := rows.Scan(&m.N, &m.Rank)
		out = append(out, m)
		return err
	}, query, args...)
	return out, err
}
