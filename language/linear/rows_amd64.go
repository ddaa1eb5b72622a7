package linear

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

// rowsAVX2 adds blocks (1 to 6) of 16 weights for every feature. The caller
// keeps every place plus 16*blocks inside the weights.
//
//go:noescape
func rowsAVX2(dst *int16, weights *int8, mask uint32, features *Feature, n int, blocks int)

func addRows(dst *[MaxClasses]int16, weights []int8, mask uint32, features []Feature, blocks int) {
	if !hasAVX2 || len(features) == 0 {
		addRowsGeneric(dst, weights, mask, features, blocks)
		return
	}
	// Six blocks fill the registers; wider rows are added in two goes.
	_ = weights[int(mask)+MaxClasses]
	for first := 0; first < blocks; first += 6 {
		rowsAVX2(&dst[first*step], &weights[first*step], mask, &features[0], len(features), min(blocks-first, 6))
	}
}
