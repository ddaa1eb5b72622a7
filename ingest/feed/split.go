package feed

import (
	"errors"
	"strings"
)

// root is where the first element of a feed begins, and which one it is: "rss"
// (also of RSS 1.0, "rdf") or "feed"; "" for what is no feed.
func root(text string) (start int, kind string) {
	for start < len(text) {
		at := strings.IndexByte(text[start:], '<')
		if at < 0 {
			return 0, ""
		}
		if strings.TrimSpace(text[start:start+at]) != "" {
			return 0, "" // words before the first element
		}
		start += at
		rest := text[start:]
		switch {
		case strings.HasPrefix(rest, "<!--"):
			start = after(text, start, "-->")
		case strings.HasPrefix(rest, "<?"):
			start = after(text, start, "?>")
		case strings.HasPrefix(rest, "<!"):
			start = afterDoctype(text, start)
		default:
			_, local, prefixed := strings.Cut(name(rest), ":")
			if !prefixed {
				local = name(rest)
			}
			switch strings.ToLower(local) {
			case "rss":
				return start, "rss"
			case "rdf":
				return start, "rdf"
			case "feed":
				return start, "feed"
			}
			return 0, ""
		}
	}
	return 0, ""
}

// after is the place behind the next mark, the end of the text where there is none.
func after(text string, from int, mark string) int {
	if at := strings.Index(text[from:], mark); at >= 0 {
		return from + at + len(mark)
	}
	return len(text)
}

// afterDoctype is the place behind a document type, whose declarations in
// brackets are not looked at.
func afterDoctype(text string, from int) int {
	end := after(text, from, ">")
	if bracket := strings.IndexByte(text[from:end], '['); bracket >= 0 {
		return after(text, after(text, from, "]"), ">")
	}
	return end
}

// name is the name in the tag that a text begins with.
func name(text string) string {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "<"), "/")
	end := strings.IndexAny(text[:min(len(text), 100)], " \t\r\n/><")
	if end < 0 {
		return ""
	}
	return text[:end]
}

// tag is the start tag that a text begins with.
func tag(text string) (string, bool) {
	var quote byte
	for i := 0; i < len(text) && i < maxItem; i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return text[:i+1], true
		}
	}
	return "", false
}

// indexTag is where a start tag of that name begins.
func indexTag(text, local string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], "<"+local)
		if at < 0 {
			return -1
		}
		if from += at; strings.EqualFold(name(text[from:]), local) {
			return from
		}
		from++
	}
}

// A chunk is the text of an item.
type chunk struct {
	text   string
	broken error // why it has no end
}

var errCut = errors.New("the feed breaks off within it")

// A splitter finds the items of a feed by their tags alone, so that what is
// broken within one does not reach the next.
type splitter struct {
	text  string
	names []string
	at    int
	first int // where the first item begins, set by the first next
	begun bool
}

// A mark is something that begins with "<" and matters to the splitter.
type mark int

const (
	end     mark = iota // of the text
	opening             // of an item
	closing             // of an item
	aside               // a comment, a declaration, characters to be left alone
	other
)

// next is the next item.
func (s *splitter) next() (chunk, bool) {
	open := -1
	for {
		at, what, behind := s.scan(open >= 0)
		switch {
		case what == opening && open < 0:
			if !s.begun {
				s.first, s.begun = at, true
			}
			open = at
			if full, ok := tag(s.text[at:]); ok && strings.HasSuffix(full, "/>") {
				s.at = at + len(full)
				return chunk{text: full}, true
			}
		case what == opening:
			s.at = at
			return chunk{s.text[open:at], errors.New("it has no end")}, true
		case what == closing && open >= 0:
			s.at = behind
			return chunk{text: s.text[open:behind]}, true
		case what == end:
			s.at = len(s.text)
			if !s.begun {
				s.first, s.begun = len(s.text), true
			}
			if open >= 0 {
				return chunk{s.text[open:], errCut}, true
			}
			return chunk{}, false
		}
		s.at = behind
	}
}

// scan finds the next mark. within: an item is open.
func (s *splitter) scan(within bool) (at int, what mark, behind int) {
	for from := s.at; from < len(s.text); {
		next := strings.IndexByte(s.text[from:], '<')
		if next < 0 {
			break
		}
		at := from + next
		rest := s.text[at:]
		switch {
		case strings.HasPrefix(rest, "<![CDATA["):
			from = s.past(at, "]]>", within)
		case strings.HasPrefix(rest, "<!--"):
			from = s.past(at, "-->", within)
		case strings.HasPrefix(rest, "</"):
			if s.ours(name(rest)) {
				return at, closing, after(s.text, at, ">")
			}
			from = at + 2
		case s.ours(name(rest)):
			return at, opening, at + 1
		default:
			from = at + 1
		}
	}
	return len(s.text), end, len(s.text)
}

func (s *splitter) ours(n string) bool {
	for _, name := range s.names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// past is the place behind a comment or characters to be left alone. Where the
// item ends before they do, and another thing of the feed begins, their end is
// missing, and it is the end of the item that counts.
func (s *splitter) past(at int, mark string, within bool) int {
	behind := after(s.text, at, mark)
	if !within {
		return behind
	}
	for from := at; ; {
		next := strings.Index(s.text[from:behind], "</")
		if next < 0 {
			return behind
		}
		from += next
		if !s.ours(name(s.text[from:])) {
			from += 2
			continue
		}
		closed := after(s.text, from, ">")
		rest := strings.TrimLeft(s.text[min(closed, len(s.text)):], " \t\r\n")
		if s.ours(name(rest)) && strings.HasPrefix(rest, "<") || strings.HasPrefix(rest, "</channel") || strings.HasPrefix(rest, "</rss") || strings.HasPrefix(rest, "</feed") {
			return from
		}
		from = closed
	}
}

// deep reports whether elements are nested more deeply than any feed does it, as
// the tags tell.
func deep(text string) bool {
	depth := 0
	for from := 0; ; {
		next := strings.IndexByte(text[from:], '<')
		if next < 0 {
			return false
		}
		at := from + next
		rest := text[at:]
		switch {
		case strings.HasPrefix(rest, "<![CDATA["):
			from = after(text, at, "]]>")
		case strings.HasPrefix(rest, "<!--"):
			from = after(text, at, "-->")
		case strings.HasPrefix(rest, "<?"), strings.HasPrefix(rest, "<!"):
			from = after(text, at, ">")
		case strings.HasPrefix(rest, "</"):
			depth = max(depth-1, 0)
			from = at + 2
		default:
			full, ok := tag(rest)
			if !ok {
				return depth > maxDepth
			}
			if !strings.HasSuffix(full, "/>") {
				depth++
			}
			if depth > maxDepth {
				return true
			}
			from = at + len(full)
		}
	}
}
