// Package sqlite keeps a record in one file, with the SQLite engine that is built
// into the program.
//
// The file is in write-ahead-log mode: readers and the one writer do not wait for
// one another, and a program that is killed leaves whole transactions. With
// "synchronous = normal" a power cut may take the last of them, never a part of
// one.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"

	"rapporteur/record"
	"rapporteur/record/internal/migrate"
)

//go:embed migrations
var migrations embed.FS

// A store is one file: a connection for the writer and some for readers.
type store struct {
	path    string
	writer  *sql.DB
	readers *sql.DB
}

const (
	patience   = 10 * time.Minute // for another process to finish writing a batch
	maxReaders = 8
	// The writer's cache is in KiB, negative as SQLite wants it: keys of linking are
	// looked up all over their index. It grows to this in records of gigabytes alone.
	cacheKiB = -512 << 10
	// Readers see so many bytes of the file without copying them: each has pages of its
	// own otherwise, and asks the system for them.
	mapped = 16 << 30
	// Pages of the log go to the file when there are so many, 64 MB: batches write the
	// same ones again and again.
	logPages = 16 << 10
)

// Open opens the record in a file, which it makes where there is none, and brings
// it to the newest schema.
func Open(ctx context.Context, path string) (record.Store, error) {
	s, err := open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("opening the record %s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string) (_ *store, err error) {
	s := &store{path: path}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	if s.writer, err = sql.Open("sqlite", source(path, "immediate", "synchronous(normal)", fmt.Sprintf("cache_size(%d)", cacheKiB), fmt.Sprintf("wal_autocheckpoint(%d)", logPages))); err != nil {
		return nil, err
	}
	s.writer.SetMaxOpenConns(1)
	if err := migrate.Up(ctx, goose.DialectSQLite3, s.writer, migrations); err != nil {
		return nil, notOurs(err)
	}
	if s.readers, err = sql.Open("sqlite", source(path, "deferred", "query_only(1)", fmt.Sprintf("mmap_size(%d)", mapped))); err != nil {
		return nil, err
	}
	s.readers.SetMaxOpenConns(maxReaders)
	s.readers.SetMaxIdleConns(maxReaders) // a new one begins without a page in its cache
	return s, nil
}

// source is the address of the file for the driver.
func source(path, lock string, pragmas ...string) string {
	q := url.Values{"_txlock": {lock}}
	for _, p := range append([]string{fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "journal_mode(wal)", "temp_store(memory)"}, pragmas...) {
		q.Add("_pragma", p)
	}
	name := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}
	return name.String()
}

// notOurs says what to try where a file is no database.
func notOurs(err error) error {
	if e, ok := errors.AsType[*sqlite.Error](err); ok && e.Code()&0xff == 26 { // SQLITE_NOTADB
		return fmt.Errorf("the file is no record: %w; name another with --db", err)
	}
	return err
}

// Close closes the file.
func (s *store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.readers, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Update runs do in a transaction of the one writer.
func (s *store) Update(ctx context.Context, do func(record.Tx) error) error {
	return within(ctx, s.writer, do)
}

// View runs do on the record as it is.
func (s *store) View(ctx context.Context, do func(record.Tx) error) error {
	return within(ctx, s.readers, do)
}

func within(ctx context.Context, db *sql.DB, do func(record.Tx) error) (err error) {
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	// Also where do panics: there is one connection to write with.
	defer func() { err = errors.Join(err, rolledBack(t.Rollback())) }()
	x := &tx{t: t, prepared: map[string]*sql.Stmt{}}
	if err := do(x); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("ending a transaction: %w", err)
	}
	return nil
}

func rolledBack(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// A tx is a transaction; what it prepares lives as long as it does.
type tx struct {
	t        *sql.Tx
	prepared map[string]*sql.Stmt
}

func (x *tx) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := x.prepared[query]; s != nil {
		return s, nil
	}
	s, err := x.t.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing %.200q: %w", query, err)
	}
	x.prepared[query] = s
	return s, nil
}

func (x *tx) Exec(ctx context.Context, query string, args ...any) error {
	s, err := x.prepare(ctx, query)
	if err != nil {
		return err
	}
	if _, err := s.ExecContext(ctx, args...); err != nil {
		return fmt.Errorf("running %.200q: %w", query, err)
	}
	return nil
}

func (x *tx) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := x.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return nil, fmt.Errorf("asking %.200q: %w", query, err)
	}
	return rows, nil
}

// valuesAtOnce are inserted by one statement, at most.
const valuesAtOnce = 4_000

func (x *tx) Insert(ctx context.Context, table string, columns []string, rows [][]any) error {
	one := "(" + strings.Repeat(", ?", len(columns))[2:] + ")"
	for some := range slices.Chunk(rows, valuesAtOnce/len(columns)) {
		query := "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES " + one + strings.Repeat(", "+one, len(some)-1)
		if err := x.Exec(ctx, query, slices.Concat(some...)...); err != nil {
			return err
		}
	}
	return nil
}

// Most keys have few members, so that many are asked for at once; where that
// gives more than fits, one by one.
const (
	keysAtOnce    = 256
	membersAtOnce = 8 * keysAtOnce
)

func (x *tx) Members(ctx context.Context, keys []int64, most int) (map[int64][]int64, error) {
	out := make(map[int64][]int64, len(keys))
	// Limits are written out: SQLite prepares a statement anew whenever one is bound.
	many := fmt.Sprintf("SELECT hash, node FROM keys WHERE hash IN (%s) LIMIT %d", strings.Repeat(", ?", keysAtOnce)[2:], membersAtOnce)
	one := fmt.Sprintf("SELECT hash, node FROM keys WHERE hash = ? LIMIT %d", most)
	for some := range slices.Chunk(keys, keysAtOnce) {
		args := make([]any, keysAtOnce)
		for i := range args {
			args[i] = some[min(i, len(some)-1)]
		}
		found, err := x.pairs(ctx, many, args...)
		if err != nil {
			return nil, err
		}
		if len(found) < membersAtOnce {
			for _, p := range found {
				if len(out[p[0]]) < most {
					out[p[0]] = append(out[p[0]], p[1])
				}
			}
			continue
		}
		for _, key := range some {
			if found, err = x.pairs(ctx, one, key); err != nil {
				return nil, err
			}
			for _, p := range found {
				out[key] = append(out[key], p[1])
			}
		}
	}
	return out, nil
}

// pairs are the answers of a query for two whole numbers.
func (x *tx) pairs(ctx context.Context, query string, args ...any) (out [][2]int64, err error) {
	err = record.Each(ctx, x, func(rows *sql.Rows) error {
		var p [2]int64
		err := rows.Scan(&p[0], &p[1])
		out = append(out, p)
		return err
	}, query, args...)
	return out, err
}

// Matches asks FTS5.
func (x *tx) Matches(ctx context.Context, table string, words record.Words, condition string, args []any, most int) ([]record.Match, error) {
	query := expression(words)
	if query == "" {
		return nil, nil
	}
	index, weights, join := table+"_words", "", ""
	if table == "articles" {
		weights = ", 4, 1" // title, text
	}
	if condition != "" {
		join, condition = " JOIN "+table+" e ON e.n = w.rowid", " AND "+condition
	}
	return record.MatchesOf(ctx, x, "SELECT w.rowid, -bm25("+index+weights+") AS good FROM "+index+" w"+join+
		" WHERE "+index+" MATCH ?"+condition+" ORDER BY good DESC, w.rowid LIMIT ?", append(append([]any{query}, args...), most)...)
}

// Containing asks FTS5; nothing has no words.
func (x *tx) Containing(table string, words record.Words) (string, []any) {
	index := table + "_words"
	query := expression(words)
	if query == "" {
		return "SELECT n FROM " + table + " WHERE 1 = 0", nil
	}
	return "SELECT rowid AS n FROM " + index + " WHERE " + index + " MATCH ?", []any{query}
}

// expression is a query of FTS5; "" where nothing must be there.
func expression(words record.Words) string {
	var with, without []string
	for _, t := range words {
		s := `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			s += " *"
		}
		if t.Not {
			without = append(without, s)
		} else {
			with = append(with, s)
		}
	}
	if len(with) == 0 {
		return ""
	}
	out := strings.Join(with, " AND ")
	for _, s := range without {
		out = "(" + out + ") NOT " + s
	}
	return out
}

// Damage asks SQLite what is wrong with the file and with the full-text index.
func (x *tx) Damage(ctx context.Context) ([]string, error) {
	// FTS5 looks for what others wrote when it is asked something, and not when its
	// integrity is checked: without a question it would find the index of another
	// moment damaged.
	for _, index := range []string{"articles_words", "statements_words", "names_words"} {
		if _, err := x.lines(ctx, "SELECT rowid FROM "+index+" WHERE "+index+" MATCH 'a' LIMIT 1"); err != nil {
			return nil, err
		}
	}
	lines, err := x.lines(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, line := range lines {
		if line != "ok" {
			out = append(out, "the file: "+line)
		}
	}
	for _, table := range []string{"articles", "statements", "names"} {
		lines, err := x.lines(ctx, "SELECT (SELECT count(*) FROM "+table+") - (SELECT count(*) FROM "+table+"_words_docsize)")
		if err != nil {
			return nil, err
		}
		if lines[0] != "0" {
			out = append(out, "the full-text index of "+table+" differs from them by "+lines[0]+" rows")
		}
	}
	return out, nil
}

func (x *tx) lines(ctx context.Context, query string) (out []string, err error) {
	err = record.Each(ctx, x, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		out = append(out, line)
		return err
	}, query)
	return out, err
}

// Reindex makes the full-text indices anew.
func (x *tx) Reindex(ctx context.Context) error {
	for _, table := range []string{"articles_words", "statements_words", "names_words"} {
		if err := x.Exec(ctx, "INSERT INTO "+table+"("+table+") VALUES ('rebuild')"); err != nil {
			return err
		}
	}
	return nil
}
