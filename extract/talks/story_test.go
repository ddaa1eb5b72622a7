package talks

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/fixture"
)

// A story is one file of testdata/reports or testdata/unseen: an invented
// report with the record it should make. Its headers say the stage, the venue,
// the parties, the mediators and whose a proposal is ("no talks" where nobody
// negotiates); the marks in its text are terms ("term 1 wages"), answers,
// positions ("position NAME: STANCE: ISSUE"), sticking points and what is
// awaited ("awaited NAME: WHAT").
type story struct {
	name, why string
	published time.Time
	text      string
	none      bool
	want      []item
}

// An item is one thing that a story should tell, or that a reading tells.
type item struct {
	kind string // party, mediator, stage, venue, term, answer, position, sticking, awaited
	of   string // whose it is, which it is
	span rapporteur.Span
}

// stories reads the files of a directory of testdata.
func stories(t testing.TB, dir string) []story {
	t.Helper()
	files, err := filepath.Glob("testdata/" + dir + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in testdata/%s (%v)", dir, err)
	}
	out := make([]story, len(files))
	for i, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if out[i], err = parseStory(string(b)); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[i].name = strings.TrimSuffix(filepath.Base(file), ".txt")
	}
	return out
}

// parseStory reads the headers and the marks of a story.
func parseStory(file string) (story, error) {
	head, body, ok := strings.Cut(file, "\ntext:\n")
	if !ok {
		return story{}, fmt.Errorf(`no line "text:" before the text`)
	}
	var s story
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		key, value, _ := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "# "):
			s.why = line[2:]
		case line == "no talks":
			s.none = true
		case key == "Published":
			day, err := time.Parse(time.DateOnly, value)
			if err != nil {
				return s, err
			}
			s.published = day
		case key == "talks":
			for part := range strings.SplitSeq(value, "; ") {
				kind, of, _ := strings.Cut(part, " ")
				s.want = append(s.want, item{kind: kind, of: of})
			}
		case key == "parties":
			for name := range strings.SplitSeq(value, "; ") {
				s.want = append(s.want, item{kind: "party", of: name})
			}
		case key == "mediators":
			for name := range strings.SplitSeq(value, "; ") {
				s.want = append(s.want, item{kind: "mediator", of: name})
			}
		case strings.HasPrefix(key, "proposal "):
			s.want = append(s.want, item{kind: "proposal", of: strings.TrimPrefix(value, "by ")})
		default:
			return s, fmt.Errorf("header %q is unknown", line)
		}
	}
	text, marks := fixture.Unmark(strings.Trim(body, "\n"))
	s.text = text
	for _, m := range marks {
		kind, rest, _ := strings.Cut(m.Label, " ")
		x := item{kind: strings.TrimSuffix(kind, ":"), span: m.Span}
		switch x.kind {
		case "term":
			_, x.of, _ = strings.Cut(rest, " ")
		case "answer":
			_, x.of, _ = strings.Cut(rest, " ")
		case "position":
			x.of = strings.Join(strings.SplitN(rest, ": ", 3)[:2], ": ")
		case "awaited":
			x.of, _, _ = strings.Cut(rest, ": ")
		case "sticking":
		default:
			return s, fmt.Errorf("mark %q is unknown", m.Label)
		}
		s.want = append(s.want, x)
	}
	if s.none != (len(s.want) == 0) || s.why == "" || s.published.IsZero() {
		return s, fmt.Errorf(`a story has a reason, a day, and either talks or the line "no talks"`)
	}
	return s, nil
}

// storyTexts are the texts of all stories.
func storyTexts(t testing.TB) []string {
	var out []string
	for _, dir := range []string{"reports", "unseen"} {
		for _, s := range stories(t, dir) {
			out = append(out, s.text)
		}
	}
	return out
}

// items are what a reading tells.
func items(in []rapporteur.Talks) []item {
	var out []item
	for _, t := range in {
		out = append(out, item{kind: "stage", of: t.Stage})
		if t.Venue != "" {
			out = append(out, item{kind: "venue", of: t.Venue})
		}
		for _, p := range t.Parties {
			out = append(out, item{kind: "party", of: p.Name})
		}
		for _, p := range t.Mediators {
			out = append(out, item{kind: "mediator", of: p.Name})
		}
		for _, p := range t.Proposals {
			if p.By != "" {
				out = append(out, item{kind: "proposal", of: p.By})
			}
			for _, x := range p.Terms {
				out = append(out, item{"term", x.Kind, x.Span})
			}
			for _, x := range p.Answers {
				out = append(out, item{"answer", x.Actor + ": " + x.Answer, x.Span})
			}
		}
		for _, x := range t.Positions {
			out = append(out, item{"position", x.Actor + ": " + x.Stance, x.Span})
		}
		for _, x := range t.StickingPoints {
			out = append(out, item{"sticking", "", x.Span})
		}
		for _, x := range t.Awaited {
			out = append(out, item{"awaited", x.From, x.Span})
		}
	}
	return out
}
