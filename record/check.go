package record

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"
)

// Checked is what a check looked at, and how much of it was damaged.
type Checked struct {
	Articles  int
	Sightings int
	Findings  int // rows of all kinds
	Nodes     int
	Groups    int
	Heavy     int // keys too common to link by
	Damaged   int // how many things were told
}

// Check holds the record to its promises: that texts are what their ids say, that
// every row follows from the reading and the corrections and points at the words
// that stand there, that full text and keys are complete, and that groups are
// what linking makes of the mentions. It tells what is not so, one thing at a
// time. An error means that the record could not be looked at to the end.
func (r *Record) Check(ctx context.Context, tell func(damage string)) (Checked, error) {
	c := &checker{tell: tell, nodes: map[int64]bool{}}
	err := r.store.View(ctx, func(tx Tx) error {
		c.tx = tx
		return c.all(ctx)
	})
	if err != nil {
		return c.Checked, fmt.Errorf("checking the record: %w", err)
	}
	return c.Checked, nil
}

type checker struct {
	Checked
	tx          Tx
	tell        func(string)
	corrections []Correction
	laid        map[laid]bool
	nodes       map[int64]bool // that mentions have
	keys        int64          // a sum over the keys that nodes should have, in any order
	keyCount    int
}

func (c *checker) damage(format string, values ...any) {
	c.Damaged++
	c.tell(fmt.Sprintf(format, values...))
}

func (c *checker) all(ctx context.Context) error {
	lines, err := c.tx.Damage(ctx)
	if err != nil {
		return err
	}
	for _, line := range lines {
		c.damage("%s", line)
	}
	log, err := corrections(ctx, c.tx)
	if err != nil {
		return err
	}
	c.corrections = holding(log)
	c.laid = map[laid]bool{}
	err = Each(ctx, c.tx, func(r *sql.Rows) error {
		var l laid
		err := r.Scan(&l.Correction, &l.Slot, &l.Finding)
		c.laid[l] = true
		return err
	}, "SELECT correction, slot, finding FROM laid")
	if err != nil {
		return err
	}
	const page = 50
	for last := int64(0); ; {
		some, err := articles(ctx, c.tx, "WHERE n > ? ORDER BY n LIMIT ?", last, page)
		if err != nil {
			return err
		}
		for _, a := range some {
			if err := c.article(ctx, a); err != nil {
				return err
			}
			last = a.N
		}
		if len(some) < page {
			break
		}
	}
	for l := range c.laid {
		c.damage("correction %d is laid where it does not belong", l.Correction)
	}
	if err := c.strays(ctx); err != nil {
		return err
	}
	if err := c.groups(ctx); err != nil {
		return err
	}
	return c.processes(ctx)
}

// processes makes the rows of negotiations anew, but of those that are stale, and
// compares.
func (c *checker) processes(ctx context.Context) error {
	groups, err := numbers(ctx, c.tx, "SELECT DISTINCT grp FROM nodes WHERE kind = ? AND grp NOT IN (SELECT grp FROM stale) ORDER BY grp", int64(KindTalks))
	if err != nil {
		return err
	}
	rows := 0
	for _, grp := range groups {
		want, err := settledOf(ctx, c.tx, grp)
		if err != nil {
			return err
		}
		if want == nil {
			continue // a person rejected all of it
		}
		rows++
		processes, err := selected[processRow](ctx, c.tx, "WHERE grp = ?", grp)
		if err != nil {
			return err
		}
		names, err := selected[nameRow](ctx, c.tx, "WHERE grp = ?", grp)
		if err != nil {
			return err
		}
		changes, err := selected[changeRow](ctx, c.tx, "WHERE grp = ? ORDER BY ordinal", grp)
		if err != nil {
			return err
		}
		slices.SortFunc(names, nameRow.compare)
		if len(processes) != 1 || processes[0] != want.process || !slices.Equal(names, want.names) || !slices.Equal(changes, want.changes) {
			c.damage("the negotiation of group %d is not what its reports say", grp)
		}
	}
	n, err := number(ctx, c.tx, "SELECT count(*) FROM processes WHERE grp NOT IN (SELECT grp FROM stale)")
	if err == nil && int(n) != rows {
		c.damage("there are %d negotiations, but reports tell of %d", n, rows)
	}
	return err
}

// article checks one article and its rows.
func (c *checker) article(ctx context.Context, a *Article) error {
	c.Articles++
	if sum := sha256.Sum256([]byte(a.Text)); hex.EncodeToString(sum[:]) != a.ID {
		c.damage("article %s: its text is not the one that its id is made of", a.ID)
	}
	seen, err := sightings(ctx, c.tx, a.N)
	if err != nil {
		return err
	}
	c.Sightings += len(seen)
	if len(seen) == 0 {
		c.damage("article %s: nothing tells where it was seen", a.ID)
	} else if first := slices.MinFunc(seen, func(s, t Sighting) int { return b(t.before(s)) - b(s.before(t)) }); first.before(a.sighting()) || a.sighting().before(first) {
		c.damage("article %s: it does not show its first sighting", a.ID)
	}
	read, err := reading(ctx, c.tx, a.N)
	if err != nil || read == nil {
		c.damage("article %s: its reading cannot be read: %v", a.ID, cmp.Or(err, fmt.Errorf("there is none")))
		return nil
	}
	node := a.Node
	want, err := derive(a, read, c.corrections)
	if err != nil {
		c.damage("article %s: nothing can be made of its reading: %v", a.ID, err)
		return nil
	}
	a.Node = node
	for _, l := range want.landed {
		if !c.laid[l] {
			c.damage("article %s: correction %d is not laid over it", a.ID, l.Correction)
		}
		delete(c.laid, l)
	}
	return c.rows(ctx, a, want)
}

// rows compares the rows of an article with what they should be.
func (c *checker) rows(ctx context.Context, a *Article, want *derived) error {
	first, end := bounds(a.N)
	where, args := "WHERE n >= ? AND n < ? ORDER BY n", []any{first, end}
	actors, err := selected[Actor](ctx, c.tx, where, args...)
	if err != nil {
		return err
	}
	events, err := selected[Event](ctx, c.tx, where, args...)
	if err != nil {
		return err
	}
	talks, err := selected[Talks](ctx, c.tx, where, args...)
	if err != nil {
		return err
	}
	// What is in a row is compared without the node, whose number means nothing.
	have := []int64{a.Node}
	for i := range actors {
		have, actors[i].Node = append(have, actors[i].Node), 0
	}
	for i := range events {
		have, events[i].Node = append(have, events[i].Node), 0
	}
	for i := range talks {
		have, talks[i].Node = append(have, talks[i].Node), 0
	}
	same(c, a, want.actors, actors)
	same(c, a, want.events, events)
	same(c, a, want.talks, talks)
	if err := sameAs(ctx, c, a, want.statements, where, args...); err != nil {
		return err
	}
	if err := sameAs(ctx, c, a, want.figures, where, args...); err != nil {
		return err
	}
	if err := sameAs(ctx, c, a, want.places, where, args...); err != nil {
		return err
	}
	if err := sameAs(ctx, c, a, want.dates, where, args...); err != nil {
		return err
	}
	if err := sameAs(ctx, c, a, want.points, where, args...); err != nil {
		return err
	}
	parts, err := selected[Part](ctx, c.tx, "WHERE finding >= ? AND finding < ?", args...)
	if err != nil {
		return err
	}
	order := func(x, y Part) int {
		return cmp.Or(cmp.Compare(x.Finding, y.Finding), cmp.Compare(x.Role, y.Role), cmp.Compare(x.Ordinal, y.Ordinal))
	}
	slices.SortFunc(parts, order)
	slices.SortFunc(want.parts, order)
	same(c, a, want.parts, parts)
	for _, p := range want.parts {
		c.words(a, p.Start, p.Stop, p.Words)
	}
	slices.SortFunc(want.spots, func(x, y Spot) int { return cmp.Or(cmp.Compare(x.Finding, y.Finding), cmp.Compare(x.Place, y.Place)) })
	if err := sameAs(ctx, c, a, want.spots, "WHERE finding >= ? AND finding < ? ORDER BY finding, place", args...); err != nil {
		return err
	}
	return c.mentions(ctx, a, have, want.mentions)
}

func sameAs[T interface {
	comparable
	Row
}](ctx context.Context, c *checker, a *Article, want []T, where string, args ...any) error {
	have, err := selected[T](ctx, c.tx, where, args...)
	if err != nil {
		return err
	}
	same(c, a, want, have)
	return nil
}

func same[T interface {
	comparable
	Row
}](c *checker, a *Article, want, have []T) {
	var zero T
	if !slices.Equal(want, have) {
		c.damage("article %s: its %s are not what its reading and the corrections say", a.ID, zero.Table())
	}
	for _, row := range have {
		c.finding(a, row)
	}
}

// finding checks that what all findings have points at the text.
func (c *checker) finding(a *Article, row Row) {
	f, ok := commonOf(row)
	if !ok {
		return
	}
	c.Findings++
	c.words(a, f.Start, f.Stop, f.Words)
	var spans map[string][][2]int
	if err := json.Unmarshal([]byte(f.Spans), &spans); err != nil {
		c.damage("article %s: the spans of %s cannot be read: %v", a.ID, f.ID, err)
	}
	for _, list := range spans {
		for _, s := range list {
			if !lies(a.Text, s[0], s[1]) {
				c.damage("article %s: %s has the span %d:%d, which is not of its text", a.ID, f.ID, s[0], s[1])
			}
		}
	}
	if !lies(a.Text, f.SentenceStart, f.SentenceStop) {
		c.damage("article %s: the sentence of %s is not of its text", a.ID, f.ID)
	}
}

func (c *checker) words(a *Article, start, stop int, words string) {
	if !lies(a.Text, start, stop) || a.Text[start:stop] != words {
		c.damage("article %s: at %d:%d the text does not say %.80q", a.ID, start, stop, words)
	}
}

// lies reports whether a span is one of whole characters of text.
func lies(text string, start, stop int) bool {
	return 0 <= start && start <= stop && stop <= len(text) &&
		(start == len(text) || utf8.RuneStart(text[start])) && (stop == len(text) || utf8.RuneStart(text[stop]))
}

// mentions checks that the mentions of an article have the nodes of what they are.
func (c *checker) mentions(ctx context.Context, a *Article, have []int64, want []mention) error {
	if len(have) != len(want) {
		return nil // told already: rows are missing
	}
	hash := map[int64]int64{}
	err := among(ctx, c.tx, func(r *sql.Rows) error {
		var n, h int64
		err := r.Scan(&n, &h)
		hash[n] = h
		return err
	}, "SELECT n, hash FROM nodes WHERE n IN (%s)", have)
	if err != nil {
		return err
	}
	for i, m := range want {
		n := have[i]
		if hash[n] != m.hash {
			c.damage("article %s: a mention (%s) is linked as another one", a.ID, m.kind)
		}
		if c.nodes[n] {
			continue
		}
		c.nodes[n] = true
		for _, key := range m.keys {
			c.keyCount++
			c.keys += keySum(key, n)
		}
	}
	return nil
}

// keySum makes a number of a key and a node whose sum over all tells whether any
// is missing or too many.
func keySum(key, n int64) int64 {
	x := uint64(key) ^ uint64(n)*0x9e3779b97f4a7c15
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	return int64(x ^ x>>33)
}

// strays looks for what belongs to nothing.
func (c *checker) strays(ctx context.Context) error {
	for _, row := range rowKinds {
		n, err := number(ctx, c.tx, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s >> %d NOT IN (SELECT n FROM articles)", row.Table(), numbered(row), ArticleBits))
		if err != nil {
			return err
		}
		if n > 0 {
			c.damage("%d rows of %s are of no article", n, row.Table())
		}
	}
	for _, table := range []string{"sightings", "readings"} {
		n, err := number(ctx, c.tx, "SELECT count(*) FROM "+table+" WHERE article NOT IN (SELECT n FROM articles)")
		if err != nil {
			return err
		}
		if n > 0 {
			c.damage("%d %s are of no article", n, table)
		}
	}
	for _, named := range []string{"SELECT name FROM actors", "SELECT renamed AS name FROM actors WHERE renamed <> ''", "SELECT name FROM places"} {
		n, err := number(ctx, c.tx, "SELECT count(*) FROM ("+named+") AS t WHERE name <> '' AND name NOT IN (SELECT name FROM names)")
		if err != nil {
			return err
		}
		if n > 0 {
			c.damage("%d names of actors and places cannot be looked for", n)
		}
	}
	right, err := identitiesAreRight(ctx, c.tx)
	if err != nil {
		return err
	}
	if !right {
		c.damage("identities are not what the groups of actors are")
	}
	stray := 0
	err = Each(ctx, c.tx, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		c.Nodes++
		if !c.nodes[n] {
			stray++
		}
		return err
	}, "SELECT n FROM nodes")
	if stray > 0 {
		c.damage("%d nodes are of no mention", stray)
	}
	return err
}

// groups makes the groups anew, from the keys, and compares.
func (c *checker) groups(ctx context.Context) error {
	l := newLinker(c.tx, &cache{})
	sets := newSets()
	const page = 20_000
	type holder struct{ key, node int64 }
	var waiting []holder
	lastKey, lastNode := int64(-1<<63), int64(-1<<63)
	for {
		n := 0
		err := Each(ctx, c.tx, func(r *sql.Rows) error {
			var h holder
			if err := r.Scan(&h.key, &h.node); err != nil {
				return err
			}
			n++
			c.keyCount--
			c.keys -= keySum(h.key, h.node)
			waiting = append(waiting, h)
			return nil
		}, "SELECT hash, node FROM keys WHERE hash > ? OR hash = ? AND node > ? ORDER BY hash, node LIMIT ?", lastKey, lastKey, lastNode, page)
		if err != nil {
			return err
		}
		if n > 0 {
			lastKey, lastNode = waiting[len(waiting)-1].key, waiting[len(waiting)-1].node
		}
		for len(waiting) > 0 {
			end := slices.IndexFunc(waiting, func(h holder) bool { return h.key != waiting[0].key })
			if end < 0 && n == page {
				break // the next page may go on with it
			}
			if end < 0 {
				end = len(waiting)
			}
			var members []int64
			for _, h := range waiting[:end] {
				members = append(members, h.node)
			}
			if err := c.join(ctx, l, sets, members); err != nil {
				return err
			}
			waiting = waiting[end:]
		}
		if n < page {
			break
		}
	}
	if c.keyCount != 0 || c.keys != 0 {
		c.damage("the keys by which mentions are compared are not those that the mentions have")
	}
	pairs, err := merges(ctx, c.tx, "n")
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if p.a != 0 && p.b != 0 {
			sets.join(p.a, p.b)
		}
	}
	return c.partition(ctx, sets)
}

// join joins the nodes that share a key and are the same.
func (c *checker) join(ctx context.Context, l *linker, sets *sets, members []int64) error {
	if len(members) < 2 {
		return nil
	}
	nodes, err := l.nodes(ctx, "n IN (%s)", members)
	if err != nil {
		return err
	}
	if len(nodes) > 0 && len(nodes) > most(nodes[0].kind) {
		c.Heavy++
		return nil
	}
	if err := l.fetch(ctx, nodes); err != nil {
		return err
	}
	var joined [][]*node // the nodes that were looked at, by set
	for _, x := range nodes {
		p, err := l.like(ctx, x)
		if err != nil {
			return err
		}
		own := -1
		for i, set := range joined {
			if len(set) == 0 || sets.root(set[0].n) != sets.root(x.n) {
				continue
			}
			if own < 0 {
				own = i
			} else {
				joined[own], joined[i] = append(joined[own], set...), nil
			}
		}
		if own < 0 {
			joined, own = append(joined, nil), len(joined)
		}
		joined[own] = append(joined[own], x)
		for i, set := range joined {
			if i == own {
				continue
			}
			for _, y := range set {
				q, err := l.like(ctx, y)
				if err != nil {
					return err
				}
				if alike(p, q) {
					sets.join(x.n, y.n)
					joined[own], joined[i] = append(joined[own], set...), nil
					break
				}
			}
		}
	}
	return nil
}

// partition compares the groups as they are with what they should be.
func (c *checker) partition(ctx context.Context, sets *sets) error {
	rootOf, labelOf := map[int64]int64{}, map[int64]int64{}
	wrong := map[int64]bool{}
	err := Each(ctx, c.tx, func(r *sql.Rows) error {
		var n, grp int64
		if err := r.Scan(&n, &grp); err != nil {
			return err
		}
		root := sets.root(n)
		if at, ok := rootOf[grp]; ok && at != root {
			wrong[grp] = true
		}
		if at, ok := labelOf[root]; ok && at != grp {
			wrong[grp] = true
		}
		rootOf[grp], labelOf[root] = root, grp
		return nil
	}, "SELECT n, grp FROM nodes")
	c.Groups = len(rootOf)
	for _, grp := range slices.Sorted(maps.Keys(wrong)) {
		c.damage("group %d is not what linking makes of its mentions", grp)
	}
	return err
}
