package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An ActorRow is an identity: one actor under all of its names.
type ActorRow struct {
	ID       ID       `json:"id"`               // the first mention, which names it; any other does as well
	Name     string   `json:"name"`             // that most reports give it
	Called   string   `json:"called,omitempty"` // what a person calls it
	Kind     string   `json:"kind"`
	Country  string   `json:"country,omitempty"`
	Sector   string   `json:"sector,omitempty"`
	Entry    string   `json:"entry,omitempty"`  // in the knowledge of actors
	Titles   []string `json:"titles,omitempty"` // offices, in the words of reports, the latest first
	Names    []string `json:"names"`            // all of them, the most common first
	Reports  int      `json:"reports"`
	Mentions int      `json:"mentions"`
	FirstDay string   `json:"first_day,omitempty"` // of a report that names it
	LastDay  string   `json:"last_day,omitempty"`
	Evidence          // of the first mention
}

// Actors are the identities that the filter lets through: those that most
// reports name first, or by name (SortMost, SortName).
func (r *Record) Actors(ctx context.Context, of Filter, p Page) (Rows[ActorRow], error) {
	var out Rows[ActorRow]
	err := r.store.View(ctx, func(tx Tx) error {
		l, err := listActors(ctx, tx, of, p)
		if err != nil {
			return err
		}
		out = Rows[ActorRow]{Next: l.next, Total: l.total}
		out.Rows, err = actorRows(ctx, tx, l.ns)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("asking for actors: %w", err)
	}
	return out, nil
}

// Actor is the identity that any mention of it, by its id, is of.
func (r *Record) Actor(ctx context.Context, id ID) (*ActorRow, error) {
	var out *ActorRow
	err := r.store.View(ctx, func(tx Tx) error {
		node, err := nodeOf(ctx, tx, id)
		if err != nil {
			return err
		}
		grp, err := labels(ctx, tx, []int64{node})
		if err != nil {
			return err
		}
		rows, err := actorRows(ctx, tx, []int64{grp[node]})
		if err == nil && len(rows) > 0 {
			out = &rows[0]
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for actor %s: %w", id, err)
	}
	return out, nil
}

// listActors finds a page of groups.
func listActors(ctx context.Context, tx Tx, of Filter, p Page) (listed, error) {
	sort, err := p.sort(SortMost, SortName)
	if err != nil {
		return listed{}, err
	}
	from, err := p.from()
	if err != nil {
		return listed{}, err
	}
	if err := of.check(); err != nil {
		return listed{}, err
	}
	var where []string
	var args []any
	ask := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	ask("i.reports > 0")
	for _, list := range []struct {
		column string
		values []string
	}{{"kind", of.Types}, {"country", of.Countries}} {
		if len(list.values) > 0 {
			marked, values := in(list.values)
			ask("i."+list.column+" IN "+marked, values...)
		}
	}
	var groups []int64
	if len(of.Actors) > 0 {
		if groups, err = identities(ctx, tx, of.Actors); err != nil {
			return listed{}, err
		}
	}
	if of.Words != "" {
		nodes, err := nodesWith(ctx, tx, ParseWords(of.Words))
		if err != nil {
			return listed{}, err
		}
		found, err := groupsOf(ctx, tx, nodes)
		if err != nil {
			return listed{}, err
		}
		if len(of.Actors) > 0 {
			found = slices.DeleteFunc(found, func(g int64) bool { return !slices.Contains(groups, g) })
		}
		groups = found
	}
	if len(of.Actors) > 0 || of.Words != "" {
		if len(groups) == 0 {
			return listed{}, nil
		}
		list := make([]string, len(groups)) // numbers of ours, more than may be arguments
		for i, g := range groups {
			list[i] = strconv.FormatInt(g, 10)
		}
		ask("i.grp IN (" + strings.Join(list, ",") + ")")
	}
	rest := of
	rest.Types, rest.Countries, rest.Actors, rest.Words = nil, nil, nil, ""
	q, err := theActors.ask(ctx, tx, rest)
	if err != nil {
		return listed{}, err
	}
	if len(q.conditions) > 1 || len(of.Marks) > 0 { // more than the mark
		mentions, values := q.where("e", allQuiet)
		ask("EXISTS (SELECT 1 FROM nodes y JOIN actors e ON e.node = y.n WHERE y.grp = i.grp AND "+mentions+")", values...)
	}
	var out listed
	if p.Count {
		n, err := number(ctx, tx, fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM identities i WHERE %s LIMIT %d) AS t", strings.Join(where, " AND "), MostCounted+1), args...)
		if err != nil {
			return out, err
		}
		out.total = int(n)
	}
	key, order := "i.reports", "i.reports DESC, i.grp DESC"
	if sort == SortName {
		key, order = "i.name", "i.name, i.grp"
	}
	switch {
	case from == nil:
	case sort == SortName:
		ask("(i.name, i.grp) > (?, ?)", from.key, from.n)
	default:
		reports, err := strconv.Atoi(from.key)
		if err != nil {
			return out, askedWrongly("%q is not the end of a page of this order", p.After)
		}
		ask("(i.reports, i.grp) < (?, ?)", reports, from.n)
	}
	limit := p.limit()
	var last cursor
	err = Each(ctx, tx, func(r *sql.Rows) error {
		var c cursor
		if err := r.Scan(&c.n, &c.key); err != nil {
			return err
		}
		if len(out.ns) == limit {
			out.next = last.String()
			return nil
		}
		out.ns, last = append(out.ns, c.n), c
		return nil
	}, fmt.Sprintf("SELECT i.grp, %s FROM identities i WHERE %s ORDER BY %s LIMIT %d", key, strings.Join(where, " AND "), order, limit+1), args...)
	return out, err
}

// actorRows shows the identities that groups of actors are, in their order.
func actorRows(ctx context.Context, tx Tx, groups []int64) ([]ActorRow, error) {
	by := map[int64]*ActorRow{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var grp int64
		var a ActorRow
		err := r.Scan(&grp, &a.Name, &a.Kind, &a.Country, &a.Sector, &a.Entry, &a.Reports, &a.Mentions)
		by[grp] = &a
		return err
	}, "SELECT grp, name, kind, country, sector, entry, reports, mentions FROM identities WHERE grp IN (%s)", groups)
	if err != nil {
		return nil, err
	}
	if err := formsOf(ctx, tx, groups, by); err != nil {
		return nil, err
	}
	firsts, err := firstMentions(ctx, tx, groups, by)
	if err != nil {
		return nil, err
	}
	var ns []int64
	for _, m := range firsts {
		ns = append(ns, m.n)
	}
	actors, err := actorsOf(ctx, tx, ns)
	if err != nil {
		return nil, err
	}
	var findings []Finding
	for _, n := range ns {
		findings = append(findings, actors[n].Finding)
	}
	d, err := deskFor(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	out := make([]ActorRow, 0, len(groups))
	for _, grp := range groups {
		row := by[grp]
		if row == nil {
			continue
		}
		a := actors[firsts[grp].n]
		row.ID, row.Called, row.Evidence = a.ID, a.Renamed, d.evidence(a.Finding)
		out = append(out, *row)
	}
	return out, nil
}

// formsOf fills in the names and offices of identities, and when they were named.
func formsOf(ctx context.Context, tx Tx, groups []int64, by map[int64]*ActorRow) error {
	type form struct {
		name, title, last string
		reports           int
	}
	forms := map[int64][]form{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var grp int64
		var f form
		var first string
		if err := r.Scan(&grp, &f.name, &f.title, &f.reports, &first, &f.last); err != nil {
			return err
		}
		forms[grp] = append(forms[grp], f)
		if row := by[grp]; row != nil {
			if row.FirstDay == "" || first != "" && first < row.FirstDay {
				row.FirstDay = first
			}
			row.LastDay = max(row.LastDay, f.last)
		}
		return nil
	}, `SELECT x.grp, m.name, m.title, x.reports, coalesce((SELECT o.day FROM actors o WHERE o.node = x.n AND o.day > '' ORDER BY o.day LIMIT 1), ''), m.day
		FROM nodes x JOIN actors m ON m.n = (SELECT o.n FROM actors o WHERE o.node = x.n ORDER BY o.day DESC LIMIT 1) WHERE x.grp IN (%s) AND x.reports > 0`, groups)
	if err != nil {
		return err
	}
	for grp, all := range forms {
		row := by[grp]
		if row == nil {
			continue
		}
		often := map[string]int{}
		for _, f := range all {
			often[f.name] += f.reports
		}
		for name := range often {
			row.Names = append(row.Names, name)
		}
		slices.SortFunc(row.Names, func(a, b string) int { return cmp.Or(often[b]-often[a], strings.Compare(a, b)) })
		slices.SortFunc(all, func(a, b form) int { return cmp.Or(strings.Compare(b.last, a.last), strings.Compare(a.title, b.title)) })
		for _, f := range all {
			if f.title != "" && !slices.Contains(row.Titles, f.title) {
				row.Titles = append(row.Titles, f.title)
			}
		}
	}
	return nil
}

// firstMentions are the first mentions of groups of actors: of those of the first
// day, or of all where none is dated.
func firstMentions(ctx context.Context, tx Tx, groups []int64, by map[int64]*ActorRow) (map[int64]member, error) {
	out := map[int64]member{}
	for _, grp := range groups {
		row := by[grp]
		if row == nil {
			continue
		}
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var m member
			if err := r.Scan(&m.n, &m.ID, &m.Start, &m.Published, &m.Article); err != nil {
				return err
			}
			if had, ok := out[grp]; !ok || m.before(had.Mention) < 0 {
				out[grp] = m
			}
			return nil
		}, "SELECT m.n, m.id, m.start, a.published, a.id FROM nodes y CROSS JOIN actors m CROSS JOIN articles a WHERE y.grp = ? AND m.node = y.n AND m.day = ? AND a.n = m.article AND m.mark >= 0", grp, row.FirstDay)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
