package kernel

// Dot is the sum of the products of two slices of one length. Product i is
// added to lane i mod 8, in order, and the 8 lanes are added as
// ((0+4)+(2+6)) + ((1+5)+(3+7)).
func Dot(a, b []float32) float32 {
	return dot(a, b[:len(a)])
}

func dotGeneric(a, b []float32) float32 {
	var sums [lanes]float32
	for i, v := range a {
		sums[i%lanes] += float32(v * b[i])
	}
	return tree(&sums)
}

// WeightedSum sets dst to the sum of the rows, row j times c[j], in order:
//
//	dst[i] = Σj c[j] * rows[j*stride+i], 0 <= i < width
//
// Rows begin stride floats apart, width or more. dst may not lie in rows.
func WeightedSum(dst, c, rows []float32, stride, width int) {
	dst = dst[:width]
	if len(c) == 0 || width == 0 {
		clear(dst)
		return
	}
	if stride < width {
		panic("kernel: rows of WeightedSum overlap")
	}
	weightedSum(dst, c, rows[:(len(c)-1)*stride+width], stride)
}

func weightedSumGeneric(dst, c, rows []float32, stride int) {
	clear(dst)
	for j, weight := range c {
		row := rows[j*stride:][:len(dst)]
		for i, v := range row {
			dst[i] += float32(weight * v)
		}
	}
}
