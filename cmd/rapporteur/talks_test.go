package main

import (
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/record"
)

// Three reports of one negotiation, one of them a copy, and one of another.
const negotiations = `{"ref":"a","publisher":"Meridian News Agency","published":"2025-03-03","text":"JEDDAH — Delegations of Sudan's government and of the Rapid Support Forces began ceasefire talks in Jeddah on Monday under the mediation of Saudi Arabia.\n\nThe Rapid Support Forces reject a permanent ceasefire."}
{"ref":"b","publisher":"Harbour Post","published":"2025-03-04","text":"JEDDAH — Delegations of Sudan's government and of the Rapid Support Forces began ceasefire talks in Jeddah on Monday under the mediation of Saudi Arabia.\n\nThe Rapid Support Forces reject a permanent ceasefire. (Harbour Post)"}
{"ref":"c","publisher":"The Courier","published":"2025-04-02","text":"The Rapid Support Forces are open to a permanent ceasefire, their leader said on Tuesday, a week before truce talks with Sudan's government are to resume in Geneva."}
{"ref":"d","publisher":"The Courier","published":"2025-03-12","text":"Sudan and Ethiopia opened a new round of talks on the filling of the Nile dam in Addis Ababa on Tuesday. Sudan demands a binding agreement on the filling of the dam."}
`

func TestNegotiationsAreFollowed(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	if status, out, err := ask(negotiations, "add", "--db", db, "--jsonl", "-"); status != 0 {
		t.Fatalf("status %d, %q, %q", status, out, err)
	}
	ids := map[string]string{}
	_, out, _ := ask("", "talks", "--db", db, "--json")
	for line := range strings.Lines(out) {
		var p record.Process
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		ids[p.Dispute] = p.ID.String()
	}
	truce := "Sudan–Rapid Support Forces truce talks, "
	for _, c := range []struct {
		name     string
		args     []string
		status   int
		out, err string
	}{
		{"list", []string{"talks"}, 0, truce, ""},
		{"counted once", []string{"talks"}, 0, "3 reports, 2 of them", ""},
		{"by side", []string{"talks", "--actor", "Ethiopia"}, 0, "Ethiopia–Sudan water talks, Addis Ababa, 2025", ""},
		{"by kind", []string{"talks", "--type", "water"}, 0, "Addis Ababa", ""},
		{"by stage", []string{"talks", "--stage", "agreed-to-meet"}, 0, truce, ""},
		{"by country", []string{"talks", "--country", "ETH"}, 0, "Addis Ababa", ""},
		{"by place", []string{"talks", "--place", "Addis Ababa"}, 0, "Ethiopia", ""},
		{"by outlet", []string{"talks", "--source", "Harbour Post"}, 0, truce, ""},
		{"by words", []string{"talks", "dam"}, 0, "Ethiopia", ""},
		{"by day", []string{"talks", "--since", "2025-04-01"}, 0, truce, ""},
		{"none", []string{"talks", "--since", "2026-01-01"}, 0, "", "no negotiation found"},
		{"a page", []string{"talks", "-n", "1"}, 0, truce, "1 of 2; --after "},
		{"bad page", []string{"talks", "--after", "x"}, 2, "", "x"},
		{"bad limit", []string{"talks", "-n", "0"}, 2, "", "--limit 0"},
		{"whole", []string{"show", ids["truce"]}, 0, "permanent ceasefire: rejects → open to", ""},
		{"copy", []string{"show", ids["truce"]}, 0, "Meridian News Agency via Harbour Post · a copy of 1", ""},
		{"by name", []string{"show", "dam"}, 0, "Ethiopia–Sudan water talks", ""},
		{"findings", []string{"show", "dam", "--explain"}, 0, "‹t", ""},
		{"which", []string{"show", "sudan"}, 1, truce, "may mean any of these 2"},
		{"unknown", []string{"show", "zeppelins"}, 1, "", "no negotiation"},
		{"no talks", []string{"show", "e00000000000000"}, 2, "", "only talks"},
		{"moved", []string{"changes", "--type", "stance"}, 0, "2025-04-02  Rapid Support Forces, permanent ceasefire: rejects → open to", ""},
		{"whose", []string{"changes", "--actor", "RSF", "--since", "2025-04-01"}, 0, "The Courier", ""},
		{"of one", []string{"changes", "--talks", ids["water"]}, 0, "Sudan, water: demands", ""},
		{"of which", []string{"changes", "--talks", "sudan"}, 2, "", "2 negotiations"},
		{"no such kind", []string{"changes", "--type", "mood"}, 2, "", "mood"},
		{"nobody moved", []string{"changes", "--since", "2026-01-01"}, 0, "", "no movement found"},
		{"sound", []string{"check"}, 0, "nothing is wrong with it", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("RAPPORTEUR_DB", db)
			status, out, err := ask("", c.args...)
			plain := strings.Join(strings.Fields(out), " ")
			if status != c.status || !strings.Contains(plain, strings.Join(strings.Fields(c.out), " ")) || c.out == "" && out != "" || !strings.Contains(err, c.err) || c.err == "" && err != "" {
				t.Errorf("status %d, printed %q and on standard error %q; want %d, %q, %q", status, out, err, c.status, c.out, c.err)
			}
		})
	}
	for _, args := range [][]string{{"talks", "--csv"}, {"changes", "--csv"}} {
		_, out, _ := ask("", append(args, "--db", db)...)
		if rows, err := csv.NewReader(strings.NewReader(out)).ReadAll(); err != nil || len(rows) < 3 {
			t.Errorf("%v prints %d rows, %v", args, len(rows), err)
		}
	}
}

// The evidence of a movement is words of a report, where the report has them.
func TestMovementsPointAtTheirWords(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	ask(negotiations, "add", "--db", db, "--jsonl", "-")
	_, out, _ := ask("", "changes", "--db", db, "--json")
	seen := 0
	for line := range strings.Lines(out) {
		var c struct {
			Kind     string
			Evidence []struct {
				ID, Article, Sentence string
				Span                  struct {
					Start, End int
					Exact      string
				}
			}
		}
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		if len(c.Evidence) == 0 {
			t.Errorf("a movement without evidence: %s", line)
		}
		for _, e := range c.Evidence {
			seen++
			if !strings.Contains(e.Sentence, e.Span.Exact) || e.Span.Exact == "" || e.Span.End-e.Span.Start != len([]rune(e.Span.Exact)) {
				t.Errorf("%s: %d:%d %q in %q", e.ID, e.Span.Start, e.Span.End, e.Span.Exact, e.Sentence)
			}
			if status, out, err := ask("", "explain", "--db", db, e.ID); status != 0 || !strings.Contains(out, "report's id") || !strings.Contains(strings.ReplaceAll(out, "\n", ""), e.Article[:20]) {
				t.Errorf("%s is not explained: %q %q", e.ID, out, err)
			}
		}
	}
	if seen < 6 {
		t.Errorf("%d words of evidence, want more", seen)
	}
}
