package tag

import (
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

const maxFeatures = 64

// outside is the tag before the first and after the last word.
const outside = 255

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

func word(words []lexis.Word, i int) *lexis.Word {
	if i < 0 || i >= len(words) {
		return &lexis.Outside
	}
	return &words[i]
}

func tagAt(tags []Tag, i int) uint64 {
	if i < 0 || i >= len(tags) {
		return outside
	}
	return uint64(tags[i])
}

// FirstFeatures describe word i where the tags before it are known.
func FirstFeatures(words []lexis.Word, tags []Tag, i int, f []linear.Feature) []linear.Feature {
	c := collector{0, f}
	c.words(words, i)
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	this, next := word(words, i), word(words, i+1)
	c.add(t1)
	c.add(t1, t2)
	c.add(t1, this.Lower)
	c.add(t1, t2, this.Lower)
	c.add(t1, this.Suffix[3])
	c.add(t1, this.Suffix[2], uint64(this.Case))
	c.add(t1, next.Lower)
	c.add(t1, uint64(next.Cluster[1]))
	c.add(t1, uint64(this.Cluster[2]))
	c.add(t2, this.Lower)
	return c.out
}

// SecondFeatures describe word i where all tags have been decided once; tags
// before i have been decided twice.
func SecondFeatures(words []lexis.Word, tags []Tag, i int, f []linear.Feature) []linear.Feature {
	c := collector{100, f}
	c.words(words, i)
	l1, l2, l3 := tagAt(tags, i-1), tagAt(tags, i-2), tagAt(tags, i-3)
	r1, r2, r3 := tagAt(tags, i+1), tagAt(tags, i+2), tagAt(tags, i+3)
	this := word(words, i)
	c.add(l1)
	c.add(l1, l2)
	c.add(r1)
	c.add(r1, r2)
	c.add(l1, r1)
	c.add(l1, this.Lower)
	c.add(r1, this.Lower)
	c.add(l1, r1, this.Lower)
	c.add(l1, l2, this.Lower)
	c.add(r1, r2, this.Lower)
	c.add(l1, l2, r1)
	c.add(l1, r1, r2)
	c.add(l1, l2, l3)
	c.add(r1, r2, r3)
	c.add(l1, l2, r1, r2)
	c.add(l1, r1, this.Suffix[3])
	c.add(l1, this.Suffix[2], uint64(this.Case))
	c.add(r1, this.Suffix[2], uint64(this.Case))
	c.add(l1, uint64(this.Cluster[2]))
	c.add(r1, uint64(this.Cluster[2]))
	return c.out
}

// words are the features that no tag is part of.
func (c *collector) words(words []lexis.Word, i int) {
	before, last, this, next, after := word(words, i-2), word(words, i-1), word(words, i), word(words, i+1), word(words, i+2)
	c.add()
	c.add(this.Form)
	c.add(this.Lower)
	c.add(this.Shape)
	c.add(this.Suffix[1])
	c.add(this.Suffix[2])
	c.add(this.Suffix[3])
	c.add(this.Suffix[4])
	c.add(this.Prefix[1])
	c.add(this.Prefix[2])
	c.add(this.Prefix[3])
	c.add(this.Suffix[3], uint64(this.Case))
	c.add(uint64(this.Cluster[0]), uint64(this.Case))
	c.add(uint64(this.Cluster[1]), this.Suffix[2])
	c.add(uint64(this.Cluster[2]))
	c.add(last.Lower)
	c.add(next.Lower)
	c.add(before.Lower)
	c.add(after.Lower)
	c.add(last.Lower, this.Lower)
	c.add(this.Lower, next.Lower)
	c.add(last.Lower, next.Lower)
	c.add(last.Suffix[3])
	c.add(next.Suffix[3])
	c.add(last.Shape, this.Shape)
	c.add(this.Shape, next.Shape)
	c.add(uint64(last.Cluster[2]))
	c.add(uint64(next.Cluster[2]))
	c.add(uint64(last.Cluster[1]), this.Suffix[3])
	c.add(uint64(next.Cluster[1]), this.Suffix[3])
	c.add(uint64(this.Case), boolBit(i == 0), boolBit(allCaps(last, this, next)))
}

func allCaps(words ...*lexis.Word) bool {
	for _, w := range words {
		if w.Case != lexis.CaseUpper && w.Case != lexis.CaseNone {
			return false
		}
	}
	return true
}

func boolBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
