package kernel

import "math"

// Softmax turns rows of n floats, which begin stride apart, into shares of 1:
// exp(x*scale - max) over the sum of the row, where max is the largest x*scale.
// Rows are taken from the start of x for as long as n floats are left. No power
// counts as less than 2^-126.
func Softmax(x []float32, stride, n int, scale float32) {
	if n <= 0 {
		return
	}
	if stride < n {
		panic("kernel: rows of Softmax overlap")
	}
	for ; len(x) >= n; x = x[min(stride, len(x)):] {
		softmax(x[:n], float32(scale*math.Log2E))
	}
}

// softmaxGeneric takes the scale for powers of 2.
func softmaxGeneric(x []float32, scale float32) {
	most := float32(math.Inf(-1))
	for _, v := range x {
		if v = float32(v * scale); v > most {
			most = v
		}
	}
	var sums [lanes]float32
	for i, v := range x {
		v = power(float32(v*scale) - most)
		x[i] = v
		sums[i%lanes] += v
	}
	share := 1 / tree(&sums)
	for i, v := range x {
		x[i] = float32(v * share)
	}
}
