package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

// A Mention is one account of something: an article of a family, an actor of an
// identity, an event, or talks of a process, as one article has it.
type Mention struct {
	ID        ID
	Article   string // id of its article
	Published string // of its article
	Start     int    // byte of the text where it is named
	Mark      int    // Rejected, Unmarked or Confirmed
	group     int64
}

// before is the order of the mentions of a group: the first one gives the group
// its name. It goes by publication, what is undated last, then by article, then
// by place in the text.
func (m Mention) before(o Mention) int {
	return cmp.Or(cmp.Compare(b(m.Published == ""), b(o.Published == "")), cmp.Compare(m.Published, o.Published), cmp.Compare(m.Article, o.Article),
		cmp.Compare(m.Start, o.Start), cmp.Compare(m.ID, o.ID))
}

func b(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Groups are all groups of a kind, each with its first mention first; the first
// mention's ID names the group. Rejected mentions are in none.
func (r *Record) Groups(ctx context.Context, kind Kind) ([][]Mention, error) {
	return r.groups(ctx, kind, "", nil)
}

// Group is the group that a mention is in. The mention may be any of it.
func (r *Record) Group(ctx context.Context, id ID) ([]Mention, error) {
	if nodeTables[id.Kind()] == "" {
		return nil, fmt.Errorf("looking for the group of %s: %s findings make no groups", id, id.Kind())
	}
	var t Target
	var grp int64
	err := r.store.View(ctx, func(tx Tx) error {
		t = Target{ID: id}
		if err := t.find(ctx, tx); err != nil {
			return err
		}
		a, err := article(ctx, tx, t.Article)
		if err != nil || a == nil {
			return err
		}
		if id.Kind() == KindArticle {
			grp, err = number(ctx, tx, "SELECT grp FROM nodes WHERE n = ?", a.Node)
			return err
		}
		first, end := bounds(a.N)
		grp, err = number(ctx, tx, "SELECT x.grp FROM nodes x JOIN "+nodeTables[id.Kind()]+" m ON m.node = x.n WHERE m.n >= ? AND m.n < ? AND m.id = ?", first, end, int64(id))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for the group of %s: %w", id, err)
	}
	groups, err := r.groups(ctx, id.Kind(), " AND x.grp = ?", []any{grp})
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	return groups[0], nil
}

func (r *Record) groups(ctx context.Context, kind Kind, where string, args []any) ([][]Mention, error) {
	table := nodeTables[kind]
	query := "SELECT x.grp, m.id, a.id, a.published, m.start, m.mark FROM nodes x JOIN " + table + " m ON m.node = x.n JOIN articles a ON a.n = m.article WHERE m.mark >= 0" + where
	if kind == KindArticle {
		query = "SELECT x.grp, 0, a.id, a.published, 0, 0 FROM nodes x JOIN articles a ON a.node = x.n WHERE 1 = 1" + where
	}
	by := map[int64][]Mention{}
	err := r.store.View(ctx, func(tx Tx) error {
		clear(by)
		return Each(ctx, tx, func(rows *sql.Rows) error {
			var m Mention
			if err := rows.Scan(&m.group, &m.ID, &m.Article, &m.Published, &m.Start, &m.Mark); err != nil {
				return err
			}
			if kind == KindArticle {
				m.ID = ArticleID(m.Article)
			}
			by[m.group] = append(by[m.group], m)
			return nil
		}, query, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("looking for groups of %s: %w", kind, err)
	}
	out := slices.Collect(maps.Values(by))
	for _, g := range out {
		slices.SortFunc(g, Mention.before)
	}
	slices.SortFunc(out, func(a, b []Mention) int { return a[0].before(b[0]) })
	return out, nil
}
