package link_test

import (
	"path/filepath"
	"testing"

	"rapporteur/fixture"
)

// stories are those of a folder of testdata; what reports tell is joined by their
// days and over outlets, so each report needs both.
func stories(t testing.TB, dir string) []fixture.Story {
	t.Helper()
	out := fixture.Marked(t, filepath.Join("testdata", dir))
	for _, s := range out {
		for _, a := range s.Reports {
			if a.Publisher == "" || a.Published.IsZero() {
				t.Fatalf("%s: report %s has no Publisher or no Published", s.Name, a.Ref)
			}
		}
	}
	return out
}
