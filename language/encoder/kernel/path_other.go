//go:build !amd64

package kernel

func mulPanel(dst []float32, stride int, a []uint8, scales []float32, m *Matrix, p int) {
	mulPanelGeneric(dst, stride, a, scales, m, p)
}

func quantise(dst []uint8, scales []float32, x []float32, width int) {
	quantiseGeneric(dst, scales, x, width)
}

func gelu(x []float32)                               { geluGeneric(x) }
func relu(x []float32)                               { reluGeneric(x) }
func softmax(x []float32, scale float32)             { softmaxGeneric(x, scale) }
func addNorm(x, y, gain, bias []float32)             { addNormGeneric(x, y, gain, bias) }
func dot(a, b []float32) float32                     { return dotGeneric(a, b) }
func weightedSum(dst, c, rows []float32, stride int) { weightedSumGeneric(dst, c, rows, stride) }
