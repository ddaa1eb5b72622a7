package page

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits within which a page is taken apart. Beyond them the extractor,
// whose work grows with the square of some shapes of page, would take minutes;
// such a page is read in one pass instead (plain.go). Real articles stay far
// below: of 1,096 pages of news sites and blogs the largest has 1.6 MB, 10,112
// elements and 6,602 pieces of text.
const (
	maxBytes    = 8 << 20
	maxElements = 40_000
	maxPieces   = 12_000
)

// parse is the tree of a page, nil where it is nested deeper than the parser
// goes (512 elements).
func parse(source string) (doc *html.Node) {
	defer func() {
		if failure := recover(); failure != nil { // the fragment parser of some versions panics where Parse returns an error
			doc = nil
		}
	}()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil
	}
	return doc
}

// large reports whether doc has more elements than can be taken apart in time.
func large(doc *html.Node) bool {
	n := 0
	for node := range doc.Descendants() {
		if node.Type == html.ElementNode {
			n++
		}
	}
	return n > maxElements
}

// each calls visit for every element below n with one of the names, in the
// order of the page, until it returns false.
func each(n *html.Node, visit func(*html.Node) bool, names ...atom.Atom) {
	for node := range n.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		for _, name := range names {
			if node.DataAtom == name && !visit(node) {
				return
			}
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// has reports whether n carries the attribute, with or without a value.
func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// content is all text below n, white space collapsed.
func content(n *html.Node) string {
	var b strings.Builder
	for node := range n.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// key is text with nothing but its letters and digits, for comparisons that
// must not depend on quotation marks, spaces or capitals.
func key(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 0xBF && r < 0x2000 || r > 0x2E00 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shape says for a note why a page is not taken apart.
func shape(source string, doc *html.Node) string {
	switch {
	case len(source) > maxBytes:
		return fmt.Sprintf("too large (%.0f MB)", float64(len(source))/1e6)
	case doc == nil:
		return "nested too deep"
	}
	return "made of too many pieces"
}
