package record

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
)

func TestIDs(t *testing.T) {
	article := strings.Repeat("9ab61c2d", 8)
	id := newID(article, KindEvent, rapporteur.Span{Start: 3, End: 8}, 0)
	if s := id.String(); len(s) != 15 || !strings.HasPrefix(s, "e9ab61c2d") || id.Kind() != KindEvent || id.Head() != "9ab61c2d" {
		t.Errorf("%s is of kind %s in %s", s, id.Kind(), id.Head())
	}
	if again, err := ParseID(id.String()); err != nil || again != id {
		t.Errorf("%s is read as %s, %v", id, again, err)
	}
	for _, other := range []ID{
		newID(article, KindEvent, rapporteur.Span{Start: 3, End: 9}, 0), newID(article, KindFigure, rapporteur.Span{Start: 3, End: 8}, 0),
		newID(article, KindEvent, rapporteur.Span{Start: 3, End: 8}, 1), newID("0"+article[1:], KindEvent, rapporteur.Span{Start: 3, End: 8}, 0),
	} {
		if other == id {
			t.Errorf("%s names two findings", id)
		}
	}
	for _, bad := range []string{"", "e", "z3f09ab61c2d4e5", "e3f09ab61c2d4e", "e3f09ab61c2d4eg", "e3f09ab61c2d4e5a"} {
		if id, err := ParseID(bad); err == nil {
			t.Errorf("%q is read as %s", bad, id)
		}
	}
}

// TestSameWords: two findings of one kind at the same words have two names.
func TestSameWords(t *testing.T) {
	at := rapporteur.Span{Start: 3, End: 8}
	f := &rapporteur.Findings{Events: []rapporteur.Event{{Anchor: at}, {Anchor: at}, {}}, Talks: []rapporteur.Talks{{}, {}}}
	seen := map[ID]bool{}
	for _, x := range findingsOf(strings.Repeat("0", 64), f) {
		if seen[x.id] {
			t.Errorf("%s names two findings", x.id)
		}
		seen[x.id] = true
	}
	if len(seen) != 5 {
		t.Errorf("%d findings, want 5", len(seen))
	}
}

func TestWords(t *testing.T) {
	for query, want := range map[string]string{
		"prisoner exchange":       "[prisoner] [exchange]",
		`"prisoner exchange" aid`: "[prisoner exchange] [aid]",
		`-truce cease* "open`:     "-[truce] [cease]* [open]",
		"Velm's, (truce)":         "[Velm s] [truce]",
		" - !":                    "",
	} {
		var got []string
		for _, term := range ParseWords(query) {
			s := fmt.Sprint(term.Words)
			if term.Not {
				s = "-" + s
			}
			if term.Prefix {
				s += "*"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is read as %s, want %s", query, s, want)
		}
	}
}

func TestDays(t *testing.T) {
	for date, want := range map[string]string{
		"2024": "2024-01-01 2024-12-31", "2024-02": "2024-02-01 2024-02-29", "2024-03-11": "2024-03-11 2024-03-11",
		"2024-02/2024-03-11": "2024-02-01 2024-03-11", "": " ", "soon": " ", "2024-02-30": " ", "2024-W11": " ",
	} {
		if from, to := days(date); from+" "+to != want {
			t.Errorf("%s is %s to %s, want %s", date, from, to, want)
		}
	}
}
