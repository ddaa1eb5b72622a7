// Package table reads the tables of knowledge: text that anybody can correct in
// an editor, with "#" before remarks, a line that names the columns, and then
// rows of cells parted by tabs.
package table

import (
	"fmt"
	"strings"
)

// Rows are the rows of the table called name, which must have these columns.
// Cells that are missing at the end of a line are empty. A table that is not
// what its loader expects is a fault of the build: Rows panics and says where,
// and the tests of the package that embeds the table find it.
func Rows(name, text string, columns ...string) [][]string {
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
		if len(cells) > len(columns) {
			panic(fmt.Sprintf("knowledge/%s: %d cells in %q, want %d", name, len(cells), line, len(columns)))
		}
		for len(cells) < len(columns) {
			cells = append(cells, "")
		}
		rows = append(rows, cells)
	}
	return rows
}

// List splits a cell at "|".
func List(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
