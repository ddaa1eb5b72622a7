package dossier

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

const (
	margin = "  "
	column = 12 // the width of the labels at the left
)

// A page is a dossier being written.
type page struct {
	Style
	doc      *rapporteur.Document
	f        *rapporteur.Findings
	out      strings.Builder
	sections int
}

func (p *page) line(text, first, rest string) {
	p.out.WriteString(terminal.Wrap(text, p.Width, first, rest))
}

// section begins a part of the dossier.
func (p *page) section(title string) {
	p.sections++
	p.out.WriteByte('\n')
	p.line(p.Palette.Strong(strings.ToUpper(title)), "", "")
}

// row is a line after a label; the label is empty where the one above goes on.
func (p *page) row(label, text string) {
	first := margin + terminal.Pad(p.Palette.Label(label), column) + " "
	p.line(text, first, strings.Repeat(" ", len(margin)+column+1))
}

// name is the line above the rows or items that belong to somebody.
func (p *page) name(text string) { p.line(text, margin, margin+margin) }

// item is a line by itself.
func (p *page) item(text string) { p.line(text, margin+margin, margin+margin+margin) }

// words is the text that a span covers, fit to be shown.
func (p *page) words(s rapporteur.Span) string { return terminal.Plain(p.doc.Text(s)) }

// quoted is the report's own words.
func (p *page) quoted(s rapporteur.Span) string {
	words := p.words(s)
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// at are the numbers of the sentences that the spans begin in, and the rule
// that read the finding where the reader wants to know. The numbers are tied to
// the word before them.
func (p *page) at(rule string, spans ...rapporteur.Span) string {
	var in []int
	for _, s := range spans {
		if n := p.sentence(s); n > 0 && !s.Empty() {
			in = append(in, n)
		}
	}
	sort.Ints(in)
	return p.mark(rule, slices.Compact(in))
}

// most is how many sentences are named before "…" stands for the others.
const most = 6

func (p *page) mark(rule string, sentences []int) string {
	var shown []string
	for _, n := range sentences {
		if len(shown) == most {
			shown = append(shown, "…")
			break
		}
		shown = append(shown, "s"+strconv.Itoa(n))
	}
	mark := ""
	if len(shown) > 0 {
		mark = "[" + strings.Join(shown, ","+terminal.Tie) + "]"
	}
	if mark != "" {
		mark = terminal.Tie + p.Palette.Faint(mark)
	}
	if p.Explain && rule != "" {
		mark += " " + p.Palette.Faint("‹"+rule+"›")
	}
	return mark
}

// sentence is the number of the sentence that s begins in, 0 where there is none.
func (p *page) sentence(s rapporteur.Span) int {
	return sort.Search(len(p.doc.Sentences), func(i int) bool { return p.doc.Sentences[i].Span.Start > s.Start })
}

// who are participants, each with the sentences that show them.
func (p *page) who(in []rapporteur.Participant) string {
	var out []string
	for _, x := range in {
		out = append(out, terminal.Plain(x.Name)+p.at("", x.Spans...))
	}
	return strings.Join(out, "; ")
}

// names are participants without more.
func names(in []rapporteur.Participant) string {
	var out []string
	for _, x := range in {
		out = append(out, terminal.Plain(x.Name))
	}
	return strings.Join(out, ", ")
}
