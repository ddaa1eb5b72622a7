package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/fixture"
)

// lundazi is the stream of reports that a new user follows a negotiation with.
const lundazi = "../../testdata/reports/lundazi.jsonl"

// TestFollowedStory holds the stream that a new user adds to the story whose
// record is written down, and what add makes of it to what show tells.
func TestFollowedStory(t *testing.T) {
	var want bytes.Buffer
	lines := json.NewEncoder(&want)
	lines.SetEscapeHTML(false)
	for _, s := range fixture.Stories(t, "../../record/testdata/stories") {
		if s.Name != "lundazi" {
			continue
		}
		for _, a := range s.Reports {
			if err := lines.Encode(struct {
				Ref       string `json:"ref"`
				Title     string `json:"title"`
				Publisher string `json:"publisher"`
				Published string `json:"published"`
				Text      string `json:"text"`
			}{a.Ref, a.Title, a.Publisher, a.Published.Format(time.DateOnly), a.Text}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if *update {
		if err := os.WriteFile(lundazi, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(lundazi)
	if err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Fatalf("%s is not the story of record/testdata/stories (%v); run go test ./cmd/rapporteur -update", lundazi, err)
	}
	db := filepath.Join(t.TempDir(), "record.db")
	for _, c := range []struct{ args, out string }{
		{"add " + lundazi, ""},
		{"talks", "13 reports, 10 of them"},
		{"show lundazi", "WHERE THEY STAND"},
		{"changes --since 2031-03-01", "Malawi"},
	} {
		status, out, errs := ask("", append(strings.Fields(c.args), "--db", db)...)
		if status != allRead || !strings.Contains(out, c.out) {
			t.Errorf("%s: status %d, %q is not in\n%s%s", c.args, status, c.out, out, errs)
		}
	}
}
