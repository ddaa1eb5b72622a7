package eval

import (
	"slices"
	"unicode/utf8"

	"rapporteur"
)

// chars is a set of code points of a text: spans in order that do not touch.
type chars struct {
	text  string
	spans []rapporteur.Span
}

func newChars(text string, spans []rapporteur.Span) chars {
	sorted := make([]rapporteur.Span, 0, len(spans))
	for _, s := range spans {
		if s = within(text, s); !s.Empty() {
			sorted = append(sorted, s)
		}
	}
	slices.SortFunc(sorted, rapporteur.Span.Compare)
	c := chars{text: text}
	for _, s := range sorted {
		if n := len(c.spans); n > 0 && s.Start <= c.spans[n-1].End {
			c.spans[n-1].End = max(c.spans[n-1].End, s.End)
			continue
		}
		c.spans = append(c.spans, s)
	}
	return c
}

// within is s cut to the text, as a reading prints it.
func within(text string, s rapporteur.Span) rapporteur.Span {
	start := min(max(s.Start, 0), len(text))
	return rapporteur.Span{Start: start, End: min(max(s.End, start), len(text))}
}

// len is the number of code points.
func (c chars) len() int {
	n := 0
	for _, s := range c.spans {
		n += utf8.RuneCountInString(c.text[s.Start:s.End])
	}
	return n
}

// and is the number of code points in both.
func (c chars) and(d chars) int {
	n := 0
	for i, j := 0, 0; i < len(c.spans) && j < len(d.spans); {
		a, b := c.spans[i], d.spans[j]
		if both := (rapporteur.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)}); !both.Empty() {
			n += utf8.RuneCountInString(c.text[both.Start:both.End])
		}
		if a.End < b.End {
			i++
		} else {
			j++
		}
	}
	return n
}

// jaccard is the part of the code points of either that are in both.
func (c chars) jaccard(d chars) float64 {
	both := c.and(d)
	return ratio(float64(both), float64(c.len()+d.len()-both))
}
