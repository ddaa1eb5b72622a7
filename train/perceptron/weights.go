// Package perceptron fits the hashed tables of package linear: averaged
// perceptron weights (Freund and Schapire 1999; Collins 2002), kept in floating
// point while they are learnt and then made signed bytes.
package perceptron

import (
	"math"
	"slices"

	"rapporteur/language/linear"
)

// Weights are a table being learnt.
type Weights struct {
	classes int
	mask    uint32
	now     []float32 // the perceptron's weights
	sum     []float64 // Σ step·delta, from which the average follows
	step    float64
}

// New is an untrained table of 1<<bits places.
func New(classes, bits int) *Weights {
	n := 1<<bits + linear.MaxClasses
	return &Weights{classes: classes, mask: 1<<bits - 1, now: make([]float32, n), sum: make([]float64, n), step: 1}
}

// Score adds up the rows of the features into dst[:classes].
func (w *Weights) Score(features []linear.Feature, dst []float32) {
	dst = dst[:w.classes]
	clear(dst)
	for _, f := range features {
		row := w.now[uint32(f)&w.mask:][:len(dst)]
		for i, x := range row {
			dst[i] += x
		}
	}
}

// Add changes the weight of every feature for one class.
func (w *Weights) Add(features []linear.Feature, class int, delta float32) {
	for _, f := range features {
		i := int(uint32(f)&w.mask) + class
		w.now[i] += delta
		w.sum[i] += w.step * float64(delta)
	}
}

// Next ends one example; the average counts examples.
func (w *Weights) Next() { w.step++ }

// Table averages the weights over all examples and quantises them to signed
// bytes. The largest weights are clipped so that the others keep more of their
// precision: the byte 127 stands for the weight that only clip of the non-zero
// weights exceed. The scale says how much one unit is worth.
func (w *Weights) Table(clip float64) (table *linear.Table, scale float64) {
	average := make([]float32, len(w.now))
	var sizes []float32
	for i := range average {
		average[i] = w.now[i] - float32(w.sum[i]/w.step)
		if average[i] != 0 {
			sizes = append(sizes, float32(math.Abs(float64(average[i]))))
		}
	}
	bits := 0
	for uint32(1)<<bits <= w.mask {
		bits++
	}
	table = linear.New(w.classes, bits)
	if len(sizes) == 0 {
		return table, 1
	}
	slices.Sort(sizes)
	top := sizes[min(len(sizes)-1, int(float64(len(sizes))*(1-clip)))]
	scale = float64(top) / 127
	out := table.Weights()
	for i, x := range average {
		out[i] = int8(max(-127, min(127, math.Round(float64(x)/scale))))
	}
	return table, scale
}

// NonZero is the share of places that hold a weight, a measure of how full the
// table is: from a half on, features begin to disturb each other.
func NonZero(t *linear.Table) float64 {
	n := 0
	for _, w := range t.Weights() {
		if w != 0 {
			n++
		}
	}
	return float64(n) / float64(len(t.Weights()))
}
