package gold

import (
	"fmt"
	"unicode/utf8"

	"rapporteur"
)

// points turns offsets in code points into spans of bytes.
type points struct {
	text   string
	starts []int32 // byte at which each code point begins, and the end; nil for ASCII
	n      int     // number of code points
}

func newPoints(text string) points {
	n := utf8.RuneCountInString(text)
	if n == len(text) {
		return points{text, nil, n}
	}
	starts := make([]int32, 0, n+1)
	for i := range text {
		starts = append(starts, int32(i))
	}
	return points{text, append(starts, int32(len(text))), n}
}

func (p points) span(start, end int) (rapporteur.Span, error) {
	if start < 0 || end < start || end > p.n {
		return rapporteur.Span{}, fmt.Errorf("span %d:%d is not within the text of %d code points", start, end, p.n)
	}
	if p.starts == nil {
		return rapporteur.Span{Start: start, End: end}, nil
	}
	return rapporteur.Span{Start: int(p.starts[start]), End: int(p.starts[end])}, nil
}

// exact is the span, which must select words.
func (p points) exact(start, end int, words string) (rapporteur.Span, error) {
	s, err := p.span(start, end)
	if err == nil && p.text[s.Start:s.End] != words {
		err = fmt.Errorf("span %d:%d selects %q, not %q", start, end, p.text[s.Start:s.End], words)
	}
	return s, err
}

// pair is a span written as [start, end].
func (p points) pair(pair []int) (rapporteur.Span, error) {
	if len(pair) != 2 {
		return rapporteur.Span{}, fmt.Errorf("span %v is no pair [start, end]", pair)
	}
	return p.span(pair[0], pair[1])
}

func (p points) pairs(in [][]int) ([]rapporteur.Span, error) {
	out := make([]rapporteur.Span, len(in))
	for i, pair := range in {
		var err error
		if out[i], err = p.pair(pair); err != nil {
			return nil, err
		}
	}
	return out, nil
}
