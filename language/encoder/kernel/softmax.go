package kernel

import "math"

// Softmax turns rows of n floats, which begin stride apart, into shares of 1:
// exp(x*scale - max) over the sum of the row, where max is the largest x*scale.
// Rows are taken from the start of x for as long as n floats are left. Powers
// are cut off at e^-87.
func Softmax(x []float32, stride, n int, scale float32) {
	if n <= 0 {
		return
	}
	if stride < n {
		panic("kernel: rows of Softmax overlap")
	}
	for ; len(x) >= n; x = x[min(stride, len(x)):] {
		softmax(x[:n], scale)
	}
}

func softmaxGeneric(x []float32, scale float32) {
	most := float32(math.Inf(-1))
	for i, v := range x {
		v = float32(v * scale)
		x[i] = v
		if v > most {
			most = v
		}
	}
	var sums [lanes]float32
	for i, v := range x {
		v = exp(v - most)
		x[i] = v
		sums[i%lanes] += v
	}
	share := 1 / tree(&sums)
	for i, v := range x {
		x[i] = float32(v * share)
	}
}
