package event

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/knowledge/plover"
)

func lexiconRows() []plover.Row { return slices.Concat(plover.Verbs(), plover.Nouns()) }

func lexiconTexts() []string {
	var out []string
	for _, r := range lexiconRows() {
		if r.Example != "" {
			out = append(out, r.Example)
		}
		if r.Never != "" {
			out = append(out, r.Never)
		}
	}
	return out
}

// TestExamples reads the sentence of every row of the lexicon, and the one that
// must not tell of its event.
func TestExamples(t *testing.T) {
	rows := lexiconRows()
	examples := make([]string, len(rows))
	never := make([]string, 0, len(rows))
	of := make([]int, 0, len(rows))
	for i, r := range rows {
		examples[i] = r.Example
		if r.Never != "" {
			never, of = append(never, r.Never), append(of, i)
		}
	}
	for i, d := range parsed(t, examples) {
		if got := printed(d); !slices.Equal(got, rows[i].Events) {
			t.Errorf("%s: %q\n  tells  %s\n  wanted %s", rows[i].Text, examples[i], strings.Join(got, "; "), strings.Join(rows[i].Events, "; "))
		}
	}
	for i, d := range parsed(t, never) {
		r := rows[of[i]]
		for _, e := range printed(d) {
			if strings.HasPrefix(e, r.Type+"(") || strings.HasPrefix(e, r.Type+"/") {
				t.Errorf("%s: %q\n  must not tell of %s, but tells %s", r.Text, never[i], r.Type, e)
			}
		}
	}
}
