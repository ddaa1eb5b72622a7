package rapporteur_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layout says which directory may import which of ours, itself and what lies
// below it included: data flows one way, and only pipeline and cmd know the
// order of the stages.
const layout = `
.
conllu:     .
knowledge:
models:
ingest:     .
language:   . knowledge
extract:    . knowledge
gold:       . conllu
fixture:    . conllu language models
record:     . knowledge
serve:      . knowledge record export
pipeline:   . language extract models
export:     . knowledge record
train:      . conllu gold language knowledge extract
eval:       . conllu gold language extract pipeline
cmd:        . conllu gold ingest language extract pipeline models knowledge train eval export record serve
benchmarks: . gold language pipeline models eval
`

// Tests may also use these.
const layoutOfTests = `fixture conllu gold pipeline models language`

func TestLayout(t *testing.T) {
	allowed := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(layout), "\n") {
		dir, imports, _ := strings.Cut(line, ":")
		allowed[dir] = strings.Fields(imports)
	}
	forTests := strings.Fields(layoutOfTests)
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		from := top(path.Dir(filepath.ToSlash(name)))
		may, known := allowed[from]
		if !known {
			t.Errorf("%s: directory %q is not in the layout; say what it may import", name, from)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if imported != "rapporteur" && !strings.HasPrefix(imported, "rapporteur/") {
				continue
			}
			to := top(strings.TrimPrefix(strings.TrimPrefix(imported, "rapporteur"), "/"))
			if to == from || slices.Contains(may, to) {
				continue
			}
			if strings.HasSuffix(name, "_test.go") && (from == "." || slices.Contains(forTests, to)) {
				continue
			}
			t.Errorf("%s imports %s: %q may import only %q", name, imported, from, may)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// top is the first element of a slashed path, "." for the root.
func top(dir string) string {
	if dir == "" {
		return "."
	}
	first, _, _ := strings.Cut(dir, "/")
	return first
}
