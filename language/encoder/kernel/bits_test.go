package kernel

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"
	"testing"
)

// spread are n floats between -width and width, made of whole numbers alone, so
// that they are the same on every machine.
func spread(n int, width float32) []float32 {
	x, state := make([]float32, n), uint32(n)
	for i := range x {
		state = state*1664525 + 1013904223
		x[i] = float32(float32(int32(state>>8)-1<<23)*(1.0/(1<<23))) * width
	}
	return x
}

// TestBitsAreThoseOfEveryMachine compares the bits of every function with those
// found on amd64: what a text is read as must not depend on where it is read.
func TestBitsAreThoseOfEveryMachine(t *testing.T) {
	const rows, in, out = 7, 100, 45
	x, y := spread(rows*in, 6), spread(rows*in+1, 2)
	gain, bias := spread(in, 1), spread(in+2, 1)
	w := make([]int8, out*in)
	for i, v := range spread(len(w), maxWeight) {
		w[i] = int8(v)
	}
	m, err := NewMatrix(out, in, w, gain[:out], bias[:out])
	if err != nil {
		t.Fatal(err)
	}
	bytes, scales, product := make([]uint8, rows*in), make([]float32, rows), make([]float32, rows*out)
	Quantise(bytes, scales, x, in)
	m.Mul(product, out, bytes, scales)
	summed := make([]float32, out)
	WeightedSum(summed, scales, product, out, out)
	gelu, relu := slices.Clone(x), slices.Clone(x)
	GELU(gelu)
	ReLU(relu)
	shares := slices.Clone(x)
	Softmax(shares, in, in-1, 0.7)
	normed, alone := slices.Clone(x), slices.Clone(x)
	AddNorm(normed, y, gain, bias, in)
	AddNorm(alone, nil, gain, bias, in)
	for _, part := range []struct {
		name string
		x    []float32
		want uint64
	}{
		{"Quantise", scales, 0x2e6bdbd70660d3b2},
		{"Mul", product, 0x5d534fb0012634e2},
		{"WeightedSum", summed, 0x5bdbb68da861a36f},
		{"GELU", gelu, 0x57da2c9a877439b2},
		{"ReLU", relu, 0x68822ba70d0a762a},
		{"Softmax", shares, 0xc176e1f149e775d0},
		{"AddNorm", normed, 0x1a47233c75efc054},
		{"AddNorm alone", alone, 0xa2305e73e2e86b7d},
		{"Dot", []float32{Dot(x, y[:len(x)])}, 0x8d0c9a6734b84b9f},
	} {
		h := fnv.New64a()
		for _, v := range part.x {
			h.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
		}
		if got := h.Sum64(); got != part.want {
			t.Errorf("%s: the bits have the sum %#x, want %#x", part.name, got, part.want)
		}
	}
}
