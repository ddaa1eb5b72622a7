package record

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

// A tally is how many reports name somebody, and how often.
type tally struct{ reports, mentions int }

// tally counts the actors of an article in, or with -1 out.
func (w *writer) tally(ctx context.Context, article int64, sign int) error {
	first, end := bounds(article)
	return Each(ctx, w.tx, func(r *sql.Rows) error {
		var node int64
		var t tally
		if err := r.Scan(&node, &t.reports, &t.mentions); err != nil {
			return err
		}
		had := w.tallies[node]
		w.tallies[node] = tally{had.reports + sign*t.reports, had.mentions + sign*t.mentions}
		return nil
	}, "SELECT node, count(*), sum(mentions) FROM actors WHERE n >= ? AND n < ? AND mark >= 0 GROUP BY node", first, end)
}

// identify makes the rows of the identities anew whose actors or groups changed:
// of the actors that were counted, and of the nodes and labels that linking moved.
func (w *writer) identify(ctx context.Context) error {
	for _, node := range slices.Sorted(maps.Keys(w.tallies)) {
		t := w.tallies[node]
		if t == (tally{}) {
			continue
		}
		if err := w.tx.Exec(ctx, "UPDATE nodes SET reports = reports + ?, mentions = mentions + ? WHERE n = ?", t.reports, t.mentions, node); err != nil {
			return err
		}
	}
	asked := unique(slices.Concat(slices.Sorted(maps.Keys(w.tallies)), w.linker.moved))
	clear(w.tallies)
	nodes, err := w.linker.nodes(ctx, "n IN (%s)", asked)
	if err != nil {
		return err
	}
	// A label that is no more was the number of a node, too, which may be gone; those of
	// events, texts and talks are nobody's.
	others := map[int64]bool{}
	var changed []int64
	for _, x := range nodes {
		if x.kind == KindActor {
			changed = append(changed, x.grp)
		} else {
			others[x.n] = true
		}
	}
	for _, n := range asked {
		if !others[n] {
			changed = append(changed, n)
		}
	}
	changed = unique(changed)
	if err := execAmong(ctx, w.tx, "DELETE FROM identities WHERE grp IN (%s)", changed); err != nil {
		return err
	}
	if err := execAmong(ctx, w.tx, "INSERT INTO identities (grp, n, name, kind, country, sector, entry, reports, mentions) "+fmt.Sprintf(identityRows, "AND grp IN (%s)"), changed); err != nil {
		return fmt.Errorf("counting who is named: %w", err)
	}
	return nil
}

// identityRows are the identities that groups of actors are: what the first
// mention of the form of each says that the most reports have.
const identityRows = `SELECT t.grp, m.n, m.name, m.kind, m.country, m.sector, m.entry, t.reports, t.mentions
	FROM (SELECT grp, sum(reports) AS reports, sum(mentions) AS mentions FROM nodes WHERE kind = 97 %s GROUP BY grp) AS t CROSS JOIN actors m WHERE m.n = (
		SELECT o.n FROM actors o WHERE o.mark >= 0 AND o.node = (SELECT x.n FROM nodes x WHERE x.grp = t.grp ORDER BY x.reports DESC, x.n LIMIT 1) ORDER BY o.day, o.n LIMIT 1)`

// identitiesAreRight reports whether the rows of identities are what the groups of
// actors are.
func identitiesAreRight(ctx context.Context, tx Tx) (bool, error) {
	counted := "SELECT node, count(*), sum(mentions) FROM actors WHERE mark >= 0 GROUP BY node"
	had := "SELECT n, reports, mentions FROM nodes WHERE kind = 97 AND reports > 0"
	kept := "SELECT grp, n, name, kind, country, sector, entry, reports, mentions FROM identities"
	made := fmt.Sprintf(identityRows, "")
	for _, pair := range [][2]string{{counted, had}, {had, counted}, {kept, made}, {made, kept}} {
		n, err := number(ctx, tx, "SELECT count(*) FROM (SELECT * FROM ("+pair[0]+") AS a EXCEPT SELECT * FROM ("+pair[1]+") AS b) AS c")
		if err != nil || n > 0 {
			return false, err
		}
	}
	return true, nil
}
