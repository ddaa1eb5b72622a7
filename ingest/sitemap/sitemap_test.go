package sitemap

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
	"time"
)

const news = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://harbour-post.example/1#top</loc><lastmod>2024-03-12</lastmod>
 <news:news><news:publication><news:name>Harbour Post</news:name><news:language>EN</news:language></news:publication>
 <news:publication_date>2024-03-12T10:00:00+02:00</news:publication_date><news:title>Truce &amp; talks</news:title></news:news>
 <image:image><image:loc>https://harbour-post.example/1.jpg</image:loc><image:title>A picture</image:title></image:image></url>
<url><loc> /2 </loc></url>
<url><loc>javascript:alert(1)</loc></url>
<url><lastmod>2024-03-12</lastmod></url>
</urlset>`

const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://harbour-post.example/a.xml.gz</loc><lastmod>2024-03-12T10:00Z</lastmod></sitemap></sitemapindex>`

func packed(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.Bytes()
}

func TestRead(t *testing.T) {
	for name, raw := range map[string][]byte{"plain": []byte(news), "packed": packed(news), "UTF-8 with a mark": []byte("\xEF\xBB\xBF" + news)} {
		s, err := Read(raw, "https://harbour-post.example/sitemap.xml")
		if err != nil || len(s.Pages) != 2 || len(s.Sitemaps) > 0 {
			t.Errorf("%s: %+v, %v", name, s, err)
			continue
		}
		p := s.Pages[0]
		if p.Address != "https://harbour-post.example/1" || p.Title != "Truce & talks" || p.Publisher != "Harbour Post" || p.Language != "en" ||
			p.Published.Format(time.RFC3339) != "2024-03-12T10:00:00+02:00" || p.Changed.Format(time.DateOnly) != "2024-03-12" || s.Pages[1].Address != "https://harbour-post.example/2" {
			t.Errorf("%s: %+v", name, s)
		}
	}
	s, err := Read([]byte(index), "")
	if err != nil || len(s.Sitemaps) != 1 || s.Sitemaps[0].Address != "https://harbour-post.example/a.xml.gz" || s.Sitemaps[0].Changed.IsZero() {
		t.Errorf("%+v, %v", s, err)
	}
	s, err = Read([]byte("https://a.example/1\r\n\r\nhttps://a.example/2\n"), "")
	if err != nil || len(s.Pages) != 2 || s.Pages[1].Address != "https://a.example/2" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestBroken(t *testing.T) {
	whole, _ := Read([]byte(news), "")
	for cut := strings.Index(news, "<url>"); cut < len(news)-len("</urlset>"); cut += 7 {
		s, err := Read([]byte(news[:cut]), "https://harbour-post.example/")
		if err == nil {
			t.Errorf("cut at %d it is said to be whole", cut)
		}
		if s != nil && len(s.Pages) > 0 && s.Pages[0] != whole.Pages[0] {
			t.Errorf("cut at %d: %+v", cut, s.Pages[0])
		}
	}
	half := packed(news + strings.Repeat(" ", 100_000))
	if s, err := Read(half[:len(half)-20], "https://harbour-post.example/"); err != nil && s == nil {
		t.Errorf("a packed one cut: %v", err)
	}
	for _, raw := range []string{"", "Talks resumed.\n", "<html><p>x", "<rss/>", "https://a.example/1\nTalks resumed.\n", "\x1F\x8Bx", "ftp://a.example/1"} {
		if s, err := Read([]byte(raw), "https://a.example/"); err == nil {
			t.Errorf("%q gives %+v", raw, s)
		}
	}
}

func TestHostile(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	zeros := bytes.Repeat([]byte(" "), 1<<20)
	for range 60 {
		z.Write(zeros)
	}
	z.Close()
	if _, err := Read(bomb.Bytes(), ""); err == nil || !strings.Contains(err.Error(), "more than 50 MB") {
		t.Errorf("a bomb: %v", err)
	}
	if _, err := Read([]byte("<urlset>"+strings.Repeat("<url>", 1_000_000)), ""); err == nil || !strings.Contains(err.Error(), "deeply") {
		t.Errorf("a deep one: %v", err)
	}
	var many strings.Builder
	many.WriteString("<urlset>")
	for n := range MaxEntries + 1 {
		fmt.Fprintf(&many, "<url><loc>https://a.example/%d</loc></url>", n)
	}
	if s, err := Read([]byte(many.String()+"</urlset>"), ""); err == nil || len(s.Pages) != MaxEntries {
		t.Errorf("a long one: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(news))
	f.Add([]byte(index))
	f.Add(packed("https://a.example/1\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := Read(raw, "https://a.example/")
		if err != nil && s == nil {
			return
		}
		for _, p := range append(s.Pages, s.Sitemaps...) {
			if !strings.HasPrefix(p.Address, "http://") && !strings.HasPrefix(p.Address, "https://") {
				t.Errorf("%+v", p)
			}
		}
	})
}
