package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/gold"
	"rapporteur/pipeline"
)

// TestPetrarchRecords holds the program to the test records of PETRARCH that it
// reads rightly: those whose CAMEO root codes are the record's, none where it has
// none. The rest are listed as known failures, most of them about Gondor and Mordor,
// which no table of countries has.
func TestPetrarchRecords(t *testing.T) {
	const file = "testdata/petrarch.txt"
	data := gold.Shared(t, "data/events")
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# The test records of PETRARCH, by file and number: read rightly, or known to be read otherwise.\n")
	b.WriteString("# Written by: go test ./eval -run PetrarchRecords -update. Not for editing by hand.\n")
	for _, name := range []string{"petrarch_gsr.dev.jsonl", "petrarch_unit.dev.jsonl"} {
		records, err := gold.All(gold.CodedSentences(filepath.Join(data, name)))
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range records {
			fmt.Fprintf(&b, "%s %d %s\n", name, i+1, map[bool]string{true: "right", false: "known failure"}[rightRoots(r, p.Read(r.Article).Findings.Events)])
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	was, is := strings.Split(string(kept), "\n"), strings.Split(b.String(), "\n")
	if len(was) != len(is) {
		t.Fatalf("%s has %d lines, there are %d records; write it with -update", file, len(was), len(is))
	}
	for i := range is {
		if was[i] != is[i] {
			t.Errorf("%s, was %s; if that is meant, run go test ./eval -run PetrarchRecords -update", is[i], was[i])
		}
	}
}

// rightRoots reports whether the events have the root codes of a record and no
// others.
func rightRoots(want *gold.CodedSentence, got []rapporteur.Event) bool {
	c := Roots(want, got)[rootCodes]
	return c.Found == c.Gold && c.Predicted == c.Right
}
