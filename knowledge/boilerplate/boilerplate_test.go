package boilerplate

import (
	"slices"
	"strings"
	"testing"
)

// The linter of the tables: they are well formed, in small letters, and no class
// is missing or idle. That every phrase finds its own example is tested where
// words are compared, in language/sentence.
func TestTables(t *testing.T) {
	rows, err := read(phrases)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, row := range rows {
		words := strings.Join(row.Words, " ")
		if words != strings.ToLower(words) {
			t.Errorf("%q is not in small letters", words)
		}
		if row.Max < 1 || row.More < 0 || row.More > 0 && row.Where != Sentence && row.Where != Line {
			t.Errorf("%q has at most %d words and %d sentences more", words, row.Max, row.More)
		}
		if all := slices.DeleteFunc(slices.Clone(row.Words), func(w string) bool { return w == ".." }); len(all) == 0 {
			t.Errorf("%q is any sentence", words)
		}
		for _, w := range row.Words {
			if strings.HasPrefix(w, "<") {
				used[strings.Trim(w, "<>")] = true
			}
		}
	}
	for class, words := range Classes() {
		if !used[class] {
			t.Errorf("no phrase uses the class %q", class)
		}
		if sorted := slices.Sorted(slices.Values(words)); len(slices.Compact(sorted)) != len(words) {
			t.Errorf("a word stands twice in the class %q", class)
		}
		for _, w := range words {
			if w != strings.ToLower(w) {
				t.Errorf("%q of %q is not in small letters", w, class)
			}
		}
	}
}

// A row that is not what the head of the table says is a fault that names the row.
func TestFaults(t *testing.T) {
	const head = "words\twhere\tmax\tmore\texample\n"
	for _, row := range []string{
		"read more\tline\tmany\t0\tRead more", "read more\tline\t3\t\tRead more", "read more\tanywhere\t3\t0\tRead more",
		"\tline\t3\t0\tRead more", "read more\tline\t3\t0",
	} {
		if _, err := read(head + row); err == nil {
			t.Errorf("%q is read without an error", row)
		}
	}
}
