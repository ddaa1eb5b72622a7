package place

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/knowledge/gazetteer"
)

// TestConflicts reads testdata/conflicts.txt, which says at its head how: each
// line is a report of its own.
func TestConflicts(t *testing.T) {
	data, err := os.ReadFile("testdata/conflicts.txt")
	if err != nil {
		t.Fatal(err)
	}
	marks := 0
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		text, want := fixture.Unmark(strings.TrimSpace(line))
		spans := make([]rapporteur.Span, len(want))
		for i, w := range want {
			spans[i] = w.Span
		}
		for i, p := range Resolve(&rapporteur.Article{Text: text}, spans) {
			marks++
			f := strings.Fields(want[i].Label)
			country := p.Country
			if country == "" {
				country = "-"
			}
			if !p.Resolved || country != f[0] || len(f) == 3 && apart(t, p, f[1], f[2]) > reach(p) {
				t.Errorf("%q in %q: %s, %s %s (%.2f, %.2f); want %s", text[p.Span.Start:p.Span.End], text, p.Name, p.Kind, country, p.Lat, p.Lon, want[i].Label)
			}
		}
	}
	if marks < 170 {
		t.Errorf("only %d marked toponyms", marks)
	}
}

// reach is how far the middle of a place may be from where another puts it.
func reach(p rapporteur.Place) float64 {
	if gazetteer.KindOf(p.Kind) == gazetteer.KindTown || gazetteer.KindOf(p.Kind) == gazetteer.KindSite {
		return 40
	}
	return 250
}

func apart(t *testing.T, p rapporteur.Place, lat, lon string) float64 {
	t.Helper()
	y, err1 := strconv.ParseFloat(lat, 64)
	x, err2 := strconv.ParseFloat(lon, 64)
	if err1 != nil || err2 != nil {
		t.Fatalf("label of %s: %q, %q are no degrees", p.Name, lat, lon)
	}
	a, b := newCandidate(gazetteer.Entry{Lat: p.Lat, Lon: p.Lon}), newCandidate(gazetteer.Entry{Lat: y, Lon: x})
	return a.distance(&b)
}
