// Package dossier prints a reading for a person at a terminal: the talks, who
// says what, what happened by date, the figures, who and where. Every line
// gives the number of the sentence it was read from, [s12], counted from 1, so
// that it can be checked.
//
// What is not asserted is marked before it is told: "planned", "claimed by …",
// "denied". Words in “ ” are the report's own.
package dossier

import (
	"io"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// A Style is how a dossier is laid out. The zero Style writes plain text of 80
// columns.
type Style struct {
	Width   int // columns; 0 means 80
	Palette terminal.Palette
	Explain bool // name the rule or model behind each finding
	Text    bool // add the report itself, sentence by sentence, with their numbers
}

// Write prints the dossier of r in one piece.
func Write(w io.Writer, r *rapporteur.Reading, s Style) error {
	if s.Width <= 0 {
		s.Width = 80
	}
	p := &page{Style: s, doc: r.Document, f: r.Findings}
	p.head()
	for i := range p.f.Talks {
		p.talks(&p.f.Talks[i])
	}
	p.statements()
	p.events()
	p.figures()
	p.dates()
	p.places()
	p.actors()
	if p.sections == 0 && len(p.f.Notes) == 0 {
		p.section("Nothing found")
		p.item(p.Palette.Faint("No actor, statement, event, figure, date or place was found in this report."))
	}
	p.notes()
	if s.Text {
		p.text()
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// head is the first lines: what report this is.
func (p *page) head() {
	a := p.doc.Article
	title := terminal.Plain(a.Title)
	if title == "" {
		title = p.headline()
	}
	p.line(p.Palette.Strong(title), "", "")
	facts := []string{}
	add := func(fact string) {
		if fact = terminal.Plain(fact); fact != "" {
			facts = append(facts, fact)
		}
	}
	add(a.Publisher)
	if a.Published.IsZero() {
		add("date unknown")
	} else {
		add(a.Published.Format("Monday, 2 January 2006"))
	}
	if a.Author != "" {
		add("by " + a.Author)
	}
	add(terminal.Count(words(p.doc), "word"))
	if p.doc.Reader != "" {
		add(p.doc.Reader + " reader")
	}
	p.line(strings.Join(facts, " · "), "", "")
	for _, where := range []string{a.URL, a.Ref} {
		if where = terminal.Plain(where); where != "" {
			p.line(p.Palette.Faint(where), "", "")
			break
		}
	}
}

// headline stands in for a title: the report's own first line where it reads
// like one, else its first words.
func (p *page) headline() string {
	if len(p.doc.Sentences) == 0 {
		return "A report without a title"
	}
	first := p.doc.Sentences[0]
	if p.doc.Dateline(0) {
		first = p.doc.Sentences[1]
	}
	line := p.words(first.Span)
	if first.Heading {
		return line
	}
	if cut := strings.Fields(line); len(cut) > 8 {
		line = strings.Join(cut[:8], " ") + " …"
	}
	return line
}

// words counts as a person does: not the punctuation, and "don't" once.
func words(d *rapporteur.Document) int {
	n := 0
	for _, t := range d.Tokens {
		if t.UPOS != "PUNCT" && t.UPOS != "SYM" && !t.Joined {
			n++
		}
	}
	return n
}
