package record

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"rapporteur/knowledge"
)

// identities are the groups of actors that are asked for, each by the id of any
// mention of it, by a name that the knowledge of actors has, or by words of a
// name that a report or a person gives it.
func identities(ctx context.Context, tx Tx, asked []string) ([]int64, error) {
	var nodes []int64
	for _, who := range asked {
		if id, err := ParseID(who); err == nil {
			n, err := nodeOf(ctx, tx, id)
			if err != nil {
				return nil, err
			}
			nodes = append(nodes, n)
			continue
		}
		keys, names := knowledge.Called(who)
		found, err := nodesNamed(ctx, tx, append(names, who), append(keys, who))
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, found...)
	}
	var groups []int64
	err := among(ctx, tx, func(r *sql.Rows) error {
		var grp int64
		err := r.Scan(&grp)
		groups = append(groups, grp)
		return err
	}, "SELECT DISTINCT grp FROM nodes WHERE n IN (%s)", unique(nodes))
	slices.Sort(groups)
	return slices.Compact(groups), err
}

// nodeOf is the node of an actor.
func nodeOf(ctx context.Context, tx Tx, id ID) (int64, error) {
	n, err := numberOf(ctx, tx, id, KindActor)
	if err != nil {
		return 0, err
	}
	return number(ctx, tx, "SELECT node FROM actors WHERE n = ?", n)
}

// manyNames is how many names may have the words that are asked for.
const manyNames = 500

// nodesNamed are the nodes of the actors whose entry is one of keys, or whose
// name has the words of one of names, one after the other.
func nodesNamed(ctx context.Context, tx Tx, names, keys []string) ([]int64, error) {
	list, args := in(keys)
	nodes, err := numbers(ctx, tx, "SELECT DISTINCT node FROM actors WHERE entry IN "+list+" AND entry <> ''", args...)
	if err != nil {
		return nil, err
	}
	var called []string
	for _, name := range names {
		words := ParseWords(`"` + name + `"`)
		if len(words) == 0 {
			continue
		}
		seek, args := tx.Containing("names", words)
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var name string
			err := r.Scan(&name)
			called = append(called, name)
			return err
		}, fmt.Sprintf("SELECT name FROM names WHERE n IN (%s) ORDER BY name LIMIT %d", seek, manyNames), args...)
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(called)
	called = slices.Compact(called)
	for some := range slices.Chunk(called, chunk) {
		list, args := in(some)
		for _, column := range []string{"name", "renamed"} {
			found, err := numbers(ctx, tx, "SELECT DISTINCT node FROM actors WHERE "+column+" IN "+list+" AND "+column+" <> ''", args...)
			if err != nil {
				return nil, err
			}
			nodes = append(nodes, found...)
		}
	}
	return nodes, nil
}
