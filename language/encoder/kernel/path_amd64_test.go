package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// onEach runs f on the plain path and then on every faster path of this
// machine, and compares what f leaves, bit by bit.
func onEach(t *testing.T, name string, f func() []float32) {
	t.Helper()
	fastest := path
	defer func() { path = fastest }()
	path = plain
	want := f()
	for path = avx2; path <= fastest; path++ {
		got := f()
		for i := range want {
			if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
				t.Fatalf("%s: path %d gives %v (%08x) at %d, the plain one %v (%08x)",
					name, path, got[i], math.Float32bits(got[i]), i, want[i], math.Float32bits(want[i]))
			}
		}
	}
}

// sizes are lengths with every kind of tail.
func sizes() []int {
	var n []int
	for i := 1; i <= 140; i++ {
		n = append(n, i)
	}
	return append(n, 255, 256, 257, 384, 511, 512, 1001, 1536, 4947)
}

// inputs are n floats of each kind that has shown errors in such code.
func inputs(r *rand.Rand, n int) map[string][]float32 {
	made := func(f func(i int) float32) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = f(i)
		}
		return x
	}
	place := r.IntN(n)
	return map[string][]float32{
		"normal":   normal(r, n, 1),
		"wide":     normal(r, n, 40),
		"zeros":    made(func(int) float32 { return 0 }),
		"negative": made(func(int) float32 { return -float32(r.ExpFloat64()) }),
		"below 0":  made(func(int) float32 { return float32(math.Copysign(0, -1)) }),
		"halves":   made(func(i int) float32 { return float32(i%255-127) / 2 }),
		"one huge": made(func(i int) float32 {
			if i == place {
				return 3e30
			}
			return float32(r.NormFloat64())
		}),
		"one deep": made(func(i int) float32 {
			if i == place {
				return -1e20
			}
			return 1e-3
		}),
		"faint":    made(func(int) float32 { return float32(r.NormFloat64() * 1e-30) }),
		"fainter":  made(func(int) float32 { return math.Float32frombits(r.Uint32() & 0x807fffff) }),
		"any size": made(func(int) float32 { return float32(r.NormFloat64() * math.Pow(10, float64(r.IntN(36)-18))) }),
		"the edge": made(func(i int) float32 { return float32(-86.9 - 0.01*float64(i%40)) }),
	}
}

func TestFloatsAreTheSameOnEveryPath(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, n := range sizes() {
		y, gain, bias := normal(r, 2*n, 1), normal(r, n, 1), normal(r, n, 1)
		for kind, x := range inputs(r, n) {
			name := fmt.Sprintf(" of %d, %s", n, kind)
			onEach(t, "GELU"+name, func() []float32 { x := slices.Clone(x); GELU(x); return x })
			onEach(t, "ReLU"+name, func() []float32 { x := slices.Clone(x); ReLU(x); return x })
			onEach(t, "Dot"+name, func() []float32 { return []float32{Dot(x, gain)} })
			two := append(append(slices.Clone(x), bias...), x...)
			onEach(t, "Softmax"+name, func() []float32 { x := slices.Clone(two); Softmax(x, 2*n, n, 0.17); return x })
			pair := append(slices.Clone(x), bias...)
			if kind != "one huge" { // its variance is infinite
				onEach(t, "AddNorm"+name, func() []float32 { x := slices.Clone(pair); AddNorm(x, y, gain, bias, n); return x })
				onEach(t, "AddNorm alone"+name, func() []float32 { x := slices.Clone(pair); AddNorm(x, nil, gain, bias, n); return x })
			}
			onEach(t, "Quantise"+name, func() []float32 {
				scales, bytes := make([]float32, 2), make([]uint8, 2*n+1)
				bytes[2*n] = 77
				Quantise(bytes, scales, pair, n)
				for _, b := range bytes {
					scales = append(scales, float32(b))
				}
				if bytes[2*n] != 77 {
					t.Fatalf("Quantise%s wrote past its end", name)
				}
				return scales
			})
		}
	}
}

// TestEveryFloat walks through all exponents and signs with a step that is no
// power of 2, so that the polynomials meet every kind of argument.
func TestEveryFloat(t *testing.T) {
	var x []float32
	for word := uint64(0); word < 1<<32; word += 10007 {
		if v := math.Float32frombits(uint32(word)); v-v == 0 {
			x = append(x, v)
		}
	}
	onEach(t, "GELU", func() []float32 { x := slices.Clone(x); GELU(x); return x })
	onEach(t, "ReLU", func() []float32 { x := slices.Clone(x); ReLU(x); return x })
	row := slices.Clone(x)
	for i := range row {
		row[i] = -abs(row[i])
	}
	onEach(t, "Softmax", func() []float32 { x := slices.Clone(row); Softmax(x, len(x), len(x), 1); return x })
}

func TestWeightedSumIsTheSameOnEveryPath(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for _, width := range sizes() {
		for _, n := range []int{1, 2, 32, 130} {
			stride := width + r.IntN(3)
			rows := normal(r, (n-1)*stride+width, 1)
			for kind, c := range inputs(r, n) {
				onEach(t, fmt.Sprintf("WeightedSum of %d rows of %d, %s", n, width, kind), func() []float32 {
					dst := append(normal(rand.New(rand.NewPCG(1, 1)), width, 1), 77)
					WeightedSum(dst, c, rows, stride, width)
					if dst[width] != 77 {
						t.Fatalf("WeightedSum of %d rows of %d wrote past its end", n, width)
					}
					return dst
				})
			}
		}
	}
}

func TestMulIsTheSameOnEveryPath(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	shapes := [][3]int{{300, 384, 96}, {9, 96, 4947}, {5, 4096, 64}, {2, maxIn, 17}, {31, 1536, 384}}
	for rows := 1; rows <= 9; rows++ {
		for _, out := range []int{1, 2, 15, 16, 17, 31, 32, 33, 128} {
			for _, in := range []int{4, 8, 12, 96, 384} {
				shapes = append(shapes, [3]int{rows, in, out})
			}
		}
	}
	for _, s := range shapes {
		rows, in, out := s[0], s[1], s[2]
		a := make([]uint8, rows*in)
		for kind, fill := range map[string]func() (uint8, int8){
			"random":  func() (uint8, int8) { return uint8(r.Uint32()), int8(r.IntN(127) - 63) },
			"highest": func() (uint8, int8) { return 255, 63 },
			"lowest":  func() (uint8, int8) { return 255, -63 },
			"least":   func() (uint8, int8) { return 0, 63 },
			"ends":    func() (uint8, int8) { return uint8(255 * r.IntN(2)), int8(126*r.IntN(2) - 63) },
		} {
			w := make([]int8, in*out)
			for i := range w {
				_, w[i] = fill()
			}
			for i := range a {
				a[i], _ = fill()
			}
			m, err := NewMatrix(out, in, w, normal(r, out, 0.01), normal(r, out, 1))
			if err != nil {
				t.Fatal(err)
			}
			scales := normal(r, rows, 1)
			stride := out + r.IntN(3)
			onEach(t, fmt.Sprintf("Mul %v %s", s, kind), func() []float32 {
				dst := make([]float32, rows*stride)
				m.Mul(dst[:(rows-1)*stride+out], stride, a, scales)
				return dst
			})
		}
	}
}

func BenchmarkMulAVX2(b *testing.B) {
	if path < avx2 {
		b.Skip("no AVX2 here")
	}
	defer func(fastest int) { path = fastest }(path)
	path = avx2
	BenchmarkMul(b)
}
