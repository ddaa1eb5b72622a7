// Package linear scores classes with hashed linear models: the weights of all
// features lie in one table of signed bytes, and a feature is the place in it
// where its row of class weights begins (feature hashing, Weinberger and others
// 2009). Nothing is stored of the features themselves, so a model loads without
// parsing and a feature costs one hash and one read; rows overlap, which a
// sparse table bears well.
//
// Fitting such a table is the business of package train.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Feature is a hashed feature: the place of its row is its value modulo the
// size of the table.
type Feature uint32

// A Hash gathers what a feature is made of.
type Hash uint64

// With adds a part to the hash; the order of parts matters.
func (h Hash) With(part uint64) Hash {
	h ^= Hash(part)
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// Feature ends the hash.
func (h Hash) Feature() Feature { return Feature(h >> 32) }

// HashString is a 64-bit FNV-1a hash of s, finished so that short strings
// spread over all bits.
func HashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// MaxClasses bounds the classes of one table, so that callers can keep their
// scores in an array on the stack. It is a multiple of the kernel's step.
const MaxClasses = 192

// A Table is a fitted model.
type Table struct {
	classes int
	mask    uint32
	weights []int8 // 1<<bits rows begin in it, and MaxClasses more so that the last ends in it
}

// Classes is the number of classes scored.
func (t *Table) Classes() int { return t.classes }

// Score adds up the rows of the features into dst, whose first Classes()
// entries are then the scores; those after them hold garbage. A score is the
// sum of quantised weights: only differences within one table mean anything.
// The caller keeps to fewer than 256 features, so that sums stay in range.
func (t *Table) Score(features []Feature, dst *[MaxClasses]int16) {
	addRows(dst, t.weights, t.mask, features, (t.classes+step-1)/step)
}

// magic begins every table; its last byte is the version of the format.
const magic = "RLT\x01"

// Append writes the table to b in the form that Load reads: magic, classes
// (uint16), bits (uint16), then the weights, little-endian.
func (t *Table) Append(b []byte) []byte {
	bits := 0
	for uint32(1)<<bits <= t.mask {
		bits++
	}
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint16(b, uint16(t.classes))
	b = binary.LittleEndian.AppendUint16(b, uint16(bits))
	for _, w := range t.weights {
		b = append(b, byte(w))
	}
	return b
}

// Load reads a table from the front of b and returns what follows it. The
// table is a copy of b.
func Load(b []byte) (*Table, []byte, error) {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return nil, nil, errors.New("linear: not a table of this version")
	}
	classes := int(binary.LittleEndian.Uint16(b[4:]))
	bits := int(binary.LittleEndian.Uint16(b[6:]))
	if classes == 0 || classes > MaxClasses || bits > 28 {
		return nil, nil, fmt.Errorf("linear: %d classes and %d bits are out of range", classes, bits)
	}
	t := New(classes, bits)
	b = b[8:]
	if len(b) < len(t.weights) {
		return nil, nil, fmt.Errorf("linear: table cut short: %d bytes of %d", len(b), len(t.weights))
	}
	for i := range t.weights {
		t.weights[i] = int8(b[i])
	}
	return t, b[len(t.weights):], nil
}

// New is an empty table for the given classes with 1<<bits places.
func New(classes, bits int) *Table {
	return &Table{classes: classes, mask: 1<<bits - 1, weights: make([]int8, 1<<bits+MaxClasses)}
}

// Weights are the table's own weights, for the one who fits them.
func (t *Table) Weights() []int8 { return t.weights }

// Place is where the row of f begins in Weights.
func (t *Table) Place(f Feature) int { return int(uint32(f) & t.mask) }

// A Scorer scores classes: a fitted Table, or the weights that one is learnt as.
type Scorer interface {
	Score(features []Feature, dst *[MaxClasses]int16)
}
