package kernel

import "golang.org/x/sys/cpu"

//go:generate go run -C asm . -out ../path_amd64.s -stubs ../stubs_amd64.go -pkg kernel

// The ways through the arithmetic, each with all that the ones before it need.
const (
	plain = iota
	avx2
	vnni // products of bytes in one instruction instead of three
)

// path is the best way of this machine.
var path = best()

func best() int {
	switch {
	case !cpu.X86.HasAVX2:
		return plain
	case !cpu.X86.HasAVX512VNNI || !cpu.X86.HasAVX512VL:
		return avx2
	}
	return vnni
}

func mulPanel(dst []float32, stride int, a []uint8, scales []float32, m *Matrix, p int) {
	if path == plain {
		mulPanelGeneric(dst, stride, a, scales, m, p)
		return
	}
	if m.Out-p >= columns {
		_ = dst[(len(scales)-1)*stride+columns-1]
		mulWhole(&dst[0], stride, a, scales, m, p)
		return
	}
	// The last channels are fewer than the panel writes.
	var whole [4 * columns]float32
	for len(scales) > 0 {
		rows := min(len(scales), 4)
		mulWhole(&whole[0], columns, a[:rows*m.In], scales[:rows], m, p)
		for r := range rows {
			copy(dst[r*stride:][:m.Out-p], whole[r*columns:])
		}
		if scales, a = scales[rows:], a[rows*m.In:]; len(scales) > 0 {
			dst = dst[rows*stride:]
		}
	}
}

func mulWhole(dst *float32, stride int, a []uint8, scales []float32, m *Matrix, p int) {
	if path == vnni {
		panelVNNI(dst, stride, &a[0], m.In, len(scales), &scales[0], &m.packed[p*m.In], &m.scale[p], &m.bias[p], &m.sums[p])
		return
	}
	panelAVX2(dst, stride, &a[0], m.In, len(scales), &scales[0], &m.packed[p*m.In], &m.scale[p], &m.bias[p], &m.sums[p])
}

func quantise(dst []uint8, scales []float32, x []float32, width int) {
	if path == plain {
		quantiseGeneric(dst, scales, x, width)
		return
	}
	for r := range scales {
		row, out := x[r*width:][:width], dst[r*width:][:width]
		scales[r] = scaleOf(sizeAVX2(&row[0], width))
		if scales[r] != 0 {
			quantiseAVX2(&out[0], &row[0], width, scales[r])
			continue
		}
		for i := range out {
			out[i] = zero
		}
	}
}

func gelu(x []float32) {
	if path == plain || len(x) == 0 {
		geluGeneric(x)
		return
	}
	geluAVX2(&x[0], len(x))
}

func relu(x []float32) {
	if path == plain || len(x) == 0 {
		reluGeneric(x)
		return
	}
	reluAVX2(&x[0], len(x))
}

func softmax(x []float32, scale float32) {
	if path == plain {
		softmaxGeneric(x, scale)
		return
	}
	softmaxAVX2(&x[0], len(x), scale)
}

func addNorm(x, y, gain, bias []float32) {
	switch {
	case path == plain:
		addNormGeneric(x, y, gain, bias)
	case y == nil:
		normAVX2(&x[0], &gain[0], &bias[0], len(x), float32(len(x)))
	default:
		addNormAVX2(&x[0], &y[0], &gain[0], &bias[0], len(x), float32(len(x)))
	}
}

func dot(a, b []float32) float32 {
	if path == plain || len(a) == 0 {
		return dotGeneric(a, b)
	}
	return dotAVX2(&a[0], &b[0], len(a))
}

func weightedSum(dst, c, rows []float32, stride int) {
	if path == plain {
		weightedSumGeneric(dst, c, rows, stride)
		return
	}
	weightedSumAVX2(&dst[0], &c[0], &rows[0], stride, len(c), len(dst))
}
