package record

import (
	"context"
	"database/sql"
	"maps"
	"slices"
)

// group puts the fresh nodes, and those of dissolved groups, into their groups,
// and keeps the labels that this changes.
func (l *linker) group(ctx context.Context) error {
	if err := l.overfull(ctx); err != nil {
		return err
	}
	if err := l.dissolve(ctx); err != nil {
		return err
	}
	if len(l.fresh) == 0 {
		return nil
	}
	sets := newSets()
	if err := l.compare(ctx, sets); err != nil {
		return err
	}
	if err := l.merged(ctx, sets); err != nil {
		return err
	}
	return l.relabel(ctx, sets)
}

// overfull looks for keys that came to be held by too many: what they joined
// must be made anew without them.
func (l *linker) overfull(ctx context.Context) error {
	byKind := map[Kind][]int64{}
	for key, nodes := range l.added {
		kind := l.fresh[nodes[0]].kind
		byKind[kind] = append(byKind[kind], key)
	}
	for kind, keys := range byKind {
		if err := l.membersOf(ctx, kind, keys); err != nil {
			return err
		}
		for _, key := range keys {
			if l.members[key] != nil {
				continue
			}
			l.heavy++
			// Without those that are new, was it light before?
			holders, err := numbers(ctx, l.tx, "SELECT node FROM keys WHERE hash = ?", key)
			if err != nil {
				return err
			}
			if len(holders)-len(l.added[key]) > most(kind) {
				continue
			}
			nodes, err := l.nodes(ctx, "n IN (%s)", holders)
			if err != nil {
				return err
			}
			for _, x := range nodes {
				l.dissolved[x.grp] = true
			}
		}
	}
	return nil
}

// dissolve makes the nodes of dissolved groups fresh, each alone.
func (l *linker) dissolve(ctx context.Context) error {
	labels := slices.Sorted(maps.Keys(l.dissolved))
	nodes, err := l.nodes(ctx, "grp IN (%s)", labels)
	if err != nil {
		return err
	}
	for _, x := range nodes {
		x.grp = x.n
		l.moved = append(l.moved, x.n)
		l.fresh[x.n] = x
	}
	return execAmong(ctx, l.tx, "UPDATE nodes SET grp = n WHERE grp IN (%s)", labels)
}

// compare joins each fresh node with those that share a key and are the same.
func (l *linker) compare(ctx context.Context, sets *sets) error {
	if err := l.fetch(ctx, slices.Collect(maps.Values(l.fresh))); err != nil {
		return err
	}
	fresh := map[Kind][]*node{}
	keys := map[int64][]int64{} // by node
	for _, x := range l.fresh {
		like, err := l.like(ctx, x)
		if err != nil {
			return err
		}
		if like != nil {
			fresh[x.kind] = append(fresh[x.kind], x)
			keys[x.n] = keyHashes(x.kind, like.keys())
		}
	}
	for kind, nodes := range fresh {
		all := map[int64]bool{}
		for _, x := range nodes {
			for _, key := range keys[x.n] {
				all[key] = true
			}
		}
		sorted := slices.Sorted(maps.Keys(all))
		if err := l.membersOf(ctx, kind, sorted); err != nil {
			return err
		}
		holders, err := l.holders(ctx, kind, sorted)
		if err != nil {
			return err
		}
		for _, x := range nodes {
			if err := l.compareOne(ctx, sets, x, keys[x.n], holders); err != nil {
				return err
			}
		}
	}
	return nil
}

// holders are the nodes that hold each of these keys.
func (l *linker) holders(ctx context.Context, kind Kind, keys []int64) (map[int64][]*node, error) {
	wanted := map[int64]bool{}
	for _, key := range keys {
		for _, n := range l.members[key] {
			if l.fresh[n] == nil {
				wanted[n] = true
			}
		}
	}
	others, err := l.nodes(ctx, "n IN (%s)", slices.Sorted(maps.Keys(wanted)))
	if err != nil {
		return nil, err
	}
	if kind != KindActor && kind != KindTalks { // many share a name or a table, and the first one asked mostly settles it
		if err := l.fetch(ctx, others); err != nil {
			return nil, err
		}
	}
	all := maps.Clone(l.fresh)
	for _, x := range others {
		all[x.n] = x
	}
	out := make(map[int64][]*node, len(keys))
	for _, key := range keys {
		for _, n := range l.members[key] {
			if x := all[n]; x != nil {
				out[key] = append(out[key], x)
			}
		}
	}
	return out, nil
}

// compareOne asks whether x is the same as one of those that share a key with
// it, each once, unless they are joined already.
func (l *linker) compareOne(ctx context.Context, sets *sets, x *node, keys []int64, holders map[int64][]*node) error {
	a, err := l.like(ctx, x)
	if err != nil {
		return err
	}
	for _, key := range keys {
		for _, y := range holders[key] {
			switch {
			case y.asked == x.n || y == x:
				continue
			case y.n < x.n && l.fresh[y.n] != nil:
				continue // asked, or yet to ask, about x
			case sets.root(x.grp) == sets.root(y.grp):
				continue
			}
			b, err := l.like(ctx, y)
			if err != nil {
				return err
			}
			if y.asked = x.n; alike(a, b) {
				sets.join(x.grp, y.grp)
			}
		}
	}
	return nil
}

// merged joins what people merged.
func (l *linker) merged(ctx context.Context, sets *sets) error {
	pairs, err := merges(ctx, l.tx, "grp")
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if p.a != 0 && p.b != 0 {
			sets.join(p.a, p.b)
		}
	}
	return nil
}

// A pair is two nodes, or groups, that people made one; 0 where the mention is
// gone.
type pair struct{ a, b int64 }

// merges are a column of the nodes of mentions that people merged and did not
// split afterwards.
func merges(ctx context.Context, tx Tx, column string) ([]pair, error) {
	var log []Correction
	where := map[int64][2]int64{} // by correction
	err := Each(ctx, tx, func(r *sql.Rows) error {
		var c Correction
		var slot int
		var finding int64
		if err := r.Scan(&c.N, &c.Action, &c.Target.ID, &slot, &finding); err != nil {
			return err
		}
		at := where[c.N]
		at[slot] = finding
		if _, again := where[c.N]; !again {
			log = append(log, c)
		}
		where[c.N] = at
		return nil
	}, `SELECT c.n, c.action, c.target, l.slot, l.finding FROM laid l JOIN corrections c ON c.n = l.correction
		WHERE c.action IN ('merge', 'split') ORDER BY c.n, l.slot`)
	if err != nil || len(log) == 0 {
		return nil, err
	}
	lastSplit := map[[2]int64]int64{} // by kind and finding
	for _, c := range log {
		if c.Action == ActionSplit {
			lastSplit[[2]int64{int64(c.Target.ID.Kind()), where[c.N][0]}] = c.N
		}
	}
	var out []pair
	for _, c := range log {
		kind := c.Target.ID.Kind()
		if c.Action != ActionMerge {
			continue
		}
		var grp [2]int64
		stale := false
		for i, finding := range where[c.N] {
			stale = stale || finding == 0 || lastSplit[[2]int64{int64(kind), finding}] > c.N
			if stale {
				break
			}
			if grp[i], err = number(ctx, tx, "SELECT x."+column+" FROM nodes x JOIN "+nodeTables[kind]+" m ON m.node = x.n WHERE m.n = ?", finding); err != nil {
				return nil, err
			}
		}
		if !stale {
			out = append(out, pair{grp[0], grp[1]})
		}
	}
	return out, nil
}

// relabel keeps what was joined: of the groups that are now one, the largest
// keeps its label and the nodes of the others get it.
func (l *linker) relabel(ctx context.Context, sets *sets) error {
	freshIn := map[int64]int{} // how many fresh nodes have a label
	for _, x := range l.fresh {
		freshIn[x.grp]++
	}
	for _, labels := range sets.joined() {
		l.moved = append(l.moved, labels...)
		best, largest := int64(0), int64(-1)
		for _, label := range labels {
			size := int64(1)
			if l.fresh[label] == nil || freshIn[label] != 1 {
				var err error
				if size, err = number(ctx, l.tx, "SELECT count(*) FROM nodes WHERE grp = ?", label); err != nil {
					return err
				}
			}
			if size > largest || size == largest && label < best {
				best, largest = label, size
			}
		}
		for _, label := range labels {
			if label == best {
				continue
			}
			if err := l.tx.Exec(ctx, "UPDATE nodes SET grp = ? WHERE grp = ?", best, label); err != nil {
				return err
			}
		}
	}
	return nil
}

// sets are a union-find over labels.
type sets struct{ parent map[int64]int64 }

func newSets() *sets { return &sets{map[int64]int64{}} }

func (s *sets) root(x int64) int64 {
	for {
		p, ok := s.parent[x]
		if !ok {
			return x
		}
		if q, ok := s.parent[p]; ok {
			s.parent[x] = q
		}
		x = p
	}
}

func (s *sets) join(a, b int64) {
	if a, b = s.root(a), s.root(b); a != b {
		s.parent[max(a, b)] = min(a, b)
	}
}

// joined are the sets of more than one, each ascending.
func (s *sets) joined() [][]int64 {
	by := map[int64][]int64{}
	for x := range s.parent {
		r := s.root(x)
		by[r] = append(by[r], x)
	}
	var out [][]int64
	for _, r := range slices.Sorted(maps.Keys(by)) {
		set := append(by[r], r)
		slices.Sort(set)
		out = append(out, set)
	}
	return out
}
