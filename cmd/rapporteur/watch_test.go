package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// outlet is a site with news, which counts what it is asked for.
type outlet struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int
	pages map[string]http.HandlerFunc
}

func newOutlet(t *testing.T) *outlet {
	t.Helper()
	o := &outlet{asked: map[string]int{}, pages: map[string]http.HandlerFunc{}}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.mu.Lock()
		o.asked[r.URL.Path]++
		page := o.pages[r.URL.Path]
		o.mu.Unlock()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(o.Close)
	return o
}

// has gives the outlet a page.
func (o *outlet) has(path, content string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.pages[path] = func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"%x"`, len(content))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, content)
	}
}

func (o *outlet) times(path string) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.asked[path]
}

// story is the page of a report.
func story(n int) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>Talks, day %d</title><meta property="og:type" content="article"></head><body><article><h1>Talks, day %[1]d</h1>
		<p>Envoys of Arden and Velm met in Port Oster on Monday for the talks number %[1]d since the ferry was shelled, officials of both sides said.</p><p>“It will hold for %[1]d days,” said Aster Vale.</p></article></body></html>`, n)
}

// feedOf is a feed of so many reports of an outlet, from one number on.
func feedOf(o *outlet, first, last int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>`)
	for n := first; n <= last; n++ {
		fmt.Fprintf(&b, `<item><title>Talks, day %d</title><link>%s/story/%[1]d</link><guid>%[1]d</guid><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate></item>`, n, o.URL)
		o.has(fmt.Sprint("/story/", n), story(n))
	}
	return b.String() + `</channel></rss>`
}

// done is what was done, without how many were alike.
func done(out string) string { return strings.TrimSpace(alike.ReplaceAllString(out, "")) }

var alike = regexp.MustCompile(`, \d+ of them copies of others`)

func TestAddWhatListsReports(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "record.db")
	t.Setenv("RAPPORTEUR_DB", db)
	o := newOutlet(t)
	o.has("/feed", feedOf(o, 1, 3))
	o.has("/whole", `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Velm Radio</title><item><guid>w1</guid><title>Truce</title><content:encoded><![CDATA[<p>`+
		strings.Repeat("Soldiers of Velm left the village near Port Oster on Sunday, officials said. ", 20)+`</p>]]></content:encoded></item><item><title>broken</title></item></channel></rss>`)
	o.has("/sitemap", `<sitemapindex><sitemap><loc>/sitemap-1.xml.gz</loc></sitemap></sitemapindex>`)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprintf(z, `<urlset><url><loc>%s/story/4</loc></url><url><loc>%[1]s/story/1</loc></url><url><loc>%[1]s/gone</loc></url></urlset>`, o.URL)
	z.Close()
	o.has("/sitemap-1.xml.gz", packed.String())
	o.has("/story/4", story(4))
	list := filepath.Join(dir, "feeds.opml")
	if err := os.WriteFile(list, []byte(`<opml version="2.0"><body><outline xmlUrl="`+o.URL+`/feed"/><outline xmlUrl="`+o.URL+`/no-feed"/></body></opml>`), 0o666); err != nil {
		t.Fatal(err)
	}
	o.has("/no-feed", story(9))
	o.has("/robots.txt", "User-agent: *\nDisallow: /secret\n")
	o.has("/secret-feed", strings.ReplaceAll(feedOf(o, 7, 7), "/story/", "/secret/"))

	for _, c := range []struct {
		name     string
		args     []string
		status   int
		out, err string
	}{
		{"not without leave", []string{o.URL + "/feed"}, 1, "0 reports added; 1 could not be read", "--intranet"},
		{"feed", []string{"--intranet", "--pause", "5ms", o.URL + "/feed"}, 0, "3 reports added", ""},
		{"feed again", []string{"--intranet", "--pause", "5ms", o.URL + "/feed"}, 0, "0 reports added; 3 known already", ""},
		{"whole reports in a feed", []string{"--intranet", "--pause", "5ms", o.URL + "/whole"}, 1, "1 report added; 1 could not be read", "item 2: it has neither a link nor a text"},
		{"index of sitemaps", []string{"--intranet", "--pause", "5ms", o.URL + "/sitemap"}, 1, "1 report added; 1 known already; 1 could not be read", "/gone: the server answered"},
		{"list of feeds", []string{"--intranet", "--pause", "5ms", list}, 1, "0 reports added; 3 known already; 1 could not be read", "/no-feed: it is no feed"},
		{"robots", []string{"--intranet", "--pause", "5ms", o.URL + "/secret-feed"}, 1, "0 reports added; 1 could not be read", "robots.txt"},
		{"a page and a feed", []string{"--intranet", "--pause", "5ms", o.URL + "/story/1", o.URL + "/feed", "--publisher", "Harbour Post"}, 0, "0 reports added; 1 seen at another place; 3 known already", ""},
	} {
		status, out, err := ask("", append([]string{"add"}, c.args...)...)
		if status != c.status || done(out) != c.out || !strings.Contains(err, c.err) || c.err == "" && err != "" {
			t.Errorf("%s: status %d, %s%s; want %d, %s, %s", c.name, status, out, err, c.status, c.out, c.err)
		}
	}
	o.has("/more.jsonl", `{"text":"Arden met Velm in Port Oster on Monday."}`+"\nbad\n")
	if status, out, err := ask("", "add", "--intranet", "--pause", "5ms", o.URL+"/more.jsonl"); status != 1 || done(out) != "1 report added; 1 could not be read" || !strings.Contains(err, "/more.jsonl: line 2") {
		t.Errorf("a stream from the web: %d, %s%s", status, out, err)
	}
	if status, out, err := ask(feedOf(o, 1, 3), "add", "--intranet", "-"); status != 0 || done(out) != "0 reports added; 3 known already" {
		t.Errorf("a feed on standard input: %d, %s%s", status, out, err)
	}
	if n := o.times("/story/2"); n != 1 {
		t.Errorf("a report was asked for %d times", n)
	}
	if status, out, err := ask("", "search", "Velm Radio"); status != 0 {
		t.Errorf("%s%s", out, err)
	}
	_, out, _ := ask("", "search", "--json", "number")
	if !strings.Contains(out, `"published":"2024-03-12T10:00:00Z"`) || !strings.Contains(out, `"publisher":"Harbour Post"`) && !strings.Contains(out, `"publisher":"127.0.0.1`) {
		t.Errorf("what the feed says of a report is lost: %s", out)
	}
}

func TestAddPackedStreams(t *testing.T) {
	dir := t.TempDir()
	line := func(text string) string { return `{"text":"` + text + `"}` + "\n" }
	var g bytes.Buffer
	z := gzip.NewWriter(&g)
	io.WriteString(z, line("Arden met Velm in Port Oster on Monday.")+line("Velm waits for Arden to answer."))
	z.Close()
	encoder, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"a.jsonl.gz": g.Bytes(), "b.ndjson.zst": encoder.EncodeAll([]byte(line("Arden waits for Velm to answer.")), nil), "c.jsonl.gz": g.Bytes()[:g.Len()-8], "d.jsonl.gz": []byte("no gzip"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	status, out, errs := ask("", "add", "--db", filepath.Join(dir, "record.db"), dir)
	if status != 1 || done(out) != "3 reports added; 2 known already; 2 could not be read" && done(out) != "3 reports added; 2 seen at another place; 2 could not be read" {
		t.Errorf("%d, %s%s", status, out, errs)
	}
	if !strings.Contains(errs, "c.jsonl.gz: reading line 3: unexpected EOF") || !strings.Contains(errs, "unpacking "+filepath.Join(dir, "d.jsonl.gz")) {
		t.Errorf("it says %s", errs)
	}
}

func TestAddWebArchives(t *testing.T) {
	dir := t.TempDir()
	record := func(n int, body string) string {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: <https://a.example/%[1]d>\r\nWARC-Date: 2024-03-12T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, len(block), block)
	}
	var packed bytes.Buffer
	for n := range 3 {
		z := gzip.NewWriter(&packed)
		io.WriteString(z, record(n, story(n)))
		z.Close()
	}
	z := gzip.NewWriter(&packed)
	io.WriteString(z, record(3, "<html><a href=x>Home</a></html>"))
	z.Close()
	name := filepath.Join(dir, "crawl.warc.gz")
	whole := packed.Bytes()
	for _, c := range []struct {
		name     string
		content  []byte
		status   int
		out, err string
	}{
		{"cut", whole[:len(whole)-200], 1, "3 reports added; 1 could not be read", "breaks off within it"},
		{"whole", whole, 0, "0 reports added; 3 known already; 1 had no report", ""},
	} {
		if err := os.WriteFile(name, c.content, 0o666); err != nil {
			t.Fatal(err)
		}
		status, out, err := ask("", "add", "--db", filepath.Join(dir, "record.db"), dir)
		if status != c.status || done(out) != c.out || !strings.Contains(err, c.err) || c.err == "" && err != "" {
			t.Errorf("%s: status %d, %s%s; want %d, %s, %s", c.name, status, out, err, c.status, c.out, c.err)
		}
	}
}

func TestWatchOnce(t *testing.T) {
	t.Setenv("RAPPORTEUR_DB", filepath.Join(t.TempDir(), "record.db"))
	o := newOutlet(t)
	o.has("/feed", feedOf(o, 1, 3))
	now := time.Now().UTC().Format(time.RFC3339)
	o.has("/news.xml", fmt.Sprintf(`<urlset xmlns:news="x"><url><loc>%s/story/4</loc><lastmod>%s</lastmod></url><url><loc>%[1]s/story/5</loc><lastmod>2001-01-01</lastmod></url><url><loc>%[1]s/story/6</loc></url></urlset>`, o.URL, now))
	o.has("/story/4", story(4))
	o.has("/list", `<opml version="2.0"><body><outline xmlUrl="`+o.URL+`/feed"/><outline xmlUrl="`+o.URL+`/down"/></body></opml>`)
	o.has("/", `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>`)
	watch := func(args ...string) (int, string, string) {
		t.Helper()
		return ask("", append([]string{"watch", "--once", "--intranet", "--pause", "5ms"}, args...)...)
	}
	expect := func(name, wantOut, wantErr string, wantStatus int, args ...string) {
		t.Helper()
		status, out, err := watch(args...)
		if status != wantStatus || done(out) != wantOut || !strings.Contains(err, wantErr) || wantErr == "" && err != "" {
			t.Errorf("%s: status %d, %s%s; want %d, %s, %s", name, status, out, err, wantStatus, wantOut, wantErr)
		}
	}
	expect("nothing", "", "nothing is followed yet", 2)
	expect("first", "4 reports added; 1 could not be read", "/down: the server answered \"404", 1, o.URL+"/list", o.URL+"/news.xml")
	expect("not due", "0 reports added", "", 0)
	expect("a page with a feed", "0 reports added", "", 0, o.URL+"/")
	if o.times("/story/5")+o.times("/story/6") > 0 {
		t.Error("old pages of a sitemap are read")
	}

	status, out, err := ask("", "watch", "--status")
	for _, want := range []string{"Harbour Post · feed · " + o.URL + "/feed", "3 read, 0 waiting, 0 given up", "sitemap · " + o.URL + "/news.xml", "failed once in a row: the server answered \"404", "list of feeds · "} {
		if status != 0 || !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("the status lacks %q:\n%s%s", want, out, err)
		}
	}
	_, out, _ = ask("", "watch", "--status", "--json")
	for line := range strings.Lines(out) {
		var object struct{ What, Address string }
		if err := json.Unmarshal([]byte(line), &object); err != nil || object.What == "" || object.Address == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
	if status, out, err := ask("", "watch", "--forget", o.URL+"/list"); status != 0 || !strings.Contains(out, "followed no longer") {
		t.Errorf("%d %s%s", status, out, err)
	}
	if _, out, _ = ask("", "watch", "--status"); strings.Contains(out, "/feed") || strings.Contains(out, "/down") {
		t.Errorf("the feeds of a list that is forgotten are followed still:\n%s", out)
	}
	for name, args := range map[string][]string{"--every 1s": {"--every", "1s"}, "--days 0": {"--days", "0"}, "is no list of feeds": {written(t, "a.xml", feedOf(o, 1, 1))}} {
		if status, _, err := watch(args...); status != 2 || !strings.Contains(err, name) {
			t.Errorf("%s: %d, %s", name, status, err)
		}
	}
	if status, _, err := ask("", "watch", "--forget", "https://x.example/"); status != 1 || !strings.Contains(err, "is not followed") {
		t.Errorf("%d, %s", status, err)
	}
}

// An address that fails is tried again, also when the feed no longer has it, and
// one that robots.txt forbids is given up.
func TestWatchKeepsWhatFailed(t *testing.T) {
	t.Setenv("RAPPORTEUR_DB", filepath.Join(t.TempDir(), "record.db"))
	o := newOutlet(t)
	o.has("/feed", strings.Replace(feedOf(o, 1, 2), "</channel>", "<item><title>no link</title></item></channel>", 1))
	o.has("/robots.txt", "User-agent: *\nDisallow: /story/2\n")
	o.mu.Lock()
	o.pages["/story/1"] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }
	o.mu.Unlock()
	status, out, err := ask("", "watch", "--once", "--intranet", "--pause", "5ms", o.URL+"/feed")
	if status != 1 || !strings.Contains(out, "0 reports added; 2 could not be read") {
		t.Errorf("%d, %s%s", status, out, err)
	}
	_, out, _ = ask("", "watch", "--status")
	flat := strings.Join(strings.Fields(out), " ")
	if !strings.Contains(flat, "0 read, 1 waiting, 1 given up") || !strings.Contains(flat, "/story/2 given up after once: reading") || !strings.Contains(flat, "tried once, again") ||
		!strings.Contains(flat, "1 fault in it, the first: item 3: it has neither a link nor a text") {
		t.Errorf("the status is\n%s", out)
	}
}

// TestWatchKilled kills watch again and again. In the end each report is in the
// record once, as if nothing had happened.
func TestWatchKilled(t *testing.T) {
	const many, kills = 12, 8
	db := filepath.Join(t.TempDir(), "record.db")
	o := newOutlet(t)
	o.has("/feed", feedOf(o, 1, many))
	var whole strings.Builder
	for n := range 5 {
		fmt.Fprintf(&whole, `<item><guid>w%d</guid><title>Truce %[1]d</title><description><![CDATA[<p>%s</p>]]></description></item>`, n, strings.Repeat(fmt.Sprintf("Soldiers of Velm left village %d near Port Oster on Sunday, officials said. ", n), 5))
	}
	o.has("/whole", `<rss version="2.0"><channel><title>Velm Radio</title>`+whole.String()+`</channel></rss>`)
	random := rand.New(rand.NewPCG(3, 4))
	short := 0
	for range kills {
		command := itself(t, "watch", "--once", "--intranet", "--pause", "250ms", "--db", db, o.URL+"/feed", o.URL+"/whole")
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(300*time.Millisecond + time.Duration(random.Int64N(int64(2*time.Second))))
		if err := command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if command.Wait() != nil {
			short++
		}
		groups(t, db)
	}
	if short < 3 {
		t.Errorf("%d of %d runs were killed before they were done; too few to tell", short, kills)
	}
	if out, err := itself(t, "watch", "--once", "--intranet", "--pause", "5ms", "--db", db).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if _, checked := groups(t, db); checked.Articles != many+5 {
		t.Errorf("%d articles, want %d", checked.Articles, many+5)
	}
	again := 0
	for n := 1; n <= many; n++ {
		again += o.times(fmt.Sprint("/story/", n)) - 1
	}
	// A batch that was got and not added when the program was killed is got again.
	t.Logf("killed %d times before the end; %d pages were asked for again", short, again)
}

// TestWatchStops: a signal ends it with a whole record and without complaint.
func TestWatchStops(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	o := newOutlet(t)
	o.has("/feed", feedOf(o, 1, 1))
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		command := itself(t, "watch", "--intranet", "--pause", "5ms", "--db", db, o.URL+"/feed")
		var stdout, stderr bytes.Buffer
		command.Stdout, command.Stderr = &stdout, &stderr
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		for end := time.Now().Add(30 * time.Second); o.times("/story/1") == 0 && time.Now().Before(end); {
			time.Sleep(20 * time.Millisecond)
		}
		time.Sleep(time.Second)
		if err := command.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		slow := time.AfterFunc(20*time.Second, func() { command.Process.Kill() })
		err := command.Wait()
		slow.Stop()
		if err != nil || stderr.Len() > 0 {
			t.Errorf("%v ends it with %v, %s", signal, err, stderr.String())
		}
		if _, checked := groups(t, db); checked.Articles != 1 {
			t.Errorf("%d articles after %v: %s", checked.Articles, signal, stdout.String())
		}
	}
}
