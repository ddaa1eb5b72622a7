package listing

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

const (
	aFeed   = `<rss version="2.0"><channel><title>Harbour Post</title><item><title>Truce</title><link>/1</link><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate></item><item/></channel></rss>`
	aList   = `<opml version="2.0"><body><outline text="x" xmlUrl="https://b.example/feed"/></body></opml>`
	aSite   = `<urlset><url><loc>https://a.example/1</loc><lastmod>2024-03-12</lastmod></url></urlset>`
	anIndex = `<sitemapindex><sitemap><loc>https://a.example/s.xml</loc><lastmod>2024-03-12</lastmod></sitemap></sitemapindex>`
)

func TestRead(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(aSite))
	z.Close()
	for name, c := range map[string]struct {
		raw                  string
		kind                 Kind
		links, lists, faults int
		first                string
	}{
		"feed":           {aFeed, Feed, 1, 0, 1, "https://a.example/1"},
		"OPML":           {aList, Feeds, 0, 1, 0, "https://b.example/feed"},
		"OPML, cut":      {aList[:len(aList)-10], Feeds, 0, 1, 1, "https://b.example/feed"},
		"sitemap":        {aSite, Sitemap, 1, 0, 0, "https://a.example/1"},
		"packed sitemap": {packed.String(), Sitemap, 1, 0, 0, "https://a.example/1"},
		"index":          {anIndex, Index, 0, 1, 0, "https://a.example/s.xml"},
	} {
		if Is([]byte(c.raw)) == None {
			t.Errorf("%s is none", name)
		}
		l, err := Read([]byte(c.raw), "https://a.example/x", "")
		if err != nil || l.Kind != c.kind || len(l.Links) != c.links || len(l.Lists) != c.lists || len(l.Faults) != c.faults {
			t.Errorf("%s: %+v, %v", name, l, err)
			continue
		}
		first := ""
		if c.links > 0 {
			first = l.Links[0].Address
		} else {
			first = l.Lists[0].Address
		}
		if first != c.first {
			t.Errorf("%s: %s", name, first)
		}
	}
	page := `<!DOCTYPE html><html><head><link rel="stylesheet" href="/x.css"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/atom+xml" href="/comments"></head><body>`
	if l, err := Read([]byte(page), "https://a.example/", ""); err != nil || l.Kind != Page || len(l.Lists) != 1 || l.Lists[0].Address != "https://a.example/feed" || Is([]byte(page)) != None {
		t.Errorf("a page with a feed: %+v, %v", l, err)
	}
	for _, raw := range []string{"", "Talks resumed.", `<html><body><link rel="alternate" type="application/rss+xml" href="/feed">`, `<html><link rel="alternate" type="application/rss+xml" href="javascript:x">`, "<html><p>x", "{}", "\x1F\x8Bx", "WARC/1.0\r\n"} {
		if k := Is([]byte(raw)); k != None {
			t.Errorf("%q is a %s", raw, k)
		}
		if l, err := Read([]byte(raw), "", ""); err == nil {
			t.Errorf("%q: %+v", raw, l)
		}
	}
	if l, err := Read([]byte("https://a.example/1\n"), "", ""); err != nil || len(l.Links) != 1 {
		t.Errorf("a plain list of addresses: %+v, %v", l, err)
	}
}

func TestFill(t *testing.T) {
	day := time.Date(2024, 3, 12, 22, 0, 0, 0, time.UTC)
	l := Link{Title: "Truce", Publisher: "Harbour Post", Published: day}
	doubt := []rapporteur.Note{{Kind: rapporteur.NotePublished}, {Kind: rapporteur.NoteEncoding}}
	for name, c := range map[string]struct {
		page  time.Time
		notes []rapporteur.Note
		want  time.Time
	}{
		"no date":        {time.Time{}, nil, day},
		"the next day":   {day.Add(10 * time.Hour), nil, day.Add(10 * time.Hour)},
		"doubtful":       {day.Add(10 * time.Hour), doubt, day},
		"another week":   {day.Add(-200 * time.Hour), nil, day},
		"the same, sure": {day, nil, day},
	} {
		a := &rapporteur.Article{Published: c.page, Notes: c.notes, Title: "Mine"}
		l.Fill(a)
		if !a.Published.Equal(c.want) || a.Title != "Mine" || a.Publisher != "Harbour Post" || len(a.Notes) > 1 {
			t.Errorf("%s: %+v", name, a)
		}
	}
	a := &rapporteur.Article{}
	Link{Title: "Truce"}.Fill(a)
	if a.Title != "Truce" || !a.Published.IsZero() {
		t.Errorf("%+v", a)
	}
}

func TestWholeReportInAFeed(t *testing.T) {
	text := "<p>" + strings.Repeat("Envoys of Arden met those of Velm in Port Oster. ", 30) + "</p>"
	l, err := Read([]byte(strings.Replace(aFeed, "</link>", "</link><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'><![CDATA["+text+"]]></content:encoded>", 1)), "https://a.example/", "")
	if err != nil || l.Links[0].Article == nil {
		t.Fatalf("%+v, %v", l, err)
	}
	if a := l.Links[0].Article(); !strings.HasPrefix(a.Text, "Truce\n\nEnvoys of Arden") || a.Publisher != "Harbour Post" || a.URL != "https://a.example/1" {
		t.Errorf("%+v", a)
	}
}
