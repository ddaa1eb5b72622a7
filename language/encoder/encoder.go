// Package encoder reads text with a small pretrained transformer: MiniLM (Wang
// et al. 2020; 6 layers, width 384), fitted on trees, names and attributions
// together (train/encoder). It gives tags, trees, names and the parts
// of attributions of words that are already cut into sentences.
//
// Weights are whole numbers of seven bits with a scale for each channel;
// activations are quantised by row. The same words give the same reading to the
// bit on every machine (package kernel).
package encoder

import (
	"fmt"
	"math"
	"strings"

	"rapporteur/language/encoder/kernel"
)

// Roles of the parts of attributions. Inner is a content within a content.
const (
	Source = iota
	Cue
	Content
	Inner
	roleCount
)

var roleNames = [roleCount]string{"source", "cue", "content", "inner"}

// Model is the encoder and its heads. It is read-only and may be shared by
// goroutines.
type Model struct {
	header header
	pieces *Pieces
	rows   table // the vectors of pieces
	places table
	shapes []float32
	lists  []float32 // of every list of names
	norm   gauge

	clusters table
	layers   []layer

	tags  classifier
	upos  []string // of every tag
	xpos  []string
	names classifier
	kinds *bioes
	roles [roleCount]classifier
	spans [roleCount]*bioes

	arcs     biaffine
	rels     biaffine
	links    biaffine
	labels   []string // of arcs
	single   []int8   // of every label, the class of which a head has one at most
	numbers  struct{ tags, names, deprels numbers }
	arcsRoot []float32 // the root on the side of the heads
	relsRoot []float32

	sharpness float32 // of attention: one over the square root of a head's size
}

// A classifier gives every word a score for each label.
type classifier struct {
	*kernel.Matrix
	labels []string
}

type layer struct {
	qkv, out, up, down *kernel.Matrix
	norm1, norm2       gauge
}

// A biaffine scores pairs of words (Dozat and Manning 2017): [l; 1] W [r; 1],
// where l and r are what left and right make of the words.
type biaffine struct {
	left, right, weight *kernel.Matrix
	width               int // of l and r
	out                 int // relations
}

// Load reads weights as train/encoder/weights.py writes them; b is kept and
// must not change.
func Load(b []byte) (*Model, error) {
	w, err := openWeights(b)
	if err != nil {
		return nil, err
	}
	h := w.header
	if h.Width <= 0 || h.Heads <= 0 || h.Width%h.Heads != 0 || h.Inner <= 0 || h.Layers <= 0 || h.Places < window {
		return nil, fmt.Errorf("weights of the encoder: impossible sizes: width %d, %d heads, inner %d, %d layers, %d places", h.Width, h.Heads, h.Inner, h.Layers, h.Places)
	}
	m := &Model{header: h, pieces: newPieces(h.Pieces)}
	m.header.Tensors, m.header.Pieces = nil, nil
	m.rows = w.table("pieces", len(h.Pieces), h.Width)
	m.places = w.table("places", h.Places, h.Width)
	m.shapes = w.plain("shapes", shapes, h.Width)
	if h.Lists > 0 {
		m.lists = w.plain("lists", h.Lists, h.Width)
	}
	if h.Clusters > 0 {
		m.clusters = w.table("clusters", h.Clusters, h.Width)
	}
	m.norm = w.gauge("norm", h.Width)
	for i := range h.Layers {
		name := func(part string) string { return fmt.Sprintf("layer%d.%s", i, part) }
		m.layers = append(m.layers, layer{
			qkv:   w.matrix(name("qkv"), 3*h.Width, h.Width),
			out:   w.matrix(name("out"), h.Width, h.Width),
			up:    w.matrix(name("up"), h.Inner, h.Width),
			down:  w.matrix(name("down"), h.Width, h.Inner),
			norm1: w.gauge(name("norm1"), h.Width),
			norm2: w.gauge(name("norm2"), h.Width),
		})
	}
	m.tags = w.classifier("tags")
	m.names = w.classifier("names")
	for r, name := range roleNames {
		m.roles[r] = w.classifier(name)
	}
	root := w.plain("root", 1, h.Width)
	m.labels = h.Labels["deprels"]
	m.single = singles(m.labels)
	m.arcs, m.rels, m.links = w.biaffine("arcs", 1), w.biaffine("rels", len(m.labels)), w.biaffine("links", 2)
	if w.err == nil && len(w.rest) > 0 {
		w.err = fmt.Errorf("weights of the encoder: %d bytes too many", len(w.rest))
	}
	if w.err != nil {
		return nil, w.err
	}
	m.arcsRoot, m.relsRoot = m.arcs.rootSide(root), m.rels.rootSide(root)
	m.sharpness = float32(1 / math.Sqrt(float64(h.Width/h.Heads)))
	return m, m.decoders()
}

func (w *weights) classifier(name string) classifier {
	labels := w.Labels[name]
	return classifier{w.matrix(name, len(labels), w.Width), labels}
}

func (w *weights) biaffine(name string, out int) biaffine {
	// Only the file knows how wide the sides are.
	width := 0
	if len(w.Tensors) > 0 {
		width = w.Tensors[0].Rows
	}
	return biaffine{
		left: w.matrix(name+".left", width, w.Width), right: w.matrix(name+".right", width, w.Width),
		weight: w.matrix(name+".weight", out*(width+1), width), width: width, out: out,
	}
}

// rootSide is the root, which is no word, as a head.
func (b *biaffine) rootSide(root []float32) []float32 {
	bytes, scale := make([]uint8, len(root)), make([]float32, 1)
	kernel.Quantise(bytes, scale, root, len(root))
	out := make([]float32, b.width)
	b.right.Mul(out, b.width, bytes, scale)
	kernel.ReLU(out)
	return out
}

// decoders makes of the labels what turns scores into readings.
func (m *Model) decoders() (err error) {
	m.numbers.tags, m.numbers.names, m.numbers.deprels = numbered(m.tags.labels), numbered(m.names.labels), numbered(m.labels)
	for _, l := range m.tags.labels {
		upos, xpos, ok := strings.Cut(l, " ")
		if !ok {
			return fmt.Errorf("weights of the encoder: %q is no pair of tags", l)
		}
		m.upos, m.xpos = append(m.upos, upos), append(m.xpos, xpos)
	}
	if m.kinds, err = newBIOES(m.names.labels); err != nil {
		return fmt.Errorf("weights of the encoder: names: %w", err)
	}
	for r := range m.roles {
		if m.spans[r], err = newBIOES(m.roles[r].labels); err != nil {
			return fmt.Errorf("weights of the encoder: %s: %w", roleNames[r], err)
		}
	}
	return nil
}
