//go:build !amd64

package linear

func addRows(dst *[MaxClasses]int16, weights []int8, mask uint32, features []Feature, blocks int) {
	addRowsGeneric(dst, weights, mask, features, blocks)
}
