package words

import (
	"slices"
	"strings"
	"testing"
)

// The linter of the lists.
func TestListsAreSortedAndLower(t *testing.T) {
	for name, text := range map[string]string{
		"abbreviations.txt": abbreviations, "titles.txt": titles, "prefixes.txt": prefixes, "contractions.tsv": contractions, "verbs.txt": verbs,
	} {
		rows := lines(text)
		if len(rows) == 0 {
			t.Errorf("%s: empty", name)
		}
		if !slices.IsSorted(rows) {
			t.Errorf("%s: not sorted", name)
		}
		for i, row := range rows {
			if row != strings.ToLower(row) {
				t.Errorf("%s: %q is not in lower case", name, row)
			}
			if i > 0 && row == rows[i-1] {
				t.Errorf("%s: %q stands twice", name, row)
			}
			if strings.HasSuffix(row, ".") {
				t.Errorf("%s: %q is written without its final stop", name, row)
			}
			if (name == "contractions.tsv") != (strings.Count(row, "\t") == 1) {
				t.Errorf("%s: %q has the wrong number of columns", name, row)
			}
		}
	}
}

func TestContractionsGiveTheFirstLength(t *testing.T) {
	if got := Contractions()["cannot"]; got != 3 {
		t.Errorf("cannot is split at %d, want 3", got)
	}
}

func TestTitlesAreAbbreviations(t *testing.T) {
	for title := range Titles() {
		if !Abbreviations()[title] {
			t.Errorf("titles.txt: %q is missing in abbreviations.txt", title)
		}
	}
}
