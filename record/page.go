package record

import (
	"context"
	"encoding/base64"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A Page says which part of an answer is wanted, and in which order.
type Page struct {
	Limit int    // how many rows at most; DefaultLimit where 0
	After string // Rows.Next of the page before; "" for the first
	Sort  string // one of the Sort constants; the first that the question knows where ""
	Count bool   // tell how many rows there are in all
}

// The orders of rows.
const (
	SortNewest = "newest" // by day, the latest first, undated rows last
	SortOldest = "oldest" // by day, the earliest first, undated rows first
	SortAdded  = "added"  // the last that came into the record first
	SortMost   = "most"   // by the number of reports, or of a figure by its value, the largest first
	SortName   = "name"
)

// The sizes of a page, and up to where rows are counted.
const (
	DefaultLimit = 50
	MaxLimit     = 1_000
	MostCounted  = 1_000
)

// Rows are one page of an answer. The next page begins where this one ended,
// whatever was added to the record in between.
type Rows[T any] struct {
	Rows  []T    `json:"rows"`
	Next  string `json:"next,omitempty"`  // for Page.After; "" where there are no more
	Total int    `json:"total,omitempty"` // where it was asked for; MostCounted+1 where there are more than MostCounted
}

func (p Page) limit() int {
	if p.Limit == 0 {
		return DefaultLimit
	}
	return p.Limit
}

// sort is the order asked for, of those that a question knows.
func (p Page) sort(known ...string) (string, error) {
	switch {
	case p.Limit < 0 || p.Limit > MaxLimit:
		return "", askedWrongly("a page has from 1 to %d rows, not %d", MaxLimit, p.Limit)
	case p.Sort == "":
		return known[0], nil
	case !slices.Contains(known, p.Sort):
		return "", askedWrongly("no order is called %q here; there are %s", p.Sort, strings.Join(known, ", "))
	}
	return p.Sort, nil
}

// A cursor is the place of a row in an order: what it is ordered by, and a number
// that no other row has.
type cursor struct {
	key string
	n   int64
}

func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.FormatInt(c.n, 36) + "~" + c.key))
}

// from is where the page begins, nil for the first.
func (p Page) from() (*cursor, error) {
	if p.After == "" {
		return nil, nil
	}
	plain, err := base64.RawURLEncoding.DecodeString(p.After)
	n, key, ok := strings.Cut(string(plain), "~")
	at, bad := strconv.ParseInt(n, 36, 64)
	if err != nil || !ok || bad != nil {
		return nil, askedWrongly("%q is not the end of a page: give back what the page before calls its next", p.After)
	}
	return &cursor{key, at}, nil
}

// All are the rows of a question, page by page. Each page is of the record as it
// is when its turn comes.
func All[T any](ctx context.Context, ask func(context.Context, Filter, Page) (Rows[T], error), of Filter, sort string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		p := Page{Limit: MaxLimit, Sort: sort}
		for {
			rows, err := ask(ctx, of, p)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, row := range rows.Rows {
				if !yield(row, nil) {
					return
				}
			}
			if rows.Next == "" {
				return
			}
			p.After = rows.Next
		}
	}
}
