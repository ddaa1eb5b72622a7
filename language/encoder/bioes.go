package encoder

import (
	"fmt"
	"slices"
	"strings"
)

// A Span is a run of words, [First, End), with the label it was given.
type Span struct {
	First, End int
	Label      string
}

// A bioes decodes labels of the BIOES scheme: B-x I-x E-x for the words of a
// span, S-x for a span of one, O for none.
type bioes struct {
	labels []string // O first
	part   []byte   // of every label: O, B, I, E or S
	kind   []string // what follows the dash
	number []int    // of the kind, in names
	names  []string // of the kinds, the first of O
	from   [][]int  // the labels that may stand before each
	opens  []bool   // may begin a sequence
	closes []bool   // may end one
}

func newBIOES(labels []string) (*bioes, error) {
	d := &bioes{labels: labels}
	for _, l := range labels {
		part, kind, _ := strings.Cut(l, "-")
		if len(part) != 1 || !strings.Contains("OBIES", part) || part == "O" != (kind == "") {
			return nil, fmt.Errorf("%q is no label of the BIOES scheme", l)
		}
		d.part, d.kind = append(d.part, part[0]), append(d.kind, kind)
		if !slices.Contains(d.names, kind) {
			d.names = append(d.names, kind)
		}
		d.number = append(d.number, slices.Index(d.names, kind))
		d.opens = append(d.opens, strings.Contains("OBS", part))
		d.closes = append(d.closes, strings.Contains("OES", part))
	}
	d.from = make([][]int, len(labels))
	for to := range labels {
		for from := range labels {
			inside := d.part[from] == 'B' || d.part[from] == 'I'
			if goesOn := d.part[to] == 'I' || d.part[to] == 'E'; goesOn == inside && (!inside || d.kind[from] == d.kind[to]) {
				d.from[to] = append(d.from[to], from)
			}
		}
	}
	return d, nil
}

// A lattice is the memory of a decoding.
type lattice struct {
	best []float32
	back []uint8
	path []uint8
}

// decode appends the spans of the best legal sequence of labels (Viterbi 1967).
// scores has len(labels) numbers a word; base is the number of the first word.
func (d *bioes) decode(dst []Span, l *lattice, scores []float32, base int) []Span {
	k := len(d.labels)
	n := len(scores) / k
	if n == 0 {
		return dst
	}
	l.best, l.back, l.path = grow(l.best, 2*k), grow(l.back, n*k), grow(l.path, n)
	now, before := l.best[:k], l.best[k:]
	for t := range k {
		now[t] = scores[t]
		if !d.opens[t] {
			now[t] = impossible
		}
	}
	for i := 1; i < n; i++ {
		now, before = before, now
		back := l.back[i*k:]
		for t := range k {
			best, from := float32(impossible), 0
			for _, f := range d.from[t] {
				if before[f] > best {
					best, from = before[f], f
				}
			}
			now[t], back[t] = max(best+scores[i*k+t], impossible), uint8(from)
		}
	}
	last, best := 0, float32(impossible)
	for t := range k {
		if d.closes[t] && now[t] > best {
			last, best = t, now[t]
		}
	}
	for i := n - 1; ; i-- {
		l.path[i] = uint8(last)
		if i == 0 {
			break
		}
		last = int(l.back[i*k+last])
	}
	first := 0
	for i, t := range l.path {
		if p := d.part[t]; p == 'B' || p == 'S' {
			first = i
		}
		if p := d.part[t]; p == 'E' || p == 'S' {
			dst = append(dst, Span{base + first, base + i + 1, d.kind[t]})
		}
	}
	return dst
}

// impossible is the score of what is forbidden.
const impossible = -1e30

// grow is s with n elements, of whatever value.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
