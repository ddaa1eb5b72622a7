package eval

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/gold"
)

// A task is one thing that a reading is measured on.
type task struct {
	name  string
	says  string // the definitions
	kinds []kind
}

// A kind is one kind of gold that a task is measured on.
type kind struct {
	pattern string // of the file's name without .gz
	metrics []Metric
	measure func(ctx context.Context, path string, read Reader) (measured, error)
	folder  bool // a folder of such files is one data set
}

// measured is what a measure gives back.
type measured struct {
	tally     Tally
	documents int
	notes     []string
	metrics   []Metric // instead of the kind's, where they follow from the data
}

var tasks = []task{
	{"syntax", syntaxSays, []kind{{"*.conllu", syntaxMetrics, measureSyntax, false}}},
	{"ner", nerSays, []kind{{"*.bioes.tsv", nerMetrics, measureNames, false}}},
	{"coref", corefSays, []kind{{"gum.*.conllu", corefMetrics, measureCoref, false}}},
	{"attribution", attributionSays, []kind{{"*.jsonl", attributionMetrics, measureAttribution, false}}},
	{"events", eventsSays, []kind{
		{"plv.*.jsonl", pairMetrics, measurePairs, false},
		{"plover*.jsonl", []Metric{{Name: typeAmongFound}, {Name: typeAndCountries, Unit: Share}}, measureCodings, false},
		{"petrarch*.jsonl", []Metric{{Name: rootCodes}, {Name: noneForNone, Unit: Share}}, measureSentences, false},
	}},
	{"places", placesSays, []kind{{"*.jsonl", placeMetrics, measurePlaces, false}}},
	{"dates", datesSays, []kind{{"*.jsonl", dateMetrics, measureDates, false}}},
	{"talks", talksSays, []kind{{"*.json", talksMetrics, measureReports, true}}},
}

// Tasks are the names of what can be measured, in the order of the pipeline.
func Tasks() []string {
	var out []string
	for _, t := range tasks {
		out = append(out, t.name)
	}
	return out
}

// Run measures a task on the gold at path, a file or a folder, and prints the
// definitions and a table for each file. In a folder the files of the
// development part are measured, and those that are not cut into parts;
// training data, and whatever else, only when the file itself is named.
//
// An unknown task, a path that is not there, a folder without gold of the task
// and malformed gold are errors; so is a context that ends.
func Run(ctx context.Context, w io.Writer, name, path string, read Reader) error {
	return eachFile(w, name, path, func(t task, file string) error {
		r, err := t.report(ctx, file, read)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
		return r.WriteTable(w)
	})
}

// eachFile prints the definitions of a task and calls do for every file of gold
// at path that it is measured on.
func eachFile(w io.Writer, name, path string, do func(task, string) error) error {
	t, files, err := find(name, path)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s\n", t.says); err != nil {
		return err
	}
	for _, file := range files {
		if err := do(t, file); err != nil {
			return err
		}
	}
	return nil
}

// Measure is Run without the printing: a Report for each file.
func Measure(ctx context.Context, task, path string, read Reader) ([]*Report, error) {
	t, files, err := find(task, path)
	if err != nil {
		return nil, err
	}
	var out []*Report
	for _, file := range files {
		r, err := t.report(ctx, file, read)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// report measures one file, or one folder of whole reports.
func (t task) report(ctx context.Context, file string, read Reader) (*Report, error) {
	k, ok := t.kind(file)
	if !ok {
		return nil, fmt.Errorf("measuring %s on %s: no measure for such a file; it wants %s", t.name, file, t.patterns())
	}
	m, err := k.measure(ctx, file, read)
	if err != nil {
		return nil, fmt.Errorf("measuring %s: %w", t.name, err)
	}
	if m.metrics == nil {
		m.metrics = k.metrics
	}
	return &Report{t.name, dataName(file), m.documents, scores(m.tally, m.metrics), m.notes}, nil
}

// kind is how a file is measured, or a folder that is one data set.
func (t task) kind(file string) (kind, bool) {
	i := slices.IndexFunc(t.kinds, func(k kind) bool {
		if k.folder && isFolder(file) {
			some, err := filepath.Glob(filepath.Join(file, k.pattern))
			return err == nil && len(some) > 0
		}
		ok, err := path.Match(k.pattern, strings.TrimSuffix(filepath.Base(file), ".gz"))
		return err == nil && ok
	})
	if i < 0 {
		return kind{}, false
	}
	return t.kinds[i], true
}

func isFolder(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.IsDir()
}

func (t task) patterns() string {
	var out []string
	for _, k := range t.kinds {
		out = append(out, k.pattern)
	}
	return strings.Join(out, ", ")
}

// dataName is a file's name without its endings, and a folder's with the one
// above it: "ewt.dev", "talks/dev".
func dataName(file string) string {
	file = filepath.Clean(file)
	base := filepath.Base(file)
	if isFolder(file) {
		if full, err := filepath.Abs(file); err == nil {
			return filepath.Base(filepath.Dir(full)) + "/" + filepath.Base(full)
		}
	}
	for _, ending := range []string{".gz", ".json", ".jsonl", ".tsv", ".bioes", ".conllu"} {
		base = strings.TrimSuffix(base, ending)
	}
	return base
}

// find is the task and the files to measure it on.
func find(name, path string) (task, []string, error) {
	i := slices.IndexFunc(tasks, func(t task) bool { return t.name == name })
	if i < 0 {
		return task{}, nil, fmt.Errorf("measuring %q: no such task; try one of %s", name, strings.Join(Tasks(), ", "))
	}
	t := tasks[i]
	if _, err := os.Stat(path); err != nil {
		return task{}, nil, fmt.Errorf("measuring %s: %w", name, err)
	}
	if _, ok := t.kind(path); ok || !isFolder(path) {
		return t, []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return task{}, nil, fmt.Errorf("measuring %s: %w", name, err)
	}
	var files []string
	for _, e := range entries {
		file := filepath.Join(path, e.Name())
		split := gold.Split(file)
		if _, ok := t.kind(file); ok && (split == gold.SplitDev || split == "") {
			files = append(files, file)
		}
	}
	if len(files) == 0 {
		return task{}, nil, fmt.Errorf("measuring %s on %s: no development data there (%s, not train); name the file to measure on it", name, path, t.patterns())
	}
	return t, files, nil
}
