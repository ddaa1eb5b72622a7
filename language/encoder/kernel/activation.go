package kernel

import "math"

// leastPower bounds the powers of 2 from below; the next ones are no normal
// numbers.
const leastPower = -126

// Constants of exp2f in S. L. Moshier's Cephes library (1992): 2^x = 2^n 2^r
// with n whole and |r| <= 1/2, and 2^r = 1 + r P(r).
const (
	pow0 = 1.535336188319500e-4
	pow1 = 1.339887440266574e-3
	pow2 = 9.618437357674640e-3
	pow3 = 5.550332471162809e-2
	pow4 = 2.402264791363012e-1
	pow5 = 6.931472028550421e-1
)

// Constants of erfc(z) = (erf1 t + … + erf5 t^5) e^(-z²), t = 1/(1 + erfp z),
// for z >= 0, within 1.5e-7: M. Abramowitz and I. A. Stegun, Handbook of
// Mathematical Functions (1964), 7.1.26. They are halved here, which is what
// GELU needs, and erfp is divided by the root of 2.
const (
	erfp = 0.3275911 / math.Sqrt2
	erf1 = 0.254829592 / 2
	erf2 = -0.284496736 / 2
	erf3 = 1.421413741 / 2
	erf4 = -1.453152027 / 2
	erf5 = 1.061405429 / 2
)

// GELU replaces each x by x Φ(x), with Φ the distribution function of the
// normal law (Hendrycks and Gimpel 2016), in its erf form. It is within 1e-6 of
// the true value or of its last digit, whichever is more.
func GELU(x []float32) { gelu(x) }

// ReLU replaces what is below 0 by 0.
func ReLU(x []float32) { relu(x) }

func geluGeneric(x []float32) {
	for i, v := range x {
		size := abs(v)
		t := 1 / (1 + float32(size*erfp))
		tail := float32(t*erf5) + erf4
		tail = float32(tail*t) + erf3
		tail = float32(tail*t) + erf2
		tail = float32(tail*t) + erf1
		tail = float32(float32(tail*t) * size)
		x[i] = positive(v) - float32(tail*power(float32(float32(size*size)*(-0.5*math.Log2E))))
	}
}

func reluGeneric(x []float32) {
	for i, v := range x {
		x[i] = positive(v)
	}
}

func positive(x float32) float32 {
	if x > 0 {
		return x
	}
	return 0
}

// power is 2^x for x of 0 or less, within two units of the last digit.
func power(x float32) float32 {
	if !(x > leastPower) {
		x = leastPower
	}
	// The lowest bits of shifted are the exponent of 2^n as a float has it.
	shifted := x + (shift + 127)
	r := x - (shifted - (shift + 127))
	square := float32(r * r)
	y := float32(r*pow0) + pow1
	y = float32(y*square) + (float32(r*pow2) + pow3)
	y = float32(y*square) + (float32(r*pow4) + pow5)
	y = float32(y*r) + 1
	return float32(y * math.Float32frombits(math.Float32bits(shifted)<<23))
}
