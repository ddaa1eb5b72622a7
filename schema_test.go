package rapporteur

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiled is the schema, ready to validate.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.json") // checks it against the 2020-12 meta-schema
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, record []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(record))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// TestRecordsFitTheSchema: a record with everything, one with nothing, and the
// example of docs/record.md.
func TestRecordsFitTheSchema(t *testing.T) {
	s := compiled(t)
	full, err := ferryReading().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	empty, err := (&Reading{Document: &Document{Article: &Article{}}, Findings: &Findings{}}).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("docs/record.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "<!-- example -->\n```json\n")
	example, _, ok := strings.Cut(rest, "\n```\n<!-- end of example -->")
	if !ok {
		t.Fatal("docs/record.md has no example")
	}
	for name, record := range map[string][]byte{"everything": full, "nothing": empty, "the example": []byte(example)} {
		if err := valid(t, s, record); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefuses: what is no record does not pass for one.
func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	full, err := ferryReading().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(map[string]any){
		"no events":           func(r map[string]any) { delete(r, "events") },
		"a key of nobody":     func(r map[string]any) { r["rumours"] = []any{} },
		"events null":         func(r map[string]any) { r["events"] = nil },
		"a status of nobody":  func(r map[string]any) { r["events"].([]any)[0].(map[string]any)["status"] = "rumoured" },
		"a span of text":      func(r map[string]any) { r["events"].([]any)[0].(map[string]any)["anchor_span"] = "met" },
		"a span before 0":     func(r map[string]any) { r["dates"].([]any)[0].(map[string]any)["span"].(map[string]any)["start"] = -1 },
		"a value as text":     func(r map[string]any) { r["figures"].([]any)[0].(map[string]any)["value"] = "12" },
		"no rule":             func(r map[string]any) { delete(r["actors"].([]any)[0].(map[string]any), "rule") },
		"an actor of nowhere": func(r map[string]any) { r["actors"].([]any)[0].(map[string]any)["country"] = "Arden" },
	} {
		var r map[string]any
		if err := json.Unmarshal(full, &r); err != nil {
			t.Fatal(err)
		}
		spoil(r)
		record, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if valid(t, s, record) == nil {
			t.Errorf("a record with %s passes", name)
		}
	}
}

// TestSchemaKnowsTheVocabulary: the lists of values are those of the constants,
// and every key of a finding says what it means.
func TestSchemaKnowsTheVocabulary(t *testing.T) {
	constants := map[string][]string{}
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				if value, ok := v.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING {
					s, _ := strconv.Unquote(value.Value)
					for _, prefix := range []string{"Actor", "Kind", "Sourcing", "Record", "Form", "Status", "Measure", "Date", "Stage", "Note"} {
						if strings.HasPrefix(v.Names[0].Name, prefix) {
							constants[prefix] = append(constants[prefix], s)
						}
					}
				}
			}
		}
	}
	for key, prefix := range map[string]string{
		"actor.kind": "Actor", "statement.kind": "Kind", "statement.sourcing": "Sourcing", "statement.record": "Record", "statement.form": "Form",
		"event.status": "Status", "figure.measure": "Measure", "date.type": "Date", "talks.stage": "Stage", "note.kind": "Note",
	} {
		if !slices.Equal(choices[key], constants[prefix]) {
			t.Errorf("%s may be %q, but the constants are %q", key, choices[key], constants[prefix])
		}
	}
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Properties map[string]any
		Defs       map[string]struct {
			Properties map[string]struct{ Description string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for _, kind := range kindOf {
		if kind == "reading" {
			continue
		}
		if len(got.Defs[kind].Properties) == 0 {
			t.Errorf("no %s in the schema", kind)
		}
		for key, p := range got.Defs[kind].Properties {
			if p.Description == "" {
				t.Errorf("docs/record.md does not say what %s of %s means", key, kind)
			}
		}
	}
	for full := range choices {
		kind, key, _ := strings.Cut(full, ".")
		if _, there := got.Defs[kind].Properties[key]; !there {
			t.Errorf("there is no %s of %s", key, kind)
		}
	}
	for full := range patterns {
		kind, key, _ := strings.Cut(full, ".")
		if _, there := got.Defs[kind].Properties[key]; !there {
			t.Errorf("there is no %s of %s", key, kind)
		}
	}
}
