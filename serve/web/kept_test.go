package web

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
)

// another is a second browser that looks at the same pages.
func (b *browser) another() *browser {
	b.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	return &browser{b.TB, &http.Client{Jar: jar}, b.at}
}

// values are what the inputs of a name hold.
func (p *page) values(name string) (out []string) {
	for _, n := range p.all("input") {
		if attribute(n, "name") == name {
			out = append(out, attribute(n, "value"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestKeptPageIsNobodys: what one browser was shown is shown to another without the
// token and the name of the first.
func TestKeptPageIsNobodys(t *testing.T) {
	reports := reported(t)[:3]
	one, r := desk(t, reports...)
	path := "/reports/" + reports[0].ID()[:16] + "?finding=" + one.findingOf("/reports/"+reports[0].ID(), "f", "12")
	at, err := url.Parse(one.at)
	if err != nil {
		t.Fatal(err)
	}
	one.open("/")
	one.Jar.SetCookies(at, []*http.Cookie{{Name: whoCookie, Value: url.QueryEscape(`Élan "V" <b>`), Path: "/"}})
	first := one.open(path)
	other := one.another()
	second := other.open(path)
	again := one.open(path)
	if got := first.values("who"); !slices.Equal(got, []string{`Élan "V" <b>`}) {
		t.Errorf("who signed last signs as %q", got)
	}
	if got := second.values("who"); !slices.Equal(got, []string{"Brin Marsh"}) {
		t.Errorf("another signs as %q", got)
	}
	mine, theirs := first.values("form"), second.values("form")
	if len(mine) != 1 || len(theirs) != 1 || mine[0] == theirs[0] || len(mine[0]) != 64 || !slices.Equal(mine, again.values("form")) {
		t.Errorf("the tokens are %q, %q and again %q", mine, theirs, again.values("form"))
	}
	if strings.Contains(second.Body, mine[0]) || strings.Contains(second.Body, "Élan &#34;V") {
		t.Error("something of the first browser is in the page of the second")
	}
	for _, cookie := range first.Header.Values("Set-Cookie") {
		t.Errorf("a browser that has its cookie gets another: %s", cookie)
	}
	if got := other.send(second, "confirm", "id", other.findingOf("/reports/"+reports[0].ID(), "f", "12")); got.Status != http.StatusOK {
		t.Errorf("the second's own token is refused with %d", got.Status)
	}
	if log, err := r.Corrections(t.Context()); err != nil || len(log) != 1 {
		t.Errorf("%d corrections, %v", len(log), err)
	}
}

// TestCorrectionIsSeenAtOnce by everybody, in pages that were kept.
func TestCorrectionIsSeenAtOnce(t *testing.T) {
	reports := reported(t)[:3]
	b, _ := desk(t, reports...)
	other := b.another()
	id := b.findingOf("/reports/"+reports[0].ID(), "f", "12")
	path := "/findings/" + id
	other.open(path)
	b.send(b.open(path), "recode", "id", id, "field", "value", "value", "2718")
	if p := other.open(path); !strings.Contains(p.Body, "2718") {
		t.Error("another browser is shown what was before")
	}
	if p := other.open(path); strings.Contains(p.Body, "Kept as") {
		t.Error("another browser is told of a correction as of its own")
	}
}

// TestManyAtOnce: who asks the same at one time gets the same, each with a token
// that is good.
func TestManyAtOnce(t *testing.T) {
	b, _ := desk(t, reported(t)[:3]...)
	var group sync.WaitGroup
	var mu sync.Mutex
	tokens := map[string]bool{}
	for range 24 {
		group.Go(func() {
			one := b.another()
			answer, err := one.Get(one.at + "/events?type=ASSAULT&finding=" + url.QueryEscape(""))
			if err != nil {
				t.Error(err)
				return
			}
			defer answer.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			if answer.StatusCode != http.StatusOK || answer.Header.Get("ETag") != "" {
				t.Errorf("answered %d, with a tag before the browser has its cookie: %q", answer.StatusCode, answer.Header.Get("ETag"))
			}
			for _, cookie := range answer.Cookies() {
				tokens[cookie.Value] = true
			}
		})
	}
	group.Wait()
	if len(tokens) != 24 {
		t.Errorf("24 browsers have %d cookies", len(tokens))
	}
}
