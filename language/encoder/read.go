package encoder

import (
	"slices"

	"rapporteur/language/encoder/kernel"
)

// A Reading is what the encoder says of the words of a document.
type Reading struct {
	Tags    []uint16 // Model.Tag tells their names
	Heads   []int32  // words, -1 for the root of a sentence
	Deprels []uint8  // Model.Deprel tells their names
	Names   []Span
	Roles   [roleCount][]Span // the parts of attributions
	CueOf   [roleCount][]int  // for each part its cue in Roles[Cue], or -1
}

// Tag is the universal and the Penn part of speech of tag t.
func (m *Model) Tag(t uint16) (upos, xpos string) { return m.upos[t], m.xpos[t] }

// Deprel is the name of a relation.
func (m *Model) Deprel(l uint8) string { return m.labels[l] }

// HasNames says whether the model was fitted on names.
func (m *Model) HasNames() bool { return len(m.names.labels) > 1 }

// A Desk is the memory that one goroutine reads with, reused from document to document.
type Desk struct{ scratch }

// Read reads words, which sentences cut without a gap. Others, one for each word,
// is what another reader took them for; nil where nobody else has read them. The
// Reading is made in r's memory.
func (m *Model) Read(d *Desk, r *Reading, words []Word, sentences []Sentence, others []Opinion) {
	r.Tags = grow(r.Tags, len(words))
	r.Heads, r.Deprels = grow(r.Heads, len(words)), grow(r.Deprels, len(words))
	r.Names = r.Names[:0]
	s := &d.scratch
	for role := range s.roles {
		s.roles[role] = s.roles[role][:0]
	}
	s.names, s.ends, s.stripNumber = s.names[:0], s.ends[:0], 0
	s.others = others
	m.strips(&s.strip, words, sentences, func() {
		m.encode(s)
		m.label(s, r)
		m.hang(s, r)
		m.tie(s)
	})
	m.name(s, r, words, sentences)
	m.attribute(s, r, sentences)
}

// label reads the tags of a strip, and notes the scores of names and roles.
func (m *Model) label(s *scratch, r *Reading) {
	width, n := m.header.Width, len(s.strip.firsts)
	first := s.strip.sentences[0].First
	s.words = grow(s.words, n*width)
	for i, at := range s.strip.firsts {
		copy(s.words[i*width:(i+1)*width], s.x[int(at)*width:])
	}
	s.packed, s.packing = grow(s.packed, n*width), grow(s.packing, n)
	kernel.Quantise(s.packed, s.packing, s.words, width)
	c := m.tags
	s.scores = grow(s.scores, n*c.Out)
	c.Mul(s.scores, c.Out, s.packed, s.packing)
	s.heed(s.scores, first, c.Out, trustInTags, func(o Opinion) int32 { return o.tag })
	for i := range n {
		r.Tags[first+i] = uint16(best(s.scores[i*c.Out:][:c.Out]))
	}
	k, old := m.names.Out, len(s.names)
	s.names = extend(s.names, n*k)
	m.names.Mul(s.names[old:], k, s.packed, s.packing)
	s.heed(s.names[old:], first, k, trustInNames, func(o Opinion) int32 { return o.name })
	for role := range m.roles {
		k := m.roles[role].Out
		old := len(s.roles[role])
		s.roles[role] = extend(s.roles[role], n*k)
		m.roles[role].Mul(s.roles[role][old:], k, s.packed, s.packing)
	}
}

// name reads the names of the document.
func (m *Model) name(s *scratch, r *Reading, words []Word, sentences []Sentence) {
	m.recall(s, words)
	k := m.names.Out
	for _, x := range sentences {
		r.Names = m.kinds.decode(r.Names, &s.lattice, s.names[x.First*k:x.End*k], x.First)
	}
}

// extend is s with n elements more, of whatever value.
func extend[T any](s []T, n int) []T {
	return slices.Grow(s, n)[:len(s)+n]
}

// best is the number of the highest score, the first of equal ones.
func best(scores []float32) int {
	at := 0
	for i, v := range scores {
		if v > scores[at] {
			at = i
		}
	}
	return at
}

// side makes dst what one side of a biaffine makes of the words of the strip.
func (s *scratch) side(dst []float32, m *kernel.Matrix) []float32 {
	dst = grow(dst, len(s.packing)*m.Out)
	m.Mul(dst, m.Out, s.packed, s.packing)
	kernel.ReLU(dst)
	return dst
}

// weigh makes dst [l; 1] W for every row of l.
func (b *biaffine) weigh(s *scratch, dst, l []float32) []float32 {
	dst = grow(dst, len(l)/b.width*b.weight.Out)
	s.product(dst, b.weight, l)
	return dst
}
