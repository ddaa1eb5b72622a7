package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A run is the text between two boundaries of blocks, as a browser shows it on
// paper: what a reader calls a paragraph, a headline, an item, a cell.
type run struct {
	text    string
	block   atom.Atom  // the innermost block around it: P, H2, Li …
	element *html.Node // that block itself; nil in a page read without a tree
	aside   bool       // within an aside or a quotation set apart
	reply   bool       // written by a reader
	pieces  []int      // the text nodes it was made of, as indices in collector.pieces
	size    int        // code points of those nodes
	linked  int        // of them, within links
	kept    bool       // it belongs to the article
}

// heading reports whether r is set as a headline of some level.
func (r *run) heading() bool {
	switch r.block {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// link reports whether most of r is a link.
func (r *run) link() bool { return 2*r.linked > r.size }

// within is the element around the block of r.
func (r *run) within() *html.Node {
	if r.element == nil {
		return nil
	}
	return r.element.Parent
}

// sentence reports whether r ends as a sentence does.
func (r *run) sentence() bool {
	text := strings.TrimRight(r.text, "\"'”’»)] \n")
	return text != "" && strings.ContainsRune(".!?…:;", rune(text[len(text)-1])) || strings.HasSuffix(text, "…")
}

// A collector takes the runs of a page in order.
type collector struct {
	runs   []run
	pieces []*html.Node
	text   strings.Builder
	open   run
	space  bool // white space is due before the next word
	lines  int  // line breaks due before the next word
}

// A setting is what the elements around a text say about it.
type setting struct {
	block              atom.Atom
	element            *html.Node // the block itself
	link, verbatim, by bool       // by: in an aside
	reply              bool       // among the comments
}

// collect is the runs of everything below n that a browser would show.
func collect(n *html.Node) ([]run, []*html.Node) {
	var c collector
	c.walk(n, setting{})
	c.close(atom.Body)
	return c.runs, c.pieces
}

func (c *collector) walk(n *html.Node, in setting) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch child.Type {
		case html.TextNode:
			if in.verbatim {
				c.lay(child, in)
			} else {
				c.write(child, child.Data, in)
			}
		case html.ElementNode:
			c.element(child, in)
		}
	}
}

func (c *collector) element(n *html.Node, in setting) {
	switch {
	case n.DataAtom == atom.Br:
		c.lines++
		if c.lines == 2 && !in.verbatim {
			c.close(in.block)
		}
		return
	case skipped[n.DataAtom] || strings.HasPrefix(n.Data, "amp-") || unseen(n):
		return
	case blocks[n.DataAtom] && ofReaders(n):
		in.reply = true
	case n.DataAtom == atom.Q: // a browser adds the marks
		c.mark("“", in)
		c.walk(n, in)
		c.space = false
		c.text.WriteString("”")
		return
	case n.DataAtom == atom.A:
		in.link = true
	case n.DataAtom == atom.Pre:
		in.verbatim = true
	case n.DataAtom == atom.Aside || n.DataAtom == atom.Blockquote:
		in.by = true
	}
	if !blocks[n.DataAtom] {
		c.walk(n, in)
		return
	}
	if (n.DataAtom == atom.Td || n.DataAtom == atom.Th) && small(n) { // one cell of a table of data: the row is the paragraph
		if c.text.Len() > 0 {
			c.text.WriteByte('\t')
			c.space = false
		}
		in.block = atom.Tr
		c.walk(n, in)
		return
	}
	c.close(in.block)
	in.block, in.element = n.DataAtom, n
	c.walk(n, in)
	c.close(in.block)
}

// mark writes an opening mark, with the space due before it.
func (c *collector) mark(s string, in setting) {
	if c.space && c.text.Len() > 0 {
		c.text.WriteByte(' ')
	}
	c.space = false
	c.open.aside = in.by
	c.text.WriteString(s)
}

// write adds the text of a node, white space collapsed and what no browser
// shows (soft hyphens, zero-width spaces, byte order marks) left out.
func (c *collector) write(n *html.Node, text string, in setting) {
	wrote := false
	for _, r := range text {
		switch {
		case r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF':
			continue
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
			c.space = true
			continue
		case c.text.Len() == 0: // nothing to separate from
		case c.lines > 0:
			c.text.WriteByte('\n')
		case c.space:
			c.text.WriteByte(' ')
		}
		c.space, c.lines = false, 0
		c.text.WriteRune(r)
		wrote = true
	}
	if wrote {
		c.note(n, text, in)
	}
}

// note records that n is a part of the open run.
func (c *collector) note(n *html.Node, text string, in setting) {
	if last := len(c.pieces) - 1; last < 0 || c.pieces[last] != n {
		c.pieces = append(c.pieces, n)
	}
	c.open.pieces = append(c.open.pieces, len(c.pieces)-1)
	size := utf8.RuneCountInString(strings.TrimSpace(text))
	c.open.size += size
	if in.link {
		c.open.linked += size
	}
	c.open.aside, c.open.reply, c.open.element = in.by, in.reply, in.element
}

// lay adds preformatted text: blank lines separate paragraphs, and lines that
// were broken because they were full are one again.
func (c *collector) lay(n *html.Node, in setting) {
	last := 0 // length of the line before
	for i, line := range strings.Split(n.Data, "\n") {
		switch {
		case i == 0:
		case strings.TrimSpace(line) == "":
			c.close(in.block)
		case last >= 50:
			c.space = true
		default:
			c.lines = 1
		}
		c.write(n, line, in)
		last = len(strings.TrimSpace(line))
	}
}

// close ends the open run, which stood in the given block.
func (c *collector) close(block atom.Atom) {
	if text := strings.TrimFunc(c.text.String(), unicode.IsSpace); text != "" && len(c.open.pieces) > 0 {
		c.open.text, c.open.block = text, block
		if c.open.heading() { // broken for the eye only
			c.open.text = strings.ReplaceAll(text, "\n", " ")
		}
		c.runs = append(c.runs, c.open)
	}
	c.text.Reset()
	c.open, c.space, c.lines = run{}, false, 0
}
