package web

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/a-h/templ/generator"
	templ "github.com/a-h/templ/parser/v2"
)

// fileNames are the places in templ's errors, which hold the path it was called with.
var fileNames = regexp.MustCompile("FileName: `[^`]*`")

// TestGeneratedIsCurrent: what is checked in was generated from the components as they are.
func TestGeneratedIsCurrent(t *testing.T) {
	components, err := filepath.Glob("*.templ")
	if err != nil || len(components) == 0 {
		t.Fatal("there are no components", err)
	}
	for _, name := range components {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := templ.ParseString(string(content))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var b bytes.Buffer
		if _, err := generator.Generate(parsed, &b, generator.WithFileName(name), generator.WithVersion("v0.3.977")); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want, err := format.Source(b.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		kept, err := os.ReadFile(strings.TrimSuffix(name, ".templ") + "_templ.go")
		if err != nil {
			t.Fatal(err)
		}
		plain := func(b []byte) string { return fileNames.ReplaceAllString(string(b), "FileName") }
		if plain(kept) != plain(want) {
			t.Errorf("%s was changed and not generated anew: run go generate ./serve/web", name)
		}
	}
}
