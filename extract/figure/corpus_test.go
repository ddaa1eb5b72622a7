package figure

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
	"rapporteur/knowledge/figures"
)

// missing names a file for the sentences that have no parse yet, as input for
// rapporteur parse --format conllu --jsonl: what that prints is looked over, put
// right by hand and added to testdata/parses.conllu.
var missing = flag.String("missing", "", "write sentences without a parse to this file, one JSON object a line")

// A saying is a sentence with the figures it should give, as they print.
type saying struct {
	from string // file and line
	text string
	want []string
}

// sayings are the sentences of testdata/*.txt, then the examples of the tables of
// knowledge.
func sayings(t testing.TB) []saying {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no corpora:", err)
	}
	var out []saying
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(b), "\n") {
			want, isWant := strings.CutPrefix(line, "= ")
			switch {
			case line == "" || line[0] == '#':
			case !isWant:
				out = append(out, saying{from: fmt.Sprintf("%s:%d", filepath.Base(name), i+1), text: line})
			case want == "none":
				out[len(out)-1].want = []string{}
			default:
				out[len(out)-1].want = append(out[len(out)-1].want, want)
			}
		}
	}
	for _, m := range figures.Measures() {
		out = append(out, saying{"measures.tsv, " + m.Word, m.Example, m.Reads})
	}
	for _, s := range figures.Stretches() {
		out = append(out, saying{"stretches.tsv, " + s.Word, s.Example, []string{s.Reads}})
	}
	return out
}

// parses are the trees of the sayings, by their text.
func parses(t testing.TB) map[string]*rapporteur.Document {
	t.Helper()
	trees := fixture.Trees(t, "testdata/parses.conllu")
	for _, d := range trees {
		d.Article.Published = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	}
	return trees
}

// read are the figures of d, without days, places and speakers.
func read(d *rapporteur.Document) []rapporteur.Figure {
	t := grammar.New(d)
	out := Find(t, actor.Find(t), nil, date.Find(t), nil)
	for i := range out {
		out[i].Date = ""
	}
	return out
}

// printed is how f prints, with its words where want has them.
func printed(d *rapporteur.Document, f rapporteur.Figure, want string) string {
	if strings.HasSuffix(want, "\"") {
		return f.String() + " \"" + d.Text(f.Span) + "\""
	}
	return f.String()
}

func TestCorpora(t *testing.T) {
	trees := parses(t)
	var unparsed []string
	for _, s := range sayings(t) {
		if s.want == nil {
			t.Errorf("%s: %q does not say what it should give", s.from, s.text)
		}
		d := trees[s.text]
		if d == nil {
			t.Errorf("%s: no parse of %q (see the flag -missing)", s.from, s.text)
			line, _ := json.Marshal(map[string]string{"ref": s.from, "text": s.text})
			unparsed = append(unparsed, string(line)+"\n")
			continue
		}
		found := read(d)
		for i := range max(len(found), len(s.want)) {
			switch {
			case i >= len(found):
				t.Errorf("%s: %q: nothing for %s", s.from, s.text, s.want[i])
			case i >= len(s.want):
				t.Errorf("%s: %q: %s is no figure (%s)", s.from, s.text, found[i], found[i].Rule)
			case printed(d, found[i], s.want[i]) != s.want[i]:
				t.Errorf("%s: %q: read %s (%s), want %s", s.from, s.text, printed(d, found[i], s.want[i]), found[i].Rule, s.want[i])
			}
		}
	}
	if *missing != "" {
		if err := os.WriteFile(*missing, []byte(strings.Join(unparsed, "")), 0o644); err != nil {
			t.Error(err)
		}
	}
}
