// Package docx writes a document of headings, paragraphs and tables as Office
// Open XML (ECMA-376, transitional), which word processors open.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// A Document is what is to be written, from top to bottom.
type Document struct {
	Title, Author string
	Created       time.Time
	body          bytes.Buffer
	links         []string // targets of hyperlinks
	bookmarks     int
}

// A Run is text of one look. With Link or Anchor it leads to an address or to a
// bookmark of the document.
type Run struct {
	Text         string
	Bold, Italic bool
	Dim          bool // said in passing
	Raised       bool // as numbers of notes are
	Link, Anchor string
}

// Heading begins a part; level is 1 to 3, the title of the document 0.
func (d *Document) Heading(level int, text string) {
	style := "Title"
	if level > 0 {
		style = fmt.Sprintf("Heading%d", min(level, 3))
	}
	d.paragraph(style, "", Run{Text: text})
}

// Paragraph is runs in one paragraph.
func (d *Document) Paragraph(runs ...Run) { d.paragraph("", "", runs...) }

// Item is a paragraph of a list.
func (d *Document) Item(runs ...Run) { d.paragraph("ListItem", "", runs...) }

// Note is a paragraph that Anchor leads to.
func (d *Document) Note(anchor string, runs ...Run) { d.paragraph("Note", anchor, runs...) }

func (d *Document) paragraph(style, anchor string, runs ...Run) {
	d.body.WriteString("<w:p>")
	if style != "" {
		d.body.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	if anchor != "" {
		d.bookmarks++
		fmt.Fprintf(&d.body, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, d.bookmarks, escaped(anchor))
	}
	for _, r := range runs {
		d.run(r)
	}
	if anchor != "" {
		fmt.Fprintf(&d.body, `<w:bookmarkEnd w:id="%d"/>`, d.bookmarks)
	}
	d.body.WriteString("</w:p>")
}

// links begin at this number: those before belong to the parts of the document.
const firstLink = 10

func (d *Document) run(r Run) {
	switch {
	case r.Link != "":
		d.links = append(d.links, r.Link)
		fmt.Fprintf(&d.body, `<w:hyperlink r:id="rId%d">`, firstLink+len(d.links)-1)
		defer d.body.WriteString("</w:hyperlink>")
	case r.Anchor != "":
		d.body.WriteString(`<w:hyperlink w:anchor="` + escaped(r.Anchor) + `">`)
		defer d.body.WriteString("</w:hyperlink>")
	}
	d.body.WriteString("<w:r>")
	// The order is that of the schema (CT_RPr).
	var look strings.Builder
	if r.Bold {
		look.WriteString("<w:b/>")
	}
	if r.Italic {
		look.WriteString("<w:i/>")
	}
	switch {
	case r.Dim:
		look.WriteString(`<w:color w:val="595959"/>`)
	case r.Link != "" || r.Anchor != "":
		look.WriteString(`<w:color w:val="17515C"/>`)
	}
	if r.Link != "" {
		look.WriteString(`<w:u w:val="single"/>`)
	}
	if r.Raised {
		look.WriteString(`<w:vertAlign w:val="superscript"/>`)
	}
	if look.Len() > 0 {
		d.body.WriteString("<w:rPr>" + look.String() + "</w:rPr>")
	}
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			d.body.WriteString("<w:br/>")
		}
		d.body.WriteString(`<w:t xml:space="preserve">` + escaped(line) + "</w:t>")
	}
	d.body.WriteString("</w:r>")
}

// A Cell is the paragraphs of a cell of a table.
type Cell [][]Run

// Text is a cell of plain text.
func Text(text string) Cell { return Cell{{Run{Text: text}}} }

// textWidth is the width between the margins, in twentieths of a point.
const textWidth = 9638

// Table is a head and rows of as many cells. weights are the widths of the
// columns beside each other.
func (d *Document) Table(weights []int, head []string, rows [][]Cell) {
	all := 0
	for _, w := range weights {
		all += w
	}
	width := func(i int) int { return textWidth * weights[i] / max(all, 1) }
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for i := range weights {
		fmt.Fprintf(&d.body, `<w:gridCol w:w="%d"/>`, width(i))
	}
	d.body.WriteString("</w:tblGrid>")
	cell := func(i int, paragraphs Cell) {
		fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width(i))
		if len(paragraphs) == 0 { // a cell must end with a paragraph
			paragraphs = Cell{nil}
		}
		for _, p := range paragraphs {
			d.paragraph("Cell", "", p...)
		}
		d.body.WriteString("</w:tc>")
	}
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, text := range head {
		cell(i, Cell{{Run{Text: text, Bold: true}}})
	}
	d.body.WriteString("</w:tr>")
	for _, row := range rows {
		d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i := range weights {
			var c Cell
			if i < len(row) {
				c = row[i]
			}
			cell(i, c)
		}
		d.body.WriteString("</w:tr>")
	}
	// Two tables in a row would become one.
	d.body.WriteString("</w:tbl><w:p/>")
}

// escaped is text that XML 1.0 takes: what it cannot hold is left out.
func escaped(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r >= ' ' && r != 0xFFFE && r != 0xFFFF {
			return r
		}
		return -1
	}, strings.ToValidUTF8(text, "\uFFFD"))
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // to memory
	return b.String()
}

// WriteTo writes the document.
func (d *Document) WriteTo(w io.Writer) (int64, error) {
	counted := &counter{w: w}
	z := zip.NewWriter(counted)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", d.core()},
		{"word/_rels/document.xml.rels", d.documentRels()},
		{"word/styles.xml", styles},
		{"word/document.xml", documentHead + d.body.String() + documentTail},
	} {
		out, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: d.Created})
		if err == nil {
			_, err = io.WriteString(out, part.content)
		}
		if err != nil {
			return counted.n, fmt.Errorf("writing %s of a document: %w", part.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return counted.n, fmt.Errorf("writing a document: %w", err)
	}
	return counted.n, nil
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
