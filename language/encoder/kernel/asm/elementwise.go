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
	leastPower = -87
	mostPower  = 88
	log2e      = 1.44269504088896341
	ln2a       = 0.693359375
	ln2b       = -2.12194440e-4
	erfp       = 0.3275911 / math.Sqrt2
)

var (
	expPolynomial = []float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1}
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
	size, t, tail, power := YMM(), YMM(), YMM(), YMM()
	VANDPS(bits(math.MaxInt32), v, size)
	VMULPS(float(erfp), size, t)
	VADDPS(float(1), t, t)
	one := YMM()
	VMOVUPS(float(1), one)
	VDIVPS(t, one, t)
	polynomial(tail, t, erfPolynomial)
	VMULPS(t, tail, tail)
	VMULPS(size, size, power)
	VMULPS(float(-0.5), power, power)
	exp(power)
	VMULPS(power, tail, tail)
	VMULPS(tail, size, tail)
	relu(v)
	VSUBPS(tail, v, v)
}

// polynomial sets y to the polynomial of x, highest power first.
func polynomial(y, x VecVirtual, of []float32) {
	VMULPS(float(of[0]), x, y)
	for i, c := range of[1:] {
		if i > 0 {
			VMULPS(x, y, y)
		}
		VADDPS(float(c), y, y)
	}
}

// exp replaces x by e^x.
func exp(x VecVirtual) {
	shifted, n, part, y := YMM(), YMM(), YMM(), YMM()
	VMINPS(float(mostPower), x, x)
	VMAXPS(float(leastPower), x, x)
	VMULPS(float(log2e), x, shifted)
	VADDPS(float(shift), shifted, shifted)
	VSUBPS(float(shift), shifted, n)
	VMULPS(float(ln2a), n, part)
	VSUBPS(part, x, x)
	VMULPS(float(ln2b), n, part)
	VSUBPS(part, x, x)
	polynomial(y, x, expPolynomial)
	VMULPS(x, x, part)
	VMULPS(part, y, y)
	VADDPS(x, y, y)
	VADDPS(float(1), y, y)
	VPADDD(bits(127), shifted, shifted)
	VPSLLD(Imm(23), shifted, shifted)
	VMULPS(shifted, y, x)
}
