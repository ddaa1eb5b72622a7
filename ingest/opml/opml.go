// Package opml reads lists of feeds as feed readers export them (OPML 1.0 to 2.0).
package opml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"rapporteur/ingest/markup"
)

const (
	// MaxBytes is the largest list that is read.
	MaxBytes = 16 << 20
	// MaxFeeds is how many feeds a list may have.
	MaxFeeds = 20_000

	maxDepth = 100
)

// A Feed is an outline that leads to a feed, or to another list.
type Feed struct {
	Title   string
	Address string // of the feed, http or https
	Home    string // the page it is the feed of, "" where unknown
	Folder  string // the outlines it stands under, joined by " / "
}

// Is reports whether raw begins as OPML does.
func Is(raw []byte) bool { return strings.EqualFold(markup.Root(raw), "opml") }

// decoder knows the entities of HTML, which some lists use.
func decoder(raw []byte) *xml.Decoder {
	in := markup.Decoder(raw)
	in.Entity = xml.HTMLEntity
	return in
}

// Read reads the feeds of a list, each once, in its order. With an error come the
// feeds that stand before what is wrong.
func Read(raw []byte) ([]Feed, error) {
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("a list of %d MB is too large (the limit is %d MB)", len(raw)>>20, MaxBytes>>20)
	}
	var feeds []Feed
	var folders []string
	seen := map[string]bool{}
	in := decoder(raw)
	begun := false
	for {
		t, err := in.Token()
		switch {
		case errors.Is(err, io.EOF) && begun:
			return feeds, nil
		case err != nil && !begun:
			return nil, errors.New("not a list of feeds (OPML)")
		case err != nil:
			return feeds, fmt.Errorf("the list is broken after %d feeds: %w", len(feeds), err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch {
			case !begun && !strings.EqualFold(t.Name.Local, "opml"):
				return nil, errors.New("not a list of feeds (OPML)")
			case !begun:
				begun = true
			case len(folders) >= maxDepth:
				return feeds, fmt.Errorf("the list is nested too deeply after %d feeds", len(feeds))
			}
			f := outline(t)
			f.Folder = joined(folders)
			if f.Address != "" && !seen[f.Address] {
				if len(feeds) == MaxFeeds {
					return feeds, fmt.Errorf("the list has more than %d feeds; the rest is left", MaxFeeds)
				}
				seen[f.Address] = true
				feeds = append(feeds, f)
			}
			folder := ""
			if f.Address == "" && strings.EqualFold(t.Name.Local, "outline") {
				folder = f.Title
			}
			folders = append(folders, folder)
		case xml.EndElement:
			if len(folders) > 0 {
				folders = folders[:len(folders)-1]
			}
		}
	}
}

// outline is what the attributes of an element say; programs differ in how they
// spell the names of them.
func outline(t xml.StartElement) (f Feed) {
	if !strings.EqualFold(t.Name.Local, "outline") {
		return f
	}
	var text, link string
	includes := false // leads to another list; "link" leads to a page
	for _, a := range t.Attr {
		value := strings.Join(strings.Fields(a.Value), " ")
		switch strings.ToLower(a.Name.Local) {
		case "title":
			f.Title = value
		case "text":
			text = value
		case "xmlurl":
			f.Address = address(value)
		case "htmlurl":
			f.Home = address(value)
		case "url":
			link = address(value)
		case "type":
			includes = strings.EqualFold(value, "include")
		}
	}
	if f.Title == "" {
		f.Title = text
	}
	if f.Address == "" && includes {
		f.Address = link
	}
	return f
}

// address is an address of the web, "" for anything else. Some programs write
// feed: for http:.
func address(s string) string {
	if rest, ok := strings.CutPrefix(s, "feed:"); ok {
		s = rest
		if strings.HasPrefix(s, "//") {
			s = "https:" + s
		}
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || len(s) > 2048 {
		return ""
	}
	return u.String()
}

func joined(folders []string) string {
	var named []string
	for _, f := range folders {
		if f != "" {
			named = append(named, f)
		}
	}
	return strings.Join(named, " / ")
}
