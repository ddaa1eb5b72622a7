package kernel

import "math"

// varianceFloor is added to the variance, as BERT does, so that a constant row
// can be divided by its deviation.
const varianceFloor = 1e-12

// AddNorm sets each row of width floats in x to the layer norm of x + y (Ba,
// Kiros and Hinton 2016): less the row's mean, over its standard deviation,
// times gain, plus bias. y has the shape of x, or is nil for nothing to add;
// gain and bias have width floats.
func AddNorm(x, y, gain, bias []float32, width int) {
	if len(x) == 0 {
		return
	}
	gain, bias = gain[:width], bias[:width]
	if y != nil {
		y = y[:len(x)]
	}
	for first := 0; first+width <= len(x); first += width {
		row := x[first : first+width]
		if y != nil {
			addNorm(row, y[first:first+width], gain, bias)
		} else {
			addNorm(row, nil, gain, bias)
		}
	}
}

func addNormGeneric(x, y, gain, bias []float32) {
	var sums, squares [lanes]float32
	for i := range x {
		if y != nil {
			x[i] += y[i]
		}
		sums[i%lanes] += x[i]
	}
	width := float32(len(x))
	mean := tree(&sums) / width
	for i, v := range x {
		v -= mean
		x[i] = v
		squares[i%lanes] += float32(v * v)
	}
	variance := float32(tree(&squares)/width) + varianceFloor
	// The root of a float32, taken in float64 and rounded, is rounded rightly.
	steepness := 1 / float32(math.Sqrt(float64(variance)))
	for i, v := range x {
		x[i] = float32(float32(v*steepness)*gain[i]) + bias[i]
	}
}
