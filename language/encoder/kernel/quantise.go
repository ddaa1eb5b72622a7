package kernel

import "math"

const (
	// faint is the size below which a row counts as zeros: its scale would no
	// longer be a normal number.
	faint = 1e-30
	// shift has steps of 1 between it and its neighbours, so that adding it
	// rounds to the nearest whole number, halves to even, and leaves that number
	// in the lowest bits.
	shift = 3 << 22
)

// Quantise turns rows of width floats into bytes and one scale a row: the
// largest size in the row over 127. A byte is 128 + x/scale, rounded to the
// nearest, halves to even. A row with nothing above 1e-30 is all 128, its scale
// 0. dst has as many bytes as x has floats, scales one float a row.
func Quantise(dst []uint8, scales []float32, x []float32, width int) {
	if len(x) == 0 {
		return
	}
	rows := len(x) / width
	x = x[:rows*width]
	dst = dst[:rows*width]
	quantise(dst, scales[:rows], x, width)
}

func quantiseGeneric(dst []uint8, scales []float32, x []float32, width int) {
	for r := range scales {
		row, out := x[r*width:][:width], dst[r*width:][:width]
		var size float32
		for _, v := range row {
			if v := abs(v); v > size {
				size = v
			}
		}
		scale := scaleOf(size)
		scales[r] = scale
		if scale == 0 {
			for i := range out {
				out[i] = zero
			}
			continue
		}
		for i, v := range row {
			out[i] = uint8(math.Float32bits(float32(v/scale) + (shift + zero)))
		}
	}
}

// scaleOf is the scale of a row whose largest size is given, 0 for a row that
// counts as zeros.
func scaleOf(size float32) float32 {
	if !(size > faint) {
		return 0
	}
	return size / 127
}

func abs(x float32) float32 {
	return math.Float32frombits(math.Float32bits(x) &^ (1 << 31))
}
