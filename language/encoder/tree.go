package encoder

// An arborescence finds the tree of a sentence that has the highest sum of arc
// scores, by Chu and Liu (1965) and Edmonds (1967): every word takes its best
// head; cycles are drawn together into one node and the rest is done again.
type arborescence struct {
	scores  []float32 // (n+1) x (n+1): of word d with head h at d*(n+1)+h; 0 is the root
	heads   []int32
	visited []int32
	arena   []int32 // of which solve takes its memory
}

// take is n zeros out of the arena.
func (a *arborescence) take(n int) []int32 {
	old := len(a.arena)
	a.arena = extend(a.arena, n) // what was taken before stays where it is
	out := a.arena[old : old+n : old+n]
	clear(out)
	return out
}

// decode writes the heads of n words; scores has n rows of n+1 numbers, the
// score of each head of the word, the root first. Exactly one word has the root
// for its head, which is 0; other heads count from 1.
func (a *arborescence) decode(heads []int32, scores []float32, n int) {
	size := n + 1
	roots := 0
	for d := range n {
		row := scores[d*size : d*size+size]
		best := -1
		for h, s := range row {
			if h != d+1 && (best < 0 || s > row[best]) {
				best = h
			}
		}
		heads[d] = int32(best)
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && a.reachesRoot(heads) {
		return
	}
	// A root that costs more than all else is taken once.
	low, high := float32(0), float32(0)
	for d := range n {
		for h, s := range scores[d*size : d*size+size] {
			if h != d+1 {
				low, high = min(low, s), max(high, s)
			}
		}
	}
	cost := (high - low + 1) * float32(size)
	a.scores = grow(a.scores, size*size)
	for d := range n {
		copy(a.scores[(d+1)*size:(d+2)*size], scores[d*size:d*size+size])
		a.scores[(d+1)*size] -= cost
	}
	a.heads = grow(a.heads, size)
	a.arena = a.arena[:0]
	nodes := a.take(size)
	for i := range nodes {
		nodes[i] = int32(i)
	}
	a.solve(nodes, size)
	copy(heads, a.heads[1:])
}

// reachesRoot says whether every word hangs on the root.
func (a *arborescence) reachesRoot(heads []int32) bool {
	a.visited = grow(a.visited, len(heads)+1)
	clear(a.visited)
	for d := range heads {
		at := int32(d + 1)
		for at != 0 && a.visited[at] == 0 {
			a.visited[at] = int32(d + 1)
			at = heads[at-1]
		}
		if at != 0 && a.visited[at] == int32(d+1) {
			return false
		}
	}
	return true
}

// solve finds a.heads for the nodes, the first of which is the root, in the
// matrix a.scores of the given size.
func (a *arborescence) solve(nodes []int32, size int) {
	at := func(d, h int32) *float32 { return &a.scores[int(d)*size+int(h)] }
	for _, d := range nodes[1:] {
		best := int32(-1)
		for _, h := range nodes {
			if h != d && (best < 0 || *at(d, h) > *at(d, best)) {
				best = h
			}
		}
		a.heads[d] = best
	}
	cycle := a.cycle(nodes)
	if cycle == nil {
		return
	}
	// The cycle becomes its first node: arcs into it are worth what they gain
	// over the arc of the cycle that they break.
	in, old := a.take(size), a.take(size)
	for _, c := range cycle {
		in[c], old[c] = 1, a.heads[c]
	}
	gain := func(c, h int32) float32 { return *at(c, h) - *at(c, old[c]) }
	one := cycle[0]
	enters, leaves := a.take(size), a.take(size)
	rest := a.take(len(nodes) - len(cycle) + 1)[:0]
	for _, v := range nodes {
		if in[v] > 0 {
			continue
		}
		rest = append(rest, v)
		enters[v], leaves[v] = one, one
		for _, c := range cycle {
			if gain(c, v) > gain(enters[v], v) {
				enters[v] = c
			}
			if *at(v, c) > *at(v, leaves[v]) {
				leaves[v] = c
			}
		}
	}
	for _, v := range rest {
		*at(one, v), *at(v, one) = gain(enters[v], v), *at(v, leaves[v])
	}
	a.solve(append(rest, one), size)
	from := a.heads[one]
	for _, v := range rest[1:] {
		if a.heads[v] == one {
			a.heads[v] = leaves[v]
		}
	}
	for _, c := range cycle {
		a.heads[c] = old[c]
	}
	a.heads[enters[from]] = from
}

// cycle is a cycle among the heads of the nodes, or nil.
func (a *arborescence) cycle(nodes []int32) []int32 {
	a.visited = grow(a.visited, len(a.heads))
	clear(a.visited)
	root := nodes[0]
	for _, start := range nodes[1:] {
		at := start
		for at != root && a.visited[at] == 0 {
			a.visited[at] = start
			at = a.heads[at]
		}
		if at == root || a.visited[at] != start {
			continue
		}
		out := a.take(len(nodes))[:0]
		for c := at; len(out) == 0 || c != at; c = a.heads[c] {
			out = append(out, c)
		}
		return out
	}
	return nil
}
