package kernel

import "fmt"

const (
	// columns is how many output channels lie side by side in a panel.
	columns = 16
	// quad is how many neighbouring inputs are multiplied in one step.
	quad = 4
	// maxWeight keeps the sum of two products inside 16 bits:
	// 2*255*63 = 32,130.
	maxWeight = 63
	// maxIn keeps the sum of all products inside 32 bits.
	maxIn = 1 << 16
	// zero is the byte that stands for an activation of 0.
	zero = 128
	// cached is how many bytes of activations are taken through all the panels
	// before the next rows are begun, so that they stay in a core's own cache.
	cached = 192 << 10
)

// Matrix is a layer's weights, packed for the kernel: y = W x + bias, with Out
// values of y from In values of x. The weights are whole numbers with one scale
// for each output channel.
type Matrix struct {
	Out, In int

	packed []int8    // [panel][In/quad][columns][quad], channels past Out are 0
	scale  []float32 // per channel, padded to whole panels
	bias   []float32 // per channel, padded
	sums   []int32   // zero times the sum of a channel's weights, padded
}

// NewMatrix packs out rows of in weights, one row for each output channel, with
// a scale for each channel and a bias (nil: none). The weights lie in -63..63,
// which leaves two products room in 16 bits; in is a multiple of 4 and at most
// 65,536. The slices are not kept.
func NewMatrix(out, in int, weights []int8, scale, bias []float32) (*Matrix, error) {
	if out <= 0 || in <= 0 || in%quad != 0 || in > maxIn {
		return nil, fmt.Errorf("pack a matrix of %d×%d: want 1 or more outputs and a multiple of %d inputs, at most %d", out, in, quad, maxIn)
	}
	if len(weights) != out*in || len(scale) != out || bias != nil && len(bias) != out {
		return nil, fmt.Errorf("pack a matrix of %d×%d: got %d weights, %d scales, %d biases", out, in, len(weights), len(scale), len(bias))
	}
	panels := (out + columns - 1) / columns
	m := &Matrix{
		Out: out, In: in,
		packed: make([]int8, panels*columns*in),
		scale:  make([]float32, panels*columns),
		bias:   make([]float32, panels*columns),
		sums:   make([]int32, panels*columns),
	}
	copy(m.scale, scale)
	copy(m.bias, bias)
	for j := range out {
		panel := m.packed[j/columns*columns*in:]
		for k, w := range weights[j*in : (j+1)*in] {
			if w < -maxWeight || w > maxWeight {
				return nil, fmt.Errorf("pack a matrix of %d×%d: weight %d of output %d is %d; want -%d..%d (quantise to 7 bits)", out, in, k, j, w, maxWeight, maxWeight)
			}
			panel[k/quad*columns*quad+j%columns*quad+k%quad] = w
			m.sums[j] += zero * int32(w)
		}
	}
	return m, nil
}

// Mul multiplies rows of In quantised activations, as many as there are scales:
//
//	dst[r*stride+j] = bias[j] + scales[r]*scale[j]*Σk (a[r][k]-128)*w[j][k]
//
// for every output channel j. Rows of dst begin stride floats apart (Out or
// more); what lies between them is left alone.
func (m *Matrix) Mul(dst []float32, stride int, a []uint8, scales []float32) {
	rows := len(scales)
	if rows == 0 {
		return
	}
	if stride < m.Out {
		panic(fmt.Sprintf("kernel: rows of %d outputs %d apart", m.Out, stride))
	}
	dst = dst[:(rows-1)*stride+m.Out]
	a = a[:rows*m.In]
	block := max(cached/m.In&^3, 4)
	for first := 0; first < rows; first += block {
		last := min(first+block, rows)
		for p := 0; p < len(m.scale); p += columns {
			mulPanel(dst[first*stride+p:], stride, a[first*m.In:last*m.In], scales[first:last], m, p)
		}
	}
}

// mulPanelGeneric is the plain form of the product: up to columns output
// channels, from channel p on, for every row of a.
func mulPanelGeneric(dst []float32, stride int, a []uint8, scales []float32, m *Matrix, p int) {
	n := min(columns, m.Out-p)
	weights := m.packed[p*m.In : (p+columns)*m.In]
	for r, s := range scales {
		var sums [columns]int32
		w := weights
		for x := a[r*m.In : (r+1)*m.In]; len(x) >= quad; x = x[quad:] {
			x0, x1, x2, x3 := int32(x[0]), int32(x[1]), int32(x[2]), int32(x[3])
			step := (*[columns * quad]int8)(w)
			for j := range sums {
				sums[j] += x0*int32(step[quad*j]) + x1*int32(step[quad*j+1]) + x2*int32(step[quad*j+2]) + x3*int32(step[quad*j+3])
			}
			w = w[columns*quad:]
		}
		row := dst[r*stride:][:n]
		for j := range row {
			scale := float32(s * m.scale[p+j])
			row[j] = float32(scale*float32(sums[j]-m.sums[p+j])) + m.bias[p+j]
		}
	}
}
