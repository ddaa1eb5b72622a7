package coref

import (
	"slices"
	"strings"

	"rapporteur"
)

// A cluster is a referent: its mentions, linked by next in no order, and what is
// known of it.
type cluster struct {
	first, last int32 // mentions
	earliest    int32
	size        int32
	names       int32    // how many of them are names
	heads       [6]int32 // a mention for each noun that heads one
	headed      int32
	class       class
	gender      gender
	lean        gender // where gender is not known: what given names suggest
	number      number

	// As far as resolve has read.
	read          int32 // last mention passed, or none
	recent        int32 // last mention passed that is no echo, or none
	seen          int32 // how many were passed
	before, after int32 // neighbours in the order of recency, or none
}

// cut is both classes at once where that is possible, else either.
func (c class) cut(o class) class {
	if c&o != 0 {
		return c & o
	}
	return c | o
}

// merge makes one cluster of those of mentions a and b.
func (f *finder) merge(a, b int32) {
	to, from := f.mentions[a].cluster, f.mentions[b].cluster
	if to == from {
		return
	}
	if f.clusters[to].size < f.clusters[from].size {
		to, from = from, to
	}
	t, g := &f.clusters[to], &f.clusters[from]
	for m := g.first; m != none; m = f.mentions[m].next {
		f.mentions[m].cluster = to
	}
	f.mentions[t.last].next = g.first
	t.last = g.last
	t.earliest = min(t.earliest, g.earliest)
	for _, m := range g.heads[:g.headed] {
		f.addHead(t, m)
	}
	t.size += g.size
	t.names += g.names
	t.class = t.class.cut(g.class)
	if t.gender == unknownGender {
		t.gender = g.gender
	}
	if t.lean == unknownGender {
		t.lean = g.lean
	}
	if t.number == unknownNumber || t.names == g.names && g.number != unknownNumber {
		t.number = g.number // a name knows best
	}
	g.size = 0
}

// addHead keeps mention m for the noun that heads it, if it is the first with
// that noun.
func (f *finder) addHead(c *cluster, m int32) {
	lemma := f.d.Tokens[f.mentions[m].head].Lemma
	for i, other := range c.heads[:c.headed] {
		if strings.EqualFold(f.d.Tokens[f.mentions[other].head].Lemma, lemma) {
			c.heads[i] = min(m, other)
			return
		}
	}
	if int(c.headed) < len(c.heads) {
		c.heads[c.headed] = m
		c.headed++
	}
}

// renewHead is addHead for a mention that is later and now the one to compare
// with.
func (f *finder) renewHead(c *cluster, m int32) {
	for i, other := range c.heads[:c.headed] {
		if strings.EqualFold(f.d.Tokens[f.mentions[other].head].Lemma, f.d.Tokens[f.mentions[m].head].Lemma) {
			c.heads[i] = max(m, other)
		}
	}
}

// output gives the clusters that are worth telling, in the vocabulary.
func (f *finder) output() []rapporteur.Cluster {
	var out []rapporteur.Cluster
	for i := range f.mentions {
		c := &f.clusters[f.mentions[i].cluster]
		if c.earliest != int32(i) || c.size == 0 {
			continue
		}
		if made, ok := f.tell(c); ok {
			out = append(out, made)
		}
	}
	// What is not printed may stand first in its cluster.
	slices.SortFunc(out, func(a, b rapporteur.Cluster) int { return a.Mentions[0].Head - b.Mentions[0].Head })
	return out
}

// tell is cluster c in the vocabulary, and whether it is worth telling.
func (f *finder) tell(c *cluster) (rapporteur.Cluster, bool) {
	var out rapporteur.Cluster
	best := int32(none)
	members := make([]int32, 0, c.size)
	for m := c.first; m != none; m = f.mentions[m].next {
		if k := f.mentions[m].kind; k != titled && k != conjoined {
			members = append(members, m)
		}
	}
	slices.Sort(members)
	for _, m := range members {
		if best == none || f.fuller(m, best) {
			best, out.Name = m, len(out.Mentions)
		}
		out.Mentions = append(out.Mentions, f.print(m))
	}
	if best == none || f.mentions[best].kind == pronoun || c.class == thing {
		return out, false
	}
	return out, f.mentions[best].kind == named || len(out.Mentions) > 1
}

func (f *finder) print(m int32) rapporteur.Mention {
	x := &f.mentions[m]
	return rapporteur.Mention{
		Span: f.d.SpanOf(int(x.first), int(x.end)), First: int(x.first), End: int(x.end), Head: int(x.head),
	}
}

// fuller reports whether mention a names its referent better than b does:
// names before descriptions before pronouns, those that the recogniser has found
// before others, longer before shorter, earlier before later.
func (f *finder) fuller(a, b int32) bool {
	x, y := &f.mentions[a], &f.mentions[b]
	if x.kind != y.kind {
		return x.kind == named || y.kind == pronoun
	}
	if found := x.entity != none; found != (y.entity != none) {
		return found
	}
	return x.end-x.first > y.end-y.first
}
