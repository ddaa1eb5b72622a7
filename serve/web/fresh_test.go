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

// TestPanelAlone: where a script asks only for what is beside a page, it gets no more.
func TestPanelAlone(t *testing.T) {
	reports := reported(t)[:3]
	b, _ := desk(t, reports...)
	id := b.findingOf("/reports/"+reports[0].ID(), "f", "12")
	for path, want := range map[string]string{"/figures?finding=" + id: "What was read", "/figures": `<div id="panel"></div>`} {
		request, err := http.NewRequest(http.MethodGet, b.at+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("HX-Target", "panel")
		answer, err := b.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		p := b.read(answer, path)
		if !strings.Contains(p.Body, want) || strings.Contains(p.Body, "<table") || !strings.Contains(answer.Header.Get("Vary"), "HX-Target") {
			t.Errorf("%s answers %.300s", path, p.Body)
		}
		if whole := b.open(path); whole.Header.Get("ETag") == answer.Header.Get("ETag") || !strings.Contains(whole.Body, "<table") {
			t.Errorf("%s is one with its panel", path)
		}
	}
}
