package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

// written is what w makes of rows.
func written[R any](t *testing.T, w Writer[R], rows []R) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Head(&b); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// commaRows reads CSV as a spreadsheet program does.
func commaRows(t *testing.T, out string) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(out, byteOrderMark)
	if !marked {
		t.Error("no byte order mark: spreadsheet programs will not take it for UTF-8")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("lines do not end as RFC 4180 asks")
	}
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// backAgain checks that each cell of a table is what the row has: the CSV and
// the TSV one line of it, the JSON the value itself.
func backAgain[R any](t *testing.T, table Table[R], rows []R) {
	t.Helper()
	if len(rows) == 0 {
		t.Fatalf("%s: no rows to try", table.Name)
	}
	comma := commaRows(t, written(t, CSV(table), rows))
	var tab [][]string
	for line := range strings.Lines(written(t, TSV(table), rows)) {
		tab = append(tab, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	var objects []map[string]any
	for line := range strings.Lines(written(t, JSONL(table), rows)) {
		o := map[string]any{}
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		objects = append(objects, o)
	}
	if len(comma) != 1+len(rows) || len(tab) != 1+len(rows) || len(objects) != len(rows) {
		t.Fatalf("%s: %d lines of CSV, %d of TSV, %d objects for %d rows", table.Name, len(comma), len(tab), len(objects), len(rows))
	}
	for k, c := range table.Columns {
		if comma[0][k] != c.Name || tab[0][k] != c.Name {
			t.Errorf("%s: column %d is called %q and %q, want %q", table.Name, k, comma[0][k], tab[0][k], c.Name)
		}
		for i := range rows {
			value := c.Of(&rows[i])
			want := plain(value)
			if items, is := value.([]string); is {
				want = list(items, table.Missing)
			}
			if want == "" {
				want = table.Missing
			}
			for form, cell := range map[string]string{"CSV": comma[1+i][k], "TSV": tab[1+i][k]} {
				if _, text := value.(string); text && formula(cell) && !strings.HasPrefix(cell, "'") {
					t.Errorf("%s, %s: %q in column %s begins a formula", table.Name, form, cell, c.Name)
				}
				if Restore(cell) != want {
					t.Errorf("%s, %s: column %s of row %d reads back as %q, want %q", table.Name, form, c.Name, i, Restore(cell), want)
				}
			}
			got, err := json.Marshal(objects[i][c.Name])
			if err != nil {
				t.Fatal(err)
			}
			if value == "" {
				value = nil
			}
			if items, is := value.([]string); is && items == nil {
				value = []string{}
			}
			wanted, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, wanted) {
				t.Errorf("%s, JSON: %s of row %d reads back as %s, want %s", table.Name, c.Name, i, got, wanted)
			}
		}
	}
}

func TestRoundTrips(t *testing.T) {
	r := ferry()
	backAgain(t, Events, EventsOf(r))
	backAgain(t, Quotes, QuotesOf(r))
	backAgain(t, Figures, FiguresOf(r))
	backAgain(t, HXLFigures, FiguresOf(r))
	backAgain(t, Actors, ActorsOf(r))
	backAgain(t, POLECAT, EventsOf(r))
	backAgain(t, POLECATPlus, EventsOf(r))
	var pairs []Dyad
	for _, e := range EventsOf(r) {
		pairs = append(pairs, DyadsOf(&e)...)
	}
	backAgain(t, GDELTEvents, pairs)
}

// TestFormulas: nothing that a report says runs in a spreadsheet, and nothing of
// it is lost.
func TestFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1":            "'=1+1",
		"+41 22 917":      "'+41 22 917",
		"-12 degrees":     "'-12 degrees",
		"@handle said":    "'@handle said",
		"\t=1":            "'\t=1",
		"\r=1":            "'\r=1",
		"＝1＋1":            "'＝1＋1",
		"'=1+1":           "''=1+1",
		"''=1":            "'''=1",
		"'tis quiet":      "'tis quiet",
		"a = b":           "a = b",
		"– dash":          "– dash",
		"":                "",
		"'":               "'",
		"plain, \"text\"": "plain, \"text\"",
	} {
		got := harmless(text)
		if got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
		if back := Restore(got); back != text {
			t.Errorf("%q is restored as %q", text, back)
		}
	}
}

func FuzzCells(f *testing.F) {
	for _, s := range []string{"=1", "'=", "a\n=b", "\uFEFF=1", "\u202E=1", "；", "\x00", "\xff"} {
		f.Add(s)
	}
	table := Table[string]{Name: "one", Columns: []Column[string]{{Name: "text", Of: func(s *string) any { return *s }}, {Name: "n", Of: func(*string) any { return -1.5 }}}}
	f.Fuzz(func(t *testing.T, s string) {
		rows := commaRows(t, written(t, CSV(table), []string{s}))
		if len(rows) != 2 || len(rows[1]) != 2 || rows[1][1] != "-1.5" {
			t.Fatalf("%q makes %q", s, rows)
		}
		if cell := rows[1][0]; strings.ContainsAny(cell, "\t\r\n") || cell != "" && strings.ContainsRune(formulaSigns, []rune(cell)[0]) {
			t.Errorf("%q makes the cell %q", s, cell)
		}
		if line := written(t, TSV(table), []string{s}); strings.Count(line, "\t") != 2 || strings.Count(line, "\n") != 2 {
			t.Errorf("%q makes the lines %q", s, line)
		}
		if _, err := json.Marshal(s); err != nil {
			t.Skip()
		}
		var o map[string]any
		if err := json.Unmarshal([]byte(written(t, JSONL(table), []string{s})), &o); err != nil {
			t.Error(err)
		}
	})
}

// TestPieces: rows written in pieces are the rows written at once.
func TestPieces(t *testing.T) {
	rows := QuotesOf(ferry())
	for name, w := range map[string]Writer[Quote]{"csv": CSV(Quotes), "tsv": TSV(Quotes), "jsonl": JSONL(Quotes)} {
		var b bytes.Buffer
		if err := w.Head(&b); err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			if err := w.Write(&b, rows[i:i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if b.String() != written(t, w, rows) {
			t.Errorf("%s: differs", name)
		}
	}
}
