package rapporteur

import "fmt"

// A Span is a half-open range of bytes of Article.Text: the words a fact
// points at. In JSON it is counted in Unicode code points and carries the
// words themselves (TextPositionSelector and TextQuoteSelector of the W3C Web
// Annotation Data Model).
type Span struct {
	Start, End int
}

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers nothing; the zero Span does not.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that contains both; an empty span adds nothing.
func (s Span) Cover(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Compare orders spans by start, then by end.
func (s Span) Compare(t Span) int {
	if s.Start != t.Start {
		return s.Start - t.Start
	}
	return s.End - t.End
}

func (s Span) String() string { return fmt.Sprintf("%d:%d", s.Start, s.End) }
