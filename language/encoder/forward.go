package encoder

import "rapporteur/language/encoder/kernel"

// scratch is the memory of one pass, reused from strip to strip.
type scratch struct {
	strip  strip
	others []Opinion // of all words, or nil
	x      []float32 // the vectors of all pieces
	qkv    []float32
	mixed  []float32 // what attention makes of the values; what the inner layer gives back
	inner  []float32
	keys   []float32 // of one head, turned on their side
	values []float32 // of one head
	weight []float32 // of all pieces for one of them
	bytes  []uint8
	scales []float32

	words   []float32 // the vectors of the words
	packed  []uint8   // and quantised, with their scales
	packing []float32
	scores  []float32
	names   []float32
	memory  memory
	lattice lattice

	left, right, weighed          []float32 // of a biaffine
	relLeft, relRight, relWeighed []float32
	arcs                          []float32 // of a sentence
	tree                          arborescence
	sentence                      []int32
	deprels                       []uint8

	roles       [roleCount][]float32 // of the whole document
	ends        []end
	stripNumber int
}

// product is dst = m x + bias for every row of x, whose rows are m.In wide.
func (s *scratch) product(dst []float32, m *kernel.Matrix, x []float32) {
	rows := len(x) / m.In
	s.bytes, s.scales = grow(s.bytes, len(x)), grow(s.scales, rows)
	kernel.Quantise(s.bytes, s.scales, x, m.In)
	m.Mul(dst, m.Out, s.bytes, s.scales)
}

// encode makes s.x the vectors of the pieces of the strip.
func (m *Model) encode(s *scratch) {
	width, n := m.header.Width, len(s.strip.pieces)
	s.x = grow(s.x, n*width)
	clear(s.x)
	for i, piece := range s.strip.pieces {
		row := s.x[i*width : (i+1)*width]
		m.rows.add(row, piece)
		m.places.add(row, int32(i))
		for k, v := range m.shapes[int(s.strip.shapes[i])*width:][:width] {
			row[k] += v
		}
		m.tell(row, s.strip.known[i])
	}
	kernel.AddNorm(s.x, nil, m.norm.gain, m.norm.bias, width)
	s.qkv, s.mixed, s.inner = grow(s.qkv, 3*n*width), grow(s.mixed, n*width), grow(s.inner, block*m.header.Inner)
	for i := range m.layers {
		l := &m.layers[i]
		s.product(s.qkv, l.qkv, s.x)
		m.attend(s, n)
		s.product(s.qkv[:n*width], l.out, s.mixed)
		kernel.AddNorm(s.x, s.qkv[:n*width], l.norm1.gain, l.norm1.bias, width)
		for from := 0; from < n; from += block {
			rows := s.x[from*width : min(from+block, n)*width]
			inner, out := s.inner[:len(rows)/width*m.header.Inner], s.mixed[:len(rows)]
			s.product(inner, l.up, rows)
			kernel.GELU(inner)
			s.product(out, l.down, inner)
			kernel.AddNorm(rows, out, l.norm2.gain, l.norm2.bias, width)
		}
	}
}

// tell adds to the vector of a piece what is known of its word.
func (m *Model) tell(row []float32, w Known) {
	if m.clusters.rows != nil {
		m.clusters.add(row, int32(w.Cluster))
	}
	for bit := range m.header.Lists {
		if w.Lists>>bit&1 > 0 {
			for k, v := range m.lists[bit*len(row):][:len(row)] {
				row[k] += v
			}
		}
	}
}

const (
	// block is how many pieces go through the inner layer together: few enough
	// for what is between its two products to stay in a core's own cache.
	block = 48
	// cacheLine is the floats of a cache line, to which rows of keys are filled up.
	cacheLine = 16
)

// attend makes s.mixed what each head of each piece sees (Vaswani et al. 2017).
func (m *Model) attend(s *scratch, n int) {
	width := m.header.Width
	size := width / m.header.Heads
	stride := (n + cacheLine - 1) / cacheLine * cacheLine
	s.keys, s.values, s.weight = grow(s.keys, size*stride), grow(s.values, n*size), grow(s.weight, n*stride)
	for h := range m.header.Heads {
		for j := range n {
			row := s.qkv[j*3*width+h*size:]
			for d, k := range row[width:][:size] {
				s.keys[d*stride+j] = k
			}
			copy(s.values[j*size:][:size], row[2*width:])
		}
		for i := range n {
			kernel.WeightedSum(s.weight[i*stride:][:n], s.qkv[i*3*width+h*size:][:size], s.keys, stride, n)
		}
		kernel.Softmax(s.weight, stride, n, m.sharpness)
		for i := range n {
			kernel.WeightedSum(s.mixed[i*width+h*size:][:size], s.weight[i*stride:][:n], s.values, size, size)
		}
	}
}
