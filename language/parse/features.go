package parse

import (
	"math/bits"

	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

// A Word is what the parser knows of a word before it begins.
type Word struct {
	lexis.Word
	Tag  uint8 // index of the tagger's pair of tags
	UPOS uint8 // Number of the universal tag
}

// Sentence is the input of a parse: its words, and behind the last one the
// root.
type Sentence struct {
	words  []Word   // n words and the root
	before []counts // how many words of some kinds stand before each place
}

// counts are running counts of words whose presence between two others bears on
// whether an arc can join them.
type counts struct{ verbs, commas, conjunctions, stops, subordinators uint8 }

const rootTag = 254

func (p *Sentence) reset(words []Word) {
	p.words = append(append(p.words[:0], words...), Word{Word: lexis.Outside, Tag: rootTag, UPOS: rootTag})
	p.before = p.before[:0]
	var c counts
	for i := range p.words {
		p.before = append(p.before, c)
		w := &p.words[i]
		switch w.UPOS {
		case uposVERB:
			c.verbs++
		case uposCCONJ:
			c.conjunctions++
		case uposSCONJ:
			c.subordinators++
		case uposPUNCT:
			if w.Lower == comma {
				c.commas++
			} else {
				c.stops++
			}
		}
	}
}

// Number is the number by which Word.UPOS knows a universal tag.
func Number(upos string) uint8 {
	for i, tag := range upos17 {
		if tag == upos {
			return uint8(i)
		}
	}
	return 200
}

var upos17 = []string{"VERB", "CCONJ", "SCONJ", "PUNCT", "NOUN", "PROPN", "PRON", "AUX", "ADJ", "ADV", "ADP", "DET", "NUM", "PART", "SYM", "INTJ", "X"}

const (
	uposVERB = iota
	uposCCONJ
	uposSCONJ
	uposPUNCT
)

var comma = lexis.Lower(",")

var outsideWord = Word{Word: lexis.Outside, Tag: 255, UPOS: 255}
var outsideNode = node{head: none, l1: none, l2: none, r1: none, r2: none, label: 255}

const maxFeatures = 200

// collector numbers the templates as they are added.
type collector struct {
	template linear.Hash
	out      []linear.Feature
}

func (c *collector) one(a uint64) {
	c.template++
	c.out = append(c.out, c.template.With(a).Feature())
}

func (c *collector) two(a, b uint64) {
	c.template++
	c.out = append(c.out, c.template.With(a).With(b).Feature())
}

func (c *collector) three(x, y, z uint64) {
	c.template++
	c.out = append(c.out, c.template.With(x).With(y).With(z).Feature())
}

// features describe a state: words, tags, clusters and arcs around the top of
// the stack and the front of the buffer, after Zhang and Nivre (2011).
func features(p *Sentence, s *state, f []linear.Feature) []linear.Feature {
	word := func(i int16) *Word {
		if i < 0 || int(i) >= len(p.words) {
			return &outsideWord
		}
		return &p.words[i]
	}
	at := func(i int16) *node {
		if i < 0 || int(i) >= len(s.nodes) {
			return &outsideNode
		}
		return &s.nodes[i]
	}
	is0, is1, ib0 := s.top(0), s.top(1), s.buffer
	s0, s1 := word(is0), word(is1)
	b0, b1, b2, b3 := word(ib0), word(ib0+1), word(ib0+2), word(ib0+3)
	ns0, nb0 := at(is0), at(ib0)
	s0h := word(ns0.head)
	is0hh := at(ns0.head).head
	s0l1, s0l2, s0r1, s0r2 := word(ns0.l1), word(ns0.l2), word(ns0.r1), word(ns0.r2)
	b0l1, b0l2 := word(nb0.l1), word(nb0.l2)

	s0w, s0t := s0.Lower, uint64(s0.Tag)
	b0w, b0t := b0.Lower, uint64(b0.Tag)
	b1w, b1t := b1.Lower, uint64(b1.Tag)
	b2t, b3t := uint64(b2.Tag), uint64(b3.Tag)
	s1w, s1t := s1.Lower, uint64(s1.Tag)
	s0c, b0c := uint64(s0.Cluster[1]), uint64(b0.Cluster[1])
	s0cc, b0cc := uint64(s0.Cluster[2]), uint64(b0.Cluster[2])
	s0u, b0u := uint64(s0.UPOS), uint64(b0.UPOS)

	distance, between := uint64(0), uint64(0)
	if is0 != none {
		distance = uint64(bucket(int(ib0 - is0)))
		x, y := p.before[is0+1], p.before[ib0]
		between = uint64(min(y.verbs-x.verbs, 2)) | uint64(min(y.commas-x.commas, 2))<<2 |
			uint64(min(y.conjunctions-x.conjunctions, 1))<<4 | uint64(min(y.stops-x.stops, 1))<<5 |
			uint64(min(y.subordinators-x.subordinators, 1))<<6
	}
	s0lv, s0rv, b0lv := uint64(min(ns0.lefts, 4)), uint64(min(ns0.rights, 4)), uint64(min(nb0.lefts, 4))
	headed := uint64(0)
	if ns0.head != none {
		headed = 1 + uint64(ns0.label)
	}

	c := collector{0, f}
	// Single words.
	c.two(s0w, s0t)
	c.one(s0w)
	c.one(s0t)
	c.two(s0cc, s0u)
	c.two(b0w, b0t)
	c.one(b0w)
	c.one(b0t)
	c.two(b0cc, b0u)
	c.two(b1w, b1t)
	c.one(b1w)
	c.one(b1t)
	c.one(uint64(b1.Cluster[2]))
	c.two(b2.Lower, b2t)
	c.one(b2t)
	c.two(s1w, s1t)
	c.one(s1t)
	c.two(s0.Suffix[3], s0t)
	c.two(b0.Suffix[3], b0t)
	// Pairs.
	c.three(s0w, s0t, b0w<<1^b0t)
	c.three(s0w, s0t, b0t)
	c.three(s0w, b0w, 0)
	c.three(s0t, b0w, b0t)
	c.three(s0w, b0t, 0)
	c.three(s0t, b0w, 1)
	c.two(s0t, b0t)
	c.two(b0t, b1t)
	c.three(b0w, b1t, 0)
	c.three(b0t, b1w, 0)
	c.three(s0cc, b0cc, 0)
	c.three(s0cc, b0t, 0)
	c.three(s0t, b0cc, 0)
	c.three(s0c, b0w, 0)
	c.three(s0w, b0c, 0)
	// Three words and their tags.
	c.three(b0t, b1t, b2t)
	c.three(s0t, b0t, b1t)
	c.three(s0t<<8|b0t, b1t, b2t)
	c.three(s0w, b0t, b1t)
	c.three(s0t, b0w, b1t)
	c.three(uint64(s0h.Tag), s0t, b0t)
	c.three(s0t, uint64(s0l1.Tag), b0t)
	c.three(s0t, uint64(s0r1.Tag), b0t)
	c.three(s0t, b0t, uint64(b0l1.Tag))
	c.three(s1t, s0t, b0t)
	c.three(s1t, s0w, b0t)
	c.three(s1t<<8|s0t, b0t, b1t)
	c.three(b1t, b2t, b3t)
	// Distance and what stands between.
	c.two(s0w, distance)
	c.two(s0t, distance)
	c.two(b0w, distance)
	c.two(b0t, distance)
	c.three(s0w, b0w, distance)
	c.three(s0t, b0t, distance)
	c.three(s0t, b0t, between)
	c.two(s0u<<8|b0u, between)
	c.three(s0w, b0t, between)
	c.three(s0t, b0w, between)
	c.three(s0t<<8|b0t, between, distance)
	// How many dependents there are.
	c.two(s0w, s0rv)
	c.two(s0t, s0rv)
	c.two(s0w, s0lv)
	c.two(s0t, s0lv)
	c.two(b0w, b0lv)
	c.two(b0t, b0lv)
	// Heads and dependents.
	c.one(s0h.Lower)
	c.two(uint64(s0h.Tag), headed)
	c.two(headed, s0t)
	c.two(headed, b0t)
	c.three(headed, s0t, b0t)
	c.three(headed, s0w, b0t)
	c.three(headed, s0t, b0w)
	c.one(s0l1.Lower)
	c.two(uint64(s0l1.Tag), uint64(at(ns0.l1).label))
	c.one(s0r1.Lower)
	c.two(uint64(s0r1.Tag), uint64(at(ns0.r1).label))
	c.three(uint64(at(ns0.r1).label), s0t, b0t)
	c.three(s0r1.Lower, s0t, b0t)
	c.one(b0l1.Lower)
	c.two(uint64(b0l1.Tag), uint64(at(nb0.l1).label))
	c.three(uint64(at(nb0.l1).label), s0t, b0t)
	c.two(uint64(word(is0hh).Tag), uint64(s0h.Tag))
	c.three(uint64(word(is0hh).Tag), uint64(s0h.Tag), s0t<<8|b0t)
	c.two(uint64(s0l2.Tag), uint64(at(ns0.l2).label))
	c.two(uint64(s0r2.Tag), uint64(at(ns0.r2).label))
	c.two(uint64(b0l2.Tag), uint64(at(nb0.l2).label))
	c.three(s0t, uint64(s0l1.Tag), uint64(s0l2.Tag))
	c.three(s0t, uint64(s0r1.Tag), uint64(s0r2.Tag))
	c.three(b0t, uint64(b0l1.Tag), uint64(b0l2.Tag))
	// The labels of the dependents together.
	c.two(s0w, ns0.rset)
	c.two(s0t, ns0.rset)
	c.two(s0w, ns0.lset)
	c.two(s0t, ns0.lset)
	c.two(b0w, nb0.lset)
	c.two(b0t, nb0.lset)
	c.three(s0t, ns0.rset, b0t)
	c.three(s0t, nb0.lset, b0t)
	c.three(s0w, ns0.rset, b0t)
	// Attachment of a prepositional phrase: head, preposition, noun.
	c.three(s0w, b0l1.Lower, b0t)
	c.three(s0cc, b0l1.Lower, b0cc)
	c.three(s0h.Lower, s0w, b0w)
	c.three(s0t, b0l1.Lower, distance)
	return c.out
}

func bucket(d int) int {
	switch {
	case d <= 5:
		return d
	case d <= 10:
		return 6
	}
	return 6 + min(bits.Len(uint(d-1)), 6) - 3
}
