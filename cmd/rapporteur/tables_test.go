package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"syscall"
	"testing"
)

// tableCommands print rows, with the forms that each knows.
var tableCommands = map[string][]string{
	"events":  {"table", "csv", "tsv", "jsonl", "plover-jsonl", "polecat-csv", "polecat-tsv", "gdelt-tsv", "geojson"},
	"quotes":  {"table", "csv", "tsv", "jsonl"},
	"figures": {"table", "csv", "tsv", "jsonl", "hxl-csv", "geojson"},
	"actors":  {"table", "csv", "tsv", "jsonl"},
}

// claims has an event that happened, one that is claimed, one that is denied and
// one that is planned.
const claims = "Soldiers of Sudan attacked a village near Khartoum on Sunday. At least 12 people were killed when rebels shelled a market, the Red Cross said. " +
	"Egypt denied that it had attacked Sudan. Negotiators from Egypt and Sudan will meet in Geneva on Friday."

func TestTablesAskedWrongly(t *testing.T) {
	report := written(t, "report.txt", claims)
	for _, c := range []struct {
		name string
		args []string
		out  string // what must be in the message
	}{
		{"two forms", []string{"events", "--csv", "--json", report}, "can't be used together"},
		{"a form and a shorthand", []string{"events", "--csv", "--format", "gdelt-tsv", report}, "ask for two forms"},
		{"a form of another command", []string{"quotes", "--format", "hxl-csv", report}, `"table","csv","tsv","jsonl"`},
		{"no such type", []string{"events", "--type", "CONSULT,WAR", report}, `no event type "WAR"; there are AGREE, CONSULT`},
		{"no such status", []string{"events", "--status", "rumoured", report}, "hypothetical"},
		{"no such kind", []string{"quotes", "--type", "loud", report}, "direct, indirect, mixed"},
		{"no such measure", []string{"figures", "--type", "deaths", report}, "killed, injured"},
		{"no such kind of actor", []string{"actors", "--type", "robot", report}, "armed-group"},
		{"no such country", []string{"figures", "--country", "XX", report}, "SDN"},
		{"no such day", []string{"quotes", "--since", "someday", report}, "--since someday"},
		{"backwards", []string{"quotes", "--since", "2024-03-02", "--until", "2024-03-01", report}, "is after"},
		{"no input", []string{"actors"}, "<input>"},
		{"no record", []string{"events", "--db", "none.db"}, "there is no record none.db"},
		{"no such mode", []string{"events", "--mode", "by-sea", report}, "visit"},
		{"asked of reports", []string{"quotes", "--place", "Larn", report}, "is asked of a record"},
		{"a limit for reports", []string{"figures", "-n", "3", report}, "is asked of a record"},
	} {
		status, out, err := ask("", c.args...)
		if status != wrongUsage || out != "" || !strings.Contains(err, c.out) {
			t.Errorf("%s: status %d, prints %q, says %q, want %q", c.name, status, out, err, c.out)
		}
	}
}

// TestFormsOfTables: each command prints in each form that it promises.
func TestFormsOfTables(t *testing.T) {
	report := written(t, "report.txt", claims)
	begins := map[string]string{
		"csv": "\uFEFF", "hxl-csv": "\uFEFFfigure_id,", "polecat-csv": "\uFEFFEvent ID,", "polecat-tsv": "Event ID\tEvent Date\t", "jsonl": "{\"", "geojson": `{"type":"FeatureCollection"`, "plover-jsonl": "{\"id\":",
	}
	for command, forms := range tableCommands {
		for _, form := range forms {
			args := []string{command, "--format", form, "--published", "2024-03-12", report}
			status, out, err := ask("", args...)
			if status != 0 || err != "" && !strings.Contains(err, "left out") || strings.Count(out, "\n") < 1 || !strings.HasPrefix(out, begins[form]) {
				t.Errorf("%v: status %d, %s, prints\n%s", args, status, err, out)
			}
			if form == "table" && strings.Contains(out, "\x1b") {
				t.Errorf("%v prints colour where nobody sees it", args)
			}
		}
	}
}

// TestShorthands: --csv and --json are --format csv and jsonl.
func TestShorthands(t *testing.T) {
	report := written(t, "report.txt", claims)
	for _, command := range []string{"events", "figures"} {
		for short, form := range map[string]string{"--csv": "csv", "--json": "jsonl"} {
			_, want, _ := ask("", command, "--format", form, report)
			if _, got, err := ask("", command, short, report); got != want || got == "" || err != "" {
				t.Errorf("%s %s prints %q, %s", command, short, got, err)
			}
		}
	}
}

// statuses are those of the rows that a command prints as JSON.
func statuses(t *testing.T, out string) []string {
	t.Helper()
	var all []string
	for line := range strings.Lines(out) {
		var row struct{ Status string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		all = append(all, row.Status)
	}
	return all
}

// TestWhatIsNotAsserted: formats without a place for it leave it out and say so;
// a question for it is answered.
func TestWhatIsNotAsserted(t *testing.T) {
	ask := func(args ...string) (rows int, out, err string) {
		_, out, err = ask("", append(append([]string{"events", "--published", "2024-03-12"}, args...), written(t, "report.txt", claims))...)
		return strings.Count(out, "\n"), out, err
	}
	_, out, err := ask("--json")
	found := statuses(t, out)
	if err != "" || len(found) < 4 {
		t.Fatalf("%d events, %s", len(found), err)
	}
	for _, want := range []string{"happened", "denied", "planned"} {
		if !strings.Contains(strings.Join(found, " "), want) {
			t.Errorf("no event %s among %q", want, found)
		}
	}
	kept, out, err := ask("--format", "gdelt-tsv")
	if kept == 0 || kept >= len(found) || !strings.Contains(err, "left out") || !strings.Contains(err, "--all") {
		t.Errorf("%d of %d rows, says %q", kept, len(found), err)
	}
	if all, _, err := ask("--format", "gdelt-tsv", "--all"); all <= kept || err != "" {
		t.Errorf("with --all %d rows after %d, says %q", all, kept, err)
	}
	if strings.Contains(out, "Egypt\tEGY") {
		t.Errorf("what is denied or planned stands among what happened: %s", out)
	}
	denied, out, err := ask("--format", "polecat-tsv", "--status", "denied")
	if denied != 2 || err != "" || !strings.Contains(out, "ASSAULT") {
		t.Errorf("asked for denied ones: %d lines, %q, %s", denied, err, out)
	}
	if _, out, _ := ask("--status", "planned,denied", "--json"); len(statuses(t, out)) != 2 {
		t.Errorf("planned and denied: %s", out)
	}
}

// TestFiltersOfTables looks at whom and what the filters let through.
func TestFiltersOfTables(t *testing.T) {
	report := written(t, "report.txt", claims)
	for _, c := range []struct {
		args []string
		want []string // in the rows
		not  []string
	}{
		{[]string{"events", "--actor", "egypt"}, []string{"Egypt"}, []string{"market"}},
		{[]string{"events", "--country", "egypt"}, []string{"Egypt"}, []string{"market"}},
		{[]string{"events", "--type", "consult"}, []string{"CONSULT"}, []string{"ASSAULT"}},
		{[]string{"events", "--since", "2024-03-15"}, []string{"CONSULT"}, []string{"village"}},
		{[]string{"events", "--until", "2024-03-10"}, []string{"village"}, []string{"CONSULT"}},
		{[]string{"quotes", "--actor", "ICRC"}, []string{"Red Cross"}, []string{`"speaker":"Egypt"`}},
		{[]string{"quotes", "--country", "EGY"}, []string{`"speaker":"Egypt"`}, []string{"Red Cross"}},
		{[]string{"figures", "--type", "killed", "--actor", "red cross"}, []string{`"value":12`}, nil},
		{[]string{"actors", "--type", "state", "--country", "SDN,EGY"}, []string{`"name":"Sudan"`, `"name":"Egypt"`}, []string{"Red Cross"}},
	} {
		status, out, err := ask("", append(append(c.args, "--json", "--published", "2024-03-12"), report)...)
		if status != 0 || err != "" {
			t.Errorf("%v: status %d, %s", c.args, status, err)
		}
		for _, w := range c.want {
			if !strings.Contains(out, w) {
				t.Errorf("%v: no %q in\n%s", c.args, w, out)
			}
		}
		for line := range strings.Lines(out) {
			row, _, _ := strings.Cut(line, `,"sentence":`)
			for _, n := range c.not {
				if strings.Contains(row, n) {
					t.Errorf("%v: %q in\n%s", c.args, n, row)
				}
			}
		}
	}
	if status, out, err := ask("", "figures", "--csv", "--type", "displaced", report); status != 0 || err != "" || strings.Count(out, "\n") != 1 {
		t.Errorf("no row at all: status %d, %q, %s; want the line of names", status, out, err)
	}
}

// TestTablesInStreams: rows come in the order of the inputs with one line of
// names, whoever reads them; what cannot be read is named and the rest goes on.
func TestTablesInStreams(t *testing.T) {
	var stream strings.Builder
	for i := range 24 {
		line, err := json.Marshal(map[string]any{"ref": i, "text": strings.Repeat(claims+"\n\n", 1+i*7%3)})
		if err != nil {
			t.Fatal(err)
		}
		stream.Write(append(line, '\n'))
		if i == 12 {
			stream.WriteString("broken\n")
		}
	}
	for _, command := range []string{"events", "quotes"} {
		_, one, oneErr := ask(stream.String(), command, "--csv", "--jsonl", "-j", "1", "-")
		status, many, manyErr := ask(stream.String(), command, "--csv", "--jsonl", "-j", "8", "-")
		if one != many || oneErr != manyErr || status != someUnread || !strings.Contains(oneErr, "line 14") {
			t.Errorf("%s: status %d, says %q and %q", command, status, oneErr, manyErr)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(one, "\uFEFF"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		ref, last := 0, 0
		for k, name := range rows[0] {
			if name == "ref" {
				ref = k
			}
		}
		for _, row := range rows[1:] {
			n := 0
			if _, err := fmt.Sscan(row[ref], &n); err != nil || n < last {
				t.Fatalf("%s: report %q after %d", command, row[ref], last)
			}
			last = n
		}
		if last != 23 {
			t.Errorf("%s: ends with report %d", command, last)
		}
	}
}

func TestTablesTakeConstantMemory(t *testing.T) {
	line, err := json.Marshal(map[string]any{"text": claims + strings.Repeat(" ", 64<<10)})
	if err != nil {
		t.Fatal(err)
	}
	l := &lag{t: t, line: append(line, '\n'), left: 40}
	var stderr bytes.Buffer
	status := run(context.Background(), []string{"events", "--json", "--jsonl", "-j", "2", "-"}, streams{in: l, out: l, err: &stderr, width: 80})
	if status != 0 || stderr.Len() > 0 {
		t.Fatalf("status %d, %s", status, stderr.String())
	}
	if taken := l.given / len(l.line); taken > l.printed+20 {
		t.Errorf("%d reports taken for %d printed", taken, l.printed)
	}
}

func TestTablesIntoAClosedPipe(t *testing.T) {
	for command, forms := range map[string][]string{"events": {"table", "csv", "gdelt-tsv"}, "actors": {"jsonl"}} {
		for _, form := range forms {
			var stderr bytes.Buffer
			out := &broken{100, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}}
			status := run(context.Background(), []string{command, "--format", form, "-"}, streams{in: io.MultiReader(strings.NewReader(claims)), out: out, err: &stderr, width: 80})
			if status != 0 || stderr.Len() > 0 && !strings.Contains(stderr.String(), "left out") {
				t.Errorf("%s %s: status %d, %q", command, form, status, stderr.String())
			}
		}
	}
}

// TestTablesReadAsReadDoes: the same command line reads with the same models.
func TestTablesReadAsReadDoes(t *testing.T) {
	read, _ := reflect.TypeFor[readCommand]().FieldByName("Reader")
	tables, _ := reflect.TypeFor[tables]().FieldByName("Reader")
	for _, tag := range []string{"enum", "default"} {
		if want, got := read.Tag.Get(tag), tables.Tag.Get(tag); got != want || want == "" {
			t.Errorf("--reader of the tables has the %s %q, of read %q; change it in tables.go", tag, got, want)
		}
	}
}
