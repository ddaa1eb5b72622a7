//go:build !amd64

package perceptron

import "rapporteur/language/linear"

func addRows(dst *[linear.MaxClasses]int16, weights []int16, mask uint32, features []linear.Feature, classes int) {
	addRowsGeneric(dst, weights, mask, features, classes)
}
