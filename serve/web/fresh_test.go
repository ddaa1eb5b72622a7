package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestPageThatIsLeftOpen learns of changes, and is not made anew without one.
func TestPageThatIsLeftOpen(t *testing.T) {
	reports := reported(t)[:3]
	b, _ := desk(t, reports...)
	b.open("/") // gives the browser its cookie
	p := b.open("/reports")
	poll := ""
	for _, n := range p.all("div") {
		if attribute(n, "id") == "fresh" {
			poll = attribute(n, "hx-get")
		}
	}
	again := func() int {
		request, err := http.NewRequest(http.MethodGet, b.at+"/reports", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("If-None-Match", p.Header.Get("ETag"))
		answer, err := b.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer.StatusCode
	}
	if got := b.open(poll); strings.Contains(got.Body, "changed") {
		t.Errorf("nothing has changed, and the page is told %s", got.Body)
	}
	if got := again(); got != http.StatusNotModified {
		t.Errorf("an unchanged page is answered with %d", got)
	}
	b.send(p, "confirm", "id", b.findingOf("/reports/"+reports[0].ID(), "f", "12"))
	if got := b.open(poll); !strings.Contains(got.Body, "The record has changed") || strings.Contains(got.Body, "hx-get") {
		t.Errorf("after a correction the page is told %s", got.Body)
	}
	if got := again(); got != http.StatusOK {
		t.Errorf("a changed page is answered with %d", got)
	}
	if got := b.get("/fresh?version=x"); got.Status != http.StatusBadRequest {
		t.Errorf("a version that is none: %d", got.Status)
	}
}
