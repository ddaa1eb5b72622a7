package record

import (
	"context"
	"database/sql"
	"fmt"
)

// An ArticleRow is a report of the record, without its text.
type ArticleRow struct {
	Source
	Mention ID     `json:"mention"` // for explain and correct
	Added   string `json:"added"`   // RFC 3339
	Reader  string `json:"reader,omitempty"`
	Copies  int    `json:"copies"` // other texts of the record that are copies of it, or it of them
	Events  int    `json:"events"` // how many were found, rejected ones left out
	Quotes  int    `json:"quotes"`
	Figures int    `json:"figures"`
	Talks   int    `json:"talks"`
	Opening string `json:"opening"` // the first characters of the text
	number  int64
	node    int64
}

// opening is how many characters of a text a list shows.
const opening = 280

// Articles are the reports that the filter lets through, by day of publication.
func (r *Record) Articles(ctx context.Context, of Filter, p Page) (Rows[ArticleRow], error) {
	var out Rows[ArticleRow]
	err := r.ask(ctx, theArticles, of, p, false, "reports", func(tx Tx, l listed) error {
		out = Rows[ArticleRow]{Next: l.next, Total: l.total}
		rows, err := articleRows(ctx, tx, l.ns)
		out.Rows = rows
		return err
	})
	return out, err
}

func articleRows(ctx context.Context, tx Tx, ns []int64) ([]ArticleRow, error) {
	by := map[int64]*ArticleRow{}
	var nodes []int64
	err := among(ctx, tx, func(r *sql.Rows) error {
		var a ArticleRow
		err := r.Scan(&a.number, &a.ID, &a.Ref, &a.Title, &a.URL, &a.Author, &a.Publisher, &a.Published, &a.Language, &a.Added, &a.node, &a.Opening)
		a.Mention = ArticleID(a.ID)
		by[a.number] = &a
		nodes = append(nodes, a.node)
		return err
	}, fmt.Sprintf("SELECT n, id, ref, title, url, author, publisher, published, language, added, node, substr(text, 1, %d) FROM articles WHERE n IN (%%s)", opening), ns)
	if err != nil {
		return nil, err
	}
	families, err := labels(ctx, tx, nodes)
	if err != nil {
		return nil, err
	}
	sizes := map[int64]int{}
	var groups []int64
	for _, grp := range families {
		groups = append(groups, grp)
	}
	err = among(ctx, tx, func(r *sql.Rows) error {
		var grp int64
		var n int
		err := r.Scan(&grp, &n)
		sizes[grp] = n
		return err
	}, "SELECT y.grp, count(*) FROM nodes y JOIN articles a ON a.node = y.n WHERE y.grp IN (%s) GROUP BY y.grp", unique(groups))
	if err != nil {
		return nil, err
	}
	out := make([]ArticleRow, 0, len(ns))
	for _, n := range ns {
		a := by[n]
		if a == nil {
			continue
		}
		a.Copies = max(0, sizes[families[a.node]]-1)
		first, end := bounds(n)
		for table, to := range map[string]*int{"events": &a.Events, "statements": &a.Quotes, "figures": &a.Figures, "talks": &a.Talks} {
			found, err := number(ctx, tx, "SELECT count(*) FROM "+table+" WHERE n >= ? AND n < ? AND mark >= 0", first, end)
			if err != nil {
				return nil, err
			}
			*to = int(found)
		}
		head, err := readingHead(ctx, tx, n)
		if err != nil {
			return nil, err
		}
		if head != nil {
			a.Reader = head.Reader
		}
		out = append(out, *a)
	}
	return out, nil
}
