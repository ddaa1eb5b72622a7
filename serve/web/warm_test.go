package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// TestWarm: after a change the pages that everybody begins with and those that were
// looked at last are there before somebody asks, and nobody's browser is in them.
func TestWarm(t *testing.T) {
	reports := reported(t)[:3]
	b, r := desk(t, reports...)
	id := b.findingOf("/reports/"+reports[0].ID(), "f", "12")
	s := New(r, Options{Log: slog.New(slog.DiscardHandler), Version: "test", Now: clock})
	at := newBrowser(t, s)
	at.open("/reports/" + reports[0].ID())
	at.get("/nothing")
	if got := s.visits.all(); len(got) != 1 {
		t.Errorf("looked at was %q", got)
	}
	b.send(b.open("/findings/"+id), "confirm", "id", id)
	version, err := r.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	end := s.KeepWarm(t.Context())
	defer end()
	for _, path := range append(warmed(), "/reports/"+reports[0].ID()) {
		question := s.question(version, httptest.NewRequest(http.MethodGet, path, nil))
		for tries := 0; ; tries++ {
			a, keep, err := s.kept.Find(t.Context(), question)
			if err != nil || tries == 500 {
				t.Fatalf("%s is not there, %v", path, err)
			}
			if a != nil {
				break
			}
			keep(nil)
			time.Sleep(10 * time.Millisecond)
		}
	}
	if got := s.visits.all(); len(got) != 1 {
		t.Errorf("what nobody looked at is remembered: %q", got)
	}
}
