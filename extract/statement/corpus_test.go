package statement

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
	"rapporteur/knowledge/speech"
	"rapporteur/language/coref"
	"rapporteur/language/quote"
)

// missing names a file for the sentences that have no parse yet, as input for
// rapporteur parse --format conllu --jsonl. What that prints is added to
// testdata/parses.conllu as it is: a rule must survive the mistakes of the parser.
var missing = flag.String("missing", "", "write sentences without a parse to this file, one JSON object a line")

// names are the named entities of the corpora.
var names = map[string]string{
	"Aster Vale": rapporteur.EntityPerson, "Vale": rapporteur.EntityPerson, "Dov Holt": rapporteur.EntityPerson,
	"Arden": rapporteur.EntityLocation, "Velm": rapporteur.EntityLocation, "Oster": rapporteur.EntityLocation, "Port Velm": rapporteur.EntityLocation,
	"Harbour Radio": rapporteur.EntityOrganization, "Velm Radio": rapporteur.EntityOrganization, "Velm People's Front": rapporteur.EntityOrganization,
}

// A saying is one line of a corpus.
type saying struct {
	corpus string
	line   int
	rule   string // "none" where nothing is to be found
	text   string
	want   []rapporteur.Statement
	prints []string // how the statements print; empty where that is not asked
}

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
		rule := ""
		for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "= "):
				rule = line[2:]
			case strings.HasPrefix(line, "> "):
				out[len(out)-1].prints = append(out[len(out)-1].prints, line[2:])
			default:
				s := read(line)
				s.corpus, s.line, s.rule = filepath.Base(name), i+1, rule
				if (len(s.want) == 0) != (rule == "none") {
					t.Fatalf("%s:%d: marks and %q do not go together", name, i+1, rule)
				}
				out = append(out, s)
			}
		}
	}
	for _, cue := range speech.Cues() {
		s := read(cue.Example)
		s.corpus = "cues.tsv: " + strings.Join(cue.Words, " ")
		out = append(out, s)
	}
	return out
}

// read takes the marks off a line.
func read(line string) saying {
	text, marks := fixture.Unmark(strings.ReplaceAll(line, " ¶ ", "\n\n"))
	s := saying{text: text}
	byNumber := map[int]*rapporteur.Statement{}
	at := func(label string) *rapporteur.Statement {
		n, _ := strconv.Atoi(strings.TrimLeft(label, "abcdefghijklmnopqrstuvwxyz"))
		if byNumber[n] == nil {
			byNumber[n] = &rapporteur.Statement{}
		}
		return byNumber[n]
	}
	for _, m := range marks {
		switch strings.TrimRight(m.Label, "0123456789") {
		case "speaker":
			at(m.Label).Speaker.Spans = []rapporteur.Span{m.Span}
		case "cue":
			at(m.Label).Cue = m.Span
		case "content":
			st := at(m.Label)
			st.Content = append(st.Content, m.Span)
		}
	}
	for _, st := range byNumber {
		s.want = append(s.want, *st)
	}
	slices.SortFunc(s.want, func(a, b rapporteur.Statement) int { return cmp.Compare(a.Cue.Start, b.Cue.Start) })
	return s
}

// parses are the trees of the sayings, by their text without blanks.
func parses(t testing.TB) map[string]*rapporteur.Document {
	t.Helper()
	trees := fixture.Trees(t, "testdata/parses.conllu")
	for _, d := range trees {
		complete(d)
	}
	return trees
}

// complete adds what CoNLL-U does not hold: names, quotations, clusters.
func complete(d *rapporteur.Document) {
	for i := 0; i < len(d.Tokens); {
		n := 1
		for end := min(i+4, len(d.Tokens)); end > i; end-- {
			if class, ok := names[d.Text(d.SpanOf(i, end))]; ok {
				d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(i, end), First: i, End: end, Type: class})
				n = end - i
				break
			}
		}
		i += n
	}
	d.Article.Published = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC) // a Tuesday
	d.Quotes, _ = quote.Find(d.Article.Text, quote.Paragraphs(d.Sentences))
	d.Clusters = coref.Find(d)
}

func find(d *rapporteur.Document) []rapporteur.Statement {
	tree := grammar.New(d)
	return Dated(tree, Find(tree, actor.Find(tree)), date.Find(tree))
}

func TestCorpora(t *testing.T) {
	trees := parses(t)
	var unparsed []string
	for _, s := range sayings(t) {
		d := trees[s.text]
		if d == nil {
			t.Errorf("%s:%d: no parse of %q (see the flag -missing)", s.corpus, s.line, s.text)
			line, _ := json.Marshal(map[string]string{"ref": strconv.Itoa(len(unparsed) + 1), "text": s.text})
			unparsed = append(unparsed, string(line)+"\n")
			continue
		}
		got := find(d)
		for _, fault := range s.faults(d, got) {
			t.Errorf("%s:%d: %q: %s", s.corpus, s.line, s.text, fault)
		}
		for _, law := range broken(d, got) {
			t.Errorf("%s:%d: %q: %s", s.corpus, s.line, s.text, law)
		}
	}
	if *missing != "" {
		if err := os.WriteFile(*missing, []byte(strings.Join(unparsed, "")), 0o644); err != nil {
			t.Error(err)
		}
	}
}

// faults tells the kinds of mistake apart: a statement not found, one too many,
// one with other words than it should have, one read by another rule or as
// another person's.
func (s saying) faults(d *rapporteur.Document, got []rapporteur.Statement) []string {
	var out []string
	used := make([]bool, len(got))
	for k, w := range s.want {
		at := slices.IndexFunc(got, func(g rapporteur.Statement) bool { return g.Cue.Overlaps(w.Cue) })
		if at < 0 {
			out = append(out, fmt.Sprintf("nothing found at %q", d.Text(w.Cue)))
			continue
		}
		g := got[at]
		used[at] = true
		var speaker []rapporteur.Span
		if w.Speaker.Spans != nil {
			speaker = g.Speaker.Spans
		}
		for _, part := range []struct {
			name      string
			got, want []rapporteur.Span
		}{{"speaker", speaker, w.Speaker.Spans}, {"cue", []rapporteur.Span{g.Cue}, []rapporteur.Span{w.Cue}}, {"content", g.Content, w.Content}} {
			if !slices.Equal(part.got, part.want) {
				out = append(out, fmt.Sprintf("%s %q (%s); want %q", part.name, texts(d, part.got), g.Rule, texts(d, part.want)))
			}
		}
		if k == 0 && s.rule != "" && g.Rule != s.rule {
			out = append(out, fmt.Sprintf("read by %s; want %s", g.Rule, s.rule))
		}
		if k < len(s.prints) && g.String() != s.prints[k] {
			out = append(out, fmt.Sprintf("is %s; want %s", g, s.prints[k]))
		}
	}
	for i, g := range got {
		if !used[i] {
			out = append(out, fmt.Sprintf("extra: %s with cue %q, content %q (%s)", g, d.Text(g.Cue), texts(d, g.Content), g.Rule))
		}
	}
	return out
}

func texts(d *rapporteur.Document, spans []rapporteur.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Text(s))
	}
	return out
}
