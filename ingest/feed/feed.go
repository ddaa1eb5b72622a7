// Package feed reads what an outlet publishes: RSS (0.9 to 2.0), Atom (0.3, 1.0)
// and JSON Feed (1.0, 1.1), with gofeed, item by item.
//
// Feeds are written by programs with faults. Each item is taken apart alone, so
// that a broken one costs itself and a feed cut in half gives what came of it;
// of an item that is no XML, its link, title and date are kept where they can be told.
// What is wrong with an item is a Fault, never an error: an error is for what is
// no feed at all.
//
// Feeds may be written by an enemy, too: sizes, depth of nesting and numbers of items and
// namespaces have limits, entities of the document's own are not expanded, and
// links lead to http and https only.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/mmcdole/gofeed"

	"rapporteur/ingest/charset"
)

const (
	// MaxBytes is the largest feed that is read.
	MaxBytes = 32 << 20
	// MaxItems are read of a feed; a Fault says that there were more.
	MaxItems = 100_000

	maxItem       = 2 << 20 // bytes of an item
	maxDepth      = 200     // elements within elements
	maxNamespaces = 200     // declared in an item, or by the feed
)

// A Feed is what an outlet publishes.
type Feed struct {
	Title  string
	Home   string // the page that it is the feed of
	Items  []Item // as the feed orders them
	Faults []Fault
}

// An Item announces a report.
type Item struct {
	ID        string // what the feed calls it, else its Link
	Link      string // where the report is; "" where the feed has the report and no link
	Title     string
	Author    string
	Published time.Time // zero where unknown
	// Content is the whole report, HTML or plain text, where the feed has it; "" where the page
	// must be asked for.
	Content string
}

// A Fault is something wrong with an item, or with the feed where Item is 0.
type Fault struct {
	Item int // counted from 1
	Err  error
}

func (f Fault) Error() string {
	if f.Item == 0 {
		return f.Err.Error()
	}
	return fmt.Sprintf("item %d: %v", f.Item, f.Err)
}

func (f Fault) Unwrap() error { return f.Err }

// errNone is what something is that is no feed.
var errNone = errors.New("not a feed (RSS, Atom or JSON Feed)")

// Is reports whether raw begins as a feed does.
func Is(raw []byte) bool {
	start := raw[:min(len(raw), 64<<10)]
	text, _ := charset.Decode(start, charset.Declared(start, ""))
	if begins(text) == '{' {
		return isJSON(text)
	}
	_, kind := root(text)
	return kind != ""
}

// begins is the first character of a text.
func begins(text string) byte {
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if text == "" {
		return 0
	}
	return text[0]
}

// Read reads the feed that came from an address, by which its links are
// completed, with the media type of its sender ("" where there is none).
func Read(raw []byte, address, contentType string) (*Feed, error) {
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("a feed of %d MB is too large (the limit is %d MB)", len(raw)>>20, MaxBytes>>20)
	}
	raw = bytes.TrimSpace(raw)
	text, _ := charset.Decode(raw, charset.Declared(raw, contentType))
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	r := &reader{base: base, parser: gofeed.NewParser(), feed: &Feed{}}
	switch begins(text) {
	case '{':
		err = r.json(text)
	case '<':
		err = r.xml(text)
	default:
		err = errNone
	}
	if err != nil {
		return nil, err
	}
	return r.feed, nil
}

// A reader reads one feed.
type reader struct {
	base   *url.URL
	parser *gofeed.Parser
	feed   *Feed
	n      int // items so far
}

func (r *reader) fault(format string, values ...any) {
	r.feed.Faults = append(r.feed.Faults, Fault{r.n, fmt.Errorf(format, values...)})
}

// parse reads a feed of one item, or of none. gofeed is held to be sound; that
// one item makes it panic must not end a feed of a thousand.
func (r *reader) parse(text string) (out *gofeed.Feed, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a fault in reading it: %v", fault)
		}
	}()
	return r.parser.ParseString(text)
}

// add adds an item; what is broken of it is nil where it is whole.
func (r *reader) add(in *gofeed.Item, broken error) {
	item := Item{ID: strings.TrimSpace(in.GUID), Title: oneLine(plain(in.Title)), Published: r.date(in)}
	item.Link = r.link(in)
	if len(in.Authors) > 0 && in.Authors[0] != nil {
		item.Author = oneLine(in.Authors[0].Name)
	}
	if broken == nil {
		item.Content = whole(in, item.Link == "")
	}
	if item.ID == "" {
		item.ID = item.Link
	}
	switch {
	case item.Link == "" && item.Content == "" && broken != nil:
		r.fault("%w; nothing of it could be kept", broken)
		return
	case item.Link == "" && item.Content == "":
		r.fault("it has neither a link nor a text")
		return
	case broken != nil:
		r.fault("%w; its link is kept", broken)
	}
	r.feed.Items = append(r.feed.Items, item)
}

// more counts an item, and reports whether it may be read.
func (r *reader) more() bool {
	r.n++
	if r.n == MaxItems+1 {
		r.fault("there are more than %d items; the rest is left", MaxItems)
	}
	return r.n <= MaxItems
}

// link is where the report of an item is.
func (r *reader) link(in *gofeed.Item) string {
	candidates := append([]string{in.Link}, in.Links...)
	if strings.Contains(in.GUID, "://") {
		candidates = append(candidates, in.GUID) // a guid is a link unless it says that it is not, and then it does not look like one
	}
	for _, link := range candidates {
		if link = strings.TrimSpace(link); link == "" || len(link) > 2048 {
			continue
		}
		u, err := r.base.Parse(link)
		if err == nil && u.Hostname() != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return clean(u)
		}
	}
	return ""
}

// date is when an item was published. That of a change counts only where there
// is no other: Atom asks for no other.
func (r *reader) date(in *gofeed.Item) time.Time {
	for _, s := range []string{in.Published, in.Updated} {
		if strings.TrimSpace(s) == "" {
			continue
		}
		at, err := date(s)
		if err != nil {
			r.fault("%w; read without it", err)
		}
		return at
	}
	return time.Time{}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
