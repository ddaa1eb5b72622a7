package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// region is the part of a page between two marks, with its fences.
func region(t *testing.T, page, name string) (before, inside, after string) {
	t.Helper()
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->"
	before, rest, ok := strings.Cut(page, begin)
	inside, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("README.md has no region between %q and %q", begin, end)
	}
	return before + begin, inside, end + after
}

// TestReadmeShowsWhatIsPrinted runs the commands of the README on the examples
// that ship and compares, so that the first thing a reader sees is true.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Chdir(root)
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(content)
	for _, r := range []struct {
		name  string
		write func(*testing.T, string) string // the region as it should be, made of the one that is
	}{
		{"dossier", console},
		{"record", firstStatement},
		{"scores", scoresTable},
	} {
		before, inside, after := region(t, page, r.name)
		want := r.write(t, inside)
		if at, line := difference(want, inside); at > 0 && !*update {
			t.Errorf("README.md, %s, differs at line %d from what is printed: %q; run go test ./cmd/rapporteur -update", r.name, at, line)
		}
		page = before + want + after
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var command = regexp.MustCompile(`(?m)^\$ go run \./cmd/rapporteur (.*)$`)

// console is a fenced block of a command and what it prints.
func console(t *testing.T, was string) string {
	asked := command.FindStringSubmatch(was)
	if asked == nil {
		t.Fatalf("no command in %q", was)
	}
	status, out, errors := ask("", strings.Fields(asked[1])...)
	if status != 0 || errors != "" {
		t.Errorf("%s: status %d, %s", asked[0], status, errors)
	}
	return "```console\n" + asked[0] + "\n" + out + "```\n"
}

// firstStatement is the first statement of a person in the record of the
// README's report.
func firstStatement(t *testing.T, _ string) string {
	_, out, _ := ask("", "read", "--json", "--published", published, "testdata/reports/talks.txt")
	var record struct{ Statements []json.RawMessage }
	if err := json.Unmarshal([]byte(out), &record); err != nil {
		t.Fatal(err)
	}
	if len(record.Statements) == 0 {
		return ""
	}
	var b bytes.Buffer
	if err := json.Indent(&b, record.Statements[0], "", "  "); err != nil {
		t.Fatal(err)
	}
	span := regexp.MustCompile(`\{\s+"start": (\d+),\s+"end": (\d+),\s+"exact": ("(?:[^"\\]|\\.)*")\s+\}`)
	return "```json\n" + span.ReplaceAllString(b.String(), `{"start": $1, "end": $2, "exact": $3}`) + "\n```\n"
}

// shown are the lines of the scores file that the README's table has.
var shown = []struct{ task, metric, says string }{
	{"syntax", "las", "trees from raw text, labelled attachment"},
	{"ner", "all", "named entities, exact span and class"},
	{"coref", "CoNLL named", "who is who, people and bodies"},
	{"attribution", "source exact", "who is quoted, exact span"},
	{"attribution", "source exact, encoder", "sources as the encoder alone marks them, exact"},
	{"attribution", "cue exact, encoder", "cues, likewise"},
	{"attribution", "content exact, encoder", "contents, likewise"},
	{"attribution", "content chars", "what is quoted, characters"},
	{"events", "type in sentence", "event type in a sentence"},
	{"events", "gold type among those found", "event type, PLOVER's own examples"},
	{"places", "found", "places found"},
	{"places", "within 161 km, of the found", "places located within 161 km, of those found"},
	{"dates", "spans overlapping", "dates found"},
	{"dates", "value", "dates with the right value"},
	{"talks", "statement.content+speaker", "whole reports: who says what"},
	{"talks", "event.type+actors", "whole reports: events with their actors"},
	{"talks", "figure.value+measure", "whole reports: figures and what they count"},
	{"talks", "talks.parties", "whole reports: parties of talks"},
	{"talks", "talks.mediators", "whole reports: mediators"},
	{"talks", "talks.terms", "whole reports: terms proposed"},
	{"talks", "talks.positions", "whole reports: positions"},
}

// score is a line of the scores file: task, data, metric, then the score.
var score = regexp.MustCompile(`^(\S+)\s+(\S+)\s+(.*?)\s+(?:precision [\d.]+  recall [\d.]+  F1|share|mean F1) ([\d.]+) `)

const scoresHead = `## How well

F1 or share in per cent, of the quick and of the careful reader, on development data that were looked at while the rules were written (with
the quick reader). [docs/evaluation.md](docs/evaluation.md) says what each line means and where the data come from;
` + "`eval/testdata/scores.txt`" + ` and ` + "`scores.careful.txt`" + ` have every measure with its counts.

`

// scoresTable is what the scores files say, for a person; nothing until there
// are such files.
func scoresTable(t *testing.T, _ string) string {
	quick, err := os.ReadFile("eval/testdata/scores.txt")
	if err != nil {
		return ""
	}
	careful, err := os.ReadFile("eval/testdata/scores.careful.txt")
	if err != nil {
		return ""
	}
	of := func(content []byte, task, data, metric string) string {
		for line := range strings.Lines(string(content)) {
			if f := score.FindStringSubmatch(line); f != nil && f[1] == task && f[2] == data && f[3] == metric {
				return f[4]
			}
		}
		return "-"
	}
	var b strings.Builder
	b.WriteString(scoresHead + "| what | data | quick | careful |\n| --- | --- | ---: | ---: |\n")
	rows := 0
	for _, s := range shown {
		for line := range strings.Lines(string(careful)) {
			if f := score.FindStringSubmatch(line); f != nil && f[1] == s.task && f[3] == s.metric {
				fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", s.says, f[2], of(quick, s.task, f[2], s.metric), f[4])
				rows++
			}
		}
	}
	if rows == 0 {
		t.Error("the scores files have none of the lines that the table shows")
	}
	return b.String()
}

// TestReadmeShowsTheReport: the report on the first screen is the one that the
// command reads, and the two commands are those of the gate.
func TestReadmeShowsTheReport(t *testing.T) {
	t.Chdir(root)
	read := func(name string) string {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	flat := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "\n>", "\n")), " ") }
	readme, gate := read("README.md"), read(".ci/run")
	if !strings.Contains(flat(readme), flat(read("testdata/reports/talks.txt"))) {
		t.Error("README.md does not show testdata/reports/talks.txt")
	}
	_, twoCommands, _ := region(t, readme, "commands")
	n := 0
	for line := range strings.Lines(twoCommands) {
		line = strings.TrimSpace(line)
		if line, _, _ = strings.Cut(line, "  #"); strings.HasPrefix(line, "go ") {
			n++
			if !strings.Contains(gate, "\n"+strings.TrimSpace(line)+"\n") {
				t.Errorf(".ci/run does not run %q", line)
			}
		}
	}
	if n != 2 {
		t.Errorf("README.md promises two commands and has %d", n)
	}
}

// TestChangelogHasThisVersion: what is released is told.
func TestChangelogHasThisVersion(t *testing.T) {
	log, err := os.ReadFile(root + "/CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	entry := "## [" + version + "]"
	if strings.HasSuffix(version, "-dev") {
		entry = "## [Unreleased]"
	}
	if !bytes.Contains(log, []byte(entry)) {
		t.Errorf("CHANGELOG.md has no entry %q", entry)
	}
}
