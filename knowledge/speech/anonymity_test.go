package speech

import (
	"strings"
	"testing"
)

// The linter of anonymity.tsv: every pattern finds its own example, and plain
// sentences have none.
func TestAnonymity(t *testing.T) {
	rows, err := readPatterns(anonymity)
	if err != nil {
		t.Fatal(err)
	}
	next := 0
	for line := range strings.Lines(anonymity) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "words\t") {
			continue
		}
		_, example, _ := strings.Cut(line, "\t")
		words := strings.FieldsFunc(strings.ToLower(example), func(r rune) bool { return strings.ContainsRune(" .,“”", r) })
		found := false
		for i := range words {
			found = found || matches(rows[next], words[i:])
		}
		if !found {
			t.Errorf("%q does not have its words", line)
		}
		next++
	}
	if next != len(rows) {
		t.Errorf("%d rows, %d patterns", next, len(rows))
	}
	for _, plain := range []string{
		"the minister named a new envoy", "she did not name the envoy", "he was not at the talks", "the victims were identified on monday", "",
	} {
		if Anonymous(strings.Fields(plain)) {
			t.Errorf("%q asks for no anonymity", plain)
		}
	}
}
