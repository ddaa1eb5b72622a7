package eval

import (
	"context"
	"fmt"
	"io"
)

// A Rival is a reader with the name under which it stands in a table.
type Rival struct {
	Name string
	Read Reader
}

// Compare measures a task on the gold at path, as Run does, for each of several
// readers, and prints for each file one table: of every metric the F1 (or the
// share or mean) of each reader.
func Compare(ctx context.Context, w io.Writer, name, path string, rivals []Rival) error {
	return eachFile(w, name, path, func(t task, file string) (err error) {
		reports := make([]*Report, len(rivals))
		for i, r := range rivals {
			if reports[i], err = t.report(ctx, file, r.Read); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
		return writeComparison(w, rivals, reports)
	})
}

// writeComparison prints the reports, of one task and data, side by side.
func writeComparison(w io.Writer, rivals []Rival, reports []*Report) error {
	head := []string{reports[0].Data}
	for _, r := range rivals {
		head = append(head, r.Name)
	}
	rows := [][]string{head}
	of := map[string]int{} // rows by metric
	for i, r := range reports {
		for _, s := range r.Scores {
			at, ok := of[s.Metric.Name]
			if !ok {
				at = len(rows)
				of[s.Metric.Name] = at
				row := make([]string, len(head))
				row[0] = s.Metric.Name
				for k := range rivals {
					row[k+1] = "-"
				}
				rows = append(rows, row)
			}
			rows[at][i+1] = s.cells()[2]
		}
	}
	if _, err := fmt.Fprintf(w, "%s, %d documents, F1 or share\n", reports[0].Task, reports[0].Documents); err != nil {
		return err
	}
	return writeRows(w, rows)
}
