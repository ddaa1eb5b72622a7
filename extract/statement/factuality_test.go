package statement_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/language"
	"rapporteur/pipeline"
)

// An act is words of a sentence with what the sentence says of their reality.
type act struct {
	line       int
	phenomenon string
	text       string
	words      rapporteur.Span
	status     string // "-" where nothing may have happened, "" where it is not asked
	by         string
}

func acts(t *testing.T) []act {
	t.Helper()
	b, err := os.ReadFile("testdata/factuality/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []act
	phenomenon := ""
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if after, found := strings.CutPrefix(line, "= "); found {
			phenomenon, _, _ = strings.Cut(after, ":")
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		text, marks := fixture.Unmark(line)
		if len(marks) != 1 {
			t.Fatalf("line %d: %d acts are marked; want one", i+1, len(marks))
		}
		status, by, _ := strings.Cut(" "+marks[0].Label, " by ")
		out = append(out, act{i + 1, phenomenon, text, marks[0].Span, strings.TrimSpace(status), by})
	}
	return out
}

// TestFactuality reads the sentences with both readers: whose word an act stands
// on, and whether it has happened.
func TestFactuality(t *testing.T) {
	for _, reader := range []string{language.Quick, language.Careful} {
		if reader == language.Careful && testing.Short() {
			continue
		}
		p, err := pipeline.New(pipeline.Options{Reader: reader})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range acts(t) {
			r := p.Read(&rapporteur.Article{Text: a.text, Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)})
			for _, fault := range a.faults(r.Findings) {
				t.Errorf("%s reader, line %d (%s): %q: %s", reader, a.line, a.phenomenon, a.text, fault)
			}
		}
	}
}

func (a act) faults(f *rapporteur.Findings) []string {
	var out []string
	if by := sayer(f.Statements, a.words); !strings.EqualFold(by, a.by) {
		out = append(out, fmt.Sprintf("said by %q; want %q", by, a.by))
	}
	if a.status == "" {
		return out
	}
	var event *rapporteur.Event
	for i := range f.Events {
		if f.Events[i].Anchor.Overlaps(a.words) {
			event = &f.Events[i]
			break
		}
	}
	switch {
	case a.status == "-":
		if event != nil && (event.Status == rapporteur.StatusHappened || event.Status == rapporteur.StatusOngoing) {
			out = append(out, fmt.Sprintf("%s has happened; want nothing that has", event))
		}
	case event == nil:
		out = append(out, "no event; want one "+a.status)
	case event.Status != a.status:
		out = append(out, fmt.Sprintf("%s is %s; want %s", event, event.Status, a.status))
	case !strings.EqualFold(event.AttributedTo, a.by):
		out = append(out, fmt.Sprintf("%s is claimed by %q; want %q", event, event.AttributedTo, a.by))
	}
	return out
}

// sayer is the speaker of the innermost statement that holds the words: "" where
// none does, "?" where nobody is named.
func sayer(statements []rapporteur.Statement, words rapporteur.Span) string {
	by, size := "", 0
	for _, s := range statements {
		for _, c := range s.Content {
			if c.Contains(words) && (by == "" || c.Len() < size) {
				if by, size = s.Speaker.Name, c.Len(); by == "" {
					by = "?"
				}
			}
		}
	}
	return by
}
