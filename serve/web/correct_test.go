package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// findingOf is the id of a finding of a kind whose line on the page of a report
// has some words.
func (b *browser) findingOf(path, kind, line string) string {
	b.Helper()
	p := b.open(path)
	for _, n := range p.all("a") {
		link, err := url.Parse(attribute(n, "href"))
		if err == nil && strings.HasPrefix(link.Query().Get("finding"), kind) && strings.Contains(words(text(n)), line) {
			return link.Query().Get("finding")
		}
	}
	b.Fatalf("%s opens no finding of the kind %s with %q", path, kind, line)
	return ""
}

func TestCorrectWhereTheErrorIsSeen(t *testing.T) {
	reports := reported(t)
	b, r := desk(t, reports...)
	path := "/reports/" + reports[0].ID()
	id := b.findingOf(path, "f", "12")
	p := b.open(path + "?finding=" + id)
	for _, want := range []string{"What was read", "Is it right?", "How it was found", "Shelling killed 12 civilians in El Fasher on Sunday"} {
		if !p.has(want) {
			t.Errorf("an open finding does not show %q", want)
		}
	}
	done := b.send(p, "recode", "id", id, "field", "value", "value", "21", "why", "the army's own paper")
	if done.Status != http.StatusOK || done.At.Query().Get("done") != "1" || done.At.Query().Get("finding") != id {
		t.Fatalf("a correction leads to %s, which answers %d: %.300s", done.At, done.Status, done.Body)
	}
	if !done.has("Kept as correction 1") || !done.has("21") {
		t.Error("the page does not show what was corrected")
	}
	if rows := b.open("/figures?above=20&type=killed"); !rows.has("21") {
		t.Error("the table does not show what was corrected")
	}
	undone := b.send(done, "undo", "undoes", "1")
	if !undone.has("Taken back") {
		t.Errorf("undoing leads to %s", undone.At)
	}
	if rows := b.open("/figures?above=20&type=killed"); rows.has("21 killed") {
		t.Error("the table still shows what was undone")
	}
	log := b.open("/corrections")
	for _, want := range []string{"Sets value of the figure to “21”", "the army's own paper", "Takes back correction 1", "Brin Marsh", "undone"} {
		if !log.has(want) {
			t.Errorf("the log does not show %q", want)
		}
	}
	before := strings.Count(b.open("/figures?type=killed").Body, `data-f="f`)
	for _, action := range []string{"confirm", "reject"} {
		if p := b.send(b.open(path), action, "id", id); p.Status != http.StatusOK {
			t.Errorf("%s: %d %.200s", action, p.Status, p.Body)
		}
	}
	if after := strings.Count(b.open("/figures?type=killed").Body, `data-f="f`); after != before-1 {
		t.Errorf("of %d figures %d are left when one is rejected", before, after)
	}
	if kept, err := r.Corrections(t.Context()); err != nil || len(kept) != 4 {
		t.Errorf("the log has %d corrections: %v", len(kept), err)
	}
}

func TestMergeByPicking(t *testing.T) {
	reports := reported(t)
	b, _ := desk(t, reports...)
	talks := ""
	for _, n := range b.open("/").all("a") {
		if href := attribute(n, "href"); strings.HasPrefix(href, "/talks/") && strings.Contains(text(n), "Jeddah") {
			talks = strings.TrimPrefix(href, "/talks/")
		}
	}
	p := b.open("/?pick=" + talks)
	other := ""
	for _, n := range p.all("input") {
		if attribute(n, "name") == "other" {
			other = attribute(n, "value")
		}
	}
	if talks == "" || other == "" || !p.has("Which of these is the same as") {
		t.Fatalf("nothing can be picked for %q", talks)
	}
	before := strings.Count(p.Body, `class="name row"`)
	if done := b.send(p, "merge", "id", talks, "other", other, "back", "/"); done.Status != http.StatusOK {
		t.Fatalf("%d %.300s", done.Status, done.Body)
	}
	after := b.open("/")
	if n := strings.Count(after.Body, `class="name row"`); n != before-1 {
		t.Errorf("there were %d negotiations, and merging two leaves %d", before, n)
	}
	b.send(after, "undo", "undoes", "1")
	if n := strings.Count(b.open("/").Body, `class="name row"`); n != before {
		t.Errorf("undoing it leaves %d of %d", n, before)
	}
	if done := b.send(b.open("/"), "rename", "id", talks, "value", "The Jeddah track"); !done.has("The Jeddah track") {
		t.Error("a renamed negotiation has its old name")
	}
}

func TestFormsFromElsewhere(t *testing.T) {
	reports := reported(t)[:1]
	b, r := desk(t, reports...)
	id := b.findingOf("/reports/"+reports[0].ID(), "f", "12")
	p := b.open("/")
	for name, change := range map[string][]string{
		"no token":                {"form", ""},
		"somebody else's token":   {"form", strings.Repeat("0", 64)},
		"token of another cookie": {"form", newBrowser(t, New(r, Options{})).token()},
	} {
		if got := b.send(p, "reject", append([]string{"id", id}, change...)...); got.Status != http.StatusForbidden {
			t.Errorf("%s: %d", name, got.Status)
		}
	}
	for name, fields := range map[string][]string{
		"no such action":  {"action", "burn", "id", id},
		"no such finding": {"action", "reject", "id", "f00000000000000"},
		"no id":           {"action", "reject", "id", "x"},
		"bad number":      {"action", "undo", "undoes", "x"},
		"bad field":       {"action", "recode", "id", id, "field", "colour", "value", "red"},
		"bad value":       {"action", "recode", "id", id, "field", "value", "value", "red"},
	} {
		if got := b.send(p, fields[1], append(fields, "back", "/")...); got.Status != http.StatusBadRequest && got.Status != http.StatusNotFound {
			t.Errorf("%s: %d", name, got.Status)
		}
	}
	if kept, err := r.Corrections(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("%d corrections were kept: %v", len(kept), err)
	}
	if got := b.send(p, "confirm", "id", id, "back", "https://elsewhere.example/"); got.At.Host != p.At.Host {
		t.Errorf("a form leads to %s", got.At)
	}
}

func TestLocalPath(t *testing.T) {
	for path, want := range map[string]string{
		"/events?a=b": "/events?a=b", "": "/", "//elsewhere.example": "/", "/\\elsewhere.example": "/", "https://elsewhere.example": "/", "javascript:alert(1)": "/", "/a\r\nb": "/",
	} {
		if got := LocalPath(path); got != want {
			t.Errorf("%q leads to %q", path, got)
		}
	}
}
