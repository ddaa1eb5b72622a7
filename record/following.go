package record

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
	"rapporteur/record/link"
)

// Processes are the negotiations of the record that a filter lets through: by who
// sits there, mediates or takes a stand, by kind of dispute (Types), by stage
// now (Statuses), by country or place of the parties and venues, by outlet, by
// the days on which reports told of them, and by words of what they are about.
// Those that moved last come first.
func (r *Record) Processes(ctx context.Context, f Filter, p Page) (Rows[Process], error) {
	var out Rows[Process]
	err := r.store.View(ctx, func(tx Tx) error {
		out = Rows[Process]{Rows: []Process{}}
		sort, err := p.sort(SortNewest, SortOldest, SortMost, SortName)
		if err != nil {
			return err
		}
		where, args, err := processesWhere(ctx, tx, f)
		if err != nil {
			return err
		}
		key, way := "p.moved", "DESC"
		switch sort {
		case SortOldest:
			way = "ASC"
		case SortMost:
			key = "p.reports"
		case SortName:
			key, way = "p.name", "ASC"
		}
		var body string
		var c cursor
		return page(ctx, tx, p, &out, paged{from: "processes p", where: where, args: args, key: key, n: "p.id", way: way, columns: "p.body", number: sort == SortMost}, []any{&body}, &c,
			func() (Process, error) {
				var x Process
				err := json.Unmarshal([]byte(body), &x)
				return x, err
			})
	})
	if err != nil {
		return Rows[Process]{}, fmt.Errorf("looking for negotiations: %w", err)
	}
	return out, nil
}

// Changes are who moved: the movements of all negotiations, the last first. Of a
// Filter, Actors are those who moved, Types the kinds of Change, Since and Until
// the days of the movements, Sources the outlets of their evidence, Talks the
// negotiation; the others ask for negotiations, as Processes does.
func (r *Record) Changes(ctx context.Context, f Filter, p Page) (Rows[Change], error) {
	var out Rows[Change]
	err := r.store.View(ctx, func(tx Tx) error {
		out = Rows[Change]{Rows: []Change{}}
		sort, err := p.sort(SortNewest, SortOldest)
		if err != nil {
			return err
		}
		where, args, key, err := changesWhere(ctx, tx, f)
		if err != nil {
			return err
		}
		way := "DESC"
		if sort == SortOldest {
			way = "ASC"
		}
		var row changeRow
		var process ID
		var name string
		var c cursor
		var found []changeRow
		columns := "c." + strings.Join(Columns(row), ", c.") + ", p.id, p.name"
		err = page(ctx, tx, p, &out, paged{from: "changes c CROSS JOIN processes p", where: "p.grp = c.grp AND " + where, args: args, key: key, n: "c.n", way: way, columns: columns},
			append(targets(&row), &process, &name), &c, func() (Change, error) {
				found = append(found, row)
				return Change{
					ID: fmt.Sprintf("%016x", uint64(row.N)), Day: row.Day, Kind: row.Kind, Process: process, Name: name, Actor: row.Actor, Side: row.Side, Issue: row.Issue,
					From: row.StanceFrom, To: row.StanceTo, Disputed: row.Disputed,
				}, nil
			})
		if err != nil {
			return err
		}
		return show(ctx, tx, out.Rows, found)
	})
	if err != nil {
		return Rows[Change]{}, fmt.Errorf("looking for who moved: %w", err)
	}
	return out, nil
}

// Named are the negotiations that somebody may mean by an id or by words, those
// that moved last first: none, the one meant, or several to choose from.
func (r *Record) Named(ctx context.Context, words string) ([]Process, error) {
	if id, err := ParseID(strings.TrimSpace(words)); err == nil {
		d, err := r.Dossier(ctx, id)
		if err != nil || d == nil {
			return nil, err
		}
		return []Process{d.Process.bare()}, nil
	}
	found, err := r.Processes(ctx, Filter{Words: words}, Page{})
	if err != nil {
		return nil, err
	}
	for _, p := range found.Rows {
		if strings.EqualFold(gazetteer.Fold(p.Name), gazetteer.Fold(words)) {
			return []Process{p}, nil
		}
	}
	return found.Rows, nil
}

// Behind is how many negotiations have changed since they were last worked out:
// more than none while much is being added, or when that was broken off.
func (r *Record) Behind(ctx context.Context) (int, error) {
	n := int64(0)
	err := r.store.View(ctx, func(tx Tx) (err error) {
		n, err = number(ctx, tx, "SELECT count(*) FROM stale")
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting the negotiations that changed: %w", err)
	}
	return int(n), nil
}

// A paged is a query for rows in an order.
type paged struct {
	from, where string
	args        []any
	key, n, way string // what it is ordered by, and the number that no two rows share
	columns     string
	number      bool // the key is a number
}

// page asks for a page of rows; each is scanned into targets and made by one.
func page[T any](ctx context.Context, tx Tx, p Page, out *Rows[T], q paged, targets []any, c *cursor, one func() (T, error)) error {
	from, err := p.from()
	if err != nil {
		return err
	}
	where, args := q.where, slices.Clone(q.args)
	if from != nil {
		before := "<"
		if q.way == "ASC" {
			before = ">"
		}
		var key any = from.key
		if q.number {
			if key, err = strconv.ParseInt(from.key, 10, 64); err != nil {
				return askedWrongly("%q is not the end of a page of this order", p.After)
			}
		}
		where += " AND (" + q.key + ", " + q.n + ") " + before + " (?, ?)"
		args = append(args, key, from.n)
	}
	limit := p.limit()
	var last cursor
	err = Each(ctx, tx, func(r *sql.Rows) error {
		if err := r.Scan(append([]any{&c.key, &c.n}, targets...)...); err != nil {
			return err
		}
		if len(out.Rows) == limit {
			out.Next = last.String()
			return nil
		}
		row, err := one()
		out.Rows, last = append(out.Rows, row), *c
		return err
	}, fmt.Sprintf("SELECT %s, %s, %s FROM %s WHERE %s ORDER BY %s %s, %s %s LIMIT %d", q.key, q.n, q.columns, q.from, where, q.key, q.way, q.n, q.way, limit+1), args...)
	if err != nil || !p.Count {
		return err
	}
	n, err := number(ctx, tx, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT %d) AS t", q.from, q.where, MostCounted+1), q.args...)
	out.Total = int(n)
	return err
}

// show gives changes their evidence.
func show(ctx context.Context, tx Tx, changes []Change, of []changeRow) error {
	g := &gathered{heads: map[int64]*head{}, numbers: map[string]int64{}}
	wanted := map[string][]int64{} // by table
	lists := make([][2][]int64, len(of))
	var in []int64
	for i, row := range of {
		for k, list := range []string{row.Evidence, row.EvidenceBefore} {
			for _, s := range strings.Fields(list) {
				n, err := strconv.ParseInt(s, 10, 64)
				if err != nil {
					return fmt.Errorf("reading the evidence of a movement: %w", err)
				}
				lists[i][k] = append(lists[i][k], n)
				in = append(in, n>>ArticleBits)
			}
			wanted[evidenceTable(row.Kind)] = append(wanted[evidenceTable(row.Kind)], lists[i][k]...)
		}
	}
	in = unique(in)
	if err := g.reports(ctx, tx, in); err != nil {
		return err
	}
	var err error
	if g.texts, err = textsOf(ctx, tx, in); err != nil {
		return err
	}
	findings := map[int64]Finding{}
	for table, ns := range wanted {
		err := among(ctx, tx, func(r *sql.Rows) error {
			var f Finding
			err := r.Scan(targets(&f)...)
			findings[f.N] = f
			return err
		}, "SELECT "+strings.Join(Columns(Finding{}), ", ")+" FROM "+table+" WHERE n IN (%s)", unique(ns))
		if err != nil {
			return err
		}
	}
	for i := range changes {
		for k, to := range []*[]link.Told{&changes[i].Evidence, &changes[i].Before} {
			for _, n := range lists[i][k] {
				f, ok := findings[n]
				if !ok || g.heads[f.Article] == nil {
					continue // the negotiation is stale
				}
				if changes[i].Kind == ChangeStage {
					*to = append(*to, g.at(f, "stage"))
				} else {
					*to = append(*to, g.here(f))
				}
			}
		}
	}
	return nil
}

// evidenceTable is where the evidence of a kind of change is.
func evidenceTable(kind string) string {
	switch kind {
	case ChangeStage:
		return "talks"
	case ChangeFigure:
		return "figures"
	}
	return "points"
}

// A conjunction is conditions, all of which must hold, and their arguments.
type conjunction struct {
	where string
	args  []any
}

func (c *conjunction) and(condition string, values ...any) {
	if c.where != "" {
		c.where += " AND "
	}
	c.where, c.args = c.where+condition, append(c.args, values...)
}

// named asks for negotiations that have one of the names.
func (c *conjunction) named(what string, names ...any) {
	c.and("p.grp IN (SELECT grp FROM process_names WHERE what = ? AND name IN ("+marks(len(names))+"))", append([]any{what}, names...)...)
}

// aboutTalks is the part of a filter that asks of negotiations what they are; of
// processes p.
func aboutTalks(ctx context.Context, tx Tx, f Filter) (c conjunction, err error) {
	if err := f.check(); err != nil {
		return c, err
	}
	if len(f.Modes) > 0 || f.Box != nil || len(f.Marks) > 0 || f.Above != 0 {
		return c, askedWrongly("negotiations are not asked for by mode, box, mark or number")
	}
	if f.Talks != 0 {
		grp, err := groupOf(ctx, tx, f.Talks)
		if err != nil {
			return c, err
		}
		c.and("p.grp = ?", grp)
	}
	if len(f.Statuses) > 0 {
		list, of := in(f.Statuses)
		c.and("p.stage IN "+list, of...)
	}
	if len(f.Countries) > 0 {
		_, of := in(f.Countries)
		c.named(byCountry, of...)
	}
	if f.Place != "" {
		names := []any{gazetteer.Fold(f.Place)}
		if id, err := strconv.Atoi(f.Place); err == nil {
			called, err := placeNamed(ctx, tx, id)
			if err != nil {
				return c, err
			}
			names = append(names, called)
		}
		c.named(byPlace, names...)
	}
	for _, t := range ParseWords(f.Words) {
		is := "LIKE"
		if t.Not {
			is = "NOT LIKE"
		}
		for _, w := range t.Words {
			if w = gazetteer.Fold(w); w != "" {
				c.and("p.searched "+is+" ?", "% "+w+"%")
			}
		}
	}
	return c, nil
}

// processesWhere is a filter as a condition of negotiations, with its arguments.
func processesWhere(ctx context.Context, tx Tx, f Filter) (string, []any, error) {
	c, err := aboutTalks(ctx, tx, f)
	if err != nil {
		return "", nil, err
	}
	if len(f.Actors) > 0 {
		names, _, err := actorsAsked(ctx, tx, f.Actors)
		switch {
		case err != nil:
			return "", nil, err
		case len(names) == 0:
			c.and("1 = 0")
		default:
			_, of := in(names)
			c.named(byActor, of...)
		}
	}
	if len(f.Types) > 0 {
		list, of := in(f.Types)
		c.and("p.dispute IN "+list, of...)
	}
	if len(f.Sources) > 0 {
		_, of := in(f.Sources)
		c.named(byPublisher, of...)
	}
	if f.Since != "" {
		c.and("p.last_day >= ?", f.Since)
	}
	if f.Until != "" {
		c.and("p.first_day > '' AND p.first_day <= ?", f.Until)
	}
	c.and("1 = 1")
	return c.where, c.args, nil
}

// changesWhere is a filter as a condition of movements, with its arguments, and
// what they are ordered by. Where few pass, these are looked up and sorted; of more,
// a page is found sooner by going through all in the order of their days.
func changesWhere(ctx context.Context, tx Tx, f Filter) (where string, args []any, key string, err error) {
	talks, err := aboutTalks(ctx, tx, f)
	if err != nil {
		return "", nil, "", err
	}
	var c conjunction
	key = "c.day"
	sift := func(condition string, values ...any) error {
		n, err := number(ctx, tx, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM changes c WHERE %s LIMIT %d) AS t", condition, few), values...)
		switch {
		case err != nil:
			return err
		case n < few && key == "c.day":
			key = "c.day || ''"
			c.and(condition, values...)
		default:
			c.and(quietly(condition), values...)
		}
		return nil
	}
	if talks.where != "" {
		if err := sift("c.grp IN (SELECT p.grp FROM processes p WHERE "+talks.where+")", talks.args...); err != nil {
			return "", nil, "", err
		}
	}
	if len(f.Actors) > 0 {
		_, sides, err := actorsAsked(ctx, tx, f.Actors)
		if err != nil {
			return "", nil, "", err
		}
		if len(sides) == 0 {
			return "1 = 0", nil, key, nil
		}
		// One side's movements lie in the order of their days.
		if list, of := in(sides); len(sides) == 1 {
			c.and("c.side = ?", of...)
		} else if err := sift("c.side IN "+list, of...); err != nil {
			return "", nil, "", err
		}
	}
	if len(f.Types) > 0 {
		list, of := in(f.Types)
		c.and(quietly("c.kind IN "+list), of...)
	}
	if len(f.Sources) > 0 {
		var some []string
		var of []any
		for _, outlet := range f.Sources {
			some, of = append(some, "c.outlets LIKE ?"), append(of, "%|"+outlet+"|%")
		}
		c.and(quietly("("+strings.Join(some, " OR ")+")"), of...)
	}
	if f.Since != "" {
		c.and("c.day >= ?", f.Since)
	}
	if f.Until != "" {
		c.and("c.day > '' AND c.day <= ?", f.Until)
	}
	c.and("1 = 1")
	return c.where, c.args, key, nil
}

// placeNamed is the name of a place with an id of GeoNames, folded.
func placeNamed(ctx context.Context, tx Tx, id int) (string, error) {
	name := ""
	err := Each(ctx, tx, func(r *sql.Rows) error { return r.Scan(&name) }, "SELECT name FROM places WHERE geonames = ? LIMIT 1", id)
	return gazetteer.Fold(name), err
}

// actorsAsked are the folded names by which those who are asked for are known in
// negotiations, and the labels of their sides.
func actorsAsked(ctx context.Context, tx Tx, asked []string) (names, sides []string, err error) {
	for _, who := range asked {
		var of []any
		if id, err := ParseID(who); err == nil {
			called, err := calledIn(ctx, tx, id)
			if err != nil {
				return nil, nil, err
			}
			of = called
		} else {
			keys, called := knowledge.Called(who)
			for _, name := range append(append(keys, called...), who) {
				of = append(of, gazetteer.Fold(name))
			}
		}
		look := func(condition string, values ...any) (found bool, err error) {
			err = Each(ctx, tx, func(r *sql.Rows) error {
				var name, side string
				err := r.Scan(&name, &side)
				names, sides, found = append(names, name), append(sides, side), true
				return err
			}, "SELECT DISTINCT name, side FROM process_names WHERE what = '"+byActor+"' AND "+condition, values...)
			return found, err
		}
		found, err := look("name IN ("+marks(len(of))+")", of...)
		if err != nil {
			return nil, nil, err
		}
		if w := gazetteer.Fold(who); !found && w != "" {
			if _, err := look("' ' || name || ' ' LIKE ?", "% "+w+" %"); err != nil {
				return nil, nil, err
			}
		}
	}
	slices.Sort(names)
	slices.Sort(sides)
	return slices.Compact(names), slices.Compact(sides), nil
}

// calledIn are the names of the actor with an id and of its side.
func calledIn(ctx context.Context, tx Tx, id ID) ([]any, error) {
	n, err := numberOf(ctx, tx, id, KindActor)
	if err != nil {
		return nil, err
	}
	var out []any
	err = Each(ctx, tx, func(r *sql.Rows) error {
		var name, entry, renamed string
		err := r.Scan(&name, &entry, &renamed)
		for _, s := range nonEmpty(name, entry, renamed) {
			out = append(out, gazetteer.Fold(s))
		}
		return err
	}, "SELECT name, entry, renamed FROM actors WHERE n = ?", n)
	return out, err
}
