package feed

import (
	"errors"
	"fmt"
	"strings"
)

// xml reads RSS and Atom: the head of the feed, and each item within a feed of
// its own that has the same namespaces.
func (r *reader) xml(text string) error {
	start, kind := root(text)
	if kind == "" {
		return errNone
	}
	text = text[start:]
	rootTag, ok := tag(text)
	if !ok || strings.Count(rootTag, "xmlns") > maxNamespaces {
		return errors.New("the feed is broken in its first tag")
	}
	local := "item"
	if kind == "feed" {
		local = "entry"
	}
	prefix, _, prefixed := strings.Cut(name(rootTag), ":")
	names := []string{local}
	if prefixed {
		names = append(names, prefix+":"+local)
	}
	items := &splitter{text: text, names: names}
	chunk, more := items.next()
	head := text[:items.first]
	open, end := rootTag, "</"+name(rootTag)+">"
	if at := indexTag(head, "channel"); kind == "rss" && at >= 0 {
		if channel, ok := tag(head[at:]); ok && !strings.HasSuffix(channel, "/>") {
			open, end = open+channel, "</channel>"+end
		}
	}
	r.head(head, end)
	for ; more; chunk, more = items.next() {
		if !r.more() {
			return nil
		}
		r.item(chunk, open, end)
	}
	if n := len(r.feed.Faults); !strings.Contains(text[max(0, len(text)-maxEnd):], "</"+name(rootTag)) && (n == 0 || !errors.Is(r.feed.Faults[n-1], errCut)) {
		r.feed.Faults = append(r.feed.Faults, Fault{0, fmt.Errorf("the feed breaks off after item %d", r.n)})
	}
	return nil
}

// maxEnd is how much may stand behind the end of a feed.
const maxEnd = 4096

// head reads what the feed says of itself.
func (r *reader) head(head, end string) {
	if f, err := r.parse(limited(head) + end); err == nil {
		r.feed.Title, r.feed.Home = oneLine(f.Title), f.Link
		return
	}
	loose := looseItem(head)
	r.feed.Title, r.feed.Home = oneLine(loose.Title), loose.Link
}

// limited is a head that may be parsed, or nothing.
func limited(head string) string {
	if len(head) > maxItem || deep(head) || strings.Count(head, "xmlns") > 2*maxNamespaces {
		return ""
	}
	return head
}

// item reads one item, as well as it can be read.
func (r *reader) item(c chunk, open, end string) {
	broken := c.broken
	switch {
	case len(c.text) > maxItem:
		broken = errors.New("it has more than 2 MB")
		c.text = c.text[:maxItem]
	case deep(c.text):
		broken = errors.New("its elements are nested too deeply")
	case strings.Count(c.text, "xmlns") > maxNamespaces:
		broken = errors.New("it declares too many namespaces")
	case broken == nil:
		f, err := r.parse(open + c.text + end)
		if err == nil && len(f.Items) > 0 {
			r.add(f.Items[0], nil)
			return
		}
		broken = reason(err)
	}
	r.add(looseItem(c.text), broken)
}

// reason is the error of gofeed without where in the piece it was.
func reason(err error) error {
	if err == nil {
		return errors.New("it is empty")
	}
	says := err.Error()
	if _, after, ok := strings.Cut(says, "XML syntax error on line "); ok {
		if _, what, ok := strings.Cut(after, ": "); ok {
			says = what
		}
	}
	if len(says) > 200 {
		says = strings.ToValidUTF8(says[:200], "") + "…"
	}
	return errors.New("not well-formed: " + says)
}
