package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func normal(r *rand.Rand, n int, deviation float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * deviation)
	}
	return x
}

func weightsOf(r *rand.Rand, n int) []int8 {
	w := make([]int8, n)
	for i := range w {
		w[i] = int8(r.IntN(2*maxWeight+1) - maxWeight)
	}
	return w
}

func near(t *testing.T, what string, got float32, want, within float64) {
	t.Helper()
	if !(math.Abs(float64(got)-want) <= within) {
		t.Errorf("%s: got %v, want %v within %v", what, got, want, within)
	}
}

func TestMulIsTheProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []struct{ rows, in, out int }{{1, 4, 1}, {3, 8, 15}, {4, 384, 16}, {5, 384, 130}, {7, 1536, 33}} {
		w, scale, bias := weightsOf(r, size.out*size.in), normal(r, size.out, 0.01), normal(r, size.out, 1)
		m, err := NewMatrix(size.out, size.in, w, scale, bias)
		if err != nil {
			t.Fatal(err)
		}
		a := make([]uint8, size.rows*size.in)
		for i := range a {
			a[i] = uint8(r.IntN(256))
		}
		scales := normal(r, size.rows, 1)
		stride := size.out + 3
		dst := make([]float32, size.rows*stride)
		for i := range dst {
			dst[i] = -7
		}
		m.Mul(dst, stride, a, scales)
		for i := range size.rows {
			for j := range size.out {
				sum := 0
				for k := range size.in {
					sum += (int(a[i*size.in+k]) - 128) * int(w[j*size.in+k])
				}
				want := float64(scales[i])*float64(scale[j])*float64(sum) + float64(bias[j])
				near(t, "product", dst[i*stride+j], want, 1e-5*(1+math.Abs(want)))
			}
			for _, v := range dst[i*stride+size.out : (i+1)*stride] {
				if v != -7 {
					t.Fatalf("%+v: Mul wrote %v between the rows", size, v)
				}
			}
		}
	}
}

func TestNewMatrixRefuses(t *testing.T) {
	one := []float32{1}
	for _, c := range []struct {
		name        string
		out, in     int
		weights     []int8
		scale, bias []float32
	}{
		{"no outputs", 0, 4, nil, nil, nil},
		{"inputs not in fours", 1, 6, make([]int8, 6), one, nil},
		{"too many inputs", 1, maxIn + 4, make([]int8, maxIn+4), one, nil},
		{"a weight too few", 1, 4, make([]int8, 3), one, nil},
		{"no scale", 1, 4, make([]int8, 4), nil, nil},
		{"a bias too many", 1, 4, make([]int8, 4), one, []float32{1, 2}},
		{"a weight above 63", 1, 4, []int8{0, 64, 0, 0}, one, nil},
		{"a weight below -63", 1, 4, []int8{0, 0, 0, -64}, one, nil},
	} {
		if _, err := NewMatrix(c.out, c.in, c.weights, c.scale, c.bias); err == nil {
			t.Errorf("%s: no error", c.name)
		}
	}
}

func TestQuantiseRoundsToTheNearest(t *testing.T) {
	x := []float32{
		-127, 127, 0, 1, 0.5, 1.5, 2.5, -0.5, -1.5, 0.49,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 1e-31,
	}
	want := []uint8{
		1, 255, 128, 129, 128, 130, 130, 128, 126, 128,
		128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
	}
	got, scales := make([]uint8, len(x)), make([]float32, 2)
	Quantise(got, scales, x, 10)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v became %d, want %d", x[i], got[i], want[i])
		}
	}
	if scales[0] != 1 || scales[1] != 0 {
		t.Errorf("scales %v, want 1 and 0", scales)
	}
}

func TestGELUIsExact(t *testing.T) {
	for v := float32(-20); v < 20; v += 0.0007 {
		x := []float32{v}
		GELU(x)
		want := float64(v) * 0.5 * math.Erfc(-float64(v)/math.Sqrt2)
		near(t, "GELU", x[0], want, math.Max(1e-6, 1e-7*math.Abs(want)))
	}
}

func TestPowerIsExact(t *testing.T) {
	for x := float32(leastPower); x <= 0; x += 0.0037 {
		want := math.Exp2(float64(x))
		near(t, "power", power(x), want, 2.4e-7*want)
	}
	if power(0) != 1 || power(-1e30) != power(leastPower) {
		t.Error("2^0 is not 1, or what is beyond the end is not the end")
	}
}

func TestReLUKeepsWhatIsPositive(t *testing.T) {
	x := []float32{-1, 0, 2, float32(math.Copysign(0, -1)), 1e-40, -1e-40, 3, -4, 5}
	ReLU(x)
	for i, want := range []float32{0, 0, 2, 0, 1e-40, 0, 3, 0, 5} {
		if math.Float32bits(x[i]) != math.Float32bits(want) {
			t.Errorf("place %d: %v, want %v", i, x[i], want)
		}
	}
}

func TestAddNormHasMeanZeroAndDeviationOne(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const width, rows = 37, 3
	x, y := normal(r, rows*width, 3), normal(r, rows*width, 3)
	gain, bias := normal(r, width, 1), normal(r, width, 1)
	for _, other := range [][]float32{y, nil} {
		got := slices.Clone(x)
		AddNorm(got, other, gain, bias, width)
		for i := range rows {
			row := make([]float64, width)
			mean, variance := 0.0, 0.0
			for j := range row {
				row[j] = float64(x[i*width+j])
				if other != nil {
					row[j] += float64(other[i*width+j])
				}
				mean += row[j] / width
			}
			for _, v := range row {
				variance += (v - mean) * (v - mean) / width
			}
			for j, v := range row {
				want := (v-mean)/math.Sqrt(variance)*float64(gain[j]) + float64(bias[j])
				near(t, "norm", got[i*width+j], want, 1e-5)
			}
		}
	}
	flat := []float32{5, 5, 5}
	AddNorm(flat, nil, gain, bias, 3)
	for j, v := range flat {
		near(t, "norm of a flat row", v, float64(bias[j]), 0)
	}
}

func TestSoftmaxSharesOutOne(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const stride, n, rows = 13, 11, 3
	x := normal(r, (rows-1)*stride+n, 4)
	got := slices.Clone(x)
	Softmax(got, stride, n, 0.5)
	for i := range rows {
		sum := 0.0
		for _, v := range x[i*stride : i*stride+n] {
			sum += math.Exp(0.5 * float64(v))
		}
		for j := range n {
			near(t, "share", got[i*stride+j], math.Exp(0.5*float64(x[i*stride+j]))/sum, 1e-6)
		}
		for j := i*stride + n; j < min((i+1)*stride, len(x)); j++ {
			if got[j] != x[j] {
				t.Fatalf("Softmax wrote between the rows, at %d", j)
			}
		}
	}
	alone := []float32{-1e30}
	Softmax(alone, 1, 1, 1)
	if alone[0] != 1 {
		t.Errorf("the share of one alone is %v", alone[0])
	}
}

func TestSumsAreSums(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const n, width, stride = 29, 21, 23
	c, rows := normal(r, n, 1), normal(r, n*stride, 1)
	dst := make([]float32, width)
	WeightedSum(dst, c, rows, stride, width)
	for i := range dst {
		want := 0.0
		for j := range c {
			want += float64(c[j]) * float64(rows[j*stride+i])
		}
		near(t, "weighted sum", dst[i], want, 1e-5)
	}
	WeightedSum(dst, nil, nil, stride, width)
	for _, v := range dst {
		if v != 0 {
			t.Errorf("the sum of nothing is %v", v)
		}
	}
	want := 0.0
	for j := range c {
		want += float64(c[j]) * float64(rows[j])
	}
	near(t, "dot", Dot(c, rows[:n]), want, 1e-5)
	if Dot(nil, nil) != 0 {
		t.Error("the dot product of nothing is not 0")
	}
}

func TestNothingIsAllocated(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	const in, out, rows = 12, 19, 5
	m, err := NewMatrix(out, in, weightsOf(r, in*out), normal(r, out, 1), nil)
	if err != nil {
		t.Fatal(err)
	}
	x, a, scales, dst := normal(r, rows*in, 1), make([]uint8, rows*in), make([]float32, rows), make([]float32, rows*out)
	ones := normal(r, in, 1)
	sum := float32(0)
	if n := testing.AllocsPerRun(10, func() {
		Quantise(a, scales, x, in)
		m.Mul(dst, out, a, scales)
		GELU(dst)
		ReLU(dst)
		AddNorm(x, dst[:rows*in], ones, ones, in)
		Softmax(dst, out, out-2, 1)
		WeightedSum(dst[:in], scales, x, in, in)
		sum += Dot(x, x)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
