package api_test

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"rapporteur/serve/api"
)

// TestPageKnowsTheAPI: docs/api.md names every operation and every parameter.
func TestPageKnowsTheAPI(t *testing.T) {
	page, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	_, s := served(t, open(t), api.Options{Read: reader(t)})
	var document struct {
		Paths map[string]map[string]struct {
			Parameters []struct{ Name, In string }
		}
	}
	if err := json.Unmarshal(into[json.RawMessage](t, s.URL+"/api/v1/openapi.json", http.StatusOK), &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Paths) < 10 {
		t.Errorf("%d paths", len(document.Paths))
	}
	for path, operations := range document.Paths {
		for method, operation := range operations {
			if want := "`" + strings.ToUpper(method) + " " + path + "`"; !strings.Contains(string(page), want) {
				t.Errorf("docs/api.md has no %s", want)
			}
			for _, p := range operation.Parameters {
				if p.In == "query" && !strings.Contains(string(page), "`"+p.Name+"`") && !strings.Contains(string(page), "`"+p.Name+"=") {
					t.Errorf("docs/api.md has no parameter `%s`", p.Name)
				}
			}
		}
	}
}
