package rapporteur_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// declared is every function, method and type of ours outside tests, as the
// architecture page writes them: "page.Read", "(*Reader).Read" and, where a
// package is named, "(*tag.Tagger).Tag".
func declared(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := file.Name.Name
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					names[pkg+"."+d.Name.Name] = true
					names[d.Name.Name] = true
					continue
				}
				kind := d.Recv.List[0].Type
				star := ""
				if pointer, ok := kind.(*ast.StarExpr); ok {
					kind, star = pointer.X, "*"
				}
				if of, ok := kind.(*ast.Ident); ok {
					for _, full := range []string{of.Name, pkg + "." + of.Name} {
						names["("+star+full+")."+d.Name.Name] = true
						names[full+"."+d.Name.Name] = true
					}
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok {
						names[pkg+"."+s.Name.Name] = true
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestPagesNameWhatExists: a page that names a function which is no more, or
// links to a page that is not there, misleads.
func TestPagesNameWhatExists(t *testing.T) {
	names := declared(t)
	pages, err := filepath.Glob("docs/decisions/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d decisions (%v)", len(pages), err)
	}
	code := regexp.MustCompile("`(\\(\\*?(?:\\w+\\.)?\\w+\\)\\.\\w+|[a-z]\\w*\\.[A-Za-z]\\w*)`")
	file := regexp.MustCompile(`\.(go|md|tsv|txt|json|text)$`)
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	seen := 0
	for _, page := range append(pages, "docs/architecture.md", "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(text), -1) {
			if file.MatchString(m[1]) {
				continue
			}
			if seen++; !names[m[1]] {
				t.Errorf("%s names %s, which does not exist", page, m[1])
			}
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(path.Join(path.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s: %v", page, m[1], err)
			}
		}
	}
	if seen < 20 {
		t.Errorf("%d names looked at; too few to tell", seen)
	}
}
