package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// parts are the parts of a document that was written.
func parts(t *testing.T, d *Document) map[string]string {
	t.Helper()
	var b bytes.Buffer
	n, err := d.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("writes %d of %d bytes: %v", n, b.Len(), err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), n)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

func TestDocumentIsWhole(t *testing.T) {
	d := &Document{Title: "Arden & Velm", Author: "Rapporteur", Created: time.Date(2025, 4, 26, 0, 0, 0, 0, time.UTC)}
	d.Heading(0, "Arden–Velm truce talks")
	d.Heading(1, "Positions")
	d.Paragraph(Run{Text: "a < b & \"c\"", Bold: true, Italic: true, Dim: true, Raised: true}, Run{Text: "see", Link: "https://harbour-post.example/?a=1&b=2"}, Run{Text: "1", Anchor: "n1", Raised: true})
	d.Table([]int{1, 2}, []string{"Issue", "Arden"}, [][]Cell{{Text("withdrawal"), nil}, {Text("line\nline")}})
	d.Item(Run{Text: "odd \x00\x0b\xff text"})
	d.Note("n1", Run{Text: "the words"})
	all := parts(t, d)
	for name, content := range all {
		decoder := xml.NewDecoder(strings.NewReader(content))
		for {
			if _, err := decoder.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v\n%s", name, err, content)
			}
		}
	}
	// Every part is typed, every relationship leads somewhere, every style is there.
	for name := range all {
		typed := strings.Contains(all["[Content_Types].xml"], `PartName="/`+name+`"`) || strings.HasSuffix(name, ".rels") || name == "[Content_Types].xml"
		if !typed {
			t.Errorf("%s has no content type", name)
		}
	}
	body := all["word/document.xml"]
	for _, id := range attributes(t, body, "id") {
		if strings.HasPrefix(id, "rId") && !strings.Contains(all["word/_rels/document.xml.rels"], `Id="`+id+`"`) {
			t.Errorf("nothing is called %s", id)
		}
	}
	for _, anchor := range attributes(t, body, "anchor") {
		if !slices.Contains(attributes(t, body, "name"), anchor) {
			t.Errorf("no bookmark is called %s", anchor)
		}
	}
	for _, style := range stylesIn(t, body) {
		if !strings.Contains(all["word/styles.xml"], `w:styleId="`+style+`"`) {
			t.Errorf("no style is called %s", style)
		}
	}
	for _, want := range []string{"a &lt; b &amp; &#34;c&#34;", "odd �", "<w:b/><w:i/><w:color", `<w:gridCol w:w="3212"/><w:gridCol w:w="6425"/>`} {
		if !strings.Contains(body, want) {
			t.Errorf("there is no %s in %s", want, body)
		}
	}
	if strings.Count(body, "<w:tc>") != 6 {
		t.Errorf("the table has %d cells", strings.Count(body, "<w:tc>"))
	}
}

func attributes(t *testing.T, content, local string) (out []string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := decoder.Token()
		if err != nil {
			return out
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == local {
					out = append(out, a.Value)
				}
			}
		}
	}
}

func stylesIn(t *testing.T, content string) (out []string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := decoder.Token()
		if err != nil {
			return out
		}
		if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "pStyle" || e.Name.Local == "tblStyle") {
			out = append(out, e.Attr[0].Value)
		}
	}
}

// TestOrderOfElements: word processors refuse what stands in another order than
// the schema's.
func TestOrderOfElements(t *testing.T) {
	d := &Document{}
	d.Paragraph(Run{Text: "x", Bold: true, Italic: true, Link: "https://velm.example", Raised: true})
	d.Table([]int{1}, []string{"h"}, [][]Cell{{Text("x")}})
	body := parts(t, d)["word/document.xml"]
	for _, order := range [][]string{
		{"<w:b/>", "<w:i/>", "<w:color", "<w:u ", "<w:vertAlign"},
		{"<w:tblPr>", "<w:tblStyle", "<w:tblW", "<w:tblLayout", "<w:tblGrid>", "<w:tr>"},
		{"<w:trPr>", "<w:cantSplit/>", "<w:tblHeader/>", "<w:tc>", "<w:tcPr>"},
		{"<w:body>", "<w:sectPr>", "<w:pgSz", "<w:pgMar"},
	} {
		at := 0
		for _, element := range order {
			i := strings.Index(body[at:], element)
			if i < 0 {
				t.Fatalf("%s does not follow in %v: %s", element, order, body)
			}
			at += i
		}
	}
}
