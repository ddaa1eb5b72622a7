package record

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
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
	return groupsOf(ctx, tx, nodes)
}

// groupsOf are the groups of nodes, ascending.
func groupsOf(ctx context.Context, tx Tx, nodes []int64) ([]int64, error) {
	grp, err := labels(ctx, tx, nodes)
	return slices.Compact(slices.Sorted(maps.Values(grp))), err
}

// nodeOf is the node of an actor.
func nodeOf(ctx context.Context, tx Tx, id ID) (int64, error) {
	n, err := numberOf(ctx, tx, id, KindActor)
	if err != nil {
		return 0, err
	}
	return number(ctx, tx, "SELECT node FROM actors WHERE n = ?", n)
}

// manyNames is how many of the names that have the words asked for are looked at.
const manyNames = 500

// nodesNamed are the nodes of the actors whose entry is one of keys, or whose
// name has the words of one of names, one after the other.
func nodesNamed(ctx context.Context, tx Tx, names, keys []string) ([]int64, error) {
	list, args := in(keys)
	nodes, err := numbers(ctx, tx, "SELECT DISTINCT node FROM actors WHERE entry IN "+list+" AND entry <> ''", args...)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		words := ParseWords(`"` + name + `"`)
		if len(words) == 0 {
			continue
		}
		found, err := nodesWith(ctx, tx, words)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, found...)
	}
	return nodes, nil
}

// nodesWith are the nodes of the actors whose names match words.
func nodesWith(ctx context.Context, tx Tx, words Words) ([]int64, error) {
	var called []string
	seek, args := tx.Containing("names", words)
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var name string
		err := r.Scan(&name)
		called = append(called, name)
		return err
	}, fmt.Sprintf("SELECT name FROM names WHERE n IN (%s) ORDER BY name LIMIT %d", seek, manyNames), args...)
	if err != nil || len(called) == 0 {
		return nil, err
	}
	list, args := in(called)
	var nodes []int64
	for _, column := range []string{"name", "renamed"} {
		found, err := numbers(ctx, tx, "SELECT DISTINCT node FROM actors WHERE "+column+" IN "+list+" AND "+column+" <> ''", args...)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, found...)
	}
	return nodes, nil
}
