package sentence

import (
	"strings"

	"rapporteur"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

// A Splitter decides after which tokens of a paragraph a sentence ends.
type Splitter struct{ table *linear.Table }

// Load reads a splitter.
func Load(b []byte) (*Splitter, error) {
	table, _, err := linear.Load(b)
	if err != nil {
		return nil, err
	}
	return New(table), nil
}

// New is a splitter with the given table.
func New(table *linear.Table) *Splitter { return &Splitter{table} }

// The classes of the table.
const (
	Goes = iota // the sentence goes on
	Ends
)

// Gap is how two tokens stand to each other in the text.
type Gap uint8

// The kinds of Gap.
const (
	GapNone Gap = iota
	GapSpace
	GapLine // a line break within the paragraph
)

// A Paragraph is what the splitter sees: the words and the gap after each.
type Paragraph struct {
	Words []lexis.Word
	Gaps  []Gap
}

// Split calls end with the index of the last token of every sentence but the
// last one.
func (s *Splitter) Split(p Paragraph, end func(int)) {
	var scores [linear.MaxClasses]int16
	var buffer [maxFeatures]linear.Feature
	c := Cursor{p: p}
	for i := 0; i+1 < len(p.Words); i++ {
		s.table.Score(c.Features(i, buffer[:0]), &scores)
		ends := scores[Ends] > scores[Goes] && !c.binds(i) || c.parts(i)
		if ends {
			end(i)
		}
		c.Next(i, ends)
	}
}

// A Cursor walks through a paragraph and remembers what has been decided.
type Cursor struct {
	p      Paragraph
	since  int  // tokens since the last end
	quoted bool // inside a pair of double quotes, counted from the paragraph's start
	depth  int  // brackets open
}

// NewCursor stands before the first token of p.
func NewCursor(p Paragraph) *Cursor { return &Cursor{p: p} }

// Next moves past token i, after which the sentence was said to end or not.
func (c *Cursor) Next(i int, ends bool) {
	c.since++
	if ends {
		c.since = 0
	}
	switch c.p.Words[i].Form {
	case doubleQuote:
		c.quoted = !c.quoted
	case openBracket:
		c.depth++
	case closeBracket:
		c.depth = max(0, c.depth-1)
	}
}

var (
	doubleQuote  = lexis.Describe("\"", nil).Form // of “ and ” as well: Form is plain
	openBracket  = lexis.Describe("(", nil).Form
	closeBracket = lexis.Describe(")", nil).Form
)

const maxFeatures = 40

// Features describes the boundary after token i.
func (c *Cursor) Features(i int, f []linear.Feature) []linear.Feature {
	at := func(k int) *lexis.Word {
		if k < 0 || k >= len(c.p.Words) {
			return &lexis.Outside
		}
		return &c.p.Words[k]
	}
	before, this, next, after := at(i-1), at(i), at(i+1), at(i+2)
	gap := uint64(c.p.Gaps[i])
	state := uint64(min(c.since, 12)) | boolBit(c.quoted)<<4 | boolBit(c.depth > 0)<<5
	template := linear.Hash(0)
	add := func(parts ...uint64) {
		template++
		h := template
		for _, p := range parts {
			h = h.With(p)
		}
		f = append(f, h.Feature())
	}
	add()
	add(this.Lower)
	add(next.Lower)
	add(this.Lower, next.Lower)
	add(this.Lower, next.Shape, gap)
	add(this.Lower, uint64(next.Case), gap, boolBit(c.quoted))
	add(before.Lower, this.Lower)
	add(before.Lower, this.Lower, uint64(next.Case))
	add(before.Shape, this.Lower, next.Shape)
	add(this.Shape, next.Shape, gap)
	add(this.Suffix[1], next.Shape, after.Shape)
	add(this.Suffix[1], next.Lower, gap)
	add(this.Suffix[1], uint64(this.Length), uint64(next.Case))
	add(this.Suffix[1], uint64(this.Case), uint64(before.Case), uint64(next.Case), uint64(after.Case))
	add(next.Lower, after.Lower)
	add(this.Shape, next.Lower, uint64(after.Case))
	add(uint64(this.Cluster[1]), uint64(next.Cluster[1]), uint64(next.Case))
	add(this.Suffix[1], uint64(next.Cluster[2]), uint64(next.Case))
	add(this.Suffix[1], uint64(before.Cluster[1]), uint64(next.Cluster[1]))
	add(before.Shape, this.Shape, next.Shape, after.Shape)
	add(uint64(before.Length), this.Lower, uint64(next.Case))
	add(state, this.Suffix[1], uint64(next.Case))
	add(state, this.Lower)
	add(uint64(min(c.since, 3)), this.Shape, next.Shape)
	add(gap, uint64(this.Case), uint64(next.Case), uint64(after.Case))
	add(gap, this.Shape, next.Lower)
	return f
}

func boolBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// GapOf reads the gap between two tokens.
func GapOf(text string, between rapporteur.Span) Gap {
	if between.Empty() {
		return GapNone
	}
	if strings.ContainsAny(text[between.Start:between.End], "\n\r") {
		return GapLine
	}
	return GapSpace
}
