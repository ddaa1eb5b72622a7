package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/record"
)

func TestAddAndAsk(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "record.db")
	folder := filepath.Join(dir, "reports")
	put := func(name, content string) {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("truce.txt", truce)
	put("more/raid.txt", raid)
	put("more/stream.jsonl", `{"ref":"a","text":"Arden met Velm in Port Oster on Monday."}`+"\nbad\n")
	put(".hidden/none.txt", "Nobody reads this.")
	put("picture.png", "no report")

	for _, c := range []struct {
		name     string
		args     []string
		status   int
		out, err string
	}{
		{"nothing there", []string{"search", "truce"}, 1, "", "rapporteur add"},
		{"folder", []string{"add", "--published", "2024-03-12", folder}, 1, "3 reports added; 1 could not be read", "line 2: not a JSON object"},
		{"again", []string{"add", folder, "--published", "2024-03-12"}, 1, "0 reports added; 3 known already; 1 could not be read", "line 2"},
		{"pattern", []string{"add", filepath.Join(folder, "*.txt"), "--published", "2024-03-12", "--publisher", "Harbour Post"}, 0, "0 reports added; 1 seen at another place", ""},
		{"not there", []string{"add", "none.txt"}, 1, "0 reports added; 1 could not be read", "check the name"},
		{"bad batch", []string{"add", "--batch", "0", folder}, 2, "", "at least one"},
		{"statement", []string{"search", "it will hold"}, 0, "Aster Vale: It will hold", ""},
		{"report", []string{"search", "village"}, 0, "Soldiers of Velm attacked a village", ""},
		{"as a table", []string{"search", "--csv", "it will hold"}, 0, "id,kind,speaker,words,article,title,publisher,published,url\n", ""},
		{"not found", []string{"search", "zeppelin"}, 0, "nothing found", ""},
		{"filtered", []string{"search", "hold", "--source", "Velm Radio"}, 0, "nothing found", ""},
		{"bad day", []string{"search", "hold", "--since", "someday"}, 2, "", "--since someday"},
		{"no word", []string{"search", "!"}, 2, "", "a word to look for"},
		{"sound", []string{"check"}, 0, "nothing is wrong with it", ""},
		{"anew", []string{"check", "--rebuild"}, 0, "worked out anew from 3 reports", ""},
		{"no correction", []string{"correct", "log"}, 0, "", ""},
		{"bad id", []string{"correct", "reject", "x"}, 2, "", "is no id"},
		{"no such id", []string{"correct", "reject", "e00000000000000", "--who", "Brin"}, 1, "", "no finding e00000000000000"},
		{"too few", []string{"correct", "merge", "e00000000000000"}, 2, "", "takes 2 arguments"},
		{"no record", []string{"check", "--db", filepath.Join(folder, "truce.txt")}, 1, "", "no record"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("RAPPORTEUR_DB", db)
			status, out, err := ask("", c.args...)
			if status != c.status || !strings.Contains(out, c.out) || c.out == "" && out != "" || !strings.Contains(err, c.err) || c.err == "" && err != "" {
				t.Errorf("status %d, printed %q and on standard error %q; want %d, %q, %q", status, out, err, c.status, c.out, c.err)
			}
		})
	}

	_, out, _ := ask("", "search", "--json", "--db", db, "hold")
	var hit struct {
		Kind, ID, Speaker string
		Span              struct {
			Start, End int
			Exact      string
		}
		Article struct{ ID, Published string }
	}
	first, _, _ := strings.Cut(out, "\n")
	if err := json.Unmarshal([]byte(first), &hit); err != nil || hit.Kind != "statement" || hit.Article.Published != "2024-03-12" ||
		string([]rune(truce)[hit.Span.Start:hit.Span.End]) != hit.Span.Exact {
		t.Fatalf("%+v (%v) of %s", hit, err, out)
	}
	status, out, errs := ask("", "explain", "--db", db, hit.ID)
	for _, want := range []string{"STATEMENT " + hit.ID, "words            said", "It will hold", "read by          statement/", "quick", "kind             direct"} {
		if status != 0 || !strings.Contains(out, want) {
			t.Errorf("status %d, %s explains without %q:\n%s", status, errs, want, out)
		}
	}
	status, out, errs = ask("", "correct", "--db", db, "reject", hit.ID, "--who", "Brin Marsh", "--why", "nobody said so")
	if status != 0 || !strings.Contains(out, "correction 1 is kept") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	if _, out, _ = ask("", "search", "--db", db, "hold"); strings.Contains(out, "Aster Vale:") {
		t.Errorf("a rejected statement is found:\n%s", out)
	}
	if _, out, _ = ask("", "correct", "--db", db, "log"); !strings.Contains(out, "Brin Marsh  reject  "+hit.ID+"  (nobody said so)") {
		t.Errorf("the log is %s", out)
	}
	ask("", "correct", "--db", db, "undo", "1", "--who", "Brin Marsh")
	if _, out, _ = ask("", "search", "--db", db, "hold"); !strings.Contains(out, "Aster Vale:") {
		t.Errorf("undone, the statement is not found:\n%s", out)
	}
}

// groups prints all groups of a record and what it holds.
func groups(t *testing.T, db string) (printed string, checked record.Checked) {
	t.Helper()
	r, err := database{db}.open(t.Context(), record.Options{}, true)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	checked, err = r.Check(t.Context(), func(damage string) { t.Errorf("damage: %s", damage) })
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []record.Kind{record.KindArticle, record.KindActor, record.KindEvent, record.KindTalks} {
		all, err := r.Groups(t.Context(), kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range all {
			for _, m := range g {
				printed += fmt.Sprintf("%s@%s ", m.ID, m.Article)
			}
			printed += "\n"
		}
	}
	return printed, checked
}
