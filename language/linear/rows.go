package linear

// step is how many classes the kernel adds at a time.
const step = 16

// addRowsGeneric is the plain form of the kernel, for every machine: dst
// becomes the sum of blocks*step weights from each feature's place on.
func addRowsGeneric(dst *[MaxClasses]int16, weights []int8, mask uint32, features []Feature, blocks int) {
	out := dst[:blocks*step]
	clear(out)
	for _, f := range features {
		row := weights[uint32(f)&mask:][:len(out)]
		for i, w := range row {
			out[i] += int16(w)
		}
	}
}
