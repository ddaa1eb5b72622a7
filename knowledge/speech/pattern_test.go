package speech

import (
	"strings"
	"testing"

	"rapporteur/knowledge/table"
)

// split is an example as its words.
func split(example string) []string {
	return strings.FieldsFunc(strings.ToLower(example), func(r rune) bool { return strings.ContainsRune(" .,“”", r) })
}

// The linter of terms.tsv: every row finds its own example, and no row before it
// says something else of it.
func TestTerms(t *testing.T) {
	rows := table.Rows("speech/terms.tsv", terms, "words", "terms", "example")
	if _, err := readTerms(terms); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		m, err := newMatcher("terms.tsv", [][2]string{{row[0], row[1]}})
		if err != nil {
			t.Fatal(err)
		}
		if _, found := m.find(split(row[2]), nil); !found {
			t.Errorf("%q does not have the words %q", row[2], row[0])
		}
		find := Record
		if row[1] == Anonymous {
			find = func(words []string) (Match, bool) { return NotNamed(words, nil) }
		}
		if m, _ := find(split(row[2])); m.What != row[1] {
			t.Errorf("%q is read as %q, want %q", row[2], m.What, row[1])
		}
	}
	for _, plain := range []string{
		"The minister named a new envoy", "She did not name the envoy", "He was not at the talks", "The victims were identified on Monday", "",
		"It was the worst flood on record", "The money was given anonymously", "They were taken off the road",
	} {
		if m, found := NotNamed(split(plain), nil); found {
			t.Errorf("%q asks for no anonymity, read %v", plain, m)
		}
		if m, found := Record(split(plain)); found {
			t.Errorf("%q tells of no record, read %v", plain, m)
		}
	}
}

// The linter of forms.tsv, likewise.
func TestForms(t *testing.T) {
	used := map[string]bool{}
	for _, row := range table.Rows("speech/forms.tsv", forms, "words", "where", "form", "example") {
		if _, err := readForms("words\twhere\tform\texample\n" + strings.Join(row, "\t")); err != nil {
			t.Fatal(err)
		}
		used[row[2]] = true
		m, err := newMatcher("forms.tsv", [][2]string{{row[0], row[2]}})
		if err != nil {
			t.Fatal(err)
		}
		at, found := m.find(split(row[3]), nil)
		if !found {
			t.Errorf("%q does not have the words %q", row[3], row[0])
			continue
		}
		all, _ := Form(split(row[3]))
		if row[1] == "source" {
			all, _ = FormOfSource(split(row[3]), at.End-1)
		}
		if all.What != row[2] {
			t.Errorf("%q is read as %q, want %q", row[3], all.What, row[2])
		}
	}
	for _, name := range formNames {
		if !used[name] || !strings.Contains(forms, "\n#            "+name) && !strings.Contains(forms, "#   form     "+name) {
			t.Errorf("form %s has no row or no explanation", name)
		}
	}
	for _, plain := range []string{"told them", "said after a briefing", "said at a conference in Oster", "said in Oster on Monday", "said on the road"} {
		if m, found := Form(split(plain)); found {
			t.Errorf("%q has no form, read %v", plain, m)
		}
	}
}

func TestTablesNameTheRow(t *testing.T) {
	for row, read := range map[string]func(string) error{
		"words\tterms\texample\nsecretly\thidden\tHe spoke secretly.\n":        func(s string) error { _, err := readTerms(s); return err },
		"words\tterms\texample\nsecretly\tanonymous\n":                         func(s string) error { _, err := readTerms(s); return err },
		"words\twhere\tform\texample\nshouted\tbeside\tshout\tHe shouted.\n":   func(s string) error { _, err := readForms(s); return err },
		"words\twhere\tform\texample\nshouted\toutside\tspeech\tHe shouted.\n": func(s string) error { _, err := readForms(s); return err },
	} {
		if err := read(row); err == nil || !strings.Contains(err.Error(), "knowledge/speech/") {
			t.Errorf("%q: error %v", row, err)
		}
	}
	for _, words := range []string{"..", "in _", "_ interview", ""} {
		if _, err := newMatcher("forms.tsv", [][2]string{{words, "interview"}}); err == nil {
			t.Errorf("the words %q are read", words)
		}
	}
}

// A row that stands before another counts before it; a noun phrase ends at its
// preposition.
func TestMatcher(t *testing.T) {
	m, err := newMatcher("forms.tsv", [][2]string{{"in _ letter", "letter"}, {"said", "statement"}})
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]Match{
		"he said in an open letter":   {"letter", 2, 6},
		"he said in oster on letters": {"statement", 1, 2},
		"said in the war of a letter": {"statement", 0, 1},
		"he left":                     {},
	} {
		if got, _ := m.find(strings.Fields(words), nil); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
