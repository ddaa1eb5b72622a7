package kernel

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func BenchmarkMul(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range [][3]int{{128, 384, 1152}, {128, 384, 1536}, {128, 1536, 384}, {128, 384, 128}, {1, 384, 1152}} {
		rows, in, out := s[0], s[1], s[2]
		m, err := NewMatrix(out, in, weightsOf(r, in*out), normal(r, out, 1), normal(r, out, 1))
		if err != nil {
			b.Fatal(err)
		}
		a, scales, dst := make([]uint8, rows*in), normal(r, rows, 1), make([]float32, rows*out)
		for i := range a {
			a[i] = uint8(r.Uint32())
		}
		b.Run(fmt.Sprintf("%dx%dx%d", rows, in, out), func(b *testing.B) {
			for b.Loop() {
				m.Mul(dst, out, a, scales)
			}
			b.ReportMetric(float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

// BenchmarkRest measures what stands between the products, on few enough rows
// to stay in the cache: nanoseconds a float read, or a product for the sums.
func BenchmarkRest(b *testing.B) {
	const rows, width, inner, head = 16, 384, 1536, 32
	const window = 128          // pieces that look at each other
	const attention = 3 * width // queries, keys and values of a piece
	r := rand.New(rand.NewPCG(3, 4))
	x, y, gain := normal(r, window*attention, 1), normal(r, rows*width, 1), normal(r, inner, 1)
	bytes, scales := make([]uint8, rows*inner), make([]float32, rows)
	dst, work := make([]float32, window), make([]float32, rows*inner)
	for _, part := range []struct {
		name string
		each int
		f    func()
	}{
		{"GELU", rows * inner, func() { copy(work, x); GELU(work) }},
		{"Quantise", rows * inner, func() { Quantise(bytes, scales, x[:rows*inner], inner) }},
		{"AddNorm", rows * width, func() { AddNorm(work[:rows*width], y, gain, gain, width) }},
		{"Softmax", rows * window, func() { copy(work, x[:rows*window]); Softmax(work[:rows*window], window, window, 0.2) }},
		{"WeightedSum/scores", window * head, func() { WeightedSum(dst, gain[:head], x, window, window) }},
		{"WeightedSum/values", window * head, func() { WeightedSum(dst, gain[:window], x, head, head) }},
		{"WeightedSum/values apart", window * head, func() { WeightedSum(dst, gain[:window], x, attention, head) }},
		{"Dot", width, func() { dst[0] = Dot(gain[:width], x) }},
	} {
		copy(work, x)
		b.Run(part.name, func(b *testing.B) {
			for b.Loop() {
				part.f()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(part.each), "ns/float")
		})
	}
}
