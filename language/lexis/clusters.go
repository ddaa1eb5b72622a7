package lexis

import (
	"encoding/binary"
	"errors"
)

// Clusters sorts words into a hierarchy of three levels by the company they
// keep: k-means over word vectors (train/cluster). Words stand in it as 32 bits
// of their Lower hash, in an open-addressing table that is used as it lies.
type Clusters struct {
	mask  uint32
	slots []slot
}

type slot struct {
	key  uint32
	fine uint16 // 0 for an empty slot; the coarser levels are its upper bits
}

// The fine cluster's number has ClusterBits[2] bits, of which the first
// ClusterBits[0] name the coarse one and the first ClusterBits[1] the middle one.
var ClusterBits = [3]int{5, 8, 11}

// Of gives the clusters of the word whose Lower hash is given, coarse to fine,
// counted from 1; zeros for an unknown word or nil Clusters.
func (c *Clusters) Of(lower uint64) [3]uint16 {
	if c == nil || len(c.slots) == 0 {
		return [3]uint16{}
	}
	key := uint32(lower >> 32)
	for i := uint32(lower) & c.mask; ; i = (i + 1) & c.mask {
		s := c.slots[i]
		if s.fine == 0 {
			return [3]uint16{}
		}
		if s.key == key {
			n := s.fine - 1
			return [3]uint16{n>>(ClusterBits[2]-ClusterBits[0]) + 1, n>>(ClusterBits[2]-ClusterBits[1]) + 1, n + 1}
		}
	}
}

// NewClusters makes the table from words and their fine clusters, counted from 0.
func NewClusters(words []string, fine []uint16) *Clusters {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	c := &Clusters{mask: uint32(size - 1), slots: make([]slot, size)}
	for n, word := range words {
		lower := Lower(word)
		key := uint32(lower >> 32)
		i := uint32(lower) & c.mask
		for c.slots[i].fine != 0 && c.slots[i].key != key {
			i = (i + 1) & c.mask
		}
		if c.slots[i].fine == 0 { // the first, more frequent word keeps a contested place
			c.slots[i] = slot{key, fine[n] + 1}
		}
	}
	return c
}

const magic = "RCL\x01"

// Append writes the table to b in the form that LoadClusters reads: magic, the
// number of slots (uint32), then the slots as key (uint32) and fine (uint16),
// little-endian.
func (c *Clusters) Append(b []byte) []byte {
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(c.slots)))
	for _, s := range c.slots {
		b = binary.LittleEndian.AppendUint32(b, s.key)
		b = binary.LittleEndian.AppendUint16(b, s.fine)
	}
	return b
}

// LoadClusters reads what Append wrote.
func LoadClusters(b []byte) (*Clusters, error) {
	if len(b) < 8 || string(b[:4]) != magic {
		return nil, errors.New("lexis: not a table of clusters of this version")
	}
	n := int(binary.LittleEndian.Uint32(b[4:]))
	if n&(n-1) != 0 || n == 0 || len(b) != 8+6*n {
		return nil, errors.New("lexis: table of clusters cut short")
	}
	c := &Clusters{mask: uint32(n - 1), slots: make([]slot, n)}
	for i := range c.slots {
		at := b[8+6*i:]
		c.slots[i] = slot{binary.LittleEndian.Uint32(at), binary.LittleEndian.Uint16(at[4:])}
	}
	return c, nil
}
