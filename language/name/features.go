package name

import (
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

const maxFeatures = 120

// outside is the word before the first and after the last of a sentence.
var outside = Word{Word: &lexis.Outside, Tag: 255}

// Memory is what a document said of its words on the first reading.
type Memory struct {
	words map[uint64]recollection
	own   []uint8 // what each token of the document was taken for, 0 for no name
}

// recollection is what the occurrences of a word were taken for.
type recollection struct {
	counts   [kindCount]uint8 // by kind, 0 for outside names though capitalised
	uncapped bool             // occurs without a capital
}

const kindCount = 10

var kinds = map[string]uint8{
	"Date": 1, "Facility": 2, "Location": 3, "Misc": 4, "Money": 5, "NORP": 6, "Organization": 7, "Person": 8, "Product": 9,
}

// Remember gathers what the entities say of every capitalised word.
func Remember(sentences [][]Word, entities []Entity) *Memory {
	m := &Memory{words: map[uint64]recollection{}}
	next := 0
	for _, words := range sentences {
		for i := range words {
			at := len(m.own)
			for next < len(entities) && entities[next].End <= at {
				next++
			}
			kind := uint8(0)
			if next < len(entities) && entities[next].First <= at {
				kind = kinds[entities[next].Kind]
			}
			m.own = append(m.own, kind)
			w := &words[i]
			r := m.words[w.Lower]
			if w.Case == lexis.CaseLower {
				r.uncapped = true
			}
			if kind > 0 || i > 0 && w.Case != lexis.CaseNone && w.Case != lexis.CaseLower {
				r.counts[kind] = min(r.counts[kind]+1, 200)
			}
			m.words[w.Lower] = r
		}
	}
	return m
}

// elsewhere is what the word that is token at of the document was taken for
// in its other occurrences: the kind most of them were and how many, at most 3.
func (m *Memory) elsewhere(w *Word, at int) (kind, times uint64, uncapped bool) {
	if at < 0 || at >= len(m.own) {
		return 0, 0, false
	}
	r := m.words[w.Lower]
	if own := m.own[at]; r.counts[own] > 0 && (own > 0 || w.Case != lexis.CaseLower) {
		r.counts[own]--
	}
	for k, n := range r.counts {
		if uint64(n) > times {
			kind, times = uint64(k)+1, uint64(n)
		}
	}
	return kind, min(times, 3), r.uncapped
}

// collector numbers the templates as they are added.
type collector struct {
	template linear.Hash
	out      []linear.Feature
}

func (c *collector) add(parts ...uint64) {
	c.template++
	h := c.template
	for _, p := range parts {
		h = h.With(p)
	}
	c.out = append(c.out, h.Feature())
}

// Features describe word i of a sentence, whose first word is token first of
// the document.
func Features(words []Word, i, first int, memory *Memory, f []linear.Feature) []linear.Feature {
	at := func(k int) *Word {
		if k < 0 || k >= len(words) {
			return &outside
		}
		return &words[k]
	}
	l3, l2, l1, this, r1, r2, r3 := at(i-3), at(i-2), at(i-1), at(i), at(i+1), at(i+2), at(i+3)
	c := collector{0, f}
	c.add()
	c.add(this.Form)
	c.add(this.Lower)
	c.add(this.Shape)
	c.add(uint64(this.Case), boolBit(i == 0))
	for k := 1; k <= 4; k++ {
		c.add(this.Suffix[k])
	}
	c.add(this.Prefix[1])
	c.add(this.Prefix[2])
	c.add(this.Prefix[3])
	c.add(this.Suffix[3], uint64(this.Case))
	c.add(uint64(this.Length), uint64(this.Case))
	for k := range this.Cluster {
		c.add(uint64(this.Cluster[k]), uint64(this.Case))
		c.add(uint64(l1.Cluster[k]))
		c.add(uint64(r1.Cluster[k]))
	}
	c.add(uint64(l2.Cluster[2]))
	c.add(uint64(r2.Cluster[2]))
	c.add(uint64(l1.Cluster[1]), uint64(this.Cluster[1]), uint64(this.Case))
	c.add(uint64(this.Cluster[1]), uint64(r1.Cluster[1]), uint64(this.Case))
	c.add(l1.Lower)
	c.add(r1.Lower)
	c.add(l2.Lower)
	c.add(r2.Lower)
	c.add(l3.Lower)
	c.add(r3.Lower)
	c.add(l1.Form, this.Form)
	c.add(this.Form, r1.Form)
	c.add(l1.Lower, uint64(this.Case))
	c.add(r1.Lower, uint64(this.Case))
	c.add(l2.Lower, l1.Lower)
	c.add(r1.Lower, r2.Lower)
	c.add(l1.Shape, this.Shape)
	c.add(this.Shape, r1.Shape)
	c.add(l1.Shape, this.Shape, r1.Shape)
	c.add(l2.Shape, l1.Shape, this.Shape, r1.Shape, r2.Shape)
	c.add(l1.Suffix[3], uint64(this.Case))
	c.add(r1.Suffix[3], uint64(this.Case))
	c.add(uint64(this.Tag))
	c.add(uint64(l1.Tag), uint64(this.Tag))
	c.add(uint64(this.Tag), uint64(r1.Tag))
	c.add(uint64(l1.Tag), uint64(this.Tag), uint64(r1.Tag))
	c.add(uint64(l2.Tag), uint64(l1.Tag), uint64(this.Tag))
	c.add(uint64(this.Tag), uint64(r1.Tag), uint64(r2.Tag))
	c.add(uint64(this.List), uint64(this.Case))
	c.add(uint64(l1.List), uint64(this.List))
	c.add(uint64(this.List), uint64(r1.List))
	c.add(uint64(this.List), l1.Lower)
	c.add(uint64(this.List), r1.Lower)
	if memory != nil {
		c.template = 500
		kind, times, uncapped := memory.elsewhere(this, first+i)
		before, _, _ := memory.elsewhere(l1, first+i-1)
		after, _, _ := memory.elsewhere(r1, first+i+1)
		state := kind | times<<4 | boolBit(uncapped)<<8
		c.add(kind)
		c.add(state)
		c.add(state, uint64(this.Case))
		c.add(before, kind)
		c.add(kind, after)
		c.add(before, kind, after, uint64(this.Case))
		c.add(kind, l1.Lower)
		c.add(kind, r1.Lower)
		c.add(kind, uint64(this.Tag))
	}
	return c.out
}

func boolBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
