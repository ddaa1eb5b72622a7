package actor

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge"
)

// Find reads who is who in t.
//
// Names come first, since they are the surest: what the tables of knowledge
// and the named entities agree on. Then the noun phrases without a name are
// read against the names ("the Israeli army", "its spokesman", "the rebels"),
// then the pronouns, by the clusters of coreference. Where a cluster holds two
// names that cannot be one, the names win.
func Find(t *grammar.Tree) *Cast {
	f := newFinder(t)
	f.scan()
	f.findLands()
	f.count()
	f.findPersons()
	f.findBodies()
	f.findAbbreviations()
	f.findSurnames()
	f.findStates()
	f.titlePersons()
	f.findHolders()
	f.focusPersons()
	f.listMinisters()
	f.findShortened()
	f.findPronouns()
	f.findJoined()
	f.findDescriptions()
	f.findQuantities()
	f.placePersons()
	f.findPronouns()
	f.findSides()
	f.findPronouns()
	f.dropPlaces()
	return f.cast()
}

// finder puts the cast of one report together.
type finder struct {
	t          *grammar.Tree
	entities   []rapporteur.Entity // of the language layer, mended
	hits       []knowledge.Hit
	hitAt      []int32 // by token: index in hits + 1
	entityAt   []int32 // by token: index in Entities + 1
	landAt     []int32 // by token: identity + 1 of the state, known by this report alone, that it names or describes
	clusterAt  []int32 // by head token of a mention: index in Clusters + 1
	identities []identity
	heads      [][]int        // by identity: head tokens of its mentions, ascending
	byKey      map[string]int // identities by key of knowledge, by name where unknown there
	mentions   []mention
	at         []int32 // as in Cast
	countries  map[string]int
	features   map[string]bool // names of what cannot act
	declared   map[string]int  // abbreviations that the report declares
	focus      int             // the one state that the report is about; None where none stands out

	beside map[int][]int             // as in Cast
	parted map[int]int               // by head: first token of a phrase that the tree joins with what stands before it
	begun  []bool                    // by hit: descriptions that have been read, or are being read
	told   map[*knowledge.Noun][]int // see toldApart
}

// identity is an actor in the making.
type identity struct {
	rapporteur.Actor
	class     string
	principal bool // acts for Of
	outlet    bool
	variants  []variant         // ways its name is written
	nouns     []*knowledge.Noun // titles and roles that it was given
	words     []string          // of a person's fullest name, folded
	titles    [][2]int          // heads of a person's titles, each with the head of the phrase that it stands in
	gender    byte
	adjective string // before nouns, of a state that only the report knows
	described bool   // known by a description alone
	plural    bool   // that description is in the plural
	self      int    // its own place among the identities
}

type variant struct {
	text string
	n    int // words
	uses int
}

func newFinder(t *grammar.Tree) *finder {
	n := len(t.Tokens)
	buffer := make([]int32, 5*n)
	f := &finder{
		t:         t,
		entities:  told(t),
		hitAt:     buffer[:n:n],
		entityAt:  buffer[n : 2*n : 2*n],
		clusterAt: buffer[2*n : 3*n : 3*n],
		at:        buffer[3*n : 4*n : 4*n],
		landAt:    buffer[4*n:],
		focus:     rapporteur.None,
		byKey:     map[string]int{},
		countries: map[string]int{},
	}
	for c, cluster := range t.Clusters {
		for _, m := range cluster.Mentions {
			if m.Head >= 0 && m.Head < n {
				f.clusterAt[m.Head] = int32(c) + 1
			}
		}
	}
	return f
}

// told is the named entities of the report: who signed it or took its pictures is
// nobody whom it tells of.
func told(t *grammar.Tree) []rapporteur.Entity {
	outside := func(e rapporteur.Entity) bool {
		return e.First < 0 || e.First >= len(t.Tokens) || !t.Boilerplate(e.First)
	}
	all := t.Entities
	for i, e := range all {
		if outside(e) {
			continue
		}
		out := slices.Clone(all[:i])
		for _, e := range all[i+1:] {
			if outside(e) {
				out = append(out, e)
			}
		}
		return out
	}
	return all
}

// entity is the named entity that token i stands in, or nil.
func (f *finder) entity(i int) *rapporteur.Entity {
	if e := f.entityAt[i]; e > 0 {
		return &f.entities[e-1]
	}
	return nil
}

// heading reports whether token i stands in a headline, which is read for the
// names that the report itself has.
func (f *finder) heading(i int) bool { return f.t.Sentences[f.t.SentenceOf(i)].Heading }

// hit is the hit that token i stands in, or nil; nil for None, which the governor
// of a root is.
func (f *finder) hit(i int) *knowledge.Hit {
	if i < 0 || f.hitAt[i] == 0 {
		return nil
	}
	return &f.hits[f.hitAt[i]-1]
}

// headOf is the token of [first, end) that governs the others: the last whose
// own governor stands outside.
func (f *finder) headOf(first, end int) int {
	for i := end - 1; i >= first; i-- {
		if f.t.Tokens[i].UPOS == "PUNCT" || f.t.Tokens[i].XPOS == "POS" {
			continue
		}
		if h := f.t.Tokens[i].Head; h < first || h >= end {
			return i
		}
	}
	return end - 1
}

// who is the identity that the phrase headed by token i means, or None.
func (f *finder) who(i int) int {
	if i < 0 || f.at[i] == 0 {
		return rapporteur.None
	}
	if m := &f.mentions[f.at[i]-1]; len(m.parts) == 1 {
		return m.parts[0].actor
	}
	return rapporteur.None
}

// mention records that the phrase headed by head means identity id.
func (f *finder) mention(head int, span rapporteur.Span, id int) {
	f.mentionAll(head, span, []part{{id, span}})
}

func (f *finder) mentionAll(head int, span rapporteur.Span, parts []part) {
	f.mentions = append(f.mentions, mention{head, span, parts})
	f.at[head] = int32(len(f.mentions))
	if len(parts) == 1 {
		heads := &f.heads[parts[0].actor]
		at, _ := slices.BinarySearch(*heads, head)
		*heads = slices.Insert(*heads, at, head)
	}
}

// add makes a new identity that belongs to nobody yet.
func (f *finder) add(id identity) int {
	id.Of, id.self = rapporteur.None, len(f.identities)
	f.identities = append(f.identities, id)
	f.heads = append(f.heads, nil)
	return len(f.identities) - 1
}

// cast orders the identities by first mention and drops those that are never
// mentioned and that nobody belongs to.
func (f *finder) cast() *Cast {
	firsts := make([]rapporteur.Span, len(f.identities))
	spans := make([][]rapporteur.Span, len(f.identities))
	for i, m := range f.mentions {
		if f.at[m.head] != int32(i)+1 {
			continue // read again, and better
		}
		for _, p := range m.parts {
			spans[p.actor] = append(spans[p.actor], p.span)
		}
	}
	far := rapporteur.Span{Start: int(^uint(0) >> 1)}
	for i := range spans {
		slices.SortFunc(spans[i], rapporteur.Span.Compare)
		spans[i] = slices.Compact(spans[i])
		firsts[i] = far
		if len(spans[i]) > 0 {
			firsts[i] = spans[i][0]
		}
	}
	needed := make([]bool, len(f.identities))
	for i := range f.identities {
		needed[i] = needed[i] || len(spans[i]) > 0
		for k, steps := i, 0; len(spans[i]) > 0 && f.identities[k].Of >= 0 && steps < 4; steps++ {
			k = f.identities[k].Of
			needed[k] = true
		}
	}
	order := make([]int, 0, len(f.identities))
	for i := range f.identities {
		if needed[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(firsts[a].Compare(firsts[b]), cmp.Compare(a, b))
	})
	place := make([]int, len(f.identities))
	for to, from := range order {
		place[from] = to
	}
	c := &Cast{tree: f.t, mentions: f.mentions, at: f.at, beside: f.beside}
	c.Actors = make([]rapporteur.Actor, len(order))
	c.traits = make([]trait, len(order))
	for to, from := range order {
		id := &f.identities[from]
		a := id.Actor
		a.Name = f.canonical(id)
		a.Mentions = spans[from]
		if a.Of >= 0 {
			a.Of = place[a.Of]
		}
		c.Actors[to] = a
		c.traits[to] = trait{id.class, to, id.outlet}
		if id.principal && a.Of >= 0 {
			c.traits[to].principal = a.Of
		}
	}
	for m := range c.mentions {
		for p := range c.mentions[m].parts {
			c.mentions[m].parts[p].actor = place[c.mentions[m].parts[p].actor]
		}
	}
	return c
}
