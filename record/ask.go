package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// A subject is a table that is asked for rows.
type subject struct {
	table string
	types string   // the column of Filter.Types
	roles []string // in which an actor that is asked for plays its part
	day   string   // the column of the day
}

var (
	theEvents     = subject{"events", "type", []string{RoleActor, RoleRecipient}, "day"}
	theStatements = subject{"statements", "kind", []string{RoleSpeaker}, "day"}
	theFigures    = subject{"figures", "measure", []string{RoleSource}, "day"}
	theActors     = subject{"actors", "kind", nil, "day"}
	thePlaces     = subject{"places", "kind", nil, "day"}
	theArticles   = subject{"articles", "", nil, "published"}
)

// A condition is one that rows are held to.
type condition struct {
	check string // of a row called {e}
	args  []any
	// seek, where there is one, is a query for the numbers of all rows that pass,
	// and perhaps of rows of other tables.
	seek    string
	sought  []any
	indexed bool // an index finds the rows that pass in the order of the day
}

// A question is a subject and its conditions.
type question struct {
	subject
	conditions []condition
	grouped    bool // of the mentions of a group, only the first in the order
}

const (
	// few is how many rows are so few that they are fetched and sorted. Of more, a
	// page is found sooner by going through all rows in the order asked for.
	few = 3_000
	// many is the same where all rows are wanted, to be counted: then to go through the
	// table costs as much as to look up a good part of it.
	many = 200_000
)

// driver is the condition that the fewest rows pass, inOrder where none is passed
// by few, as many as few says.
func (q *question) driver(ctx context.Context, tx Tx, few int64) (int, error) {
	best, least := inOrder, few
	// Places and words, which come last, mostly leave less than people do: of those so
	// many need not be counted.
	for i, c := range slices.Backward(q.conditions) {
		if c.seek == "" {
			continue
		}
		n, err := number(ctx, tx, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM (%s) AS s LIMIT %d) AS t", c.seek, least), c.sought...)
		if err != nil {
			return inOrder, err
		}
		if n < least {
			best, least = i, n
		}
	}
	return best, nil
}

// In place of a driver: none, so that the order drives; or what is asked for
// drives, and no condition may.
const (
	inOrder  = -1
	allQuiet = -2
)

// where is what the conditions ask of a row called alias. A condition that drives
// is looked for, and those that are in the way of it, or of the order, are put so that
// a database without statistics does not begin with them.
func (q *question) where(alias string, driver int) (string, []any) {
	out, args := []string{"1 = 1"}, []any(nil)
	for i, c := range q.conditions {
		switch {
		case i == driver:
			out, args = append(out, "{e}.n IN ("+c.seek+")"), append(args, c.sought...)
		case c.indexed && driver == inOrder:
			out, args = append(out, c.check), append(args, c.args...)
		default:
			out, args = append(out, quietly(c.check)), append(args, c.args...)
		}
	}
	return strings.ReplaceAll(strings.Join(out, " AND "), "{e}", alias), args
}

// quietly is a condition that no index is looked up for.
func quietly(check string) string { return "CASE WHEN " + check + " THEN 1 ELSE 0 END = 1" }

// A listed is the rows of a page.
type listed struct {
	ns    []int64
	next  string
	total int
}

// An order is how the rows of a table follow one another: by a key, and rows of
// one key by number.
type order struct {
	key      string // of a row called {e}; "" for the number alone
	ascends  bool
	inDriver int // what drives where nothing is sought
}

// order is the one that a page asks for.
func (s subject) order(p Page) (order, error) {
	sort, err := p.sort(SortNewest, SortOldest, SortAdded)
	switch {
	case err != nil:
		return order{}, err
	case sort == SortAdded:
		return order{inDriver: allQuiet}, nil
	}
	return order{key: "{e}." + s.day, ascends: sort == SortOldest, inDriver: inOrder}, nil
}

// by is the order as SQL; loosely, so that no index is looked up for it.
func (o order) by(loosely bool) string {
	direction := " DESC"
	if o.ascends {
		direction = ""
	}
	switch {
	case o.key == "":
		return "e.n" + direction
	case loosely:
		return strings.ReplaceAll(o.key, "{e}", "e") + " || ''" + direction + ", e.n" + direction
	}
	return strings.ReplaceAll(o.key, "{e}", "e") + direction + ", e.n" + direction
}

// keyed is the key of a row called e, as SQL.
func (o order) keyed() string {
	if o.key == "" {
		return "''"
	}
	return strings.ReplaceAll(o.key, "{e}", "e")
}

// after reports whether one row comes after another.
func (o order) after(a, b cursor) bool {
	c := cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.n, b.n))
	return o.ascends && c > 0 || !o.ascends && c < 0
}

// beyond says that a row called e comes after one with a key and a number.
func (o order) beyond(key, n string) string {
	sign := " < "
	if o.ascends {
		sign = " > "
	}
	if o.key == "" {
		return "e.n" + sign + n
	}
	return "(" + strings.ReplaceAll(o.key, "{e}", "e") + ", e.n)" + sign + "(" + key + ", " + n + ")"
}

// list finds a page of rows.
func (q *question) list(ctx context.Context, tx Tx, p Page) (listed, error) {
	by, err := q.order(p)
	if err != nil {
		return listed{}, err
	}
	from, err := p.from()
	if err != nil {
		return listed{}, err
	}
	driver, err := q.driver(ctx, tx, few)
	if err != nil {
		return listed{}, err
	}
	if driver == inOrder {
		driver = by.inDriver
	}
	if q.grouped && driver >= 0 {
		return q.gathered(ctx, tx, p, by, from, driver)
	}
	where, args := q.where("e", driver)
	if from != nil {
		where += " AND " + by.beyond("?", "?")
		if by.key != "" {
			args = append(args, from.key)
		}
		args = append(args, from.n)
	}
	if q.grouped {
		// z is the row of the group that comes first: none before it.
		inner, more := q.where("z", allQuiet)
		where += " AND NOT EXISTS (SELECT 1 FROM nodes x JOIN nodes y ON y.grp = x.grp JOIN " + q.table + " z ON z.node = y.n WHERE x.n = e.node AND " + by.beyond("z."+q.day, "z.n") + " AND " + inner + ")"
		args = append(args, more...)
	}
	out, err := pageOf(ctx, tx, p, fmt.Sprintf("SELECT e.n, %s FROM %s e WHERE %s ORDER BY %s LIMIT %d", by.keyed(), q.table, where, by.by(driver >= 0), p.limit()+1), args...)
	if err != nil || !p.Count {
		return out, err
	}
	out.total, err = q.count(ctx, tx, driver)
	return out, err
}

// pageOf reads numbers and keys, at most one more than a page has.
func pageOf(ctx context.Context, tx Tx, p Page, query string, args ...any) (listed, error) {
	var out listed
	var last cursor
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var c cursor
		if err := r.Scan(&c.n, &c.key); err != nil {
			return err
		}
		if len(out.ns) == p.limit() {
			out.next = last.String()
			return nil
		}
		out.ns, last = append(out.ns, c.n), c
		return nil
	}, query, args...)
	return out, err
}

// gathered finds a page of groups among few rows: all of them are fetched.
func (q *question) gathered(ctx context.Context, tx Tx, p Page, by order, from *cursor, driver int) (listed, error) {
	where, args := q.where("e", driver)
	var out listed
	var last cursor
	seen := map[int64]bool{}
	begun := from == nil
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var c cursor
		var grp int64
		if err := r.Scan(&c.n, &c.key, &grp); err != nil {
			return err
		}
		first := !seen[grp]
		seen[grp] = true
		switch {
		case !begun:
			begun = c == *from || by.after(c, *from)
			if !begun || c == *from || !first {
				return nil
			}
		case !first:
			return nil
		}
		if len(out.ns) < p.limit() {
			out.ns, last = append(out.ns, c.n), c
		} else {
			out.next = last.String()
		}
		return nil
	}, fmt.Sprintf("SELECT e.n, %s, x.grp FROM %s e JOIN nodes x ON x.n = e.node WHERE %s ORDER BY %s", by.keyed(), q.table, where, by.by(true)), args...)
	if p.Count {
		out.total = min(len(seen), MostCounted+1)
	}
	return out, err
}

// count counts the rows, or their groups, up to one more than MostCounted. Where
// a condition can be sought, its rows are gone through, few or not.
func (q *question) count(ctx context.Context, tx Tx, driver int) (int, error) {
	sought := slices.IndexFunc(q.conditions, func(c condition) bool { return c.seek != "" })
	if driver >= 0 {
		sought = driver
	}
	quiet := driver
	from, what, args := q.table+" e", "e.n", []any(nil)
	if sought >= 0 {
		quiet = allQuiet
		from, args = "(SELECT * FROM ("+q.conditions[sought].seek+") AS t) AS s CROSS JOIN "+from, append(args, q.conditions[sought].sought...)
	}
	if q.grouped {
		from, what = from+" CROSS JOIN nodes x", "x.grp"
	}
	where, more := q.where("e", quiet)
	if sought >= 0 {
		where += " AND e.n = s.n"
	}
	if q.grouped {
		where += " AND x.n = e.node"
	}
	n, err := number(ctx, tx, fmt.Sprintf("SELECT count(*) FROM (SELECT DISTINCT %s FROM %s WHERE %s LIMIT %d) AS d", what, from, where, MostCounted+1), append(args, more...)...)
	return int(n), err
}

// ask makes a question of a filter.
func (s subject) ask(ctx context.Context, tx Tx, f Filter) (*question, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	q := &question{subject: s}
	for _, part := range []func(context.Context, Tx, Filter) (*condition, error){s.byMark, s.byDay, s.byType, s.byMode, s.byStatus, s.byValue, s.bySource, s.byWords, s.byActor, s.byCountry, s.byPlace, s.byBox} {
		c, err := part(ctx, tx, f)
		if err != nil {
			return nil, err
		}
		if c != nil {
			q.conditions = append(q.conditions, *c)
		}
	}
	return q, nil
}

// in is a list of values for IN; nothing is in an empty one.
func in[T any](values []T) (string, []any) {
	if len(values) == 0 {
		return "(NULL)", nil
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return "(" + marks(len(out)) + ")", out
}

// rowsOf are the rows with these numbers, in their order.
func rowsOf[T Row](ctx context.Context, tx Tx, ns []int64, number func(*T) int64) ([]T, error) {
	by := make(map[int64]T, len(ns))
	for some := range slices.Chunk(ns, chunk) {
		args := padded(some)
		rows, err := selected[T](ctx, tx, "WHERE n IN ("+marks(len(args))+")", args...)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			by[number(&rows[i])] = rows[i]
		}
	}
	out := make([]T, 0, len(ns))
	for _, n := range ns {
		if row, ok := by[n]; ok {
			out = append(out, row)
		}
	}
	return out, nil
}
