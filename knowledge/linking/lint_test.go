package linking

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/knowledge/table"
)

func TestSpellings(t *testing.T) {
	seen := map[string]string{}
	var names []string
	for _, r := range table.Rows("linking/spellings.tsv", spellingsTSV, "name", "spellings") {
		names = append(names, r[0])
		for _, s := range append(table.List(r[1]), r[0]) {
			if row, had := seen[s]; had {
				t.Errorf("%q stands in the rows of %s and of %s", s, row, r[0])
			}
			seen[s] = r[0]
			if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
				t.Errorf("%q of %s: want small letters without accents", s, r[0])
			}
		}
	}
	if !slices.IsSorted(names) {
		t.Error("spellings.tsv is not ascending by name")
	}
	if Spelling("muhammad") != "mohammed" || Spelling("mohammed") != "mohammed" || Spelling("aster") != "" {
		t.Error("spellings are not found")
	}
}

func TestAgencies(t *testing.T) {
	seen := map[string]bool{}
	var names []string
	for _, r := range table.Rows("linking/agencies.tsv", agenciesTSV, "name", "others") {
		names = append(names, strings.ToLower(r[0]))
		for _, s := range append(table.List(r[1]), r[0]) {
			if s == "" || seen[s] {
				t.Errorf("%q of %s is empty or stands twice", s, r[0])
			}
			seen[s] = true
		}
	}
	if !slices.IsSorted(names) {
		t.Error("agencies.tsv is not ascending by name")
	}
	for outlet, want := range map[string]string{"Reuters": "Reuters", "The Associated Press": "AP", "Meridian News Agency": "Meridian News Agency", "Harbour Post": ""} {
		if got := Agency(outlet); got != want {
			t.Errorf("%s is the agency %q, want %q", outlet, got, want)
		}
	}
}

func TestIssues(t *testing.T) {
	seen := map[string]bool{}
	for _, i := range Issues() {
		if i.Name == "" || len(i.Phrases) == 0 || i.Example == "" {
			t.Errorf("issue %q wants words and an example", i.Name)
		}
		if seen[i.Name] {
			t.Errorf("issue %q stands twice", i.Name)
		}
		seen[i.Name] = true
		checkPhrases(t, i.Name, i.Phrases)
	}
}

func TestDisputes(t *testing.T) {
	terms := map[string]string{}
	for _, d := range Disputes() {
		if d.Kind == "" || d.Matter == "" || len(d.Phrases) == 0 || d.Example == "" {
			t.Errorf("dispute %q wants a matter, words and an example", d.Kind)
		}
		for _, term := range d.Terms {
			if other, had := terms[term]; had {
				t.Errorf("terms of kind %s belong to %s and to %s", term, other, d.Kind)
			}
			terms[term] = d.Kind
		}
		checkPhrases(t, d.Kind, d.Phrases)
	}
}

func checkPhrases(t *testing.T, name string, all []Phrase) {
	t.Helper()
	seen := map[string]bool{}
	for _, p := range all {
		text := strings.Join(p.Words, " ")
		if len(p.Words) == 0 || seen[text] {
			t.Errorf("%s: %q is empty or stands twice", name, text)
		}
		seen[text] = true
		for _, w := range append(slices.Clone(p.Words), p.Without...) {
			if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
				t.Errorf("%s: %q: want small letters", name, w)
			}
		}
	}
}
