package record

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// players are who plays which role in findings.
type players map[int64]map[string][]Player

func (p players) in(finding int64, role string) []Player {
	if out := p[finding][role]; out != nil {
		return out
	}
	return []Player{}
}

// one is the only one in a role.
func (p players) one(finding int64, role string) Player {
	if out := p[finding][role]; len(out) > 0 {
		return out[0]
	}
	return Player{}
}

// playersOf are all who play a role in findings.
func playersOf(ctx context.Context, tx Tx, findings []Finding) (players, error) {
	var ns, who []int64
	for _, f := range findings {
		ns = append(ns, f.N)
	}
	var parts []Part
	err := among(ctx, tx, func(r *sql.Rows) error {
		var p Part
		err := r.Scan(&p.Finding, &p.Role, &p.Actor, &p.Name, &p.Words)
		parts = append(parts, p)
		who = append(who, p.Actor)
		return err
	}, "SELECT finding, role, actor, name, words FROM parts WHERE finding IN (%s) ORDER BY finding, role, ordinal", ns)
	if err != nil {
		return nil, err
	}
	actors, err := actorsOf(ctx, tx, who)
	if err != nil {
		return nil, err
	}
	out := players{}
	for _, p := range parts {
		if out[p.Finding] == nil {
			out[p.Finding] = map[string][]Player{}
		}
		shown := Player{Name: p.Name, Words: p.Words}
		if a, ok := actors[p.Actor]; ok && a.Mark != Rejected {
			shown.ID, shown.Kind, shown.Country, shown.Title, shown.Called = a.ID, a.Kind, a.Country, a.Title, a.Renamed
			if b, ok := actors[a.Body]; ok {
				shown.Body = cmp.Or(b.Renamed, b.Name)
			}
		}
		out[p.Finding][p.Role] = append(out[p.Finding][p.Role], shown)
	}
	return out, nil
}

// actorsOf are actors by number, with the bodies that they belong to, and called
// what people call their identities.
func actorsOf(ctx context.Context, tx Tx, ns []int64) (map[int64]Actor, error) {
	out := map[int64]Actor{}
	fetch := func(ns []int64) error {
		rows, err := rowsOf(ctx, tx, unique(ns), func(a *Actor) int64 { return a.N })
		for _, a := range rows {
			out[a.N] = a
		}
		return err
	}
	if err := fetch(ns); err != nil {
		return nil, err
	}
	var bodies []int64
	for _, a := range out {
		if _, ok := out[a.Body]; !ok && a.Body != 0 {
			bodies = append(bodies, a.Body)
		}
	}
	if err := fetch(bodies); err != nil {
		return nil, err
	}
	return out, calledActors(ctx, tx, out)
}

// calledActors gives actors the names that people gave their identities.
func calledActors(ctx context.Context, tx Tx, actors map[int64]Actor) error {
	// Without an order, which would be looked up by day: few are renamed.
	type name struct {
		node, n     int64
		day, called string
	}
	var named []name
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var x name
		err := r.Scan(&x.node, &x.n, &x.day, &x.called)
		named = append(named, x)
		return err
	}, "SELECT node, n, day, renamed FROM actors WHERE renamed <> '' AND mark >= 0")
	if err != nil || len(named) == 0 {
		return err
	}
	slices.SortFunc(named, func(a, b name) int { return cmp.Or(strings.Compare(a.day, b.day), cmp.Compare(a.n, b.n)) })
	var nodes []int64
	for _, a := range actors {
		nodes = append(nodes, a.Node)
	}
	for _, x := range named {
		nodes = append(nodes, x.node)
	}
	grp, err := labels(ctx, tx, nodes)
	renamed := map[int64]string{} // by group; the latest mention speaks
	for _, x := range named {
		renamed[grp[x.node]] = x.called
	}
	for n, a := range actors {
		a.Renamed = renamed[grp[a.Node]]
		actors[n] = a
	}
	return err
}

// idsOf are the ids of rows of a table by number.
func idsOf(ctx context.Context, tx Tx, table string, ns []int64) (map[int64]ID, error) {
	out := map[int64]ID{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var n int64
		var id ID
		err := r.Scan(&n, &id)
		out[n] = id
		return err
	}, "SELECT n, id FROM "+table+" WHERE n IN (%s)", unique(ns))
	return out, err
}

// numberOf is the number of a finding of a kind.
func numberOf(ctx context.Context, tx Tx, id ID, kind Kind) (int64, error) {
	if id.Kind() != kind {
		return 0, askedWrongly("%s is no %s", id, kind)
	}
	t := Target{ID: id}
	if err := t.find(ctx, tx); err != nil {
		return 0, err
	}
	return number(ctx, tx, "SELECT m.n FROM "+tableOf[kind]+" m JOIN articles a ON "+within("m.n", "a.n")+" WHERE a.id = ? AND m.id = ?", t.Article, int64(id))
}
