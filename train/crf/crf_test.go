package crf

import (
	"math"
	"testing"

	"rapporteur/language/linear"
)

func previous(label int) linear.Feature { return linear.Feature(1000 + 100*label) }

func field(rate float64) *Field {
	legal := [][]bool{ // of two labels; the last row and column are outside
		{true, true, true},
		{true, false, true}, // 1 never follows 1
		{true, true, true},
	}
	return New(2, 12, legal, previous, rate, 0)
}

var (
	features = [][]linear.Feature{{10, 20}, {30, 20}, {40}}
	gold     = []int{1, 0, 1}
)

// likelihood is the negative log-likelihood by adding up every legal path.
func likelihood(f *Field) float64 {
	z, of := 0.0, 0.0
	for path := range 8 {
		labels := []int{path & 1, path >> 1 & 1, path >> 2 & 1}
		score, from, ok := 0.0, 2, true
		for i, to := range labels {
			ok = ok && f.legal[to][from]
			score += float64(f.row(f.before[from])[to])
			for _, feature := range features[i] {
				score += float64(f.row(feature)[to])
			}
			from = to
		}
		if !ok {
			continue
		}
		z += math.Exp(score)
		if labels[0] == gold[0] && labels[1] == gold[1] && labels[2] == gold[2] {
			of = math.Exp(score)
		}
	}
	return -math.Log(of / z)
}

func TestStepReturnsTheLikelihood(t *testing.T) {
	f := field(0.1)
	for i := range f.weights {
		f.weights[i] = float32(i%7)/10 - 0.3
	}
	want := likelihood(f)
	if got := f.Step(features, gold); math.Abs(got-want) > 1e-5 {
		t.Errorf("loss %f, want %f by enumeration", got, want)
	}
}

// A step goes down the slope: each weight against the sign of the numerical
// gradient.
func TestStepDescends(t *testing.T) {
	start := func() *Field {
		f := field(1e-3)
		for i := range f.weights {
			f.weights[i] = float32(i%5)/10 - 0.2
		}
		return f
	}
	moved := start()
	moved.Step(features, gold)
	for _, feature := range []linear.Feature{10, 20, 30, 40, previous(0), previous(1), previous(2)} {
		for to := range 2 {
			at := int(uint32(feature)&moved.mask) + to
			const h = 1e-2
			up, down := start(), start()
			up.weights[at] += h
			down.weights[at] -= h
			slope := (likelihood(up) - likelihood(down)) / (2 * h)
			step := float64(moved.weights[at] - start().weights[at])
			if math.Abs(slope) > 1e-3 && slope*step >= 0 {
				t.Errorf("feature %d, label %d: slope %f, step %f", feature, to, slope, step)
			}
		}
	}
}

func TestStepsLearn(t *testing.T) {
	f := field(0.3)
	first := f.Step(features, gold)
	last := first
	for range 50 {
		last = f.Step(features, gold)
	}
	if last > 0.1 || last >= first {
		t.Errorf("loss %f after 50 steps, %f at first", last, first)
	}
	if f.Step(nil, nil) != 0 {
		t.Error("an empty sentence has a loss")
	}
}
