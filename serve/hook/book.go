package hook

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// A Book keeps subscriptions, what was told to each, and the log of tries: an
// SQLite file beside the record, readable by its owner alone since it has the
// secrets. Several processes may use it at once.
type Book struct{ db *sql.DB }

const tables = `
CREATE TABLE IF NOT EXISTS subscriptions (
	id TEXT PRIMARY KEY, question TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL, private INTEGER NOT NULL, added TEXT NOT NULL, ended TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS deliveries (
	id TEXT PRIMARY KEY, subscription TEXT NOT NULL, item TEXT NOT NULL, body BLOB NOT NULL, state TEXT NOT NULL, queued TEXT NOT NULL, due INTEGER NOT NULL,
	tries INTEGER NOT NULL, UNIQUE (subscription, item)
);
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due) WHERE state = 'waiting';
CREATE TABLE IF NOT EXISTS tries (
	n INTEGER PRIMARY KEY, delivery TEXT NOT NULL, at TEXT NOT NULL, status INTEGER NOT NULL, error TEXT NOT NULL, ms INTEGER NOT NULL
);
`

// Open opens the book in a file and makes it where there is none.
func Open(ctx context.Context, path string) (*Book, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening the book of subscriptions: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("opening the book of subscriptions: %w", err)
	}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(30000)", "journal_mode(wal)"}}
	name := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, fmt.Errorf("opening the book of subscriptions %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, tables); err != nil {
		return nil, errors.Join(fmt.Errorf("opening the book of subscriptions %s: %w; name another with --hooks", path, err), db.Close())
	}
	return &Book{db}, nil
}

// Close closes the file.
func (b *Book) Close() error { return b.db.Close() }

// within runs do in a transaction.
func (b *Book) within(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// rows scans the rows of a query one by one.
func (b *Book) rows(ctx context.Context, scan func(*sql.Rows) error, query string, args ...any) error {
	rows, err := b.db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// stamp is a time as the book has it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
