package link_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

// A story is a file of invented reports in the form of fixture.Story, with the
// expectation marked within the texts or in files of its own.
type story struct {
	name    string
	reports []*rapporteur.Article // Ref is the name of the file without .txt
	other   map[string]string     // files that are no reports
}

func stories(t testing.TB, dir string) []story {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", dir, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in testdata/%s (%v)", dir, err)
	}
	var out []story
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := story{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), other: map[string]string{}}
		parts := strings.Split("\n"+string(text), "\n-- ")
		for _, part := range parts[1:] {
			name, body, ok := strings.Cut(part, " --\n")
			if !ok {
				t.Fatalf("%s: no file begins at %.30q", file, part)
			}
			if ref, isReport := strings.CutSuffix(name, ".txt"); isReport {
				a := report(t, body)
				a.Ref = ref
				s.reports = append(s.reports, a)
			} else {
				s.other[name] = body
			}
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b story) int { return strings.Compare(a.name, b.name) })
	return out
}

func report(t testing.TB, body string) *rapporteur.Article {
	t.Helper()
	head, text, _ := strings.Cut(body, "\n\n")
	if first, _, _ := strings.Cut(body, "\n"); !strings.Contains(head, "\nPublished") || !strings.HasPrefix(first, "Publisher: ") {
		t.Fatalf("a report begins with its Publisher and Published, not %.40q", body)
	}
	a := &rapporteur.Article{}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "Publisher":
			a.Publisher = value
		case "Published":
			day, err := time.Parse(time.DateOnly, value)
			if err != nil {
				t.Fatal(err)
			}
			a.Published = day
		}
	}
	a.Text = strings.TrimSpace(text)
	return a
}
