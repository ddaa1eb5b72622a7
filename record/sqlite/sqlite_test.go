package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/record"
	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
)

func open(t testing.TB) record.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecord(t *testing.T) { recordtest.Run(t, open) }

// TestOddPaths: what an address of a file would read as something else is a name.
func TestOddPaths(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a b.db", "a?mode=ro&x#1%20.db", "été.db", "record"} {
		s, err := sqlite.Open(t.Context(), filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s is not where it should be: %v", name, err)
		}
	}
}

func TestWhatIsNoRecord(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(file, []byte(strings.Repeat("Arden and Velm agreed to a truce. ", 100)), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(t.Context(), file); err == nil || !strings.Contains(err.Error(), "no record") {
		t.Errorf("a text file is opened: %v", err)
	}
	if _, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "none", "record.db")); err == nil {
		t.Error("a file in a folder that is not there is opened")
	}
}

// TestEngine: SQLite in Go asks for exactly one version of its C library, and
// another module must not raise it.
func TestEngine(t *testing.T) {
	const of, wants = "modernc.org/sqlite v1.60.1", "modernc.org/libc v1.77.1"
	content, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{of, wants} {
		if !strings.Contains(string(content), line) {
			t.Errorf("go.mod has not %q; %s asks for %s", line, of, wants)
		}
	}
}
