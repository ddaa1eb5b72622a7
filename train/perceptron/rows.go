package perceptron

import (
	"math"

	"rapporteur/language/linear"
)

// addRowsGeneric is the plain form of the kernel: dst becomes the sum, which
// stays within its type, of the rows from each feature's place on.
func addRowsGeneric(dst *[linear.MaxClasses]int16, weights []int16, mask uint32, features []linear.Feature, classes int) {
	out := dst[:classes]
	clear(out)
	for _, f := range features {
		row := weights[uint32(f)&mask:][:len(out)]
		for i, x := range row {
			out[i] = int16(max(math.MinInt16, min(math.MaxInt16, int32(out[i])+int32(x))))
		}
	}
}
