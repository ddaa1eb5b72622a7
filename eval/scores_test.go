package eval

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/gold"
	"rapporteur/language"
	"rapporteur/pipeline"
)

// TestScores measures the whole program on the gold data and compares with the
// scores file: quality changes on purpose, and in the open.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("reads half a million words; run without -short")
	}
	data := gold.Shared(t, "data")
	for reader, name := range map[string]string{language.Quick: "scores.txt", language.Careful: "scores.careful.txt"} {
		t.Run(reader, func(t *testing.T) { testScores(t, data, reader, filepath.Join("testdata", name)) })
	}
}

func testScores(t *testing.T, data, reader, file string) {
	if kept, err := readScores(file); err != nil || len(kept) == 0 && !*update {
		t.Skipf("no scores are kept in %s (%v); write them with go test ./eval -run Scores -update", file, err)
	}
	p, err := pipeline.New(pipeline.Options{Reader: reader})
	if err != nil {
		t.Fatal(err)
	}
	reports, err := Suite(context.Background(), data, p.Read)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := UpdateScores(file, reports); err != nil {
			t.Fatal(err)
		}
		return
	}
	changed, err := CompareScores(file, reports)
	if err != nil {
		t.Fatal(err)
	}
	if len(changed) > 0 {
		t.Errorf("scores have changed (- in %s, + now); if that is meant, run go test ./eval -run Scores -update\n%s", file, strings.Join(changed, "\n"))
	}
}
