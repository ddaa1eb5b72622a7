package kernel

import "math"

// The range within which e^x is a normal number; what lies outside counts as
// its end.
const (
	leastPower = -87
	mostPower  = 88
)

// Constants of expf in S. L. Moshier's Cephes library (1992): e^x = 2^n e^r
// with |r| <= ln(2)/2, ln(2) in two parts, and a polynomial for e^r.
const (
	log2e = 1.44269504088896341
	ln2a  = 0.693359375
	ln2b  = -2.12194440e-4
	exp0  = 1.9875691500e-4
	exp1  = 1.3981999507e-3
	exp2  = 8.3334519073e-3
	exp3  = 4.1665795894e-2
	exp4  = 1.6666665459e-1
	exp5  = 5.0000001201e-1
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
		tail = float32(tail * t)
		tail = float32(tail * exp(float32(float32(size*size)*-0.5)))
		x[i] = positive(v) - float32(size*tail)
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

// exp is e^x within two units of the last digit.
func exp(x float32) float32 {
	if !(x < mostPower) {
		x = mostPower
	}
	if !(x > leastPower) {
		x = leastPower
	}
	shifted := float32(x*log2e) + shift
	n := shifted - shift
	x -= float32(n * ln2a)
	x -= float32(n * ln2b)
	y := float32(x*exp0) + exp1
	y = float32(y*x) + exp2
	y = float32(y*x) + exp3
	y = float32(y*x) + exp4
	y = float32(y*x) + exp5
	y = float32(y*float32(x*x)) + x
	y++
	// The lowest bits of shifted are n, and the rest falls out to the left.
	return float32(y * math.Float32frombits((math.Float32bits(shifted)+127)<<23))
}
