package date

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"
)

// A form that the lexicon does not know can never stand in a text as the parser
// sees it, so a rule that asks for one is dead.
func TestRulesAskForKnownForms(t *testing.T) {
	words := lexicon()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	asked := 0
	for _, name := range files {
		set := token.NewFileSet()
		file, err := goparser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || f.Sel.Name != "is" && f.Sel.Name != "skip" && f.Sel.Name != "match" {
				return true
			}
			ast.Inspect(call, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					form, _ := strconv.Unquote(l.Value)
					asked++
					if words[form] == nil && form != "form" {
						t.Errorf("%s: asks for %q, which the lexicon does not have", set.Position(l.Pos()), form)
					}
				}
				return true
			})
			return true
		})
	}
	if asked < 100 {
		t.Errorf("looked at %d forms only", asked)
	}
}
