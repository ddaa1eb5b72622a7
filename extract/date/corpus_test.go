package date

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
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// missing names a file for the sentences that have no parse yet, as input for
// rapporteur parse --format conllu --jsonl: what that prints is looked over, put
// right by hand and added to testdata/parses.conllu.
var missing = flag.String("missing", "", "write sentences without a parse to this file, one JSON object a line")

// A saying is one line of a corpus: a text with its dates in brackets.
type saying struct {
	corpus string
	line   int
	text   string
	day    time.Time // of the report; zero where unknown
	want   []wanted
	url    string // address of the report
	known  string // why it is known to be read wrongly; "" where it must be read
}

// wanted is a date of a saying. Its value is followed by the mod, if it has one.
type wanted struct {
	span  rapporteur.Span
	value string
}

// sayings reads testdata/*.txt. "# published DAY" sets the day of the report, "=
// VALUE" the value of the bracketed words of the lines below it, "# address URL"
// where the report appeared, "# known: REASON" that the next line fails. "[words]{VALUE}"
// has a value of its own; brackets in the lines under "= none" are an error.
func sayings(t *testing.T) []saying {
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
		s := saying{corpus: filepath.Base(name)}
		value := ""
		for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			s.line = i + 1
			switch {
			case strings.HasPrefix(line, "# published "):
				day := strings.TrimPrefix(line, "# published ")
				s.day, s.url = time.Time{}, ""
				if day != "unknown" {
					if s.day, err = time.Parse("Monday 2006-01-02", day); err != nil {
						t.Fatalf("%s:%d: %v", name, i+1, err)
					}
				}
			case strings.HasPrefix(line, "# address "):
				s.url = strings.TrimPrefix(line, "# address ")
			case strings.HasPrefix(line, "# known: "):
				s.known = strings.TrimPrefix(line, "# known: ")
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "="):
				value = strings.TrimSpace(line[1:])
			default:
				s.text, s.want = unmark(line, value)
				if (len(s.want) == 0) != (value == "none") {
					t.Fatalf("%s:%d: brackets and %q do not go together", name, i+1, value)
				}
				out = append(out, s)
				s.known = ""
			}
		}
	}
	return out
}

func unmark(line, value string) (string, []wanted) {
	// A bracket without a label has that of the heading; fixture wants one.
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		b.WriteByte(line[i])
		if line[i] == ']' && !strings.HasPrefix(line[i+1:], "{") {
			b.WriteString("{" + value + "}")
		}
	}
	text, marks := fixture.Unmark(b.String())
	var out []wanted
	for _, m := range marks {
		out = append(out, wanted{m.Span, m.Label})
	}
	return text, out
}

// parses are the trees of the sayings, by their text.
func parses(t testing.TB) map[string]*rapporteur.Document {
	t.Helper()
	return fixture.Trees(t, "testdata/parses.conllu")
}

func TestCorpora(t *testing.T) {
	trees := parses(t)
	var unparsed []string
	for _, s := range sayings(t) {
		d := trees[s.text]
		if d == nil {
			t.Errorf("%s:%d: no parse of %q (see the flag -missing)", s.corpus, s.line, s.text)
			line, _ := json.Marshal(map[string]string{"ref": fmt.Sprintf("%s:%d", s.corpus, s.line), "text": s.text})
			unparsed = append(unparsed, string(line)+"\n")
			continue
		}
		faults := s.faults(d)
		if s.known != "" {
			if len(faults) == 0 {
				t.Errorf("%s:%d: %q is read now; take it off the known failures", s.corpus, s.line, s.text)
			}
			continue
		}
		for _, fault := range faults {
			t.Errorf("%s:%d: %q: %s", s.corpus, s.line, s.text, fault)
		}
	}
	if *missing != "" {
		if err := os.WriteFile(*missing, []byte(strings.Join(unparsed, "")), 0o644); err != nil {
			t.Error(err)
		}
	}
}

// faults tells the four kinds of mistake apart: a date not found, one too many,
// one that is too short or too long, one with a wrong value.
func (s saying) faults(d *rapporteur.Document) []string {
	article := *d.Article
	article.Published, article.URL = s.day, s.url
	copied := *d
	copied.Article = &article
	found := Find(grammar.New(&copied))
	var out []string
	used := map[int]bool{}
	for _, w := range s.want {
		words := s.text[w.span.Start:w.span.End]
		at := -1
		for i, f := range found {
			if !used[i] && f.Span.Overlaps(w.span) {
				at = i
				break
			}
		}
		if at < 0 {
			out = append(out, fmt.Sprintf("nothing found in %q; want %s", words, w.value))
			continue
		}
		used[at] = true
		f := found[at]
		value := strings.TrimSpace(f.Value + " " + f.Modifier)
		switch {
		case f.Span != w.span:
			out = append(out, fmt.Sprintf("read %q (%s); want %q", s.text[f.Span.Start:f.Span.End], f.Rule, words))
		case value != w.value:
			out = append(out, fmt.Sprintf("%q is %q (%s); want %q", words, value, f.Rule, w.value))
		}
	}
	for i, f := range found {
		if !used[i] {
			out = append(out, fmt.Sprintf("%q is no date, but read as %q (%s)", s.text[f.Span.Start:f.Span.End], f.Value, f.Rule))
		}
	}
	return out
}
