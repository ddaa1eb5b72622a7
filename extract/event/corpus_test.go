package event

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/fixture/treebank"
)

// Corpora of invented texts: those read on the trees of the quick reader, and those
// read on the trees of the careful one.
const (
	quickCorpora   = "testdata/*.txt"
	carefulCorpora = "testdata/careful/*.txt"
)

// A saying is one block of a corpus: a remark, an invented text on one
// line (" ¶ " parts paragraphs), and the events it tells, each after "=", as they
// print; "= none" where it tells of none. "? why" after them says that they are
// not what the program reads yet: such a block must fail, or the mark must go.
type saying struct {
	file, about, text string
	want              []string
	known             string
}

func sayings(t testing.TB, pattern string) []saying {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpora %s (%v)", pattern, err)
	}
	var out []saying
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
			s := saying{file: filepath.Base(file)}
			for line := range strings.Lines(block) {
				line = strings.TrimSpace(line)
				switch {
				case strings.HasPrefix(line, "# published "):
				case strings.HasPrefix(line, "# "):
					s.about = line[2:]
				case strings.HasPrefix(line, "= "):
					if line != "= none" {
						s.want = append(s.want, line[2:])
					}
				case strings.HasPrefix(line, "? "):
					s.known = line[2:]
				case s.text == "":
					s.text = strings.ReplaceAll(line, " ¶ ", "\n\n")
				default:
					t.Fatalf("%s: %q: a block has one line of text, then lines with = and ?", file, line)
				}
			}
			if s.text != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

func corpusTexts(t testing.TB, pattern string) []string {
	var out []string
	for _, s := range sayings(t, pattern) {
		out = append(out, s.text)
	}
	return out
}

// TestCorpora reads the invented texts of testdata.
func TestCorpora(t *testing.T) {
	t.Run("quick", func(t *testing.T) { readCorpora(t, quickCorpora, parses) })
	t.Run("careful", func(t *testing.T) { readCorpora(t, carefulCorpora, carefulParses) })
}

func readCorpora(t *testing.T, pattern string, parses *treebank.File) {
	all := sayings(t, pattern)
	right := 0
	for i, d := range parses.Documents(t, corpusTexts(t, pattern)) {
		s := all[i]
		got := printed(d)
		ok := slices.Equal(got, s.want)
		if ok {
			right++
		}
		switch {
		case ok && s.known != "":
			t.Errorf("%s, %s: %q is right now; take its %q away", s.file, s.about, s.text, "? "+s.known)
		case !ok && s.known == "":
			t.Errorf("%s, %s: %q\n  tells  %s\n  wanted %s", s.file, s.about, s.text, strings.Join(got, "\n         "), strings.Join(s.want, "\n         "))
		case !ok:
			t.Logf("%s, %s: known: %s", s.file, s.about, s.known)
		}
	}
	t.Logf("%d of %d right", right, len(all))
}

// TestTruceDesk asks for what truce.txt must hold: sentences of every kind that
// coders of events are known to misread, most of them read right.
func TestTruceDesk(t *testing.T) {
	kinds := []string{"venue", "mediator", "speaker", "negation", "future", "condition", "history", "denial"}
	right, all := 0, 0
	for _, s := range sayings(t, quickCorpora) {
		if s.file != "truce.txt" {
			continue
		}
		all++
		if s.known == "" {
			right++
		}
		kinds = slices.DeleteFunc(kinds, func(k string) bool { return strings.Contains(s.about, k) })
	}
	if len(kinds) > 0 {
		t.Errorf("truce.txt has no sentence of %q", kinds)
	}
	if 14*right < 11*all {
		t.Errorf("%d of the %d sentences of truce.txt are right, want 11 of 14", right, all)
	}
}
