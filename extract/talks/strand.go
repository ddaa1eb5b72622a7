package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A report may speak of several negotiations: a round-up of the day, two
// neighbours who each bargain with somebody else. They are kept apart only where
// the text itself keeps them apart, since two rounds, two tables or two camps of
// one negotiation are one.

// weighty is how much must speak for somebody before a second negotiation is
// looked for at his side.
const weighty = 1.2

// strands are the sentences of each negotiation, where the report speaks of
// several: sides that negotiate with each other in paragraphs that name nobody
// of another table. nil where it speaks of one.
func (f *finder) strands() [][]bool {
	table := f.tables()
	if len(table) < 2 {
		return nil
	}
	// Of each paragraph: the table that it names somebody of.
	var owner []int
	paragraph := make([]int, len(f.t.Sentences))
	for i, s := range f.t.Sentences {
		if i == 0 || s.Paragraph != f.t.Sentences[i-1].Paragraph {
			owner = append(owner, rapporteur.None)
		}
		p := len(owner) - 1
		paragraph[i] = p
		if !f.reads(i) {
			continue
		}
		for t, members := range table {
			if !s.Heading && slices.ContainsFunc(members, func(a int) bool { return f.namedAt(a, s) }) {
				if owner[p] >= 0 && owner[p] != t {
					return nil
				}
				owner[p] = t
			}
		}
	}
	// What names nobody goes on with what stands before.
	for p := 1; p < len(owner); p++ {
		if owner[p] < 0 {
			owner[p] = owner[p-1]
		}
	}
	out := make([][]bool, len(table))
	for t := range out {
		out[t] = make([]bool, len(f.t.Sentences))
		for i := range out[t] {
			out[t][i] = owner[paragraph[i]] == t && f.reads(i)
		}
	}
	return out
}

// tables are the sides that negotiate with each other: of those for whom much
// speaks, the groups named in one sentence that meet.
func (f *finder) tables() [][]int {
	e := f.weighed()
	var strong []int
	for i, w := range e.weight {
		if w >= weighty && f.plausible(i) && !f.mediates(i) {
			strong = append(strong, i)
		}
	}
	group := make([]int, len(strong))
	for i := range group {
		group[i] = i
	}
	join := func(a, b int) {
		from, to := group[b], group[a]
		for i := range group {
			if group[i] == from {
				group[i] = to
			}
		}
	}
	for i, a := range strong {
		for k, b := range strong[:i] {
			if f.oneSide(a, b) || slices.ContainsFunc(f.t.Sentences, func(s rapporteur.Sentence) bool { return f.namedAt(a, s) && f.namedAt(b, s) }) {
				join(k, i)
			}
		}
	}
	var out [][]int
	for g := range group {
		var members []int
		for i, a := range strong {
			if group[i] == g {
				members = append(members, a)
			}
		}
		if f.meet(e, members) {
			out = append(out, members)
		}
	}
	return out
}

// meet reports whether words pair two of the members of a table, who are not one
// side: "talks between" them, or what they did together.
func (f *finder) meet(e *evidence, members []int) bool {
	for i, a := range members {
		for _, b := range members[:i] {
			if f.oneSide(a, b) {
				continue
			}
			k := &e.kinds[a]
			if k[byBetween]+k[byWith]+k[byPair] > 0 || slices.ContainsFunc(e.spans[a], func(s rapporteur.Span) bool { return slices.Contains(e.spans[b], s) }) {
				return true
			}
		}
	}
	return false
}

// namedAt reports whether a sentence names actor a, or somebody who sits at the
// table for it.
func (f *finder) namedAt(a int, s rapporteur.Sentence) bool {
	for i := range f.count() {
		if f.seatOf(i) == a && slices.ContainsFunc(f.who(i).Mentions, s.Span.Contains) {
			return true
		}
	}
	return false
}

// only is a finder of some of the sentences.
func (f *finder) only(sentences []bool) *finder {
	in := func(token int) bool { return sentences[f.t.SentenceOf(token)] }
	g := *f
	g.sentences = sentences
	g.parties, g.mediators, g.topic, g.over = nil, nil, nil, false
	g.nouns = slices.DeleteFunc(slices.Clone(f.nouns), func(n noun) bool { return !in(n.head) })
	g.hits = slices.DeleteFunc(slices.Clone(f.hits), func(h hit) bool { return !in(h.first) })
	g.events = slices.DeleteFunc(slices.Clone(f.events), func(e rapporteur.Event) bool { return !sentences[e.Sentence] })
	g.places = slices.DeleteFunc(slices.Clone(f.places), func(p rapporteur.Place) bool { return !sentences[p.Sentence] })
	g.class = slices.Clone(f.class)
	for i := range g.class {
		if !in(i) {
			g.class[i] = 0
		}
	}
	g.size = 0
	for i, s := range f.t.Sentences {
		if sentences[i] {
			g.size += s.End - s.First
		}
	}
	return &g
}

// reads reports whether a sentence is read.
func (f *finder) reads(sentence int) bool { return f.sentences == nil || f.sentences[sentence] }

// absent reports whether nothing of what is read names actor i.
func (f *finder) absent(i int) bool {
	return f.sentences != nil && !slices.ContainsFunc(f.who(i).Mentions, func(m rapporteur.Span) bool {
		return f.reads(f.t.SentenceOf(f.tokenAt(m.Start)))
	})
}

// negotiations are those of what is read: several, each by what stands in its own
// paragraphs, where two of them or more are convincing alone; else one, or none.
func (f *finder) negotiations() []rapporteur.Talks {
	one := f.negotiation()
	if one == nil {
		return nil
	}
	var several []rapporteur.Talks
	for _, sentences := range f.strands() {
		if t := f.only(sentences).negotiation(); t != nil && len(t.Parties) > 1 {
			several = append(several, *t)
		}
	}
	if len(several) < 2 {
		return []rapporteur.Talks{*one}
	}
	return several
}

// setAside parts a report from the paragraphs that say themselves that they are
// about another matter, and name nobody who negotiates in the others; nil, nil
// where there are none.
func (f *finder) setAside() (main, aside *finder) {
	in, out := make([]bool, len(f.t.Sentences)), make([]bool, len(f.t.Sentences))
	opened, from := false, 0
	for i, s := range f.t.Sentences {
		if i == 0 || s.Paragraph != f.t.Sentences[i-1].Paragraph {
			switch {
			case f.opensAside(s):
				opened, from = true, s.Span.Start
			case opened:
				opened = f.broughtIn(i, from) // those whom the aside has brought in
			}
		}
		in[i], out[i] = !opened, opened
	}
	if !slices.Contains(out, true) {
		return nil, nil
	}
	main, aside = f.only(in), f.only(out)
	if main.negotiation() == nil {
		return main, aside
	}
	for i, s := range f.t.Sentences {
		if out[i] && slices.ContainsFunc(main.parties, func(p side) bool { return f.namedAt(p.actor, s) }) {
			return nil, nil
		}
	}
	return f.only(in), aside
}

// broughtIn reports whether the paragraph that begins with a sentence names somebody
// whom nothing before an offset names.
func (f *finder) broughtIn(sentence, from int) bool {
	p := f.t.Sentences[sentence].Paragraph
	for i := range f.count() {
		m := f.who(i).Mentions
		if len(m) == 0 || m[0].Start < from || m[0].Start >= f.t.Sentences[sentence].Span.Start {
			continue
		}
		for k := sentence; k < len(f.t.Sentences) && f.t.Sentences[k].Paragraph == p; k++ {
			if slices.ContainsFunc(m, f.t.Sentences[k].Span.Contains) {
				return true
			}
		}
	}
	return false
}

func (f *finder) opensAside(s rapporteur.Sentence) bool {
	return slices.ContainsFunc(know.Asides(), func(words []string) bool {
		for i, w := range words {
			if s.First+i >= s.End || lower(f.t.Word(s.First+i)) != w {
				return false
			}
		}
		return true
	})
}
