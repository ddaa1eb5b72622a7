package place

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
)

// TestResolve reads testdata/resolve.txt, which says at its head how.
func TestResolve(t *testing.T) {
	data, err := os.ReadFile("testdata/resolve.txt")
	if err != nil {
		t.Fatal(err)
	}
	marks := 0
	for _, report := range reports(string(data)) {
		text, want := fixture.Unmark(report)
		spans := make([]rapporteur.Span, len(want))
		for i, w := range want {
			spans[i] = w.Span
		}
		m := resolved(text, spans)
		for i, w := range want {
			marks++
			p := m.Place(i)
			if got := printed(p, w.Label); got != w.Label {
				t.Errorf("%q in %q: %s (%s, %.2f, %.2f); want %s", text[w.Span.Start:w.Span.End], text, got, p.Name, p.Lat, p.Lon, w.Label)
			}
		}
	}
	if marks < 90 {
		t.Errorf("only %d marked toponyms", marks)
	}
}

func TestPeoples(t *testing.T) {
	text, want := fixture.Unmark("[European]{- CONT} and [Darfuri]{SDN RGN} lawyers met a [Chechen]{RUS ADM1} and a [Syrian]{SYR PCLI} envoy in [Kosti]{SDN PPL}.")
	spans := make([]rapporteur.Span, len(want))
	for i, w := range want {
		spans[i] = w.Span
	}
	for i, p := range Resolve(&rapporteur.Article{Text: text}, spans) {
		if got := printed(p, want[i].Label); got != want[i].Label || p.Span != spans[i] {
			t.Errorf("%q: %s at %v; want %s", text[spans[i].Start:spans[i].End], got, p.Span, want[i].Label)
		}
	}
}

func resolved(text string, spans []rapporteur.Span) *Map {
	return resolve(&rapporteur.Article{Text: text}, spans)
}

// printed is a Place as the labels of resolve.txt write it, with the id where
// the label has one.
func printed(p rapporteur.Place, label string) string {
	if !p.Resolved {
		return strings.TrimSpace("? " + p.Country)
	}
	country := p.Country
	if country == "" {
		country = "-"
	}
	out := country + " " + p.Kind
	if strings.Count(label, " ") == 2 {
		out += " " + strconv.Itoa(p.GeoNamesID)
	}
	return strings.TrimSpace(out)
}

// reports are the paragraphs of a file of phrases, without its comments.
func reports(text string) []string {
	var out []string
	for _, block := range strings.Split(text, "\n\n") {
		var lines []string
		for line := range strings.Lines(block) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			out = append(out, strings.Join(lines, " "))
		}
	}
	return out
}
