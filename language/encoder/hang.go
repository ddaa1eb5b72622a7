package encoder

import (
	"math"
	"strings"

	"rapporteur/language/encoder/kernel"
)

// hang hangs the words of every sentence of the strip on their heads.
func (m *Model) hang(s *scratch, r *Reading) {
	first := s.strip.sentences[0].First
	// The root is one more word on the side of heads.
	s.left = s.side(s.left, m.arcs.left)
	s.right = append(s.side(s.right, m.arcs.right), m.arcsRoot...)
	s.weighed = m.arcs.weigh(s, s.weighed, s.left)
	s.relLeft = s.side(s.relLeft, m.rels.left)
	s.relRight = append(s.side(s.relRight, m.rels.right), m.relsRoot...)
	s.relWeighed = m.rels.weigh(s, s.relWeighed, s.relLeft)
	for _, x := range s.strip.sentences {
		n := x.End - x.First
		b := bough{m: m, s: s, base: x.First - first, size: n + 1}
		if s.others != nil {
			b.others = s.others[x.First:x.End]
		}
		b.score(n)
		s.sentence, s.deprels = grow(s.sentence, n), grow(s.deprels, n)
		b.heads, b.labels = s.sentence, s.deprels
		s.tree.decode(b.heads, s.arcs, n)
		for d := range n {
			b.labels[d], _ = b.label(d, b.heads[d], -1)
		}
		b.thin()
		for d, h := range b.heads {
			r.Heads[x.First+d], r.Deprels[x.First+d] = int32(x.First)+h-1, b.labels[d]
			if h == 0 {
				r.Heads[x.First+d] = -1
			}
		}
	}
}

// A bough is the tree of one sentence while it is made. Heads count from 1, 0
// is the root.
type bough struct {
	m      *Model
	s      *scratch
	base   int // of the first word, in the strip
	size   int // words and the root
	heads  []int32
	labels []uint8
	others []Opinion // of its words, or nil
}

// score makes s.arcs the scores of all heads of the n words.
func (b *bough) score(n int) {
	s, w := b.s, b.m.arcs.width
	root := len(s.strip.firsts)
	s.arcs = grow(s.arcs, n*b.size)
	for d := range n {
		row := s.weighed[(b.base+d)*(w+1):][:w+1]
		scores := s.arcs[d*b.size:][:b.size]
		scores[0] = kernel.Dot(row[:w], s.right[root*w:]) + row[w]
		for h := range n {
			scores[h+1] = kernel.Dot(row[:w], s.right[(b.base+h)*w:][:w]) + row[w]
		}
		if b.others != nil {
			scores[b.others[d].head] += trustInHeads
		}
	}
}

// label is the best relation of word d to a head that is not of the class
// barred, and how far it lies below the best of all.
func (b *bough) label(d int, head int32, barred int8) (uint8, float32) {
	s, rels := b.s, &b.m.rels
	w := rels.width
	h := len(s.strip.firsts)
	if head > 0 {
		h = b.base + int(head) - 1
	}
	right := s.relRight[h*w:][:w]
	label, most, top := 0, float32(math.Inf(-1)), float32(math.Inf(-1))
	for l := range rels.out {
		row := s.relWeighed[(b.base+d)*rels.weight.Out+l*(w+1):][:w+1]
		score := kernel.Dot(row[:w], right) + row[w]
		if b.others != nil && b.others[d].deprel == int32(l) && b.others[d].head == head {
			score += trustInDeprels
		}
		top = max(top, score)
		if score > most && (barred < 0 || b.m.single[l] != barred) {
			label, most = l, score
		}
	}
	return uint8(label), top - most
}

// The relations that a word has to one other at most (Universal Dependencies, guidelines: "a
// predicate has at most one subject and one object"), by class.
const (
	many    = -1
	subject = iota
	object
)

// singles are the classes of the relations.
func singles(labels []string) []int8 {
	out := make([]int8, len(labels))
	for i, l := range labels {
		switch l, _, _ = strings.Cut(l, ":"); l {
		case "nsubj", "csubj":
			out[i] = subject
		case "obj":
			out[i] = object
		default:
			out[i] = many
		}
	}
	return out
}

// thin gives every predicate one subject and one object at most: of two, the one
// for which another place costs less goes there. The parser scores arcs one by
// one and does not see the other.
func (b *bough) thin() {
	for range b.heads { // each change settles one word, for good
		d, other, class := b.twins()
		if class == many {
			return
		}
		head, label, cost := b.elsewhere(d, class)
		otherHead, otherLabel, otherCost := b.elsewhere(other, class)
		if otherCost < cost {
			d, head, label = other, otherHead, otherLabel
		}
		if math.IsInf(float64(min(cost, otherCost)), 1) {
			return // no other place
		}
		b.heads[d], b.labels[d] = head, label
	}
}

// twins are two words of one single class and one head; the class is many where
// there are none.
func (b *bough) twins() (d, other int, class int8) {
	for other, h := range b.heads {
		class := b.m.single[b.labels[other]]
		if class == many {
			continue
		}
		for d := range other {
			if b.heads[d] == h && b.m.single[b.labels[d]] == class {
				return d, other, class
			}
		}
	}
	return 0, 0, many
}

// elsewhere is the best head and relation of word d that would not make a second
// one of any class, and what it costs.
func (b *bough) elsewhere(d int, class int8) (head int32, label uint8, cost float32) {
	scores := b.s.arcs[d*b.size:][:b.size]
	now := scores[b.heads[d]]
	cost = float32(math.Inf(1))
	for h, score := range scores {
		h := int32(h)
		if h == 0 || now-score >= cost || b.below(h, d) {
			continue
		}
		l, lost := b.label(d, h, many)
		if c := b.m.single[l]; c != many && (h == b.heads[d] || b.has(h, c)) {
			l, lost = b.label(d, h, c)
			if c := b.m.single[l]; c != many && b.has(h, c) {
				continue
			}
		}
		if now-score+lost < cost {
			head, label, cost = h, l, now-score+lost
		}
	}
	return head, label, cost
}

// has says whether head h has a word of a class.
func (b *bough) has(h int32, class int8) bool {
	for d, head := range b.heads {
		if head == h && b.m.single[b.labels[d]] == class {
			return true
		}
	}
	return false
}

// below says whether head h is word d or hangs on it.
func (b *bough) below(h int32, d int) bool {
	for h > 0 {
		if int(h) == d+1 {
			return true
		}
		h = b.heads[h-1]
	}
	return false
}
