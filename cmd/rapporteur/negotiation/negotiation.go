// Package negotiation prints for a person at a terminal a negotiation that a
// record follows: who sits at the table, its rounds and stages, where everybody
// stood and stands, what is on the table, what is awaited, its figures and its
// reports. Numbers in [ ] are those of the reports at the end, from which a line
// was read, so that it can be checked. Words in “ ” are the reports' own.
package negotiation

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
	"rapporteur/record/link"
)

// A Style is how it is laid out. The zero Style writes plain text of 80 columns.
type Style struct {
	Width   int // columns; 0 means 80
	Palette terminal.Palette
	Explain bool // name the findings behind each line
}

// Write prints a dossier in one piece.
func Write(w io.Writer, d *record.Dossier, s Style) error {
	if s.Width <= 0 {
		s.Width = 80
	}
	p := &page{Style: s, Dossier: d, number: map[string]int{}}
	for i, a := range d.Articles {
		p.number[a.ID] = i + 1
	}
	p.head()
	p.rounds()
	p.stages()
	p.positions()
	p.proposals()
	p.sticking()
	p.awaits()
	p.figures()
	p.people()
	p.places()
	p.corrections()
	p.reports()
	_, err := io.WriteString(w, p.out.String())
	return err
}

const (
	margin = "  "
	column = 12 // the width of the labels at the left
)

type page struct {
	Style
	*record.Dossier
	number map[string]int // of reports, by article
	out    strings.Builder
}

func (p *page) line(text, first, rest string) {
	p.out.WriteString(terminal.Wrap(text, p.Width, first, rest))
}

func (p *page) section(title string) {
	p.out.WriteByte('\n')
	p.line(p.Palette.Strong(strings.ToUpper(title)), "", "")
}

// row is a line after a label.
func (p *page) row(label, text string) {
	if text == "" {
		return
	}
	p.line(text, margin+terminal.Pad(p.Palette.Label(label), column)+" ", strings.Repeat(" ", len(margin)+column+1))
}

func (p *page) name(text string) { p.line(text, margin, margin+margin) }

func (p *page) item(text string) { p.line(text, margin+margin, margin+margin+margin) }

// at are the numbers of the reports that tell something, copies left out, and
// where it is asked for the ids of the findings.
func (p *page) at(told []link.Told) string {
	const most = 8
	var in []int
	families := map[string]bool{}
	for _, t := range told {
		if n := p.number[t.Article]; n > 0 && !families[t.Family] {
			families[t.Family] = true
			in = append(in, n)
		}
	}
	slices.Sort(in)
	in = slices.Compact(in)
	var shown []string
	for i, n := range in {
		if i == most {
			shown = append(shown, "…")
			break
		}
		shown = append(shown, strconv.Itoa(n))
	}
	if len(shown) == 0 {
		return ""
	}
	out := terminal.Tie + p.Palette.Faint("["+strings.Join(shown, ","+terminal.Tie)+"]")
	if p.Explain {
		var ids []string
		for _, t := range told[:min(len(told), most)] {
			ids = append(ids, t.ID)
		}
		out += " " + p.Palette.Faint("‹"+strings.Join(ids, " ")+"›")
	}
	return out
}

// quoted are the words of the first that tells something.
func quoted(told []link.Told) string {
	if len(told) == 0 {
		return ""
	}
	words := terminal.Plain(told[0].Words)
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// Stretch is a stretch of days.
func Stretch(first, last string) string {
	if first == last || last == "" {
		return first
	}
	return first + " to " + last
}

// Told is how many reports tell something, and how many of them are independent.
func Told(reports, sources int) string {
	if sources == reports {
		return terminal.Count(reports, "report")
	}
	return terminal.Count(reports, "report") + ", " + strconv.Itoa(sources) + " of them independent"
}
