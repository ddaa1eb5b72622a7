package speech

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/fixture"
)

// The linter of cues.tsv.
func TestCues(t *testing.T) {
	if !strings.HasPrefix(cues, "# ") || !strings.Contains(cues, "# Columns") {
		t.Error("does not begin with an explanation of its columns")
	}
	rows, err := read(cues)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 || len(rows) != len(Cues()) {
		t.Fatalf("%d rows", len(rows))
	}
	seen := map[string]bool{}
	last := ""
	for _, c := range rows {
		name := strings.Join(c.Words, " ")
		key := string('0'+rune(c.Class)) + name
		switch {
		case name != strings.ToLower(name):
			t.Errorf("%q is not in lower case", name)
		case seen[key]:
			t.Errorf("%q stands twice", name)
		case key < last:
			t.Errorf("%q is not where the alphabet has it", name)
		}
		seen[key], last = true, key
		checkExample(t, name, c.Example)
	}
}

// checkExample asks for one speaker, one cue and content, each of whole words.
func checkExample(t *testing.T, name, example string) {
	text, marks := fixture.Unmark(example)
	count := map[string]int{}
	for _, m := range marks {
		count[m.Label]++
		if words := text[m.Span.Start:m.Span.End]; words == "" || words != strings.Trim(words, " .") {
			t.Errorf("%q: the mark {%s} holds %q", name, m.Label, words)
		}
	}
	if count["speaker"] != 1 || count["cue"] != 1 || count["content"] == 0 || len(count) != 3 {
		t.Errorf("%q: the example has the marks %v, want one speaker, one cue, and content", name, count)
	}
}

func TestLookup(t *testing.T) {
	for lemma, want := range map[string][]string{
		"say": {"say"}, "point": {"point out"}, "in": {"in the view of", "in the words of"}, "sail": nil,
	} {
		var got []string
		for _, c := range Lookup(lemma) {
			got = append(got, strings.Join(c.Words, " "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("cues that begin with %q: %q, want %q", lemma, got, want)
		}
	}
}

func TestReadNamesTheRow(t *testing.T) {
	for _, row := range []string{"say\tverb\tthat", "say\tverb\tthatt\tany\t\t\tx", "say\tverbs\tthat\tany\t\t\tx", "say\tverb\tthat\tall\t\t\tx", "say\tverb\tthat\tany\tno\t\tx"} {
		if _, err := read("cue\tpos\ttakes\tby\tdenies\tnot\texample\n" + row + "\n"); err == nil || !strings.Contains(err.Error(), row[:3]) {
			t.Errorf("row %q: error %v", row, err)
		}
	}
}

// The linter of nouns.tsv.
func TestNouns(t *testing.T) {
	all, err := readNouns(nouns)
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	used := Role(0)
	for line := range strings.Lines(nouns) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "noun\tclass" {
			continue
		}
		if line != strings.ToLower(line) || line <= last || strings.Count(line, "\t") != 1 {
			t.Errorf("%q is not in small letters, not where the alphabet has it, or not two cells", line)
		}
		last = line
	}
	for _, r := range all {
		used |= r
	}
	for class, r := range roles {
		if used&r == 0 || !strings.Contains(nouns, "\n#           "+class) && !strings.Contains(nouns, "class   "+class) {
			t.Errorf("class %s has no noun or no explanation", class)
		}
	}
	if got := Roles("statement"); got != Document|Occasion {
		t.Errorf("a statement has roles %b, want those of a document and of an occasion", got)
	}
	if _, err := readNouns("noun\tclass\nferry\tboat\n"); err == nil {
		t.Error("a noun of an unknown class is read")
	}
}
