// Package listing reads whatever lists reports as one thing: feeds, sitemaps,
// and lists of feeds.
package listing

import (
	"bytes"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/ingest/feed"
	"rapporteur/ingest/opml"
	"rapporteur/ingest/sitemap"
)

// A Kind is what a listing is.
type Kind string

// The kinds of listings.
const (
	None    Kind = ""
	Feed    Kind = "feed"
	Feeds   Kind = "list of feeds" // OPML
	Sitemap Kind = "sitemap"
	Index   Kind = "index of sitemaps"
	Page    Kind = "page with a feed"
)

// Accept are the media types to ask a server for where a listing is expected.
const Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/x-opml;q=0.8, application/gzip;q=0.7, */*;q=0.1"

// A Listing lists reports, or other listings.
type Listing struct {
	Kind   Kind
	Title  string
	Links  []Link
	Lists  []List
	Faults []error // what is broken in it
}

// A Link leads to a report.
type Link struct {
	Address string // "" where the listing has the report, and no address of it
	ID      string // what the listing calls it; the address where it says nothing
	// What the listing says of it, empty where nothing.
	Title, Publisher string
	Published        time.Time
	Changed          time.Time // of a page in a sitemap
	// Article is the report, where the listing has the whole of it, else nil.
	Article func() *rapporteur.Article
}

// A List is another listing.
type List struct {
	Address string
	Changed time.Time // of a sitemap in an index; zero where unknown
}

// MaxBytes is the largest listing, as it is sent.
const MaxBytes = sitemap.MaxBytes

// Is tells what kind of listing raw is, None for what is none.
func Is(raw []byte) Kind {
	start := raw
	if bytes.HasPrefix(raw, []byte("\x1F\x8B")) {
		unpacked, err := sitemap.Unpack(raw)
		if err != nil {
			return None
		}
		start = unpacked
	}
	switch {
	case feed.Is(start):
		return Feed
	case opml.Is(start):
		return Feeds
	case sitemap.Is(start):
		return Sitemap
	}
	return None
}

// Read reads a listing that came from an address with a media type. What is
// broken in it is a fault as long as it is a listing at all.
func Read(raw []byte, address, contentType string) (*Listing, error) {
	raw, err := sitemap.Unpack(raw)
	if err != nil {
		return nil, err
	}
	switch Is(raw) {
	case Feed:
		return fromFeed(raw, address, contentType)
	case Feeds:
		feeds, err := opml.Read(raw)
		l := &Listing{Kind: Feeds}
		for _, f := range feeds {
			l.Lists = append(l.Lists, List{Address: f.Address})
		}
		return l.with(err), nil
	}
	if at := discover(raw, address); at != "" {
		return &Listing{Kind: Page, Lists: []List{{Address: at}}}, nil
	}
	s, err := sitemap.Read(raw, address)
	if s == nil {
		return nil, fmt.Errorf("it is no feed, no list of feeds and no sitemap; it begins %.40q", raw)
	}
	l := &Listing{Kind: Sitemap}
	for _, p := range s.Pages {
		l.Links = append(l.Links, Link{Address: p.Address, ID: p.Address, Title: p.Title, Publisher: p.Publisher, Published: p.Published, Changed: p.Changed})
	}
	for _, p := range s.Sitemaps {
		l.Kind = Index
		l.Lists = append(l.Lists, List{p.Address, p.Changed})
	}
	return l.with(err), nil
}

func (l *Listing) with(err error) *Listing {
	if err != nil {
		l.Faults = append(l.Faults, err)
	}
	return l
}

func fromFeed(raw []byte, address, contentType string) (*Listing, error) {
	f, err := feed.Read(raw, address, contentType)
	if err != nil {
		return nil, err
	}
	l := &Listing{Kind: Feed, Title: f.Title}
	for _, i := range f.Items {
		link := Link{Address: i.Link, ID: i.ID, Title: i.Title, Publisher: f.Title, Published: i.Published}
		if i.Content != "" {
			link.Article = func() *rapporteur.Article { return i.Article(f.Title) }
		}
		l.Links = append(l.Links, link)
	}
	for _, fault := range f.Faults {
		l.Faults = append(l.Faults, fault)
	}
	return l, nil
}

// Fill gives an article what the listing says of it and its page does not. The
// date of the listing counts where the page has none or a doubtful one, or one that is
// days from it: finding a date on a page goes wrong more often than a feed does.
func (l Link) Fill(a *rapporteur.Article) {
	if a.Title == "" {
		a.Title = l.Title
	}
	if a.Publisher == "" {
		a.Publisher = l.Publisher
	}
	if l.Published.IsZero() {
		return
	}
	doubtful := a.Published.IsZero()
	for _, n := range a.Notes {
		doubtful = doubtful || n.Kind == rapporteur.NotePublished
	}
	if apart := a.Published.Sub(l.Published).Abs(); !doubtful && apart <= 36*time.Hour {
		return
	}
	a.Published = l.Published
	var kept []rapporteur.Note
	for _, n := range a.Notes {
		if n.Kind != rapporteur.NotePublished && n.Kind != rapporteur.NoteUndated {
			kept = append(kept, n)
		}
	}
	a.Notes = kept
}
