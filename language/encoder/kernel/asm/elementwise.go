package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The constants of activation.go.
const (
	shift      = 3 << 22
	leastPower = -126
	erfp       = 0.3275911 / math.Sqrt2
)

var (
	powPolynomial = []float32{1.535336188319500e-4, 1.339887440266574e-3, 9.618437357674640e-3, 5.550332471162809e-2, 2.402264791363012e-1, 6.931472028550421e-1}
	erfPolynomial = []float32{1.061405429 / 2, -1.453152027 / 2, 1.421413741 / 2, -0.284496736 / 2, 0.254829592 / 2}
)

func elementwise(name, doc string, f func(v VecVirtual)) {
	function(name, "func(x *float32, n int)", doc)
	x, n := pointer("x"), pointer("n")
	each("float", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		f(v)
		l.store(v, place(x, at))
	})
	done()
}

func relu(v VecVirtual) { VMAXPS(zeros(), v, v) }

func gelu(v VecVirtual) {
	size, t, tail, x := YMM(), YMM(), YMM(), YMM()
	VANDPS(bits(math.MaxInt32), v, size)
	VMULPS(size, size, x)
	VMULPS(float(-0.5*math.Log2E), x, x)
	VMULPS(float(erfp), size, t)
	VADDPS(float(1), t, t)
	one := YMM()
	VMOVUPS(float(1), one)
	VDIVPS(t, one, t)
	for i, c := range erfPolynomial {
		if i == 0 {
			VMULPS(float(c), t, tail)
			continue
		}
		VADDPS(float(c), tail, tail)
		VMULPS(t, tail, tail)
	}
	VMULPS(size, tail, tail)
	power(x)
	VMULPS(x, tail, tail)
	relu(v)
	VSUBPS(tail, v, v)
}

// power replaces x by 2^x.
func power(x VecVirtual) {
	shifted, square, y, z := YMM(), YMM(), YMM(), YMM()
	VMAXPS(float(leastPower), x, x)
	VADDPS(float(shift+127), x, shifted)
	VSUBPS(float(shift+127), shifted, y)
	VSUBPS(y, x, x)
	VPSLLD(Imm(23), shifted, shifted)
	VMULPS(x, x, square)
	for i := 0; i < len(powPolynomial); i += 2 {
		to := z
		if i == 0 {
			to = y
		}
		VMULPS(float(powPolynomial[i]), x, to)
		VADDPS(float(powPolynomial[i+1]), to, to)
		if i > 0 {
			VMULPS(square, y, y)
			VADDPS(z, y, y)
		}
	}
	VMULPS(x, y, y)
	VADDPS(float(1), y, y)
	VMULPS(shifted, y, x)
}
