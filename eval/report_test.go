package eval

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/gold"
)

func TestReportPrintsATableAndLines(t *testing.T) {
	r := &Report{
		Task: "places", Data: "lgl", Documents: 2, Notes: []string{"small"},
		Scores: scores(Tally{
			"found":       {Found: 2, Gold: 3, Right: 3, Predicted: 4},
			"near":        share(1, 2),
			"same":        share(0, 0),
			"B³":          {Found: 1.5, Gold: 3, Right: 1.25, Predicted: 2},
			"not counted": {},
			"zebra":       count(1, 1, 1),
			"apple":       count(1, 1, 1),
		}, []Metric{{Name: "found"}, {Name: "near", Unit: Share}, {Name: "same", Unit: Share}, {Name: "B³"},
			{Name: "both", Unit: Mean, Of: []string{"found", "B³"}}, {Name: "absent"}, {Name: "not counted"}}),
	}
	var b bytes.Buffer
	if err := r.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	want := `places, 2 documents
  lgl          precision  recall  F1/share  gold  predicted
  found             75.0    66.7      70.6     3          4
  near                                50.0     2           
  same                                   -     0           
  B³                62.5    50.0      55.6     3          2
  both                                63.1                 
  not counted        0.0     0.0       0.0     0          0
  apple            100.0   100.0     100.0     1          1
  zebra            100.0   100.0     100.0     1          1
  note: small
`
	if b.String() != want {
		t.Errorf("table\n%swant\n%s", b.String(), want)
	}
	var lines []string
	for _, line := range r.Lines() {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	wantLines := []string{
		"places lgl found precision 75.0 recall 66.7 F1 70.6 (found 2 of 3 gold, right 3 of 4 predicted)",
		"places lgl near share 50.0 (1 of 2)",
		"places lgl same none to count",
		"places lgl B³ precision 62.5 recall 50.0 F1 55.6 (found 1.5 of 3 gold, right 1.2 of 2 predicted)",
		"places lgl both mean F1 63.1 (of found, B³)",
		"places lgl not counted precision 0.0 recall 0.0 F1 0.0 (found 0 of 0 gold, right 0 of 0 predicted)",
		"places lgl apple precision 100.0 recall 100.0 F1 100.0 (found 1 of 1 gold, right 1 of 1 predicted)",
		"places lgl zebra precision 100.0 recall 100.0 F1 100.0 (found 1 of 1 gold, right 1 of 1 predicted)",
	}
	if !slices.Equal(lines, wantLines) {
		t.Errorf("lines\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(wantLines, "\n"))
	}
}

func TestScoresFileKeepsWhatIsNotMeasured(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scores.txt")
	report := func(task, data string, right int) *Report {
		return &Report{Task: task, Data: data, Scores: []Score{
			{Metric: Metric{Name: "b"}, Count: count(right, 10, 10)}, {Metric: Metric{Name: "a"}, Count: count(1, 10, 10)},
		}}
	}
	update := func(reports ...*Report) {
		if err := UpdateScores(path, reports); err != nil {
			t.Fatal(err)
		}
	}
	update(report("places", "lgl", 1), report("syntax", "gum.dev", 2), report("syntax", "ewt.dev", 3))
	update(report("syntax", "gum.dev", 4))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 4 && line[0] != '#' {
			got = append(got, strings.Join(fields[:5], " "))
		}
	}
	want := []string{
		"syntax ewt.dev b precision 30.0", "syntax ewt.dev a precision 10.0", "syntax gum.dev b precision 40.0",
		"syntax gum.dev a precision 10.0", "places lgl b precision 10.0", "places lgl a precision 10.0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("file holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	changed, err := CompareScores(path, []*Report{report("syntax", "ewt.dev", 3), report("syntax", "gum.dev", 5), report("ner", "new", 1)})
	if err != nil {
		t.Fatal(err)
	}
	if len(changed) != 2 || !strings.HasPrefix(changed[0], "- syntax") || !strings.Contains(changed[0], "F1 40.0") ||
		!strings.HasPrefix(changed[1], "+ syntax") || !strings.Contains(changed[1], "F1 50.0") {
		t.Errorf("changed lines %q", changed)
	}
}

// TestRunMeasuresEveryKind runs every task on small gold, with a reader that
// reads nothing: everything is missed, and every file is read.
func TestRunMeasuresEveryKind(t *testing.T) {
	for _, c := range []struct{ task, file, want string }{
		{"syntax", "gum.dev.conllu", "gum.dev"},
		{"coref", "gum.dev.conllu", "CoNLL named, by head"},
		{"ner", "worldwide.dev.bioes.tsv", "span only"},
		{"attribution", "polnear.dev.jsonl", "content chars"},
		{"events", "plv.train.jsonl", "SUPPORT type in sentence"},
		{"events", "plover_gsr.dev.jsonl", "gold type among those found"},
		{"events", "petrarch.dev.jsonl", "nothing where nothing"},
		{"places", "lgl.jsonl", "within 161 km, of all"},
		{"dates", "gum.dev.jsonl", "TEI marks dates only"},
		{"talks", "talks", "talks.sticking_points"},
	} {
		var b bytes.Buffer
		if err := Run(context.Background(), &b, c.task, filepath.Join("..", "gold", "testdata", c.file), nothing); err != nil {
			t.Errorf("%s on %s: %v", c.task, c.file, err)
			continue
		}
		if !strings.Contains(b.String(), c.want) || !strings.HasPrefix(b.String(), tasks[slices.Index(Tasks(), c.task)].says) {
			t.Errorf("%s on %s prints\n%s\nwant the definitions and %q in it", c.task, c.file, &b, c.want)
		}
	}
}

// TestPerfectReaderScoresFull gives the gold itself as the reading.
func TestPerfectReaderScoresFull(t *testing.T) {
	file := filepath.Join("..", "gold", "testdata", "gum.dev.conllu")
	docs, err := gold.Trees(file)
	if err != nil {
		t.Fatal(err)
	}
	reports, err := Measure(context.Background(), "syntax", file, func(*rapporteur.Article) *rapporteur.Reading {
		return &rapporteur.Reading{Document: docs[0].Document}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range reports[0].Scores {
		if s.Count.F1() != 1 {
			t.Errorf("%s: %v", s.Metric.Name, s.Count)
		}
	}
	record := filepath.Join("..", "gold", "testdata", "talks", "ferry.json")
	report, err := gold.Report(record)
	if err != nil {
		t.Fatal(err)
	}
	report.Findings.Figures = report.Findings.Figures[:1] // the other has no value, which nothing equals
	reports, err = Measure(context.Background(), "talks", record, func(*rapporteur.Article) *rapporteur.Reading { return report })
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range reports[0].Scores {
		if s.Count.Gold > 0 && s.Count.Precision() != 1 {
			t.Errorf("%s: %v", s.Metric.Name, s.Count)
		}
	}
}
