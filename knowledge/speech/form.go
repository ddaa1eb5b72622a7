package speech

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed forms.tsv
var forms string

// formNames are the forms in which a statement can come.
var formNames = []string{
	"statement", "interview", "press-conference", "speech", "broadcast", "post", "letter", "call", "testimony", "document", "leak",
}

// formTables are the rows for the words beside a cue, and those for a source.
type formTables struct{ beside, source *matcher }

var formMatchers = sync.OnceValue(func() formTables {
	rows, err := readForms(forms)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	var m formTables
	if m.beside, err = newMatcher("forms.tsv", rows["beside"]); err == nil {
		m.source, err = newMatcher("forms.tsv", rows["source"])
	}
	if err != nil {
		panic(err)
	}
	return m
})

// Form is where words beside a cue, its own among them, tell the form of a
// statement; they are in lower case, with an empty one where some are left out.
func Form(words []string) (Match, bool) { return formMatchers().beside.find(words, nil) }

// FormOfSource is the same for the words of a source, of which that at head
// heads the others.
func FormOfSource(words []string, head int) (Match, bool) {
	return formMatchers().source.find(words, func(m Match) bool { return m.End == head+1 })
}

// readForms are the rows by where their words stand.
func readForms(text string) (map[string][][2]string, error) {
	out := map[string][][2]string{}
	for _, cells := range table.Rows("speech/forms.tsv", text, "words", "where", "form", "example") {
		if cells[0] == "" || cells[1] != "beside" && cells[1] != "source" || !slices.Contains(formNames, cells[2]) || cells[3] == "" {
			return nil, fmt.Errorf("knowledge/speech/forms.tsv: no words, unknown place or form, or no example in %q; the head of the file lists them", cells)
		}
		out[cells[1]] = append(out[cells[1]], [2]string{cells[0], cells[2]})
	}
	return out, nil
}
