package feed

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

const report = `<p>Envoys of Arden and Velm met in Port Oster on Monday for the first talks since the ferry was shelled, officials of both sides said.</p>`

func rss(items string) string {
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Post</title><link>https://harbour-post.example/</link>` + items + `</channel></rss>`
}

func item(n int) string {
	return fmt.Sprintf(`<item><title>Report %d &amp; more</title><link>https://harbour-post.example/%d</link><guid isPermaLink="false">id-%d</guid><pubDate>Tue, 12 Mar 2024 10:00:00 EST</pubDate></item>`, n, n, n)
}

func read(t *testing.T, text string) *Feed {
	t.Helper()
	f, err := Read([]byte(text), "https://harbour-post.example/feed/", "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// printed is an item in one line.
func printed(i Item) string {
	at := ""
	if !i.Published.IsZero() {
		at = i.Published.Format(time.RFC3339)
	}
	return strings.Join([]string{i.ID, i.Link, i.Title, i.Author, at, i.Content}, "|")
}

func TestForms(t *testing.T) {
	long := strings.Repeat(report, 10)
	for name, c := range map[string]struct{ feed, title, first string }{
		"RSS 2.0": {rss(item(1)), "Harbour Post", "id-1|https://harbour-post.example/1|Report 1 & more||2024-03-12T10:00:00-05:00|"},
		"RSS with text": {rss(`<item><title>Talks</title><link>/talks#top</link><dc:creator>Aster Vale</dc:creator><content:encoded><![CDATA[` + long + `]]></content:encoded></item>`),
			"Harbour Post", "https://harbour-post.example/talks|https://harbour-post.example/talks|Talks|Aster Vale||" + long},
		"RSS with the text cut": {rss(`<item><title>Talks</title><link>https://a.example/1</link><content:encoded><![CDATA[` + long + `<p>Read more…</p>]]></content:encoded></item>`),
			"Harbour Post", "https://a.example/1|https://a.example/1|Talks|||"},
		"RSS with a blog's line": {rss(`<item><title>Talks</title><link>https://a.example/1</link><content:encoded><![CDATA[` + long + `[…] <p>The post Talks appeared first on Harbour Post.</p>]]></content:encoded></item>`),
			"Harbour Post", "https://a.example/1|https://a.example/1|Talks|||"},
		"RSS without links": {rss(`<item><title>Note</title><guid>n1</guid><description>` + "Envoys met.</description></item>"), "Harbour Post", "n1||Note|||Envoys met."},
		"RSS, guid as link": {rss(`<item><title>Note</title><guid>https://a.example/n1</guid></item>`), "Harbour Post", "https://a.example/n1|https://a.example/n1|Note|||"},
		"RSS 1.0": {`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Velm Radio</title><link>https://v.example/</link><items><rdf:Seq><rdf:li resource="y"/></rdf:Seq></items></channel>
<item rdf:about="https://v.example/1"><title>Truce</title><link>https://v.example/1</link><dc:date>2024-03-12T08:00:00+01:00</dc:date></item></rdf:RDF>`,
			"Velm Radio", "https://v.example/1|https://v.example/1|Truce||2024-03-12T08:00:00+01:00|"},
		"Atom": {`<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Oster</title><link href="https://o.example/"/><entry><id>urn:1</id><title type="html">Truce &amp;amp; talks</title><link rel="alternate" href="/1"/><published>2024-03-12T08:00:00Z</published><updated>2024-03-13T08:00:00Z</updated><author><name>A. Vale</name></author></entry></feed>`,
			"Port Oster", "urn:1|https://harbour-post.example/1|Truce & talks|A. Vale|2024-03-12T08:00:00Z|"},
		"Atom with a prefix": {`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Port Oster</a:title><a:entry><a:id>urn:1</a:id><a:title>Truce</a:title><a:link href="https://o.example/1"/><a:updated>2024-03-12T08:00:00Z</a:updated></a:entry></a:feed>`,
			"Port Oster", "urn:1|https://o.example/1|Truce||2024-03-12T08:00:00Z|"},
		"JSON Feed": {`{"version":"https://jsonfeed.org/version/1.1","title":"Oster","items":[{"id":7,"url":"https://o.example/7","title":"Truce","date_published":"2024-03-12T08:00:00Z","content_text":"Short."}]}`,
			"Oster", "7|https://o.example/7|Truce||2024-03-12T08:00:00Z|"},
		"a document type and comments": {"<?xml version='1.0'?>\n<!-- <item> --><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n" + strings.TrimPrefix(rss(item(1)), `<?xml version="1.0" encoding="utf-8"?>`),
			"Harbour Post", "id-1|https://harbour-post.example/1|Report 1 & more||2024-03-12T10:00:00-05:00|"},
		"windows-1252": {strings.Replace(strings.Replace(rss(item(1)), "utf-8", "windows-1252", 1), "Report 1", "\x93Yes\x94", 1), "Harbour Post", "id-1|https://harbour-post.example/1|“Yes” & more||2024-03-12T10:00:00-05:00|"},
		"a bare &":     {strings.Replace(rss(item(1)), "&amp;", "&", 1), "Harbour Post", "id-1|https://harbour-post.example/1|Report 1 & more||2024-03-12T10:00:00-05:00|"},
		"UTF-16":       {utf16le(strings.Replace(rss(item(1)), "utf-8", "utf-16", 1)), "Harbour Post", "id-1|https://harbour-post.example/1|Report 1 & more||2024-03-12T10:00:00-05:00|"},
	} {
		if !Is([]byte(c.feed)) {
			t.Errorf("%s: not taken for a feed", name)
		}
		f, err := Read([]byte(c.feed), "https://harbour-post.example/feed/", "")
		if err != nil || len(f.Items) != 1 || len(f.Faults) > 0 {
			t.Errorf("%s: %v, %+v", name, err, f)
			continue
		}
		if got := printed(f.Items[0]); got != c.first || f.Title != c.title {
			t.Errorf("%s: %q has\n%s\nwant\n%s", name, f.Title, got, c.first)
		}
	}
}

func utf16le(s string) string {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

func TestNotAFeed(t *testing.T) {
	for _, text := range []string{"", " ", "Talks resumed.", "<!DOCTYPE html><p>x", "<html><rss>", "{}", `{"items":`, `{"text":"x"}`, "<opml/>", "<", "<!--", "<?xml", "<urlset/>", "x<rss>", "[1]"} {
		if Is([]byte(text)) {
			t.Errorf("%q is taken for a feed", text)
		}
	}
	for _, text := range []string{"", "Talks resumed.", "<!DOCTYPE html><p>x", "{}", "<opml/>"} {
		if f, err := Read([]byte(text), "", ""); err == nil {
			t.Errorf("%q gives %+v", text, f)
		}
	}
	if _, err := Read(make([]byte, MaxBytes+1), "", ""); err == nil || !strings.Contains(err.Error(), "too large") {
		t.Errorf("a huge one: %v", err)
	}
}

// faults are ways in which items are broken; %d is the number of the item, and
// kept says whether its link can still be told.
var faults = []struct {
	item string
	kept bool
}{
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><description><b <i>x</description></item>`, true},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><description attr=">x</description></item>`, true},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><content:encoded><![CDATA[<p>never closed</content:encoded></item>`, true},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><description>no end`, true},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><!-- never closed </item>`, true},
	{`<item><title>Report %d</title><description>no link</description></item x>`, false},
	{`<item><title>Report %d</title></item>`, false},
	{`<item/>`, false},
	{`<item><title>Report %d</title><link>javascript:alert(%[1]d)</link></item>`, false},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><pubDate>the day after never</pubDate></item>`, true},
	{`<item><title>Report %d</title><link>https://a.example/%[1]d</link><x ` + "\x01\x02" + `="</item>`, true},
}

// TestTenThousandBrokenItems: a feed is read to its end, whatever its items are.
func TestTenThousandBrokenItems(t *testing.T) {
	const many = 10_000
	var b strings.Builder
	kept := 0
	for n := range many {
		f := faults[n%len(faults)]
		if strings.Contains(f.item, "%") {
			fmt.Fprintf(&b, f.item, n)
		} else {
			b.WriteString(f.item)
		}
		b.WriteString("\n")
		if f.kept {
			kept++
		}
	}
	b.WriteString(item(many))
	begun := time.Now()
	f := read(t, rss(b.String()))
	took := time.Since(begun)
	if len(f.Items) != kept+1 || f.Items[kept].ID != "id-10000" || f.Title != "Harbour Post" {
		t.Errorf("%d items of %q, want %d; the last is %s", len(f.Items), f.Title, kept+1, printed(f.Items[len(f.Items)-1]))
	}
	if len(f.Faults) != many {
		t.Errorf("%d faults, want %d", len(f.Faults), many)
	}
	for _, fault := range f.Faults[:min(len(faults), len(f.Faults))] {
		t.Log(fault)
	}
	if took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	t.Logf("%d bytes in %v", b.Len(), took)
}

// A feed cut anywhere gives the items that came whole, and says so.
func TestCutAnywhere(t *testing.T) {
	for name, whole := range map[string]string{
		"RSS":       rss(item(1) + item(2) + item(3)),
		"JSON Feed": `{"version":"https://jsonfeed.org/version/1.1","title":"Oster","items":[{"id":"1","url":"https://o.example/1"},{"id":"2","url":"https://o.example/2"}]}`,
	} {
		last := 0
		for cut := 1; cut <= len(whole); cut++ {
			f, err := Read([]byte(whole[:cut]), "https://harbour-post.example/feed/", "")
			if err != nil {
				if last > 0 {
					t.Fatalf("%s cut at %d: %v", name, cut, err)
				}
				continue
			}
			if len(f.Items) < last {
				t.Fatalf("%s cut at %d: %d items; a shorter one had %d", name, cut, len(f.Items), last)
			}
			last = len(f.Items)
			if cut < strings.LastIndexAny(whole, "/]") && len(f.Faults) == 0 {
				t.Fatalf("%s cut at %d (… %q) is said to be whole", name, cut, whole[max(0, cut-20):cut])
			}
			for _, i := range f.Items {
				if i.Link != "" && !strings.Contains(whole, ">"+i.Link+"<") && !strings.Contains(whole, `"`+i.Link+`"`) {
					t.Fatalf("%s cut at %d: the link %s is no link of the feed", name, cut, i.Link)
				}
			}
		}
		if last < 2 {
			t.Errorf("%s: %d items of the whole feed", name, last)
		}
	}
}

func TestHostileFeeds(t *testing.T) {
	deepItem := "<item><title>Deep</title><link>https://a.example/d</link>" + strings.Repeat("<x:a>", 1_000_000) + "</item>"
	spaces := "<item><title>Spaces</title><link>https://a.example/s</link><x" + strings.Repeat(` xmlns:a="b"`, 50_000) + "></x></item>"
	huge := "<item><title>Huge</title><link>https://a.example/h</link><description>" + strings.Repeat("x ", 2<<20) + "</description></item>"
	bomb := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("x", 1000) + `"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title><item><title>&c;&c;</title><link>https://a.example/b</link></item></channel></rss>`
	external := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hosts">]><rss version="2.0"><channel><title>x</title><item><title>&a;</title><link>https://a.example/e</link></item></channel></rss>`
	for name, text := range map[string]string{
		"deep": rss(deepItem + item(2)), "namespaces": rss(spaces + item(2)), "huge": rss(huge + item(2)), "bomb": bomb, "external": external,
		"deep head":  rss(strings.Repeat("<x:a>", 1_000_000) + item(1) + item(2)),
		"deep JSON":  `{"version":"https://jsonfeed.org/version/1.1","items":[` + strings.Repeat("[", 100_000),
		"open quote": `<rss version="` + strings.Repeat("x", 1<<20),
		"only items": "<rss>" + strings.Repeat("<item>", 200_000),
		"only marks": "<rss><item>" + strings.Repeat("</item><![CDATA[", 50_000),
		"comments":   "<rss><item>" + strings.Repeat("<!--", 200_000),
	} {
		begun := time.Now()
		f, err := Read([]byte(text), "https://a.example/", "")
		if took := time.Since(begun); took > 10*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
		if err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		for _, i := range f.Items {
			if len(i.Title) > 100 || strings.Contains(i.Title, "localhost") {
				t.Errorf("%s: an entity was expanded: %.200q", name, i.Title)
			}
		}
		if strings.Contains(text, "id-2") && (len(f.Items) != 2 || f.Items[1].ID != "id-2" || f.Items[0].Link == "") {
			t.Errorf("%s: %d items, faults %v", name, len(f.Items), f.Faults)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"Tue, 12 Mar 2024 10:00:00 GMT":            "2024-03-12T10:00:00Z",
		"Tue, 12 Mar 2024 10:00:00 +0200":          "2024-03-12T10:00:00+02:00",
		"Tue, 12 Mar 2024 22:00:00 EST":            "2024-03-12T22:00:00-05:00",
		"Tue, 12 Mar 2024 10:00:00 PDT":            "2024-03-12T10:00:00-07:00",
		"Tue, 12 Mar 2024 10:00 CEST":              "2024-03-12T10:00:00+02:00",
		"Tue, 12 Mar 24 10:00:00 GMT":              "2024-03-12T10:00:00Z",
		"12-Mar-24 10:00:00 +0000":                 "2024-03-12T10:00:00Z",
		"Tue Mar 12 2024 10:00:00 GMT+0200 (CEST)": "2024-03-12T10:00:00+02:00",
		"Tue, 12 Mar 2024 10:00:00 --0700":         "2024-03-12T10:00:00-07:00",
		"Tue, 12 Mar 2024 10:00:00 -700":           "2024-03-12T10:00:00-07:00",
		"Tue, 12 Mar 2024 10:00:00 +0000 GMT":      "2024-03-12T10:00:00Z",
		"Tue, 12 Mar 2024 10:00:00GMT":             "2024-03-12T10:00:00Z",
		"Tue, 12 Mar 2024 9:4:5 +0000":             "2024-03-12T09:04:05Z",
		"Tuesday, March 12, 2024 3:04 PM":          "2024-03-12T15:04:00Z",
		"2024-03-12T10:00:00.123Z":                 "2024-03-12T10:00:00Z",
		"2024-03-12 10:00:00Z":                     "2024-03-12T10:00:00Z",
		"2024-03-12 10:00:00 +02:00":               "2024-03-12T10:00:00+02:00",
		"2024-03-12 10:00 +0200":                   "2024-03-12T10:00:00+02:00",
		"2024-03-12T10:00:00+02":                   "2024-03-12T10:00:00+02:00",
		"Tue, 12 Mar 2024 24:00:00 GMT":            "2024-03-12T23:59:59Z",
		"12 March 2024":                            "2024-03-12T00:00:00Z",
		"Published: 12 March 2024":                 "2024-03-12T00:00:00Z",
		"1710237600":                               "2024-03-12T10:00:00Z",
		"1710237600000":                            "2024-03-12T10:00:00Z",
		"Tue, 12 Mar 2024 10:00:00 IST":            "2024-03-12T10:00:00Z", // one of three zones: the day is likely right
		"03/04/2024":                               "",
		"03/04/2024 10:00:00 AM":                   "",
		"Thu, 01 Jan 1970 00:00:00 GMT":            "",
		"0000-00-00 00:00:00":                      "",
		"-0001-11-30T00:00:00+00:00":               "",
		"Mon, 01 Jan 2999 00:00:00 GMT":            "",
		"yesterday":                                "",
		strings.Repeat("2024 ", 100):               "",
	} {
		at, err := date(s)
		got := ""
		if err == nil {
			got = at.Format(time.RFC3339)
		} else if !strings.Contains(err.Error(), "the date") {
			t.Errorf("%q: %v", s, err)
		}
		if got != want && strings.Replace(got, "+00:00", "Z", 1) != want {
			t.Errorf("%q is %s; want %s (%v)", s, got, want, err)
		}
	}
}

func TestLinksWithoutCounters(t *testing.T) {
	for link, want := range map[string]string{
		"https://a.example/1?utm_source=rss&utm_medium=feed":   "https://a.example/1",
		"https://a.example/1?b=2&amp;UTM_Source=x&amp;a=1#top": "https://a.example/1?b=2&a=1",
		"https://a.example/?p=17&amp;at_medium=RSS":            "https://a.example/?p=17",
		"https://a.example/1?q=a%20b&amp;empty=&amp;bare":      "https://a.example/1?q=a%20b&empty=&bare",
		"https://a.example/1?reference=utm_source":             "https://a.example/1?reference=utm_source",
	} {
		f := read(t, rss("<item><title>x</title><link>"+link+"</link></item>"))
		if len(f.Items) != 1 || f.Items[0].Link != want {
			t.Errorf("%s is %+v; want %s", link, f.Items, want)
		}
	}
}

func TestArticle(t *testing.T) {
	day := time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	i := Item{ID: "7", Link: "https://a.example/7", Title: "Truce & talks", Author: "Aster Vale", Published: day, Content: "<script>alert(1)</script>" + strings.Repeat(report, 3)}
	a := i.Article("Harbour Post")
	if a.Title != "Truce & talks" || !strings.HasPrefix(a.Text, "Truce & talks\n\nEnvoys of Arden") || strings.Contains(a.Text, "alert") || a.URL != i.Link || a.Ref != "7" ||
		a.Publisher != "Harbour Post" || !a.Published.Equal(day) || a.Author != "Aster Vale" {
		t.Errorf("%+v", a)
	}
	i.Content = "Envoys met &amp; parted.\n\nNobody signed."
	if a := i.Article(""); a.Text != "Envoys met & parted.\n\nNobody signed." {
		t.Errorf("%q", a.Text)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(rss(item(1) + faults[0].item + faults[2].item + item(2))))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><link href="/1"/></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"/x"},{"id":{}}]}`))
	f.Add([]byte(utf16le(rss(item(1)))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		read, err := Read(raw, "https://a.example/f", "")
		if err != nil {
			return
		}
		for _, i := range read.Items {
			if i.Link == "" && i.Content == "" || i.Link != "" && !strings.HasPrefix(i.Link, "http://") && !strings.HasPrefix(i.Link, "https://") {
				t.Errorf("%+v", i)
			}
		}
		for _, fault := range read.Faults {
			if fault.Error() == "" {
				t.Errorf("%#v", fault)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var items strings.Builder
	for n := range 500 {
		items.WriteString(strings.Replace(item(n), "</item>", "<content:encoded><![CDATA["+strings.Repeat(report, 35)+"]]></content:encoded></item>", 1))
	}
	raw := []byte(rss(items.String()))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if f, err := Read(raw, "", ""); err != nil || len(f.Items) != 500 {
			b.Fatal(err)
		}
	}
}
