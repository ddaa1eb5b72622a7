// Package crf fits the hashed tables of package linear as the weights of a
// linear-chain conditional random field, by stochastic gradient steps on the
// likelihood with a rate of its own for every weight (AdaGrad; Duchi, Hazan and
// Singer 2011).
package crf

import (
	"math"

	"rapporteur/language/linear"
	"rapporteur/train/perceptron"
)

// A Field is a model being learnt.
type Field struct {
	classes int
	legal   [][]bool // legal[to][from]; row and column classes stand for outside
	before  []linear.Feature
	mask    uint32
	weights []float32
	squares []float32 // sums of squared gradients
	rate    float32
	decay   float32
	exp     []float64 // of the transitions, for the sentence at hand
}

// New is an untrained field. Previous gives the feature whose row holds the
// weights of all labels after a label; label classes is the beginning.
func New(classes, bits int, legal [][]bool, previous func(int) linear.Feature, rate, decay float64) *Field {
	n := 1<<bits + linear.MaxClasses
	f := &Field{
		classes: classes, legal: legal, mask: 1<<bits - 1,
		weights: make([]float32, n), squares: make([]float32, n),
		rate: float32(rate), decay: float32(decay), exp: make([]float64, (classes+1)*classes),
	}
	for from := range classes + 1 {
		f.before = append(f.before, previous(from))
	}
	return f
}

func (f *Field) row(feature linear.Feature) []float32 {
	return f.weights[uint32(feature)&f.mask:][:f.classes]
}

// Step learns one sentence: the features and the gold label of every word. It
// returns the negative log-likelihood before the step, in nats.
func (f *Field) Step(features [][]linear.Feature, gold []int) float64 {
	n, k := len(gold), f.classes
	if n == 0 {
		return 0
	}
	f.transitions()
	emission, loss := f.emissions(features, gold)
	forward, backward, logZ := f.sweep(emission, n)
	loss += logZ
	pair := make([]float64, (k+1)*k) // expected transitions
	marginal := make([]float64, k)
	for i := range n {
		z := 0.0
		for to := range k {
			marginal[to] = forward[i*k+to] * backward[i*k+to]
			z += marginal[to]
		}
		for to := range k {
			marginal[to] /= z
		}
		if i == 0 {
			for to := range k {
				pair[k*k+to] += marginal[to]
			}
		} else {
			f.expect(pair, forward[(i-1)*k:i*k], backward[i*k:(i+1)*k], emission[i*k:(i+1)*k])
		}
		marginal[gold[i]]--
		for _, feature := range features[i] {
			f.descend(feature, marginal)
		}
	}
	from := k
	for _, to := range gold {
		pair[from*k+to]--
		from = to
	}
	for from, feature := range f.before {
		f.descend(feature, pair[from*k:(from+1)*k])
	}
	return loss
}

// transitions fills f.exp with the exponentials of the legal transitions.
func (f *Field) transitions() {
	k := f.classes
	for from := range k + 1 {
		row := f.row(f.before[from])
		for to := range k {
			f.exp[from*k+to] = 0
			if f.legal[to][from] {
				f.exp[from*k+to] = math.Exp(float64(row[to]))
			}
		}
	}
}

// emissions are the exponentials of the words' scores, each word's largest made
// 1, and the part of the loss that is not the partition function.
func (f *Field) emissions(features [][]linear.Feature, gold []int) (emission []float64, loss float64) {
	k := f.classes
	emission = make([]float64, len(gold)*k)
	sums := make([]float32, k)
	from := k
	for i := range gold {
		clear(sums)
		for _, feature := range features[i] {
			for to, w := range f.row(feature) {
				sums[to] += w
			}
		}
		top := sums[0]
		for _, s := range sums {
			top = max(top, s)
		}
		for to, s := range sums {
			emission[i*k+to] = math.Exp(float64(s - top))
		}
		loss -= float64(sums[gold[i]]-top) + math.Log(f.exp[from*k+gold[i]])
		from = gold[i]
	}
	return emission, loss
}

// sweep runs forward and backward over the sentence; each word's sums are made
// to add up to 1, and logZ gathers what they were.
func (f *Field) sweep(emission []float64, n int) (forward, backward []float64, logZ float64) {
	k := f.classes
	forward, backward = make([]float64, n*k), make([]float64, n*k)
	for i := range n {
		row := forward[i*k : (i+1)*k]
		if i == 0 {
			copy(row, f.exp[k*k:])
		} else {
			for from, a := range forward[(i-1)*k : i*k] {
				if a == 0 {
					continue
				}
				for to, t := range f.exp[from*k : (from+1)*k] {
					row[to] += a * t
				}
			}
		}
		sum := 0.0
		for to := range row {
			row[to] *= emission[i*k+to]
			if i == n-1 && !f.legal[k][to] {
				row[to] = 0
			}
			sum += row[to]
		}
		for to := range row {
			row[to] /= sum
		}
		logZ += math.Log(sum)
	}
	for i := n - 1; i >= 0; i-- {
		row := backward[i*k : (i+1)*k]
		if i == n-1 {
			for to := range row {
				if f.legal[k][to] {
					row[to] = 1
				}
			}
			continue
		}
		sum := 0.0
		for from := range row {
			for to, t := range f.exp[from*k : (from+1)*k] {
				if t != 0 {
					row[from] += t * emission[(i+1)*k+to] * backward[(i+1)*k+to]
				}
			}
			sum += row[from]
		}
		for from := range row {
			row[from] /= sum
		}
	}
	return forward, backward, logZ
}

// expect adds the expected transitions between two words to pair.
func (f *Field) expect(pair, forward, backward, emission []float64) {
	k := f.classes
	z := 0.0
	for from, a := range forward {
		if a == 0 {
			continue
		}
		for to, t := range f.exp[from*k : (from+1)*k] {
			z += a * t * emission[to] * backward[to]
		}
	}
	for from, a := range forward {
		if a == 0 {
			continue
		}
		for to, t := range f.exp[from*k : (from+1)*k] {
			pair[from*k+to] += a * t * emission[to] * backward[to] / z
		}
	}
}

// least is the gradient that is not worth a step.
const least = 1e-4

func (f *Field) descend(feature linear.Feature, gradient []float64) {
	at := int(uint32(feature) & f.mask)
	w, g := f.weights[at:at+f.classes], f.squares[at:at+f.classes]
	for to, d := range gradient {
		if d < least && d > -least {
			continue
		}
		d := float32(d) + f.decay*w[to]
		g[to] += d * d
		w[to] -= f.rate * d / float32(math.Sqrt(float64(g[to])+1e-8))
	}
}

// Table quantises the weights.
func (f *Field) Table() *linear.Table { return perceptron.Quantise(f.weights, f.classes) }
