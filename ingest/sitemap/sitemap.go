// Package sitemap reads sitemaps (sitemaps.org 0.9): of pages, with what Google's
// extension for news says of them, of other sitemaps, and as plain lists of
// addresses; each packed with gzip or not.
package sitemap

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"rapporteur/ingest/markup"
	"rapporteur/ingest/published"
)

// The limits are those of the protocol, which those who write sitemaps do not
// all keep: twice as many entries are read.
const (
	MaxBytes   = 50 << 20 // unpacked
	MaxEntries = 100_000
	maxDepth   = 50
	maxValue   = 4096
)

// A Sitemap is one file.
type Sitemap struct {
	Pages    []Page
	Sitemaps []Page // of an index
}

// A Page is an entry.
type Page struct {
	Address string
	Changed time.Time // lastmod; zero where unknown
	// What the extension for news says; empty where it says nothing.
	Title, Publisher, Language string
	Published                  time.Time
}

// Is reports whether raw, unpacked, begins as a sitemap in XML does.
func Is(raw []byte) bool {
	root := markup.Root(raw)
	return root == "urlset" || root == "sitemapindex"
}

// Unpack is raw without its gzip, if it has one.
func Unpack(raw []byte) ([]byte, error) {
	if !bytes.HasPrefix(raw, []byte("\x1F\x8B")) {
		return raw, nil
	}
	packed, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("unpacking it: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(packed, MaxBytes+1))
	switch {
	case len(out) > MaxBytes:
		return nil, fmt.Errorf("unpacked it has more than %d MB", MaxBytes>>20)
	case errors.Is(err, io.ErrUnexpectedEOF) && len(out) > 0: // what came of it is read, and found to be cut
		return out, nil
	case err != nil:
		return nil, fmt.Errorf("unpacking it: %w", err)
	}
	return out, nil
}

// Read reads a sitemap that came from an address, by which its own are
// completed. With an error come the entries that stand before what is wrong.
func Read(raw []byte, address string) (*Sitemap, error) {
	raw, err := Unpack(raw)
	if err != nil {
		return nil, err
	}
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("a sitemap of %d MB is too large (the limit is %d MB)", len(raw)>>20, MaxBytes>>20)
	}
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	if !Is(raw) {
		return lines(raw, base)
	}
	r := &reader{in: markup.Decoder(raw), base: base, out: &Sitemap{}}
	if err := r.read(); err != nil {
		return r.out, fmt.Errorf("the sitemap is broken after %d entries: %w", len(r.out.Pages)+len(r.out.Sitemaps), err)
	}
	return r.out, nil
}

// lines reads a plain list of addresses.
func lines(raw []byte, base *url.URL) (*Sitemap, error) {
	out := &Sitemap{}
	for line := range bytes.Lines(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		at := complete(base, string(line[:min(len(line), maxValue)]))
		if at == "" || !bytes.HasPrefix(line, []byte("http")) {
			return nil, errors.New("not a sitemap")
		}
		if len(out.Pages) == MaxEntries {
			return out, fmt.Errorf("the sitemap has more than %d entries; the rest is left", MaxEntries)
		}
		out.Pages = append(out.Pages, Page{Address: at})
	}
	if len(out.Pages) == 0 {
		return nil, errors.New("not a sitemap")
	}
	return out, nil
}

// complete is an address of the web, "" for anything else.
func complete(base *url.URL, s string) string {
	u, err := base.Parse(strings.TrimSpace(s))
	if err != nil || len(s) > 2048 || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// A reader reads one file.
type reader struct {
	in   *xml.Decoder
	base *url.URL
	out  *Sitemap
}

func (r *reader) read() error {
	var path []string // the elements that are open
	var p Page
	var value strings.Builder
	for {
		t, err := r.in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(path) >= maxDepth {
				return errors.New("its elements are nested too deeply")
			}
			path = append(path, t.Name.Local)
			value.Reset()
			if len(path) == 2 {
				p = Page{}
			}
		case xml.CharData:
			if value.Len() < maxValue {
				value.Write(t)
			}
		case xml.EndElement:
			if len(path) == 0 {
				continue
			}
			closing := path[len(path)-1]
			r.set(&p, path, strings.TrimSpace(value.String()))
			path = path[:len(path)-1]
			value.Reset()
			if len(path) != 1 || p.Address == "" {
				continue
			}
			if len(r.out.Pages)+len(r.out.Sitemaps) == MaxEntries {
				return fmt.Errorf("there are more than %d; the rest is left", MaxEntries)
			}
			switch closing {
			case "url":
				r.out.Pages = append(r.out.Pages, p)
			case "sitemap":
				r.out.Sitemaps = append(r.out.Sitemaps, p)
			}
		}
	}
}

// set sets the field of a page that an element is.
func (r *reader) set(p *Page, path []string, value string) {
	if value == "" || len(path) < 3 {
		return
	}
	switch name := strings.Join(path[2:], " "); name {
	case "loc":
		p.Address = complete(r.base, value)
	case "lastmod":
		p.Changed, _ = published.Parse(value)
	case "news title":
		p.Title = strings.Join(strings.Fields(value), " ")
	case "news publication_date":
		p.Published, _ = published.Parse(value)
	case "news publication name":
		p.Publisher = value
	case "news publication language":
		p.Language = strings.ToLower(value)
	}
}
