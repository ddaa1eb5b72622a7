// Package perceptron fits the hashed tables of package linear: averaged
// perceptron weights (Freund and Schapire 1999; Collins 2002), whole numbers
// while they are learnt, then averaged and made signed bytes.
package perceptron

import (
	"math"

	"rapporteur/language/linear"
)

// Weights are a table being learnt.
type Weights struct {
	classes int
	mask    uint32
	now     []int16   // the perceptron's weights
	sum     []float64 // Σ step·delta, from which the average follows
	step    float64
}

// New is an untrained table of 1<<bits places.
func New(classes, bits int) *Weights {
	n := 1<<bits + linear.MaxClasses
	return &Weights{classes: classes, mask: 1<<bits - 1, now: make([]int16, n), sum: make([]float64, n), step: 1}
}

// Score implements linear.Scorer with the weights as they are now.
func (w *Weights) Score(features []linear.Feature, dst *[linear.MaxClasses]int16) {
	addRows(dst, w.now, w.mask, features, w.classes)
}

// Add changes the weight of every feature for one class.
func (w *Weights) Add(features []linear.Feature, class int, delta int16) {
	for _, f := range features {
		i := int(uint32(f)&w.mask) + class
		w.now[i] += delta
		w.sum[i] += w.step * float64(delta)
	}
}

// Next ends one example; the average counts examples.
func (w *Weights) Next() { w.step++ }

// Table averages the weights over all examples and quantises them.
func (w *Weights) Table() *linear.Table {
	average := make([]float32, len(w.now))
	for i := range average {
		average[i] = float32(float64(w.now[i]) - w.sum[i]/w.step)
	}
	return Quantise(average, w.classes)
}

// Quantise makes signed bytes of weights, which are 1<<bits places and
// linear.MaxClasses more. The byte 127 stands for the largest: few weights are
// large, but they are those of the most frequent features, and clipping one in
// two thousand of them cost the parser two points of attachment, while rounding
// the many small ones costs nothing.
func Quantise(weights []float32, classes int) *linear.Table {
	top := float32(0)
	for _, w := range weights {
		top = max(top, w, -w)
	}
	bits := 0
	for 1<<bits < len(weights)-linear.MaxClasses {
		bits++
	}
	table := linear.New(classes, bits)
	if top == 0 {
		return table
	}
	out := table.Weights()
	for i, w := range weights {
		out[i] = int8(math.Round(float64(w / top * 127)))
	}
	return table
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
