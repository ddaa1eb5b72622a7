package eval

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the definitions of docs/evaluation.md and the scores anew")

// TestEvaluationPageHasTheDefinitions holds docs/evaluation.md to what Run
// prints.
func TestEvaluationPageHasTheDefinitions(t *testing.T) {
	page := filepath.Join("..", "docs", "evaluation.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- definitions -->\n", "<!-- end of definitions -->"
	before, rest, ok := strings.Cut(string(text), begin)
	shown, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the definitions between %q and %q", page, begin, end)
	}
	var want strings.Builder
	for _, task := range tasks {
		fmt.Fprintf(&want, "\n### %s\n\n%s\n", task.name, task.says)
	}
	want.WriteString("\n")
	if *update {
		if err := os.WriteFile(page, []byte(before+begin+want.String()+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != want.String() {
		t.Errorf("%s does not have the definitions that are printed; go test ./eval -run Page -update", page)
	}
}
