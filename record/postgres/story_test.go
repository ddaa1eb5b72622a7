//go:build unix

package postgres_test

import (
	"testing"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/pipeline"
	"rapporteur/record/recordtest"
)

// TestStories: what a record tells of invented reports is what a person wrote
// down.
func TestStories(t *testing.T) {
	for _, s := range fixture.Stories(t, "../testdata/stories") {
		t.Run(s.Name, func(t *testing.T) {
			recordtest.Story(t, open, s.Reports, func(a *rapporteur.Article) *rapporteur.Reading {
				r, err := pipeline.Read(a)
				if err != nil {
					t.Fatal(err)
				}
				return r
			}, s.Want)
		})
	}
}
