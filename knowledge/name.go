package knowledge

import (
	"strings"

	"rapporteur/knowledge/table"
)

// A Name is one way to write what a row is about.
type Name struct {
	Text string
	// Ambiguous marks a name that other rows or other things bear too ("AA"): it
	// is to be read only where the report supports it.
	Ambiguous bool
	// Own marks a name that a report which uses it alone means to use ("Burma").
	Own bool
}

// names splits a cell of names at "|"; "~" before one makes it ambiguous, "="
// its own.
func names(cell string) []Name {
	var out []Name
	for _, text := range table.List(cell) {
		n := Name{Text: text}
		n.Text, n.Ambiguous = strings.CutPrefix(n.Text, "~")
		n.Text, n.Own = strings.CutPrefix(n.Text, "=")
		out = append(out, n)
	}
	return out
}
