package dossier

import (
	"strconv"

	"rapporteur/cmd/rapporteur/terminal"
)

// notes are what could not be read as asked, or was read with a doubt.
func (p *page) notes() {
	if len(p.f.Notes) == 0 {
		return
	}
	p.section("Notes")
	for _, n := range p.f.Notes {
		where := ""
		if !n.Span.Empty() {
			where = p.at("", n.Span)
		}
		p.item(p.Palette.Label(n.Kind) + ": " + terminal.Plain(n.Text) + where)
	}
}

// text is the report with its sentences numbered as the dossier numbers them.
func (p *page) text() {
	if len(p.doc.Sentences) == 0 {
		return
	}
	p.section("The report")
	for i, s := range p.doc.Sentences {
		if i > 0 && s.Paragraph != p.doc.Sentences[i-1].Paragraph {
			p.out.WriteByte('\n')
		}
		words := p.words(s.Span)
		if s.Heading {
			words = p.Palette.Strong(words)
		}
		p.row("s"+strconv.Itoa(i+1), words)
	}
}
