package record

import (
	"context"
	"database/sql"
	"errors"
)

// A node is what mentions are to linking: all that look alike in everything
// share one, and one whose mention can be the same as nothing has one of its own.
// Groups are sets of nodes.
type node struct {
	n    int64
	kind Kind
	hash int64 // of what it is to linking
	grp  int64 // its group is called by the number of one of its nodes

	known bool     // what it is was looked up
	is    likeness // what it is, nil for one that is like nothing
	asked int64    // the node that it was compared with last
}

// nodeTables are the tables of mentions, by kind.
var nodeTables = map[Kind]string{KindArticle: "articles", KindActor: "actors", KindEvent: "events", KindTalks: "talks"}

// hashing is how the hashes and keys of nodes are made. It is counted up with each
// change of that: those of two ways would never meet.
const hashing = 1

// fits reports, by its error, that the nodes there are were made another way.
func fits(ctx context.Context, tx Tx) error {
	was, err := number(ctx, tx, "SELECT linking FROM state")
	if err != nil || was == hashing {
		return err
	}
	some, err := number(ctx, tx, "SELECT n FROM nodes LIMIT 1")
	if err != nil {
		return err
	}
	if some != 0 {
		return errors.New("an earlier version of the program joined what its reports say; rapporteur check --rebuild brings it up to date, once")
	}
	return tx.Exec(ctx, "UPDATE state SET linking = ?", hashing)
}

// A linker keeps the nodes of a record and their groups in a transaction of the
// writer. Groups are connected components of "the two share a key that not too
// many share, and are the same" and of what people merged; so they depend on
// what is in the record alone and not on what came first.
type linker struct {
	tx      Tx
	cache   *cache
	fresh   map[int64]*node   // to be compared with all that share a key
	added   map[int64][]int64 // by key, the nodes that are new to it
	members map[int64][]int64 // of keys that were asked for, at most one more than may share it
	// dissolved are labels of groups that are made anew from their nodes.
	dissolved map[int64]bool
	moved     []int64 // nodes of talks that came, stayed or went, and groups that were joined
	heavy     int     // keys that turned out to be held by too many
}

func newLinker(tx Tx, c *cache) *linker {
	return &linker{tx: tx, cache: c, fresh: map[int64]*node{}, added: map[int64][]int64{}, members: map[int64][]int64{}, dissolved: map[int64]bool{}}
}

// A cache holds likenesses by the hash of what they are, so that it is never
// out of date: those asked for of late, and those before, which go when the
// newer are as many. It belongs to one writer.
type cache struct{ likes, older map[int64]likeness }

// cacheSize keeps a cache within some hundred megabytes.
const cacheSize = 100_000

func (c *cache) put(hash int64, like likeness) {
	if len(c.likes) >= cacheSize/2 || c.likes == nil {
		c.likes, c.older = make(map[int64]likeness, cacheSize/2), c.likes
	}
	c.likes[hash] = like
}

func (c *cache) get(hash int64) (like likeness, ok bool) {
	if like, ok = c.likes[hash]; ok {
		return like, true
	}
	if like, ok = c.older[hash]; ok {
		c.put(hash, like)
	}
	return like, ok
}

// like is what x is to linking, nil for one that is like nothing.
func (l *linker) like(ctx context.Context, x *node) (likeness, error) {
	if x.known {
		return x.is, nil
	}
	like, ok := l.cache.get(x.hash)
	if !ok {
		if err := l.fetch(ctx, []*node{x}); err != nil {
			return nil, err
		}
		like, _ = l.cache.get(x.hash)
	}
	x.known, x.is = true, like
	return like, nil
}

// fetch puts what nodes are into the cache where it is not yet there.
func (l *linker) fetch(ctx context.Context, nodes []*node) error {
	var missing []int64
	for _, x := range nodes {
		if _, ok := l.cache.get(x.hash); !ok {
			missing = append(missing, x.n)
		}
	}
	return among(ctx, l.tx, func(r *sql.Rows) error {
		var hash int64
		var kind Kind
		var told []byte
		if err := r.Scan(&hash, &kind, &told); err != nil {
			return err
		}
		like, err := likenessOf(kind, told)
		l.cache.put(hash, like)
		return err
	}, "SELECT hash, kind, told FROM nodes WHERE n IN (%s)", missing)
}

// likenessOf reads what a node keeps, nil for nothing.
func likenessOf(kind Kind, told []byte) (likeness, error) {
	if len(told) == 0 {
		return nil, nil
	}
	return unpackLikeness(kind, told)
}

// membersOf are the nodes that hold each of the keys, nil for a key that too
// many hold.
func (l *linker) membersOf(ctx context.Context, kind Kind, keys []int64) error {
	var unknown []int64
	for _, key := range keys {
		if _, ok := l.members[key]; !ok {
			unknown = append(unknown, key)
		}
	}
	found, err := l.tx.Members(ctx, unknown, most(kind)+1)
	if err != nil {
		return err
	}
	for _, key := range unknown {
		l.members[key] = found[key]
		if len(found[key]) > most(kind) {
			l.members[key] = nil
		}
	}
	return nil
}

// nodes are those that match the end of a query with IN (%s).
func (l *linker) nodes(ctx context.Context, where string, values []int64) ([]*node, error) {
	var out []*node
	err := among(ctx, l.tx, func(r *sql.Rows) error {
		var x node
		err := r.Scan(&x.n, &x.kind, &x.hash, &x.grp)
		out = append(out, &x)
		return err
	}, "SELECT n, kind, hash, grp FROM nodes WHERE "+where, values)
	return out, err
}

// put gives every mention its node, and makes those that are new.
func (l *linker) put(ctx context.Context, mentions []mention) error {
	var hashes []int64
	known := map[int64]int64{}
	for i := range mentions {
		hashes = append(hashes, mentions[i].hash)
	}
	err := among(ctx, l.tx, func(r *sql.Rows) error {
		var hash, n int64
		err := r.Scan(&hash, &n)
		known[hash] = n
		return err
	}, "SELECT hash, n FROM nodes WHERE hash IN (%s)", hashes)
	if err != nil {
		return err
	}
	next, err := number(ctx, l.tx, "SELECT max(n) FROM nodes")
	if err != nil {
		return err
	}
	var rows, keys [][]any
	for i := range mentions {
		m := &mentions[i]
		n, ok := known[m.hash]
		if !ok {
			next++
			n = next
			known[m.hash] = n
			l.fresh[n] = &node{n: n, kind: m.kind, hash: m.hash, grp: n}
			l.cache.put(m.hash, m.like)
			rows = append(rows, []any{n, int64(m.kind), m.hash, n, m.told})
			for _, key := range m.keys {
				keys = append(keys, []any{key, n})
				l.added[key] = append(l.added[key], n)
			}
		}
		*m.node = n
		if m.kind == KindTalks {
			l.moved = append(l.moved, n)
		}
	}
	if err := l.tx.Insert(ctx, "nodes", []string{"n", "kind", "hash", "grp", "told"}, rows); err != nil {
		return err
	}
	return l.tx.Insert(ctx, "keys", []string{"hash", "node"}, keys)
}

// drop removes the nodes among these that no mention has any more; what they
// joined is made anew.
func (l *linker) drop(ctx context.Context, candidates []int64) error {
	left := map[int64]bool{}
	for _, n := range candidates {
		left[n] = true
	}
	for _, table := range nodeTables {
		err := among(ctx, l.tx, func(r *sql.Rows) error {
			var n int64
			err := r.Scan(&n)
			delete(left, n)
			return err
		}, "SELECT node FROM "+table+" WHERE node IN (%s)", candidates)
		if err != nil {
			return err
		}
	}
	var gone []int64
	for n := range left {
		gone = append(gone, n)
	}
	nodes, err := l.nodes(ctx, "n IN (%s)", gone)
	if err != nil {
		return err
	}
	held := map[int64]int{} // how many of those that go hold a key
	kinds := map[int64]Kind{}
	if err := l.fetch(ctx, nodes); err != nil {
		return err
	}
	for _, x := range nodes {
		l.dissolved[x.grp] = true
		like, err := l.like(ctx, x)
		if err != nil {
			return err
		}
		if like != nil {
			for _, key := range keyHashes(x.kind, like.keys()) {
				held[key]++
				kinds[key] = x.kind
				if err := l.tx.Exec(ctx, "DELETE FROM keys WHERE hash = ? AND node = ?", key, x.n); err != nil {
					return err
				}
			}
		}
	}
	if err := execAmong(ctx, l.tx, "DELETE FROM nodes WHERE n IN (%s)", gone); err != nil {
		return err
	}
	// A key that too many held and now holds few enough joins again.
	for key, n := range held {
		members, err := l.tx.Members(ctx, []int64{key}, most(kinds[key])+1)
		if err != nil {
			return err
		}
		if k := len(members[key]); k > most(kinds[key]) || k+n <= most(kinds[key]) {
			continue
		}
		again, err := l.nodes(ctx, "n IN (%s)", members[key])
		if err != nil {
			return err
		}
		for _, x := range again {
			l.fresh[x.n] = x
		}
	}
	return nil
}
