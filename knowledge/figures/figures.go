// Package figures knows the words that numbers are made of, the words beside
// them that hedge, the units they come in, and the verbs, nouns and adjectives
// that say what a number counts: the dead, the displaced, money, the length of a
// truce. It holds data alone: how figures are read is in extract/figure.
package figures

import (
	"fmt"
	"strings"
)

// table reads one of the embedded tables: lines of cells parted by tabs, the
// first of them naming the columns, "#" before remarks. Cells that are missing
// at the end of a line are empty. A table that is not what its loader expects is
// a fault of the build, which the tests of this package find.
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
				panic(fmt.Sprintf("knowledge/figures/%s: columns %q, want %q", name, cells, columns))
			}
			headed = true
			continue
		}
		if len(cells) > len(columns) {
			panic(fmt.Sprintf("knowledge/figures/%s: %d cells in %q, want %d", name, len(cells), line, len(columns)))
		}
		for len(cells) < len(columns) {
			cells = append(cells, "")
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
