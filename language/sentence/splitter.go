package sentence

import (
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge/words"
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
		ends := scores[Ends] > scores[Goes] && !p.binds(i) || !c.quoted && p.parts(i)
		if ends {
			end(i)
		}
		c.Next(i, ends)
	}
}

// binds reports whether tokens i and i+1 stand in one sentence whatever the
// model says. Its treebanks hold mail in which sentences end without a mark
// ("Thanks | Aster"), but in reports such an end cuts "June | 6"; and a time of
// day is followed by its zone or its day. No more does a title end one before
// the name.
func (p Paragraph) binds(i int) bool {
	this, next := &p.Words[i], &p.Words[i+1]
	if p.Gaps[i] == GapLine {
		return false
	}
	if titles()[this.Lower] && (next.Case == lexis.CaseTitle || next.Case == lexis.CaseMixed || next.Case == lexis.CaseUpper) {
		return true
	}
	if (this.Lower == beforeNoon || this.Lower == afterNoon) && (next.Case == lexis.CaseUpper && next.Length <= 4 || weekdays[next.Lower]) {
		return true
	}
	return this.Last != lexis.LastMark
}

// parts reports whether a quotation that begins with a capital follows the time of
// day at token i, whose stop is then that of the sentence too: "left at 7 p.m.
// “No deal,” she said".
func (p Paragraph) parts(i int) bool {
	this, next := &p.Words[i], &p.Words[i+1]
	if this.Lower != beforeNoon && this.Lower != afterNoon || p.Gaps[i] != GapSpace || next.Form != doubleQuote && next.Form != openQuote || i+2 >= len(p.Words) {
		return false
	}
	after := &p.Words[i+2]
	return p.Gaps[i+1] == GapNone && (after.Case == lexis.CaseTitle || after.Case == lexis.CaseMixed || after.Case == lexis.CaseUpper)
}

// titles are the Lower hashes of abbreviated titles with their stop.
var titles = sync.OnceValue(func() map[uint64]bool {
	out := map[uint64]bool{}
	for title := range words.Titles() {
		out[lexis.Lower(title+".")] = true
	}
	return out
})

var (
	beforeNoon = lexis.Lower("a.m.")
	afterNoon  = lexis.Lower("p.m.")
	weekdays   = func() map[uint64]bool {
		out := map[uint64]bool{}
		for _, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
			out[lexis.Lower(day)] = true
		}
		return out
	}()
)

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
	doubleQuote  = lexis.Describe("\"", nil).Form
	openQuote    = lexis.Describe("“", nil).Form
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
