package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"unsafe"

	"rapporteur/language/encoder/kernel"
)

// format is the number of the format of weights; train/encoder/weights.py
// writes it and says what it is.
const format = 1

type header struct {
	Format   int                 `json:"format"`
	Width    int                 `json:"width"`
	Layers   int                 `json:"layers"`
	Heads    int                 `json:"heads"`
	Inner    int                 `json:"inner"`
	Places   int                 `json:"places"`
	Lists    int                 `json:"lists"`    // 0: the model is not told of them
	Clusters int                 `json:"clusters"` // likewise
	Labels   map[string][]string `json:"labels"`
	Pieces   []string            `json:"pieces"`
	Tensors  []tensor            `json:"tensors"`
}

type tensor struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Rows int    `json:"rows"`
	Cols int    `json:"cols"`
}

// weights reads the tensors of a file in their order. After an error every
// reading gives zeros.
type weights struct {
	header
	rest []byte
	err  error
}

func openWeights(b []byte) (*weights, error) {
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	w := &weights{rest: rest}
	if !ok {
		return nil, fmt.Errorf("weights of the encoder: no header")
	}
	if err := json.Unmarshal(line, &w.header); err != nil {
		return nil, fmt.Errorf("weights of the encoder: reading the header: %w", err)
	}
	if w.Format != format {
		return nil, fmt.Errorf("weights of the encoder: their format is %d, this program reads %d: train them anew", w.Format, format)
	}
	return w, nil
}

// next checks that the next tensor is the one wanted; rows of 0 take any.
func (w *weights) next(name, kind string, rows, cols int) tensor {
	if w.err != nil {
		return tensor{}
	}
	if len(w.Tensors) == 0 {
		w.err = fmt.Errorf("weights of the encoder: %s is missing", name)
		return tensor{}
	}
	t := w.Tensors[0]
	w.Tensors = w.Tensors[1:]
	if t.Name != name || t.Kind != kind || t.Cols != cols || t.Rows <= 0 || rows > 0 && t.Rows != rows {
		w.err = fmt.Errorf("weights of the encoder: found %s %s of %d×%d where %s %s of %d×%d belongs", t.Kind, t.Name, t.Rows, t.Cols, kind, name, rows, cols)
		return tensor{}
	}
	return t
}

func (w *weights) take(n int) []byte {
	if w.err == nil && n > len(w.rest) {
		w.err = fmt.Errorf("weights of the encoder: the file is cut short")
	}
	if w.err != nil {
		return make([]byte, n)
	}
	b := w.rest[:n]
	w.rest = w.rest[n:]
	return b
}

func (w *weights) floats(n int) []float32 {
	b := w.take(4 * n)
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (w *weights) bytes(n int) []int8 {
	b := w.take(n)
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), n)
}

func (w *weights) matrix(name string, out, in int) *kernel.Matrix {
	t := w.next(name, "matrix", out, in)
	scale, bias := w.floats(t.Rows), w.floats(t.Rows)
	m, err := kernel.NewMatrix(t.Rows, t.Cols, w.bytes(t.Rows*t.Cols), scale, bias)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("weights of the encoder: %s: %w", name, err)
	}
	return m
}

// A table has a row of whole numbers and a scale for each of its numbers.
type table struct {
	width int
	scale []float32
	rows  []int8
}

func (w *weights) table(name string, rows, cols int) table {
	t := w.next(name, "table", rows, cols)
	return table{cols, w.floats(t.Rows), w.bytes(t.Rows * t.Cols)}
}

// add adds row i to dst.
func (t *table) add(dst []float32, i int32) {
	scale := t.scale[i]
	for k, v := range t.rows[int(i)*t.width : int(i+1)*t.width] {
		dst[k] += float32(float32(v) * scale)
	}
}

func (w *weights) plain(name string, rows, cols int) []float32 {
	t := w.next(name, "floats", rows, cols)
	return w.floats(t.Rows * t.Cols)
}

// A gauge is the gain and the bias of a layer normalisation.
type gauge struct{ gain, bias []float32 }

func (w *weights) gauge(name string, width int) gauge {
	f := w.plain(name, 2, width)
	if w.err != nil {
		return gauge{}
	}
	return gauge{f[:width], f[width:]}
}
