package talks

import (
	"fmt"
	"strconv"
	"strings"
)

// table reads one of the embedded tables: lines of cells parted by tabs, the
// first of them naming the columns, "#" before remarks. A table that is not
// what its loader expects is a fault of the build, which the tests of this
// package find.
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
				panic(fmt.Sprintf("knowledge/talks/%s: columns %q, want %q", name, cells, columns))
			}
			headed = true
			continue
		}
		if len(cells) != len(columns) {
			panic(fmt.Sprintf("knowledge/talks/%s: %d cells in %q, want %d", name, len(cells), line, len(columns)))
		}
		rows = append(rows, cells)
	}
	return rows
}

func number(name, cell string) float64 {
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		panic(fmt.Sprintf("knowledge/talks/%s: weight %q: %v", name, cell, err))
	}
	return x
}
