package main

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestRecordsOfTheExamplesFitTheSchema: what read --json prints of the reports
// that ship is what schema says.
func TestRecordsOfTheExamplesFitTheSchema(t *testing.T) {
	t.Chdir(root)
	status, text, errors := ask("", "schema")
	if status != 0 || errors != "" {
		t.Fatalf("status %d, %s", status, errors)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	reports := []string{"border", "ceasefire", "strike", "talks"}
	for i, report := range reports {
		reports[i] = "testdata/reports/" + report + ".txt"
	}
	_, out, _ := ask("", append([]string{"read", "--json", "--published", published}, reports...)...)
	n := 0
	for line := range strings.Lines(out) {
		record, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(record); err != nil {
			t.Errorf("%s: %v", reports[n], err)
		}
		n++
	}
	if n != len(reports) {
		t.Errorf("%d records of %d reports", n, len(reports))
	}
}

// TestSchemaOfTheAPI: the document names the operations and what they answer.
func TestSchemaOfTheAPI(t *testing.T) {
	status, text, errors := ask("", "schema", "api")
	for _, want := range []string{`"openapi":"3.1.0"`, `"/api/v1/changes"`, `"/api/v1/read"`, `"Change":{`, `"Reading":{`} {
		if status != 0 || errors != "" || !strings.Contains(text, want) {
			t.Errorf("status %d, %s: no %s", status, errors, want)
		}
	}
}
