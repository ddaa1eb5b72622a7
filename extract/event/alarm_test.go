package event

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture/treebank"
	"rapporteur/language"
)

// TestFalseAlarms reads texts that tell of nothing that happened: denials, conditions,
// wishes, games, storms, films, history, figures of speech.
func TestFalseAlarms(t *testing.T) {
	if n := len(sayings(t, alarms)); n < 100 {
		t.Errorf("%d texts, want 100", n)
	}
	t.Run("quick", func(t *testing.T) { readAlarms(t, language.Quick, parses) })
	t.Run("careful", func(t *testing.T) { readAlarms(t, language.Careful, carefulParses) })
}

func readAlarms(t *testing.T, reader string, parses *treebank.File) {
	all := sayings(t, alarms)
	silent := 0
	for i, d := range parses.Documents(t, corpusTexts(t, alarms)) {
		s := all[i]
		if len(s.want) > 1 {
			t.Fatalf("%q: a text of false alarms has one expectation", s.text)
		}
		bad := alarmed(t, s.want, readOn(d).Events)
		why := s.why(reader)
		if len(bad) == 0 {
			silent++
		}
		switch {
		case len(bad) == 0 && why != "":
			t.Errorf("%s: %q is right now; take its %q away", s.about, s.text, "? "+why)
		case len(bad) > 0 && why == "":
			t.Errorf("%s: %q\n  tells  %s\n  wanted %s", s.about, s.text, strings.Join(bad, "\n         "), strings.Join(append(s.want, ""), ""))
		case len(bad) > 0:
			t.Logf("%s: known: %s", s.about, why)
		}
	}
	t.Logf("%d of %d right", silent, len(all))
}

// alarmed are the events that a text of false alarms must not tell; want is empty for a
// text that must tell none.
func alarmed(t *testing.T, want []string, events []rapporteur.Event) []string {
	var bad []string
	for _, e := range events {
		asserted := e.Status == rapporteur.StatusHappened || e.Status == rapporteur.StatusOngoing
		ok := false
		if len(want) > 0 {
			switch kind, rest, _ := strings.Cut(want[0], " "); kind {
			case "unreal":
				ok = !asserted
			case "only":
				ok = !asserted || slices.Contains(strings.Fields(rest), e.Type)
			case "history":
				ok = e.Historical
			default:
				t.Fatalf("%q is no expectation of a text of false alarms", want[0])
			}
		}
		if !ok {
			bad = append(bad, e.String())
		}
	}
	return bad
}
