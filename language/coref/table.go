package coref

import (
	"fmt"
	"strings"
)

// readTable calls row for every line of a table of tab-separated columns: lines
// that begin with # are remarks, the first other line names the columns, and
// columns at the end of a line may be left out.
func readTable(name, text string, row func(columns []string) error) error {
	number, width := 0, 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "\t")
		if width == 0 {
			width = len(columns)
			continue
		}
		if len(columns) > width {
			return fmt.Errorf("%s, line %d: %d columns, want %d", name, number, len(columns), width)
		}
		for len(columns) < width {
			columns = append(columns, "")
		}
		if err := row(columns); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, number, err)
		}
	}
	if width == 0 {
		return fmt.Errorf("%s: an empty table", name)
	}
	return nil
}

// must is for the tables that are part of the program: their tests read every
// line, so a bad one is a mistake of the build.
func must[T any](table T, err error) T {
	if err != nil {
		panic(err)
	}
	return table
}
