package name

import (
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

const maxFeatures = 120

// outside is the word before the first and after the last of a sentence.
var outside = Word{Word: &lexis.Outside, Tag: 255}

// Memory is what a document said of its words on the first reading.
type Memory map[uint64]Recollection

// Recollection is what a word was taken for elsewhere: the class most of its
// occurrences were in, and whether it also occurs outside names or uncapitalised.
type Recollection struct {
	kind     uint8 // 0 for none
	inside   uint8 // occurrences in names, at most 3
	outside  uint8 // capitalised occurrences outside names, at most 3
	uncapped bool  // occurs without a capital
	counts   [10]uint8
}

var kinds = map[string]uint8{
	"Date": 1, "Facility": 2, "Location": 3, "Misc": 4, "Money": 5, "NORP": 6, "Organization": 7, "Person": 8, "Product": 9,
}

// Remember gathers what the entities say of every capitalised word.
func Remember(sentences [][]Word, entities []Entity) Memory {
	m := Memory{}
	at, next := 0, 0
	for _, words := range sentences {
		for i := range words {
			for next < len(entities) && entities[next].End <= at {
				next++
			}
			w := words[i]
			r := m[w.Lower]
			switch {
			case next < len(entities) && entities[next].First <= at:
				k := kinds[entities[next].Kind]
				r.counts[k] = min(r.counts[k]+1, 200)
				r.inside = min(r.inside+1, 3)
				if r.counts[k] > r.counts[r.kind] || r.kind == 0 {
					r.kind = k
				}
			case w.Case == lexis.CaseLower:
				r.uncapped = true
			case i > 0 && w.Case != lexis.CaseNone:
				r.outside = min(r.outside+1, 3)
			}
			m[w.Lower] = r
			at++
		}
	}
	return m
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

// Features describe word i of a sentence.
func Features(words []Word, i int, memory Memory, f []linear.Feature) []linear.Feature {
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
		c.remember(memory, l1, this, r1)
	}
	return c.out
}

// remember adds what the document said of the words elsewhere.
func (c *collector) remember(memory Memory, l1, this, r1 *Word) {
	c.template = 500
	m := memory[this.Lower]
	before, after := memory[l1.Lower], memory[r1.Lower]
	state := uint64(m.kind) | uint64(m.inside)<<4 | uint64(m.outside)<<8 | boolBit(m.uncapped)<<12
	c.add(uint64(m.kind))
	c.add(state)
	c.add(state, uint64(this.Case))
	c.add(uint64(before.kind), uint64(m.kind))
	c.add(uint64(m.kind), uint64(after.kind))
	c.add(uint64(before.kind), uint64(m.kind), uint64(after.kind), uint64(this.Case))
	c.add(uint64(m.kind), l1.Lower)
	c.add(uint64(m.kind), r1.Lower)
	for k, n := range m.counts {
		if n > 0 {
			c.add(uint64(k), uint64(min(n, 4)))
		} else {
			c.template++
		}
	}
}

func boolBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
