package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// root is the directory of the module, where the commands of the README are run.
const root = "../.."

// published is the day on which the example reports came out.
const published = "2024-06-14"

// same compares what is printed with a file, or writes it there.
func same(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if at, line := difference(got, string(want)); at > 0 {
		t.Errorf("%s differs from what is printed at line %d: %q; see the difference, then run go test ./cmd/rapporteur -update", file, at, line)
	}
}

// difference is the first line, counted from 1, at which got differs from want.
func difference(got, want string) (int, string) {
	if got == want {
		return 0, ""
	}
	lines, wanted := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i, line := range lines {
		if i >= len(wanted) || line != wanted[i] {
			return i + 1, line
		}
	}
	return len(lines) + 1, ""
}

// TestDossiersOfTheExamples keeps what is printed of the reports that ship
// with the program, so that a change of reading is a change that is seen.
func TestDossiersOfTheExamples(t *testing.T) {
	t.Chdir(root)
	reports, err := filepath.Glob("testdata/reports/*.txt")
	if err != nil || len(reports) < 4 {
		t.Fatalf("%d example reports (%v)", len(reports), err)
	}
	for _, report := range reports {
		status, out, errors := ask("", "read", "--published", published, report)
		if status != 0 || errors != "" {
			t.Errorf("%s: status %d, %s", report, status, errors)
		}
		name := strings.TrimSuffix(filepath.Base(report), ".txt") + ".dossier"
		same(t, filepath.Join("testdata/reports", name), out)
	}
}
