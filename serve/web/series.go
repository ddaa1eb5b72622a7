package web

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/record/link"
)

// A seriesChart draws one measure over time, a line for each source.
type seriesChart struct {
	Of            link.Series
	Title         string
	Width, Height float64
	Left, Right   float64 // of the field of the lines
	Top, Bottom   float64
	Lines         []chartLine
	X, Y          []tick
	Apart         [][4]float64 // between values that contradict each other
	Contradictory bool
	Rows          bool // a line of the sheet for each source, and values from left to right
}

type chartLine struct {
	Name   string
	Class  string // its colour
	Path   string
	Points []chartPoint
	LabelX float64
	LabelY float64
}

type chartPoint struct {
	X, Y  float64
	Low   float64 // y of the value, where Y is of the upper end of a range
	Range bool
	Title string
	Value string  // where it is written beside the point
	Far   float64 // x of the upper end of a range that lies along the sheet
	Open  bool    // the report does not say as of when
	Old   bool    // the source took it back
}

const lineClasses = 8

// drawn reports whether a series shows anything as a chart.
func drawn(s link.Series) bool { return len(s.Points) > 1 }

// oneDay reports whether all counts are of one day: then the sources are set
// against each other, and time is no axis.
func oneDay(s link.Series) bool {
	return !slices.ContainsFunc(s.Points, func(p link.Point) bool { return p.Day != s.Points[0].Day })
}

func drawSeries(s link.Series) *seriesChart {
	if oneDay(s) {
		return drawCounts(s)
	}
	c := &seriesChart{Of: s, Title: seriesTitle(s), Width: 760, Height: 230, Left: 56, Right: 590, Top: 14, Bottom: 200}
	low, high := bounds(s)
	var y scale
	y, c.Y = axis(low, high, c.Bottom, c.Top)
	x := newDays(s.Points[0].Day, s.Points[len(s.Points)-1].Day, c.Left, c.Right)
	c.X = x.ticks()
	revised := revisedIn(s)
	by := map[string]int{}
	for i, p := range s.Points {
		at, ok := x.on(p.Day)
		if !ok {
			continue
		}
		n, known := by[p.Source]
		if !known {
			n = len(c.Lines)
			by[p.Source] = n
			c.Lines = append(c.Lines, chartLine{Name: first(p.SourceName, "the reports themselves"), Class: fmt.Sprintf("c%d", n%lineClasses)})
		}
		line := &c.Lines[n]
		point := chartPoint{X: at, Y: y.at(max(p.Value, p.Max)), Low: y.at(p.Value), Range: p.Max > p.Value, Open: !p.Dated, Old: revised[i]}
		point.Title = line.Name + ", " + day(p.Day) + ": " + pointValue(p)
		line.Points = append(line.Points, point)
		if !point.Old {
			line.Path += step(line.Path, at, point.Low)
		}
		for _, o := range p.Contradicts {
			if o > i && o < len(s.Points) {
				if other, ok := x.on(s.Points[o].Day); ok {
					c.Apart = append(c.Apart, [4]float64{at, point.Low, other, y.at(s.Points[o].Value)})
					c.Contradictory = true
				}
			}
		}
	}
	c.label()
	return c
}

// drawCounts draws counts of one day, a line of the sheet for each source.
func drawCounts(s link.Series) *seriesChart {
	c := &seriesChart{Of: s, Title: seriesTitle(s) + ", " + day(s.Points[0].Day), Width: 760, Left: 24, Right: 590, Top: 14, Rows: true}
	low, high := bounds(s)
	x, ticks := axis(low, high, c.Left, c.Right)
	c.X = ticks
	revised := revisedIn(s)
	by := map[string]int{}
	for i, p := range s.Points {
		n, known := by[p.Source]
		if !known {
			n = len(c.Lines)
			by[p.Source] = n
			y := c.Top + 14 + 26*float64(n)
			c.Lines = append(c.Lines, chartLine{Name: first(p.SourceName, "the reports themselves"), Class: fmt.Sprintf("c%d", n%lineClasses), LabelX: c.Right + 10, LabelY: y + 4})
		}
		line := &c.Lines[n]
		y := line.LabelY - 4
		point := chartPoint{X: x.at(p.Value), Low: y, Y: y, Range: p.Max > p.Value, Far: x.at(max(p.Value, p.Max)), Open: !p.Dated, Old: revised[i], Value: pointValue(p)}
		point.Title = line.Name + ": " + point.Value
		c.Contradictory = c.Contradictory || len(p.Contradicts) > 0
		line.Points = append(line.Points, point)
	}
	c.Bottom = c.Top + 26*float64(len(c.Lines)) + 4
	c.Height = c.Bottom + 30
	return c
}

func step(path string, x, y float64) string {
	letter := "L"
	if path == "" {
		letter = "M"
	}
	return letter + coordinate(x) + " " + coordinate(y)
}

// label writes the names of the lines at their ends, none on another.
func (c *seriesChart) label() {
	order := make([]*chartLine, len(c.Lines))
	for i := range c.Lines {
		l := &c.Lines[i]
		last := l.Points[len(l.Points)-1]
		l.LabelX, l.LabelY = c.Right+10, last.Low+4
		order[i] = l
	}
	slices.SortStableFunc(order, func(a, b *chartLine) int { return int(a.LabelY) - int(b.LabelY) })
	for i := 1; i < len(order); i++ {
		order[i].LabelY = max(order[i].LabelY, order[i-1].LabelY+15)
	}
	for i := len(order) - 1; i >= 0; i-- {
		most := c.Bottom + 8
		if i+1 < len(order) {
			most = order[i+1].LabelY - 15
		}
		order[i].LabelY = min(order[i].LabelY, most)
	}
}

func seriesTitle(s link.Series) string {
	out := strings.Join(nonempty(capital(plain(s.Measure)), s.Of), ": ")
	if s.Place != "" {
		out += ", " + s.Place
	}
	if s.Unit != "" && s.Unit != "people" {
		out += " (" + s.Unit + ")"
	}
	return out
}

func pointValue(p link.Point) string {
	out := number(p.Value)
	if p.Max > p.Value {
		out += "–" + number(p.Max)
	}
	if p.Qualifier != "" && p.Qualifier != "exactly" {
		out = p.Qualifier + " " + out
	}
	return out
}

// Words say what the chart shows.
func (c *seriesChart) Words() string {
	out := plural(len(c.Lines), "source", "sources")
	switch {
	case c.Contradictory && c.Rows:
		out += "; not all of these can be so"
	case c.Contradictory:
		out += "; dotted lines join counts that cannot both be so"
	}
	return out
}

// Anchor is which end of the words at a point is at the point: none leave the field.
func (c *seriesChart) Anchor(p chartPoint) string {
	switch room := 4 * float64(len(p.Value)); {
	case p.X > c.Right-room:
		return "end"
	case p.X < c.Left+room:
		return "start"
	}
	return "middle"
}

// bounds are the least and the greatest value of a series.
func bounds(s link.Series) (low, high float64) {
	low, high = s.Points[0].Value, s.Points[0].Value
	for _, p := range s.Points {
		low, high = min(low, p.Value), max(high, p.Value, p.Max)
	}
	return low, high
}

// revisedIn are the points of a series that a later one revises.
func revisedIn(s link.Series) map[int]bool {
	out := map[int]bool{}
	for _, p := range s.Points {
		if p.Revises >= 0 {
			out[p.Revises] = true
		}
	}
	return out
}
