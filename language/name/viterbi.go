package name

import (
	"math"

	"rapporteur/language/linear"
)

// field is a table with the transitions read out of it: the weight of a label
// after another is that of the feature Previous.
type field struct {
	table       *linear.Table
	transitions [][]transition // for each label, and the end: what may stand before
}

type transition struct {
	from   int // label, or the number of labels for the beginning
	weight int32
}

// Previous is the feature whose row holds the weights of all labels after the
// given one.
func Previous(label int) linear.Feature { return linear.Hash(9001).With(uint64(label)).Feature() }

func newField(table *linear.Table, legal [][]bool) *field {
	f := &field{table: table, transitions: make([][]transition, len(legal))}
	for to := range legal {
		for from, ok := range legal[to] {
			if !ok {
				continue
			}
			w := int32(0)
			if to < len(legal)-1 {
				w = int32(table.Weights()[table.Place(Previous(from))+to])
			}
			f.transitions[to] = append(f.transitions[to], transition{from, w})
		}
	}
	return f
}

// viterbi finds the best path of labels; its memory is used again.
type viterbi struct {
	scores []int32 // of the best path to each label at each word
	from   []int16
	path   []int
}

func (v *viterbi) best(f *field, words []Word, first int, memory *Memory) []int {
	n, count := len(words), len(f.transitions)-1
	if n == 0 {
		return nil
	}
	if cap(v.scores) < n*count {
		v.scores, v.from = make([]int32, n*count*2), make([]int16, n*count*2)
	}
	v.scores, v.from, v.path = v.scores[:n*count], v.from[:n*count], v.path[:0]
	var buffer [maxFeatures]linear.Feature
	var emission [linear.MaxClasses]int16
	for i := range words {
		f.table.Score(Features(words, i, first, memory, buffer[:0]), &emission)
		row, from := v.scores[i*count:][:count], v.from[i*count:][:count]
		for to := range row {
			best, score := int16(-1), int32(math.MinInt32)
			for _, t := range f.transitions[to] {
				switch {
				case i == 0 && t.from == count:
					best, score = int16(t.from), t.weight
				case i > 0 && t.from < count:
					if s := v.scores[(i-1)*count+t.from]; s > math.MinInt32/2 && s+t.weight > score {
						best, score = int16(t.from), s+t.weight
					}
				}
			}
			from[to], row[to] = best, math.MinInt32
			if best >= 0 {
				row[to] = score + int32(emission[to])
			}
		}
	}
	last, score := 0, int32(math.MinInt32)
	for _, t := range f.transitions[count] {
		if t.from < count && v.scores[(n-1)*count+t.from] > score {
			last, score = t.from, v.scores[(n-1)*count+t.from]
		}
	}
	for range n {
		v.path = append(v.path, 0)
	}
	for i := n - 1; i >= 0; i-- {
		v.path[i] = last
		last = int(v.from[i*count+last])
	}
	return v.path
}
