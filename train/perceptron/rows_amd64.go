package perceptron

import (
	"golang.org/x/sys/cpu"

	"rapporteur/language/linear"
)

var hasAVX2 = cpu.X86.HasAVX2

// rowsAVX2 adds up 96 weights from each feature's place on.
//
//go:noescape
func rowsAVX2(dst *int16, weights *int16, mask uint32, features *linear.Feature, n int)

const block = 96

func addRows(dst *[linear.MaxClasses]int16, weights []int16, mask uint32, features []linear.Feature, classes int) {
	if !hasAVX2 || len(features) == 0 {
		addRowsGeneric(dst, weights, mask, features, classes)
		return
	}
	_ = weights[int(mask)+linear.MaxClasses]
	for first := 0; first < classes; first += block {
		rowsAVX2(&dst[first], &weights[first], mask, &features[0], len(features))
	}
}
