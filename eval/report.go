package eval

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// A Report is the scores of one task on one data set.
type Report struct {
	Task      string
	Data      string // name of the file without its endings: "ewt.dev"
	Documents int    // texts read
	Scores    []Score
	Notes     []string // what the reader of the numbers should know
}

// WriteTable prints the report as a table: percentages, and counts.
func (r *Report) WriteTable(w io.Writer) error {
	rows := [][]string{{r.Data, "precision", "recall", "F1/share", "gold", "predicted"}}
	for _, s := range r.Scores {
		rows = append(rows, append([]string{s.Metric.Name}, s.cells()...))
	}
	if _, err := fmt.Fprintf(w, "%s, %d documents\n", r.Task, r.Documents); err != nil {
		return err
	}
	if err := writeRows(w, rows); err != nil {
		return err
	}
	for _, note := range r.Notes {
		if _, err := fmt.Fprintf(w, "  note: %s\n", note); err != nil {
			return err
		}
	}
	return nil
}

// writeRows prints rows of cells in columns, the first to the left, the others to the right.
func writeRows(w io.Writer, rows [][]string) error {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		line := fmt.Sprintf("  %-*s", width[0], row[0])
		for i, cell := range row[1:] {
			line += fmt.Sprintf("  %*s", width[i+1], cell)
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// Lines is the report as lines of the scores file: task, data, metric, score.
func (r *Report) Lines() []string {
	var out []string
	for _, s := range r.Scores {
		out = append(out, fmt.Sprintf("%-12s %-24s %-36s %s", r.Task, r.Data, s.Metric.Name, s.Line()))
	}
	return out
}
