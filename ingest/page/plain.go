package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxHead bounds what is searched for the metadata of a page that cannot be
// taken apart.
const maxHead = 1 << 20

// beginning is the tree of what stands before the body of a page.
func beginning(source string) *html.Node {
	source = source[:min(len(source), maxHead)]
	if i := strings.Index(strings.ToLower(source), "<body"); i >= 0 {
		source = source[:i]
	}
	if doc := parse(source); doc != nil {
		return doc
	}
	return &html.Node{Type: html.DocumentNode}
}

// skim is the runs of a page without its tree, in one pass and in time that
// grows with its length only; the long paragraphs of prose are kept.
func skim(source string) []run {
	var c collector
	var in setting
	in.block = atom.Body
	skipping := atom.Atom(0) // the element whose content is passed over
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken: // the end; a strings.Reader has no other error
			c.close(in.block)
			for i := range c.runs {
				r := &c.runs[i]
				r.kept = r.prose() && utf8.RuneCountInString(r.text) >= leastProse
			}
			return c.runs
		case html.TextToken:
			if skipping == 0 {
				text := string(tokens.Text())
				c.write(&html.Node{Type: html.TextNode}, text, in)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			tag, opens := atom.Lookup(name), kind == html.StartTagToken
			switch {
			case skipping != 0:
				if tag == skipping && !opens {
					skipping = 0
				}
			case raw[tag] && opens:
				skipping = tag
			case tag == atom.A:
				in.link = opens
			case tag == atom.Br:
				c.lines++
				if c.lines == 2 {
					c.close(in.block)
				}
			case blocks[tag]:
				c.close(in.block)
				in.block, in.link = atom.Body, false
				if opens {
					in.block = tag
				}
			}
		}
	}
}

// raw elements are passed over without a tree: those whose content is no text
// and that nobody leaves open.
var raw = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Textarea, atom.Svg, atom.Title, atom.Iframe)
