package eval

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
)

// TestCompare measures two readers of names on a text of two names, one of
// which finds one and the other none.
func TestCompare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vale.dev.bioes.tsv")
	const text = "# doc = vale\nAster\tB-Person\nVale\tE-Person\nleft\tO\nVelm\tS-Location\n"
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	finds := func(name, kind string) Reader {
		return func(a *rapporteur.Article) *rapporteur.Reading {
			at := strings.Index(a.Text, name)
			return &rapporteur.Reading{Document: &rapporteur.Document{Article: a, Entities: []rapporteur.Entity{
				{Span: rapporteur.Span{Start: at, End: at + len(name)}, Type: kind},
			}}}
		}
	}
	var b bytes.Buffer
	rivals := []Rival{{"one", finds("Velm", rapporteur.EntityLocation)}, {"two", finds("left", rapporteur.EntityMisc)}}
	if err := Compare(context.Background(), &b, "ner", path, rivals); err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(b.String(), "\n\n")
	var got []string
	for line := range strings.Lines(table) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	want := []string{
		"ner, 1 documents, F1 or share", "vale.dev one two", "Location 100.0 0.0", "Person 0.0 0.0", "span only 66.7 0.0", "all 66.7 0.0", "Misc - 0.0",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("table\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if err := Compare(context.Background(), &b, "taste", path, rivals); err == nil {
		t.Error("no error for a task that is not there")
	}
}
