package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"
)

// predictions are readings, as a file and as a Reader.
type predictions struct {
	file  bytes.Buffer
	byKey map[string]*rapporteur.Reading
}

func (p *predictions) read(a *rapporteur.Article) *rapporteur.Reading {
	return p.byKey[a.Ref+"\x00"+a.Text]
}

// add keeps a reading of a, and writes it under the id that the scorer asks for.
func (p *predictions) add(t *testing.T, a *rapporteur.Article, ref string, r *rapporteur.Reading, write func(*rapporteur.Reading)) {
	t.Helper()
	written := *a
	written.Ref = ref
	if r.Document == nil {
		r.Document = &rapporteur.Document{}
	}
	if r.Findings == nil {
		r.Findings = &rapporteur.Findings{}
	}
	r.Document.Article = &written
	write(r)
	p.byKey[a.Ref+"\x00"+a.Text] = r
}

// object writes a reading, or its document alone, as a line of JSON.
func (p *predictions) object(t *testing.T, v any) {
	t.Helper()
	e := json.NewEncoder(&p.file)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
}

// spoil makes the predictions of a task from its gold.
func spoil(t *testing.T, task, file string) *predictions {
	t.Helper()
	p := &predictions{byKey: map[string]*rapporteur.Reading{}}
	reading := func(r *rapporteur.Reading) { p.object(t, r) }
	findings := func(a *rapporteur.Article, ref string, f *rapporteur.Findings) {
		p.add(t, a, ref, &rapporteur.Reading{Findings: f}, reading)
	}
	switch task {
	case "syntax":
		docs, err := gold.Trees(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range docs {
			n := newNoise(d.Article.Text)
			layer := n.tree(d.Document)
			if i%3 == 0 {
				layer = n.crude(d.Article)
			}
			p.add(t, d.Article, d.ID, &rapporteur.Reading{Document: layer}, func(r *rapporteur.Reading) {
				if err := conllu.Write(&p.file, r.Document); err != nil {
					t.Fatal(err)
				}
			})
		}
	case "ner":
		for d, err := range gold.Names(file) {
			ok(t, err)
			layer := &rapporteur.Document{Entities: newNoise(d.Text).entities(d.Entities)}
			p.add(t, d.Article, d.Ref, &rapporteur.Reading{Document: layer}, func(r *rapporteur.Reading) { p.object(t, r.Document) })
		}
	case "attribution":
		for d, err := range gold.Attributions(file) {
			ok(t, err)
			findings(d.Article, d.Ref, &rapporteur.Findings{Statements: newNoise(d.Text).statements(d.Attributions)})
		}
	case "plv":
		for d, err := range gold.Pairs(file) {
			ok(t, err)
			a := &rapporteur.Article{Ref: d.Text, Text: d.Text}
			if p.read(a) == nil {
				findings(a, d.Text, &rapporteur.Findings{Events: newNoise(d.Text).events(d.Type, d.Source, d.Target)})
			}
		}
	case "plover":
		for d, err := range gold.Codings(file) {
			ok(t, err)
			n := newNoise(d.Text)
			findings(&rapporteur.Article{Ref: d.ID, Text: d.Text}, d.ID+d.Text, &rapporteur.Findings{Events: n.events(d.Type, n.anywhere(), n.anywhere())})
		}
	case "places":
		for d, err := range gold.Places(file) {
			ok(t, err)
			findings(d.Article, d.Ref, &rapporteur.Findings{Places: newNoise(d.Text).places(d.Toponyms)})
		}
	case "dates":
		for d, err := range gold.Dates(file) {
			ok(t, err)
			findings(d.Article, d.Ref, &rapporteur.Findings{Dates: newNoise(d.Text).dates(d.Expressions)})
		}
	case "talks":
		files, err := gold.Reports(file)
		ok(t, err)
		for _, f := range files {
			d, err := gold.Report(f)
			ok(t, err)
			a := d.Document.Article
			findings(a, a.Ref, newNoise(a.Text).findings(d.Findings))
		}
	}
	return p
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// python runs a scorer of the shared data and gives what it prints; the test is
// skipped where there is no Python.
func python(t *testing.T, script string, args ...string) string {
	t.Helper()
	program, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3, which is not installed, to run the reference scorer")
	}
	var out, errs bytes.Buffer
	c := exec.Command(program, append([]string{gold.Shared(t, "score", script)}, args...)...)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s", script, args, err, &errs)
	}
	return out.String()
}

// predicted writes the predictions of a task to a file and scores them here.
func predicted(t *testing.T, name, task, file string) (path string, r *Report) {
	t.Helper()
	p := spoil(t, name, file)
	path = filepath.Join(t.TempDir(), "predictions")
	ok(t, os.WriteFile(path, p.file.Bytes(), 0o666))
	reports, err := Measure(context.Background(), task, file, p.read)
	ok(t, err)
	return path, reports[0]
}

// TestGoldScorerAgrees compares what score_gold.py prints of spoilt gold with
// what we count, as the same text.
func TestGoldScorerAgrees(t *testing.T) {
	for _, c := range []struct{ script, task, file string }{
		{"syntax", "syntax", "syntax/ewt.dev.conllu.gz"},
		{"syntax", "syntax", "syntax/gum.dev.free.conllu.gz"},
		{"ner", "ner", "ner/worldwide.dev.bioes.tsv.gz"},
		{"attribution", "attribution", "attribution/polnear.dev.jsonl.gz"},
		{"plv", "events", "events/plv.train.jsonl.gz"},
		{"plover", "events", "events/plover_gsr.dev.jsonl"},
		{"places", "places", "places/lgl.jsonl.gz"},
		{"places", "places", "places/geowebnews.jsonl.gz"},
		{"dates", "dates", "dates/gum.dev.free.jsonl.gz"},
		{"dates", "dates", "dates/meantime.train.jsonl.gz"},
	} {
		t.Run(c.script+" "+filepath.Base(c.file), func(t *testing.T) {
			file := gold.Shared(t, "data", c.file)
			path, r := predicted(t, c.script, c.task, file)
			want := strings.Fields(python(t, "score_gold.py", "score", c.script, file, path))
			got := strings.Fields(printed(c.script, r))
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("we count\n%s\nscore_gold.py counts\n%s", strings.Join(got, " "), strings.Join(want, " "))
			}
			for _, s := range r.Scores {
				if s.Metric.Name == typeAndCountries {
					continue // which score_gold.py does not count, and the noise has no actors for
				}
				if f := s.Count.F1(); f == 1 || f == 0 && s.Count.Gold > 50 {
					t.Errorf("%s: F1 %v tells nothing; the noise should spoil some of it", s.Metric.Name, f)
				}
			}
		})
	}
}

// printed is the report as score_gold.py prints it.
func printed(script string, r *Report) string {
	counts := map[string]Count{}
	for _, s := range r.Scores {
		counts[s.Metric.Name] = s.Count
	}
	percent := func(metric string) string { return fmt.Sprintf("%.1f", 100*counts[metric].Recall()) }
	var b strings.Builder
	switch script {
	case "plv":
		for _, s := range r.Scores[len(pairMetrics):] {
			if kind, isType := strings.CutSuffix(s.Metric.Name, " "+typeInSentence); isType {
				fmt.Fprintf(&b, "%s n %.0f type in sentence %s with the pair %s\n",
					kind, s.Count.Gold, percent(s.Metric.Name), percent(kind+" "+typeWithPair))
			}
		}
		fmt.Fprintf(&b, "pairs %.0f: sentence coded %s, type in sentence %s, type with the pair %s",
			counts[sentenceCoded].Gold, percent(sentenceCoded), percent(typeInSentence), percent(typeWithPair))
	case "places":
		found := counts[placeFound]
		fmt.Fprintf(&b, "found %.0f of %.0f (%s%%); predicted places that overlap any annotated toponym %.1f%% of %.0f\n",
			found.Found, found.Gold, percent(placeFound), 100*found.Precision(), found.Predicted)
		fmt.Fprintf(&b, "of the found: within 161 km %s%%, same GeoNames id %s%%; of all gold: within 161 km %s%%",
			percent(placeNear), percent(placeSame), percent(placeNearOfAll))
	default:
		for _, s := range r.Scores {
			if s.Metric.Unit == PRF && !strings.HasSuffix(s.Metric.Name, inSix) && !strings.HasSuffix(s.Metric.Name, asTEI) {
				fmt.Fprintf(&b, "%s %s\n", s.Metric.Name, s.Count)
			}
		}
		if script == "dates" {
			fmt.Fprintf(&b, "value right where found: %s%%", percent(dateValueFound))
			for _, note := range r.Notes {
				fmt.Fprintf(&b, " (%s)", note)
			}
		}
	}
	return b.String()
}

// TestReadingScorerAgrees compares what score_reading.py counts of spoilt
// records with what we count.
func TestReadingScorerAgrees(t *testing.T) {
	dir := gold.Shared(t, "data", "talks", "dev")
	path, r := predicted(t, "talks", "talks", dir)
	var want map[string]json.RawMessage
	ok(t, json.Unmarshal([]byte(python(t, "score_reading.py", dir, path, "--json")), &want))
	if string(want["missing"]) != "[]" {
		t.Errorf("reports that score_reading.py finds no reading for: %s", want["missing"])
	}
	delete(want, "missing")
	delete(want, "reports")
	for _, s := range r.Scores {
		var row struct {
			Precision, Recall, F1, Accuracy json.Number
			Gold, Predicted, Of             float64
		}
		if err := json.Unmarshal(want[s.Metric.Name], &row); err != nil {
			t.Errorf("%s: score_reading.py gives %q", s.Metric.Name, want[s.Metric.Name])
			continue
		}
		delete(want, s.Metric.Name)
		c := s.Count
		got := []string{rounded(c.Precision()), rounded(c.Recall()), rounded(c.F1()), number(c.Gold), number(c.Predicted)}
		py := []string{row.Precision.String(), row.Recall.String(), row.F1.String(), number(row.Gold), number(row.Predicted)}
		if s.Metric.Unit == Share {
			got, py = []string{rounded(c.Recall()), number(c.Gold)}, []string{row.Accuracy.String(), number(row.Of)}
		}
		if strings.Join(got, " ") != strings.Join(py, " ") {
			t.Errorf("%s: we count %q, score_reading.py %q", s.Metric.Name, got, py)
		}
		if c.F1() == 1 || c.F1() == 0 && c.Gold > 20 {
			t.Errorf("%s: F1 %v tells nothing; the noise should spoil some of it", s.Metric.Name, c.F1())
		}
	}
	for name, row := range want {
		t.Errorf("%s: score_reading.py counts %s, we nothing", name, row)
	}
}

// rounded is x to three decimals as Python's JSON writes it: 0.5, 0.0, 0.667.
func rounded(x float64) string {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 3, 64), 64)
	s := strconv.FormatFloat(y, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
