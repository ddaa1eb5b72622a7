package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func set(names ...atom.Atom) map[atom.Atom]bool {
	all := make(map[atom.Atom]bool, len(names))
	for _, name := range names {
		all[name] = true
	}
	return all
}

// blocks begin and end a paragraph.
var blocks = set(
	atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
	atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
	atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend,
	atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
	atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul,
)

// skipped elements hold nothing that was published as text. What is struck out
// (del, s, strike) was withdrawn by the publisher and must not be read as said.
var skipped = set(
	atom.Audio, atom.Button, atom.Canvas, atom.Datalist, atom.Del, atom.Embed, atom.Frame, atom.Frameset, atom.Head,
	atom.Iframe, atom.Input, atom.Map, atom.Math, atom.Noscript, atom.Object, atom.Option, atom.Progress, atom.Rp, atom.Rt,
	atom.S, atom.Script, atom.Select, atom.Strike, atom.Style, atom.Svg, atom.Template, atom.Textarea, atom.Video,
)

// forScreenReaders is the classes by which pages hide words from the eye.
var forScreenReaders = []string{"sr-only", "screen-reader", "visually-hidden", "visuallyhidden", "assistive", "a11y-hidden"}

// unseen reports whether n is not shown. An open dialog marks the whole page
// behind it aria-hidden, so for a block that says nothing.
func unseen(n *html.Node) bool {
	if has(n, "hidden") || attribute(n, "aria-hidden") == "true" && !blocks[n.DataAtom] {
		return true
	}
	if style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", ""); strings.Contains(style, "display:none") ||
		strings.Contains(style, "visibility:hidden") {
		return true
	}
	class := strings.ToLower(attribute(n, "class"))
	for _, name := range forScreenReaders {
		if strings.Contains(class, name) {
			return true
		}
	}
	return false
}

// small reports whether a cell holds a word or a number, as in a table of data,
// rather than a column of a page laid out by tables.
func small(cell *html.Node) bool {
	size := 0
	for node := range cell.Descendants() {
		switch {
		case node.Type == html.TextNode:
			size += utf8.RuneCountInString(node.Data)
		case node.DataAtom == atom.Br || node.Type == html.ElementNode && blocks[node.DataAtom]:
			return false
		}
		if size > 80 {
			return false
		}
	}
	return true
}

// replies is the names that sites give to the place where readers write.
var replies = map[string]bool{
	"comments": true, "comment-list": true, "commentlist": true, "comments-area": true, "comments-section": true,
	"comment-section": true, "comments-container": true, "comments-wrapper": true, "comment-body": true, "comment-content": true,
	"disqus_thread": true, "respond": true, "comment-respond": true, "fb-comments": true, "user-comments": true, "reader-comments": true,
}

// ofReaders reports whether n holds what readers wrote about the report.
func ofReaders(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Main, atom.Article: // there it says that comments are open
		return false
	}
	for name := range strings.FieldsSeq(strings.ToLower(attribute(n, "id") + " " + attribute(n, "class"))) {
		if replies[name] {
			return true
		}
	}
	return false
}
