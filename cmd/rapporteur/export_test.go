package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// recorded is a record of two reports of one raid, and one of other things.
func recorded(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "record.db")
	for name, text := range map[string]string{
		"claims.txt": claims,
		"again.txt":  "Soldiers of Sudan attacked a village near Khartoum on Sunday, the Red Cross said.",
	} {
		if status, _, err := ask("", "add", "--db", db, "--published", "2024-03-12", "--publisher", "Harbour Post", written(t, name, text)); status != 0 {
			t.Fatalf("%s: %s", name, err)
		}
	}
	return db
}

// TestTablesOfARecord: without an input a record answers, in every form, with ids
// that explain knows.
func TestTablesOfARecord(t *testing.T) {
	db := recorded(t)
	for command, forms := range tableCommands {
		for _, form := range forms {
			args := []string{command, "--db", db, "--format", form}
			status, out, err := ask("", args...)
			if status != 0 || err != "" && !strings.Contains(err, "left out") || strings.Count(out, "\n") < 1 {
				t.Errorf("%v: status %d, %s, prints\n%s", args, status, err, out)
			}
		}
	}
	for _, c := range []struct {
		args []string
		rows int
		want string
	}{
		{[]string{"events", "--type", "assault", "--status", "happened"}, 2, `"type":"ASSAULT"`},
		{[]string{"events", "--type", "assault", "--country", "EGY"}, 1, `"status":"denied"`},
		{[]string{"events", "-n", "1"}, 1, `"group_id":"e`},
		{[]string{"quotes", "--actor", "ICRC"}, 2, `"speaker":"`},
		{[]string{"quotes", "--actor", "ICRC", "--words", "rebels"}, 1, "rebels shelled a market"},
		{[]string{"quotes", "--source", "Velm Radio"}, 0, ""},
		{[]string{"figures", "--type", "killed", "--above", "11"}, 1, `"value":12`},
		{[]string{"figures", "--above", "12"}, 0, ""},
		{[]string{"actors", "--type", "state", "--sort", "name"}, 2, `"names":["Egypt"]`},
		{[]string{"events", "--place", "Khartoum"}, 1, "village near Khartoum"},
		{[]string{"events", "--mark", "rejected"}, 0, ""},
	} {
		status, out, err := ask("", append(c.args, "--db", db, "--json")...)
		if status != 0 || err != "" || strings.Count(out, "\n") < c.rows || c.rows == 0 && out != "" || !strings.Contains(out, c.want) {
			t.Errorf("%v: status %d, %s, prints\n%s", c.args, status, err, out)
		}
	}
	for _, bad := range [][]string{{"events", "--sort", "best"}, {"events", "--box", "1,2"}, {"events", "--mark", "doubtful"}, {"quotes", "-n", "-1"}} {
		if status, out, err := ask("", append(bad, "--db", db)...); status != wrongUsage || out != "" {
			t.Errorf("%v: status %d, %q, %s", bad, status, out, err)
		}
	}
	_, out, _ := ask("", "events", "--db", db, "--json", "-n", "1")
	var row struct {
		ID string `json:"event_id"`
	}
	if err := json.Unmarshal([]byte(out), &row); err != nil {
		t.Fatal(err)
	}
	status, out, err := ask("", "explain", "--db", db, "--json", row.ID)
	var explained struct {
		ID, Kind string
		Words    struct {
			Start, End int
			Exact      string
		}
		Accounts []struct{ ID string }
	}
	if e := json.Unmarshal([]byte(out), &explained); e != nil || status != 0 || explained.ID != row.ID || explained.Kind != "event" || explained.Words.Exact == "" || len(explained.Accounts) == 0 {
		t.Errorf("status %d, %s, %v: %s", status, err, e, out)
	}
	if status, _, err := ask("", "correct", "--db", db, "--who", "Brin", "recode", row.ID, "type", "WAR"); status != wrongUsage || !strings.Contains(err, "there are AGREE, CONSULT") {
		t.Errorf("status %d, %s", status, err)
	}
	if status, _, err := ask("", "correct", "--db", db, "--who", "Brin", "recode", row.ID, "contexts", "military, legal"); status != 0 {
		t.Errorf("status %d, %s", status, err)
	}
}

func TestExport(t *testing.T) {
	db := recorded(t)
	to := filepath.Join(t.TempDir(), "taken")
	status, out, err := ask("", "export", "--db", db, to)
	if status != 0 || err != "" || !strings.Contains(out, "events.parquet") {
		t.Fatalf("status %d, %s%s", status, out, err)
	}
	var names []string
	files, e := os.ReadDir(to)
	if e != nil {
		t.Fatal(e)
	}
	for _, f := range files {
		names = append(names, f.Name())
	}
	if got, want := strings.Join(names, " "), "accounts.csv accounts.geojson accounts.parquet actors.csv actors.parquet events.csv events.geojson events.parquet figures.csv figures.geojson figures.parquet quotes.csv quotes.parquet readings.jsonl"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	content, e := os.ReadFile(filepath.Join(to, "readings.jsonl"))
	if e != nil {
		t.Fatal(e)
	}
	for line := range strings.Lines(string(content)) {
		var r struct {
			Article struct{ ID string }
			Actors  []struct{ Name string }
			Events  []struct{ Type string }
			Links   struct {
				CopyOf         string `json:"copy_of"`
				Actors, Events []struct{ ID, Of string }
			}
		}
		if e := json.Unmarshal([]byte(line), &r); e != nil || len(r.Events) == 0 || len(r.Links.Events) != len(r.Events) || len(r.Links.Actors) != len(r.Actors) || r.Links.CopyOf == "" || !strings.HasPrefix(r.Links.Actors[0].Of, "a") {
			t.Errorf("%v: %s", e, line)
		}
	}
	if content, e = os.ReadFile(filepath.Join(to, "events.csv")); e != nil {
		t.Fatal(e)
	}
	rows, e := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\uFEFF")))).ReadAll()
	if e != nil || len(rows) < 4 {
		t.Errorf("%d lines of events, %v", len(rows), e)
	}
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{filepath.Join(to, "one.parquet"), "--table", "figures"}, 0, "one.parquet  "},
		{[]string{filepath.Join(to, "one.geojson"), "--place", "Khartoum"}, 0, "one.geojson  "},
		{[]string{filepath.Join(to, "one.jsonl"), "--words", "market"}, 0, "one.jsonl  1"},
		{[]string{filepath.Join(to, "one.csv"), "--table", "readings"}, 2, ""},
		{[]string{filepath.Join(to, "one.geojson"), "--table", "quotes"}, 2, ""},
		{[]string{filepath.Join(to, "one.csv"), "--format", "csv"}, 2, ""},
		{[]string{written(t, "file.txt", "x")}, 2, ""},
	} {
		if status, out, err := ask("", append([]string{"export", "--db", db}, c.args...)...); status != c.status || !strings.Contains(out, c.want) {
			t.Errorf("%v: status %d, %s%s", c.args, status, out, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(to, "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	loaded(t, to)
}

// loaded runs the examples that load an export, where the tools are there.
func loaded(t *testing.T, folder string) {
	for tool, example := range map[string]string{"python3": "examples/load.py", "Rscript": "examples/load.R"} {
		t.Run(tool, func(t *testing.T) {
			path, err := exec.LookPath(tool)
			if err != nil {
				t.Skipf("there is no %s to run %s with", tool, example)
			}
			command := exec.CommandContext(t.Context(), path, filepath.Join(root, example), folder)
			command.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // R reads no more than its locale has letters for
			out, err := command.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "ASSAULT") || !strings.Contains(string(out), "killed") || !strings.Contains(string(out), "Red Cross") {
				t.Errorf("%v:\n%s", err, out)
			}
		})
	}
}
