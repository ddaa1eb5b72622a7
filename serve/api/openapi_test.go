package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rapporteur"
	"rapporteur/pipeline"
	"rapporteur/serve/api"
)

// read reads a report with the quick reader.
func read(t testing.TB, a *rapporteur.Article) *rapporteur.Reading {
	t.Helper()
	r, err := pipeline.Read(a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestAnswersAreAsDescribed holds an answer of every operation to the schema that
// the OpenAPI document has for it.
func TestAnswersAreAsDescribed(t *testing.T) {
	r := invented(t, 30)
	_, s := served(t, r, api.Options{Version: "test", Read: reader(t)})
	text := into[json.RawMessage](t, s.URL+"/api/v1/openapi.json", http.StatusOK)
	var document struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string
			Responses   map[string]struct {
				Content map[string]struct{ Schema json.RawMessage }
			}
		}
	}
	if err := json.Unmarshal(text, &document); err != nil || document.OpenAPI != "3.1.0" {
		t.Fatalf("%v, OpenAPI %q", err, document.OpenAPI)
	}
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	type page struct {
		Rows []struct {
			ID      string
			Article struct{ ID string }
		}
	}
	quotes := into[page](t, s.URL+"/api/v1/quotes?limit=1", http.StatusOK)
	talks := into[page](t, s.URL+"/api/v1/talks?limit=1", http.StatusOK)
	if len(quotes.Rows) != 1 || len(talks.Rows) != 1 {
		t.Fatalf("%+v, %+v", quotes, talks)
	}
	finding, article, process := quotes.Rows[0].ID, quotes.Rows[0].Article.ID, talks.Rows[0].ID
	bodies := map[string]string{
		"correct": fmt.Sprintf(`{"action":"rename","target":%q,"value":"Border talks","who":"Brin Marsh","why":"their name"}`, process),
		"read":    `{"text":"Arden and Velm agreed to a truce on Monday.","published":"2024-03-12"}`,
	}
	for path, operations := range document.Paths {
		for method, operation := range operations {
			t.Run(operation.OperationID, func(t *testing.T) {
				id := finding
				switch operation.OperationID {
				case "article":
					id = article
				case "dossier":
					id = process
				}
				url := s.URL + strings.ReplaceAll(path, "{id}", id)
				if operation.OperationID == "search" {
					url += "?q=ceasefire"
				}
				var answer []byte
				status := http.StatusOK
				if method == "post" {
					response, err := http.Post(url, "application/json", strings.NewReader(bodies[operation.OperationID]))
					if err != nil {
						t.Fatal(err)
					}
					defer response.Body.Close()
					var b bytes.Buffer
					if _, err := b.ReadFrom(response.Body); err != nil {
						t.Fatal(err)
					}
					answer, status = b.Bytes(), response.StatusCode
				} else {
					var response *http.Response
					response, answer = get(t, url)
					status = response.StatusCode
				}
				described, ok := operation.Responses[fmt.Sprint(status)]
				if !ok || status >= 300 {
					t.Fatalf("status %d, of which the document knows nothing good: %.500s", status, answer)
				}
				if len(described.Content["application/json"].Schema) == 0 {
					t.Fatalf("the document has no schema for it")
				}
				compiler := jsonschema.NewCompiler()
				compiler.DefaultDraft(jsonschema.Draft2020)
				if err := compiler.AddResource("file:///openapi.json", whole); err != nil {
					t.Fatal(err)
				}
				pointer := "/paths/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(path) + "/" + method + fmt.Sprintf("/responses/%d/content/application~1json/schema", status)
				schema, err := compiler.Compile("file:///openapi.json#" + pointer)
				if err != nil {
					t.Fatal(err)
				}
				value, err := jsonschema.UnmarshalJSON(bytes.NewReader(answer))
				if err != nil {
					t.Fatalf("%v of %.300s", err, answer)
				}
				if err := schema.Validate(value); err != nil {
					t.Errorf("%v\n%.1000s", err, answer)
				}
			})
		}
	}
}
