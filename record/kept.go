package record

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// What is kept: articles, sightings, readings, corrections.

func (Article) Table() string { return "articles" }

var articleColumns = strings.Join(Columns(Article{}), ", ")

// articles are those that match the end of a query.
func articles(ctx context.Context, tx Tx, where string, args ...any) ([]*Article, error) {
	var out []*Article
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var a Article
		err := r.Scan(targets(&a)...)
		out = append(out, &a)
		return err
	}, "SELECT "+articleColumns+" FROM articles "+where, args...)
	return out, err
}

// article is the one with an id, nil where there is none.
func article(ctx context.Context, tx Tx, id string) (*Article, error) {
	found, err := articles(ctx, tx, "WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

var sightingColumns = []string{"article", "url", "publisher", "published", "ref", "title", "author", "added"}

// row is a sighting of an article as its table has it.
func (s Sighting) row(article int64) []any {
	return []any{article, s.URL, s.Publisher, s.Published, s.Ref, s.Title, s.Author, s.Added}
}

// putSighting adds a sighting that is not there yet, and makes the article show
// its first one.
func putSighting(ctx context.Context, tx Tx, a *Article, s Sighting) (added, shown bool, err error) {
	n, err := number(ctx, tx, "SELECT count(*) FROM sightings WHERE article = ? AND url = ? AND publisher = ? AND published = ? AND ref = ?",
		a.N, s.URL, s.Publisher, s.Published, s.Ref)
	if err != nil || n > 0 {
		return false, false, err
	}
	err = tx.Insert(ctx, "sightings", sightingColumns, [][]any{s.row(a.N)})
	if err == nil {
		err = changed(ctx, tx)
	}
	if err != nil || !s.before(a.sighting()) {
		return true, false, err
	}
	a.show(s)
	err = tx.Exec(ctx, "UPDATE articles SET url = ?, publisher = ?, published = ?, ref = ?, title = ?, author = ?, added = ? WHERE n = ?",
		a.URL, a.Publisher, a.Published, a.Ref, a.Title, a.Author, a.Added, a.N)
	return true, true, err
}

func sightings(ctx context.Context, tx Tx, article int64) ([]Sighting, error) {
	var out []Sighting
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var s Sighting
		err := r.Scan(&s.URL, &s.Publisher, &s.Published, &s.Ref, &s.Title, &s.Author, &s.Added)
		out = append(out, s)
		return err
	}, "SELECT url, publisher, published, ref, title, author, added FROM sightings WHERE article = ? ORDER BY published, publisher, url, ref", article)
	return out, err
}

// readingHead is the reading of an article without what was found, nil where it
// was not read.
func readingHead(ctx context.Context, tx Tx, article int64) (*Reading, error) {
	var out *Reading
	err := Each(ctx, tx, func(r *sql.Rows) error {
		out = &Reading{}
		return r.Scan(&out.Reader, &out.Models, &out.Published, &out.Made)
	}, "SELECT reader, models, published, made FROM readings WHERE article = ?", article)
	return out, err
}

// reading is the reading of an article, nil where it was not read.
func reading(ctx context.Context, tx Tx, article int64) (*Reading, error) {
	var out *Reading
	var format int
	var body []byte
	err := Each(ctx, tx, func(r *sql.Rows) error {
		out = &Reading{}
		return r.Scan(&out.Reader, &out.Models, &out.Published, &out.Made, &format, &body)
	}, "SELECT reader, models, published, made, format, body FROM readings WHERE article = ?", article)
	if err != nil || out == nil {
		return nil, err
	}
	return out, out.unpack(format, body)
}

var readingColumns = []string{"article", "reader", "models", "published", "made", "format", "body"}

// row is a reading of an article as its table has it.
func (r *Reading) row(article int64) ([]any, error) {
	body, err := r.pack()
	return []any{article, r.Reader, r.Models, r.Published, r.Made, readingFormat, body}, err
}

const correctionColumns = `n, action, who, at, why, target, article, start, stop, other, other_article, other_start, other_stop, field, value, undoes`

// corrections are the whole log, oldest first.
func corrections(ctx context.Context, tx Tx) ([]Correction, error) {
	var out []Correction
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var c Correction
		err := r.Scan(&c.N, &c.Action, &c.Who, &c.At, &c.Why, &c.Target.ID, &c.Target.Article, &c.Target.Span.Start, &c.Target.Span.End,
			&c.Other.ID, &c.Other.Article, &c.Other.Span.Start, &c.Other.Span.End, &c.Field, &c.Value, &c.Undoes)
		out = append(out, c)
		return err
	}, "SELECT "+correctionColumns+" FROM corrections ORDER BY n")
	return out, err
}

func putCorrection(ctx context.Context, tx Tx, c Correction) error {
	err := tx.Exec(ctx, "INSERT INTO corrections ("+correctionColumns+") VALUES ("+marks(16)+")",
		c.N, c.Action, c.Who, c.At, c.Why, int64(c.Target.ID), c.Target.Article, c.Target.Span.Start, c.Target.Span.End,
		int64(c.Other.ID), c.Other.Article, c.Other.Span.Start, c.Other.Span.End, c.Field, c.Value, c.Undoes)
	if err != nil {
		return fmt.Errorf("keeping correction %d: %w", c.N, err)
	}
	return nil
}
