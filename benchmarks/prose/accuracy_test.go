package prose

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/eval"
	"rapporteur/gold"
)

var update = flag.Bool("update", false, "measure the speed too and write docs/benchmarks/prose.md")

// asked are the gold files, and of the counts behind their scores those that both
// can be asked for.
var asked = []struct {
	task, file string
	rows       []row
}{
	{"syntax", "syntax/ewt.dev.conllu.gz", trees},
	{"syntax", "syntax/gum.dev.free.conllu.gz", trees},
	{"ner", "ner/worldwide.dev.bioes.tsv.gz", []row{
		{"persons, F1", func(c map[string]eval.Count) float64 { return c[rapporteur.EntityPerson].F1() }},
		{"locations, F1", func(c map[string]eval.Count) float64 { return c[rapporteur.EntityLocation].F1() }},
	}},
}

var trees = []row{
	{"sentences, F1", func(c map[string]eval.Count) float64 { return c["sentences"].F1() }},
	{"words, F1", func(c map[string]eval.Count) float64 { return c["words"].F1() }},
	{"Penn tags, of all gold words", func(c map[string]eval.Count) float64 { return c["xpos"].Recall() }},
	{"Penn tags, of words cut as in the gold", func(c map[string]eval.Count) float64 { return c["xpos"].Found / max(1, c["words"].Found) }},
}

// A row is one line of the table.
type row struct {
	name string
	of   func(map[string]eval.Count) float64 // 0 to 1
}

// A contender is one column.
type contender struct {
	name string
	read func(*rapporteur.Article) *rapporteur.Document
	peer bool
}

func contenders(t *testing.T) []contender {
	out := []contender{{"prose", whole, true}, {"prose, a sentence at a time", piecemeal, true}}
	for _, o := range ours {
		name, read := parser(t, o)
		out = append(out, contender{name: name, read: read})
	}
	return out
}

// TestAccuracy asks every reader of ours to be better than prose in every row.
func TestAccuracy(t *testing.T) {
	data := gold.Shared(t, "data")
	shared := ""
	if *update {
		shared = company(t)
	}
	all := contenders(t)
	page := tableHead("accuracy, per cent", all)
	for _, a := range asked {
		set, counts := "", make([]map[string]eval.Count, len(all))
		for i, c := range all {
			set, counts[i] = measure(t, a.task, filepath.Join(data, a.file), c)
		}
		for _, r := range a.rows {
			page += "| " + set + ": " + r.name
			best := 0.0
			for i, c := range all {
				score := r.of(counts[i])
				page += fmt.Sprintf(" | %.1f", 100*score)
				switch {
				case c.peer:
					best = max(best, score)
				case score <= best:
					t.Errorf("%s, %s: %s scores %.1f, prose %.1f", set, r.name, c.name, 100*score, 100*best)
				}
			}
			page += " |\n"
		}
	}
	t.Logf("\n%s", page)
	if *update {
		write(t, page, shared)
	}
}

// measure is the name of a gold file and the counts of one reader on it, by metric.
func measure(t *testing.T, task, path string, c contender) (set string, counts map[string]eval.Count) {
	t.Helper()
	reports, err := eval.Measure(t.Context(), task, path, func(a *rapporteur.Article) *rapporteur.Reading {
		return &rapporteur.Reading{Document: c.read(a)}
	})
	if err != nil {
		t.Fatal(err)
	}
	counts = map[string]eval.Count{}
	for _, r := range reports {
		set = r.Data
		if len(r.Notes) > 0 {
			t.Errorf("%s on %s: %s", c.name, r.Data, strings.Join(r.Notes, "; "))
		}
		for _, s := range r.Scores {
			counts[s.Metric.Name] = s.Count
		}
	}
	return set, counts
}
