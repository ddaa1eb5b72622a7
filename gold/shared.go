package gold

import (
	"os"
	"path/filepath"
)

// TB is the part of testing.TB that Shared needs: importing testing here would
// put it into the program.
type TB interface {
	Helper()
	Fatalf(format string, args ...any)
	Skipf(format string, args ...any)
}

// Shared is the path of a file or folder of the shared data, which lie beside
// the module in ../shared; the test is skipped where they are not there.
func Shared(t TB, elements ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatalf("finding the module: %v", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatalf("no go.mod above this test: run it inside the module")
		}
		dir = up
	}
	path := filepath.Join(append([]string{dir, "..", "shared"}, elements...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s, which is not there: put the shared data beside the module", path)
	}
	return path
}
