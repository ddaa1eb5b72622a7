// Package postgres keeps a record in a PostgreSQL database that a team shares.
//
// One writer at a time holds an advisory lock for the length of its transaction;
// any number of readers go on beside it. Rows come in by COPY.
package postgres

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"rapporteur/record"
	"rapporteur/record/internal/migrate"
)

//go:embed migrations
var migrations embed.FS

// theWriter is the advisory lock that the one writer holds: "rapp" and "orte".
const theWriter = 0x72617070_6f727465

const maxConnections = 8

// A store is a pool of connections to one database.
type store struct{ db *sql.DB }

// Open opens the record in the database of an address (postgres://user@host/name)
// and brings it to the newest schema. Settings that the address leaves out are
// those of libpq: PGPASSWORD, ~/.pgpass and the like.
func Open(ctx context.Context, address string) (record.Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("opening the record: the address of the database is none: %w", err)
	}
	s := &store{stdlib.OpenDB(*config)}
	s.db.SetMaxOpenConns(maxConnections)
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("opening the record in database %q at %s: %w", config.Database, config.Host, err), s.Close())
	}
	return s, nil
}

func (s *store) migrate(ctx context.Context) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock($1)", int64(theWriter)); err != nil {
		return fmt.Errorf("waiting for the writer: %w", err)
	}
	up := migrate.Up(ctx, goose.DialectPostgres, s.db, migrations)
	_, err = conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", int64(theWriter))
	return errors.Join(up, err)
}

// Close closes the connections.
func (s *store) Close() error { return s.db.Close() }

// Update runs do in a transaction of the one writer.
func (s *store) Update(ctx context.Context, do func(record.Tx) error) error {
	return s.within(ctx, nil, func(x *tx) error {
		if err := x.Exec(ctx, "SELECT pg_advisory_xact_lock(?)", int64(theWriter)); err != nil {
			return fmt.Errorf("waiting for the writer: %w", err)
		}
		return do(x)
	})
}

// View runs do on the record as it is.
func (s *store) View(ctx context.Context, do func(record.Tx) error) error {
	return s.within(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, func(x *tx) error { return do(x) })
}

func (s *store) within(ctx context.Context, o *sql.TxOptions, do func(*tx) error) (err error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connecting to the database: %w", err)
	}
	defer conn.Close()
	t, err := conn.BeginTx(ctx, o)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	// Also where do panics, so that the connection does not go on with half of it.
	defer func() {
		if back := t.Rollback(); back != nil && !errors.Is(back, sql.ErrTxDone) {
			err = errors.Join(err, back)
		}
	}()
	if err := do(&tx{conn, t}); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("ending a transaction: %w", err)
	}
	return nil
}

// A tx is a transaction and the connection that it is on.
type tx struct {
	conn *sql.Conn
	t    *sql.Tx
}

func (x *tx) Exec(ctx context.Context, query string, args ...any) error {
	if _, err := x.t.ExecContext(ctx, numbered(query), args...); err != nil {
		return fmt.Errorf("running %.200q: %w", query, err)
	}
	return nil
}

func (x *tx) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	rows, err := x.t.QueryContext(ctx, numbered(query), args...)
	if err != nil {
		return nil, fmt.Errorf("asking %.200q: %w", query, err)
	}
	return rows, nil
}

// numbered is a query with $1, $2 … for its question marks outside of quotes.
func numbered(query string) string {
	var b strings.Builder
	n, quoted := 0, false
	for _, r := range query {
		switch {
		case r == '?' && !quoted:
			n++
			b.WriteString("$" + strconv.Itoa(n))
			continue
		case r == '\'':
			quoted = !quoted
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (x *tx) Insert(ctx context.Context, table string, columns []string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	err := x.conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	})
	if err != nil {
		return fmt.Errorf("copying %d rows into %s: %w", len(rows), table, err)
	}
	return nil
}

func (x *tx) Members(ctx context.Context, keys []int64, most int) (map[int64][]int64, error) {
	out := make(map[int64][]int64, len(keys))
	err := record.Each(ctx, x, func(rows *sql.Rows) error {
		var key, n int64
		err := rows.Scan(&key, &n)
		out[key] = append(out[key], n)
		return err
	}, "SELECT k, m.node FROM unnest(?::bigint[]) AS k CROSS JOIN LATERAL (SELECT node FROM keys WHERE hash = k LIMIT ?) AS m", keys, most)
	return out, err
}

// Matches asks the full-text search of PostgreSQL.
func (x *tx) Matches(ctx context.Context, table string, words record.Words, condition string, args []any, most int) ([]record.Match, error) {
	query, queried := expression("english", words)
	if query == "" {
		return nil, nil
	}
	if condition != "" {
		condition = " AND " + condition
	}
	return record.MatchesOf(ctx, x, "WITH q AS (SELECT "+query+" AS q) SELECT e.n, ts_rank_cd(e.searched, q.q) AS good FROM q, "+table+" e"+
		" WHERE e.searched @@ q.q"+condition+" ORDER BY good DESC, e.n LIMIT ?", append(append(queried, args...), most)...)
}

// Containing asks the full-text search of PostgreSQL; nothing has no words.
// Names are searched by their words as they are.
func (x *tx) Containing(table string, words record.Words) (string, []any) {
	language := "english"
	if table == "names" {
		language = "simple"
	}
	query, args := expression(language, words)
	if query == "" {
		return "SELECT n FROM " + table + " WHERE 1 = 0", nil
	}
	return "SELECT n FROM " + table + " WHERE searched @@ (" + query + ")", args
}

// expression is a query of full text, "" where nothing must be there.
func expression(language string, words record.Words) (query string, args []any) {
	var parts []string
	with := false
	for _, t := range words {
		part, arg := "phraseto_tsquery('"+language+"', ?::text)", strings.Join(t.Words, " ")
		if t.Prefix {
			// Letters and digits alone mean nothing to to_tsquery.
			part, arg = "to_tsquery('"+language+"', ?::text)", strings.Join(t.Words, " <-> ")+":*"
		}
		if t.Not {
			part = "!! " + part
		} else {
			with = true
		}
		parts, args = append(parts, part), append(args, arg)
	}
	if !with {
		return "", nil
	}
	return strings.Join(parts, " && "), args
}

// Damage is nothing that PostgreSQL would tell in a transaction; its own checks
// are those of pg_amcheck.
func (x *tx) Damage(context.Context) ([]string, error) { return nil, nil }

// Reindex makes the full-text indices anew.
func (x *tx) Reindex(ctx context.Context) error {
	for _, index := range []string{"articles_searched", "statements_searched", "names_searched"} {
		if err := x.Exec(ctx, "REINDEX INDEX "+index); err != nil {
			return err
		}
	}
	return nil
}
