package pipeline

import (
	"testing"

	"rapporteur"
	"rapporteur/fixture"
)

// TestStories reads the invented reports of testdata/stories from end to end and
// compares with the record that they should make.
func TestStories(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range fixture.Stories(t, "../testdata/stories") {
		t.Run(s.Name, func(t *testing.T) {
			var readings []*rapporteur.Reading
			for _, a := range s.Reports {
				readings = append(readings, p.Read(a))
			}
			s.Check(t, readings...)
		})
	}
}
