package page

import (
	"net/url"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// The extractor knows which parts of a page are its article, but it is careless
// with their words: it joins and separates them at inline elements, drops what
// follows a time element, and returns one line. So it is asked for the choice
// alone. Every text node gets a mark in front, one character of the private
// planes 15 and 16, and the runs whose marks come back are the article.

// restored is the text of a node without the mark.
func restored(text string) string {
	return strings.Map(func(r rune) rune {
		if private(r) {
			return -1
		}
		return r
	}, text)
}

const (
	plane15  = 0xF0000
	plane16  = 0x100000
	perPlane = 0xFFFE // the last two code points of a plane are no characters
)

func private(r rune) bool { return r >= plane15 }

// mark is the character for piece i.
func mark(i int) rune {
	if i < perPlane {
		return plane15 + rune(i)
	}
	return plane16 + rune(i-perPlane)
}

// piece is the number of the piece that r marks.
func piece(r rune) int {
	if r < plane16 {
		return int(r - plane15)
	}
	return int(r-plane16) + perPlane
}

// choose marks the runs that the extractor takes for the article, and gives the
// author that it finds in the page. It changes the text nodes of doc.
//
// The strict setting comes first: a stray line costs an analyst more than a lost
// one. Where it leaves next to nothing, as on pages without paragraph elements,
// the lenient one decides.
func choose(doc *html.Node, runs []run, pieces []*html.Node, address *url.URL) (author string) {
	for i, node := range pieces {
		node.Data = string(mark(i)) + restored(node.Data)
	}
	for _, focus := range []trafilatura.ExtractionFocus{trafilatura.FavorPrecision, trafilatura.Balanced} {
		result := extract(doc, address, focus)
		if result == nil {
			continue
		}
		author = restored(result.Metadata.Author)
		if keep(runs, result.ContentNode, len(pieces)) >= thin {
			break
		}
	}
	return author
}

// extract runs the extractor; nil where it finds nothing, which is an error
// there, and where it fails on a page as no author of it had seen.
func extract(doc *html.Node, address *url.URL, focus trafilatura.ExtractionFocus) (result *trafilatura.ExtractResult) {
	defer func() {
		if failure := recover(); failure != nil {
			result = nil
		}
	}()
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL:    address,
		Focus:          focus,
		EnableFallback: true,
		HtmlDateMode:   trafilatura.Disabled, // date.go reads the date, and says where
	})
	if err != nil || result.ContentNode == nil {
		return nil
	}
	return result
}

// thin is the length of prose, in code points, below which the choice is left to
// the lenient setting.
const thin = 400

// keep marks the runs that have a piece within n, and counts their prose.
func keep(runs []run, n *html.Node, pieces int) (prose int) {
	came := make([]bool, pieces)
	for node := range n.Descendants() {
		if node.Type != html.TextNode {
			continue
		}
		for _, r := range node.Data {
			if i := piece(r); private(r) && i < len(came) {
				came[i] = true
			}
		}
	}
	for i := range runs {
		r := &runs[i]
		r.kept = false
		for _, p := range r.pieces {
			r.kept = r.kept || came[p]
		}
	}
	fill(runs)
	for i := range runs {
		if r := &runs[i]; r.kept && r.prose() {
			prose += r.size
		}
	}
	return prose
}

// fill keeps the paragraphs of prose that stand between kept ones in the same
// element: the extractor loses some for the way they are built, such as text
// in a div among paragraphs.
func fill(runs []run) {
	last := map[*html.Node]int{} // the latest kept run in each element
	for i := range runs {
		r := &runs[i]
		within := r.within()
		if !r.kept || within == nil {
			continue
		}
		if from, ok := last[within]; ok {
			for j := from + 1; j < i; j++ {
				between := &runs[j]
				between.kept = between.kept || between.within() == within && between.prose()
			}
		}
		last[within] = i
	}
}
