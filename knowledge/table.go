package knowledge

import (
	"fmt"
	"strings"
)

// table reads one of the embedded tables: lines of cells parted by tabs, the
// first of them naming the columns, "#" before remarks. A table that is not
// what its loader expects is a fault of the build, which the tests of this
// package find; it cannot arise from what is read later.
func table(name, text string, columns ...string) [][]string {
	rows := make([][]string, 0, strings.Count(text, "\n"))
	headed := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if !headed {
			if strings.Join(cells, " ") != strings.Join(columns, " ") {
				panic(fmt.Sprintf("knowledge/%s: columns %q, want %q", name, cells, columns))
			}
			headed = true
			continue
		}
		if len(cells) != len(columns) {
			panic(fmt.Sprintf("knowledge/%s: %d cells in %q, want %d", name, len(cells), line, len(columns)))
		}
		rows = append(rows, cells)
	}
	return rows
}

// list splits a cell at "|".
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

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
	for _, text := range list(cell) {
		n := Name{Text: text}
		n.Text, n.Ambiguous = strings.CutPrefix(n.Text, "~")
		n.Text, n.Own = strings.CutPrefix(n.Text, "=")
		out = append(out, n)
	}
	return out
}
