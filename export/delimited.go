package export

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
)

// byteOrderMark makes spreadsheet programs read UTF-8 as UTF-8.
const byteOrderMark = "\uFEFF"

// CSV is the table as comma-separated values (RFC 4180) in UTF-8 with a byte
// order mark: a line of names, then one of each row. Every cell is one line, and
// text that a spreadsheet program would take for a formula has an apostrophe
// before it.
func CSV[R any](t Table[R]) Writer[R] { return commas[R]{t, false} }

// TSV is the table parted by tabs in UTF-8, nothing quoted: cells have no tabs
// and no line breaks. Formulas are made harmless as in CSV.
func TSV[R any](t Table[R]) Writer[R] { return tabs[R]{t, true} }

// cells are those of a row.
func (t Table[R]) cells(r *R) []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		if out[i] = t.cell(c.Of(r)); out[i] == "" {
			out[i] = t.Missing
		}
	}
	return out
}

// cell is a value as text. Only text is made harmless: numbers are ours.
func (t Table[R]) cell(v any) string {
	switch v := v.(type) {
	case string:
		return harmless(plain(v))
	case []string:
		return harmless(list(v, t.Missing))
	}
	return plain(v)
}

type commas[R any] struct {
	Table[R]
	tagged bool // a line of HXL hashtags follows the names
}

func (c commas[R]) Head(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	lines := [][]string{c.Names()}
	if c.tagged {
		tags := make([]string, len(c.Columns))
		for i, column := range c.Columns {
			tags[i] = column.Tag
		}
		lines = append(lines, tags)
	}
	return records(w, lines)
}

func (c commas[R]) Write(w io.Writer, rows []R) error {
	lines := make([][]string, len(rows))
	for i := range rows {
		lines[i] = c.cells(&rows[i])
	}
	return records(w, lines)
}

func records(w io.Writer, lines [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(lines)
}

type tabs[R any] struct {
	Table[R]
	headed bool
}

func (t tabs[R]) Head(w io.Writer) error {
	if !t.headed {
		return nil
	}
	_, err := io.WriteString(w, strings.Join(t.Names(), "\t")+"\n")
	return err
}

func (t tabs[R]) Write(w io.Writer, rows []R) error {
	var b bytes.Buffer
	for i := range rows {
		b.WriteString(strings.Join(t.cells(&rows[i]), "\t"))
		b.WriteByte('\n')
	}
	_, err := w.Write(b.Bytes())
	return err
}
