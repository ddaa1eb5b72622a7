package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// A Look is how a grid is laid out. Its functions may colour words; what is nil
// leaves them as they are.
type Look struct {
	Width                int  // columns of the terminal
	Titled               bool // a line with title, outlet and day stands above the rows of each report
	IDs                  bool // the last column is the id of the row
	Strong, Doubt, Faint func(string) string
}

// A field is a column of a grid: narrower than those of a Table, for the eye.
type field[R any] struct {
	head string
	of   func(*R) string
	look func(Look) func(string) string
}

// grid writes rows for a person at a terminal: a small table for each report,
// as wide as the terminal at most, so that a stream of a million reports needs
// the memory of one.
type grid[R any] struct {
	Look
	fields []field[R]
	report func(*R) *Report
}

func (g grid[R]) Head(io.Writer) error { return nil }

func (g grid[R]) Write(w io.Writer, rows []R) error {
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && g.report(&rows[n]).ID == g.report(&rows[0]).ID {
			n++
		}
		if _, err := io.WriteString(w, g.one(rows[:n])); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

const (
	gap      = "  "
	longWord = 16 // a longer word may be broken where room is short
)

// one is the table of one report.
func (g grid[R]) one(rows []R) string {
	t := table.NewWriter()
	t.Style().Box = table.BoxStyle{PaddingRight: gap, MiddleHorizontal: "─"}
	t.Style().Options = table.Options{SeparateHeader: true}
	t.Style().Format.Header = text.FormatDefault
	head := make(table.Row, len(g.fields))
	widths, least := make([]int, len(g.fields)), make([]int, len(g.fields))
	cells := make([][]string, len(rows))
	for k, f := range g.fields {
		head[k] = f.head
		widths[k], least[k] = room(f.head)
	}
	for i := range rows {
		cells[i] = make([]string, len(g.fields))
		for k, f := range g.fields {
			cells[i][k] = oneLine(f.of(&rows[i]))
			w, l := room(cells[i][k])
			widths[k], least[k] = max(widths[k], w), max(least[k], l)
		}
	}
	shrink, left := len(widths), g.Width-len(gap)*len(widths)
	if g.IDs { // an id in two pieces is no use to anybody
		shrink--
		left -= widths[shrink]
	}
	fit(widths[:shrink], least[:shrink], left)
	t.AppendHeader(head)
	configs := make([]table.ColumnConfig, len(g.fields))
	for k, f := range g.fields {
		configs[k] = table.ColumnConfig{Number: k + 1, WidthMax: widths[k], WidthMin: widths[k], WidthMaxEnforcer: g.wrap(f)}
	}
	t.SetColumnConfigs(configs)
	for _, row := range cells {
		out := make(table.Row, len(row))
		for k := range row {
			out[k] = row[k]
		}
		t.AppendRow(out)
	}
	var b strings.Builder
	if g.Titled {
		b.WriteString(g.title(g.report(&rows[0])) + "\n")
	}
	for line := range strings.Lines(t.Render() + "\n") {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	if g.Titled {
		b.WriteByte('\n')
	}
	return b.String()
}

// wrap breaks a cell into lines and then colours each: colour must not run from
// one line into the next column.
func (g grid[R]) wrap(f field[R]) table.WidthEnforcer {
	return func(cell string, width int) string {
		wrapped := text.WrapSoft(cell, width)
		if f.look == nil {
			return wrapped
		}
		paint := f.look(g.Look)
		if paint == nil || cell == f.head {
			return wrapped
		}
		lines := strings.Split(wrapped, "\n")
		for i, line := range lines {
			lines[i] = paint(line)
		}
		return strings.Join(lines, "\n")
	}
}

// room is what a cell takes in one line, and what it takes at least: its longest
// word.
func room(cell string) (all, least int) {
	for _, word := range strings.Fields(cell) {
		least = max(least, text.StringWidthWithoutEscSequences(word))
	}
	return text.StringWidthWithoutEscSequences(cell), min(least, longWord)
}

// fit takes from the widest columns until all have room, first as far as their
// words stay whole and then further.
func fit(widths, least []int, room int) {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	for sum > room {
		widest := -1
		for k, w := range widths {
			if w > least[k] && (widest < 0 || w > widths[widest]) {
				widest = k
			}
		}
		if widest < 0 {
			widest = 0
			for k, l := range least {
				if l > least[widest] {
					widest = k
				}
			}
			if least[widest]--; least[widest] < 1 {
				return
			}
		}
		widths[widest]--
		sum--
	}
}

// title is the line above a report.
func (g grid[R]) title(r *Report) string {
	name := oneLine(cmp.Or(r.Title, r.URL, r.Ref, r.ID))
	if g.Strong != nil {
		name = g.Strong(name)
	}
	facts := []string{name}
	for _, fact := range []string{oneLine(r.Publisher), r.day()} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	return strings.Join(facts, " · ")
}

func strong(l Look) func(string) string { return l.Strong }
func doubt(l Look) func(string) string  { return l.Doubt }
func faint(l Look) func(string) string  { return l.Faint }

// numbered is where a row was read, as the dossier writes it.
func numbered(o *Origin) string {
	if o.Number == 0 {
		return ""
	}
	return fmt.Sprintf("s%d", o.Number)
}
