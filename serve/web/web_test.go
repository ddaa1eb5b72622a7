package web

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/pipeline"
	"rapporteur/record"
	"rapporteur/record/sqlite"
)

// stories are invented reports of many negotiations; see record/link.
const stories = "../../record/link/testdata/stories"

// newRecord is a record of articles, read with the quick reader.
func newRecord(t testing.TB, articles ...*rapporteur.Article) *record.Record {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(store, record.Options{Models: "test", Now: clock})
	t.Cleanup(func() { r.Close() })
	var entries []record.Entry
	for _, a := range articles {
		read, err := pipeline.Read(a)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, record.Entry{Seen: a, Reading: read})
	}
	if _, err := r.Add(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	return r
}

func clock() time.Time { return time.Date(2025, 5, 1, 8, 0, 0, 0, time.UTC) }

// reported are the reports of stories.
func reported(t testing.TB) []*rapporteur.Article {
	t.Helper()
	var out []*rapporteur.Article
	for _, s := range fixture.Marked(t, stories) {
		for _, a := range s.Reports {
			a.URL = "https://news.example/" + url.PathEscape(a.Ref)
			out = append(out, a)
		}
	}
	return out
}

// A browser is one that keeps cookies and runs no scripts.
type browser struct {
	testing.TB
	*http.Client
	at string // address of the server
}

func newBrowser(t testing.TB, h http.Handler) *browser {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t, &http.Client{Jar: jar}, server.URL}
}

func desk(t testing.TB, articles ...*rapporteur.Article) (*browser, *record.Record) {
	t.Helper()
	r := newRecord(t, articles...)
	return newBrowser(t, New(r, Options{Who: "Brin Marsh", Log: slog.New(slog.DiscardHandler), Version: "test", Now: clock})), r
}

// open gets a page, which must be there.
func (b *browser) open(path string) *page {
	b.Helper()
	p := b.get(path)
	if p.Status != http.StatusOK {
		b.Fatalf("%s answers %d: %.300s", path, p.Status, p.Body)
	}
	return p
}

func (b *browser) get(path string) *page {
	b.Helper()
	answer, err := b.Get(b.at + path)
	if err != nil {
		b.Fatal(err)
	}
	return b.read(answer, path)
}

// send posts a form of a page, with the fields that the page gave it and others.
func (b *browser) send(p *page, action string, fields ...string) *page {
	b.Helper()
	token := p.token()
	if token == "" {
		token = b.token()
	}
	values := url.Values{"form": {token}, "back": {p.Path}, "action": {action}, "who": {"Brin Marsh"}}
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	answer, err := b.PostForm(b.at+"/corrections", values)
	if err != nil {
		b.Fatal(err)
	}
	return b.read(answer, "/corrections")
}

func (b *browser) read(answer *http.Response, path string) *page {
	b.Helper()
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.Fatal(err)
	}
	p := &page{Path: path, At: answer.Request.URL, Status: answer.StatusCode, Header: answer.Header, Body: string(body)}
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		if p.Root, err = html.Parse(strings.NewReader(p.Body)); err != nil {
			b.Fatal(err)
		}
	}
	return p
}

// A page is one that was got.
type page struct {
	Path   string
	At     *url.URL // where redirections led
	Status int
	Header http.Header
	Body   string
	Root   *html.Node
}

// all are the elements of a name, all where it is "".
func (p *page) all(name string) (out []*html.Node) {
	if p.Root == nil {
		return nil
	}
	for n := range p.Root.Descendants() {
		if n.Type == html.ElementNode && (name == "" || n.Data == name) {
			out = append(out, n)
		}
	}
	return out
}

func (p *page) token() string {
	for _, n := range p.all("input") {
		if attribute(n, "name") == "form" {
			return attribute(n, "value")
		}
	}
	return ""
}

// token is that of the forms of a finding, any.
func (b *browser) token() string {
	b.Helper()
	for _, n := range b.open("/actors").all("a") {
		if href := attribute(n, "href"); strings.Contains(href, "finding=") {
			path, _, _ := strings.Cut(href, "#")
			return b.open(path).token()
		}
	}
	b.Fatal("there is no finding to open")
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch d.Data {
		case "td", "th", "li", "p", "div", "dt", "dd", "h1", "h2", "h3", "summary", "label":
			b.WriteByte(' ')
		}
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// has reports whether the page shows words, blanks aside.
func (p *page) has(want string) bool {
	for _, n := range p.all("main") {
		if strings.Contains(words(text(n)), want) {
			return true
		}
	}
	return false
}

// faults are what no page may have.
func (p *page) faults() (out []string) {
	seen := map[string]bool{}
	last := 0
	for _, n := range p.all("") {
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"):
				out = append(out, fmt.Sprintf("<%s> has a script in %s", n.Data, a.Key))
			case a.Key == "style":
				out = append(out, fmt.Sprintf("<%s> has a style of its own", n.Data))
			case a.Key == "id" && seen[a.Val]:
				out = append(out, "two elements are called "+a.Val)
			case a.Key == "id":
				seen[a.Val] = true
			case (a.Key == "href" || a.Key == "src" || a.Key == "action") && !safeAddress(a.Val):
				out = append(out, fmt.Sprintf("<%s> leads to %s", n.Data, a.Val))
			}
		}
		switch n.Data {
		case "script":
			if !strings.HasPrefix(attribute(n, "src"), StaticPath) {
				out = append(out, "a script that is not of this server")
			}
		case "img", "iframe", "object", "embed", "base":
			out = append(out, "an element <"+n.Data+">")
		case "h1", "h2", "h3", "h4":
			level := int(n.Data[1] - '0')
			if level > last+1 {
				out = append(out, fmt.Sprintf("<%s> %q follows a heading of level %d", n.Data, words(text(n)), last))
			}
			last = level
		}
	}
	if n := len(p.all("h1")); n != 1 {
		out = append(out, fmt.Sprintf("there are %d main headings", n))
	}
	if titles := p.all("title"); len(titles) == 0 || words(text(titles[0])) == "" {
		out = append(out, "it has no title")
	}
	return out
}

func safeAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "" && u.Host == "" || u.Scheme == "https" || u.Scheme == "http")
}

// TestEveryLinkLeadsSomewhere goes through the pages from the first one on.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	b, _ := desk(t, reported(t)...)
	const most = 40 // of a kind
	queue, seen := []string{"/"}, map[string]bool{"/": true}
	kinds, queued := map[string]int{}, map[string]int{}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		p := b.get(path)
		if p.Status != http.StatusOK {
			t.Errorf("%s answers %d: %.200s", path, p.Status, p.Body)
			continue
		}
		kinds[strings.SplitN(p.At.Path, "/", 3)[1]]++
		if p.Root == nil || strings.HasSuffix(p.At.Path, ".html") {
			continue
		}
		for _, fault := range p.faults() {
			t.Errorf("%s: %s", path, fault)
		}
		for _, n := range p.all("a") {
			link, err := url.Parse(attribute(n, "href"))
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			if link.Path == "" && link.Fragment != "" && !slices.ContainsFunc(p.all(""), func(n *html.Node) bool { return attribute(n, "id") == link.Fragment }) {
				t.Errorf("%s: nothing is called %s", path, link.Fragment)
			}
			link.Fragment = ""
			if next := link.String(); link.Host == "" && next != "" && !seen[next] {
				seen[next] = true
				kind := strings.SplitN(link.Path+"/", "/", 3)[1]
				if queued[kind]++; queued[kind] > most {
					continue
				}
				queue = append(queue, next)
			}
		}
	}
	for _, kind := range []string{"talks", "reports", "findings", "events", "actors", "changes", "quotes", "figures", "corrections"} {
		if kinds[kind] == 0 {
			t.Errorf("no page of %s was seen among %v", kind, kinds)
		}
	}
}

// TestTextIsUntouched: whatever is marked in it, a report reads as it came.
func TestTextIsUntouched(t *testing.T) {
	reports := reported(t)
	b, _ := desk(t, reports...)
	show := "?show=talks&show=statements&show=events&show=figures&show=actors&show=places&show=dates"
	for _, a := range reports {
		p := b.open("/reports/" + a.ID() + show)
		for _, n := range p.all("div") {
			if attribute(n, "class") == "text" && words(text(n)) != words(a.Text) {
				t.Errorf("%s reads %q\nand should read %q", a.Ref, words(text(n)), words(a.Text))
			}
		}
		if marks := strings.Count(p.Body, `class="m `); marks < 3 {
			t.Errorf("%s has %d marks", a.Ref, marks)
		}
	}
}

func TestWrongQuestions(t *testing.T) {
	b, _ := desk(t, reported(t)[:3]...)
	for path, want := range map[string]int{
		"/nothing":                            404,
		"/reports/0123456789abcdef":           404,
		"/reports/not-an-id":                  404,
		"/findings/x":                         400,
		"/findings/e00000000000000":           404,
		"/talks/e00000000000000":              400,
		"/actors/a00000000000000":             404,
		"/events?since=someday":               400,
		"/events?sort=sideways":               400,
		"/events?after=nonsense":              400,
		"/figures?above=many":                 400,
		"/quotes?words=!":                     400,
		"/search?q=-only":                     400,
		"/events?talks=zzz":                   400,
		"/login":                              404,
		"/static/0/style.css":                 404,
		"/events?type=NONE":                   200,
		"/search?q=":                          200,
		"/reports?words=%22no+such+phrase%22": 200,
	} {
		p := b.get(path)
		if p.Status != want {
			t.Errorf("%s answers %d and should %d", path, p.Status, want)
		}
		if p.Root != nil {
			for _, fault := range p.faults() {
				t.Errorf("%s: %s", path, fault)
			}
		}
	}
}

// TestMapIsSteered: who comes closer sees the events of that part of the map, as table, on
// the map and in the address, without a script.
func TestMapIsSteered(t *testing.T) {
	b, _ := desk(t, reported(t)...)
	turn := func(p *page, name string) string {
		for _, n := range p.all("a") {
			if words(text(n)) == name && strings.Contains(attribute(n, "href"), "bbox=") {
				return attribute(n, "href")
			}
		}
		t.Fatalf("%s does not lead %s", p.Path, name)
		return ""
	}
	whole := b.open("/events/overview")
	closer := turn(whole, "Closer")
	if rows := len(b.open(closer).all("tr")); rows == 0 || rows >= len(b.open("/events").all("tr")) {
		t.Errorf("%s has %d rows", closer, rows)
	}
	part := b.open("/events/overview" + strings.TrimPrefix(closer, "/events"))
	if seen, all := len(part.all("circle")), len(whole.all("circle")); seen == 0 || seen >= all {
		t.Errorf("from closer %d places are seen, of %d", seen, all)
	}
	if !strings.Contains(b.open(closer).Body, `type="hidden" name="bbox"`) {
		t.Error("the filter forgets the part of the map")
	}
	east := turn(part, "East")
	for range 12 { // to the edge of the world, where it ends
		p := b.open("/events/overview" + strings.TrimPrefix(east, "/events"))
		for _, n := range p.all("a") {
			if words(text(n)) == "East" {
				east = attribute(n, "href")
			}
		}
	}
	if p := b.get("/events?bbox=1,2,3"); p.Status != http.StatusBadRequest || !p.has("west,south,east,north") {
		t.Errorf("half a box is answered with %d", p.Status)
	}
}

// TestDaysOfAMonth: of a month or less each day has a bar.
func TestDaysOfAMonth(t *testing.T) {
	b, _ := desk(t, reported(t)...)
	for question, unit := range map[string]string{"since=2025-03-01&until=2025-03-31": "By day", "since=2025-03-01&until=2025-05-31": "By month", "since=2025-03-01": "By month"} {
		if p := b.open("/events/overview?" + question); !p.has(unit) {
			t.Errorf("%s is not drawn %s", question, unit)
		}
	}
	p := b.open("/events/overview?since=2025-03-01&until=2025-03-31")
	days := 0
	for _, n := range p.all("a") {
		href := attribute(n, "href")
		if _, since, ok := strings.Cut(href, "since="); ok && strings.Contains(href, "until="+since[:10]) {
			days++
		}
	}
	if days < 2 {
		t.Errorf("%d days lead to their events", days)
	}
}
