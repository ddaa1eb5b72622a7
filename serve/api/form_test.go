package api_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"rapporteur/serve/api"
)

// counted is how many rows an answer of a form has, -1 where it cannot be told.
func counted(t *testing.T, form string, body []byte) int {
	t.Helper()
	switch {
	case form == "parquet":
		f, err := parquet.OpenFile(bytes.NewReader(body), int64(len(body)))
		if err != nil {
			t.Fatalf("parquet: %v", err)
		}
		return int(f.NumRows())
	case form == "geojson":
		var collection struct {
			Type     string
			Features []struct {
				Geometry   struct{ Coordinates []float64 }
				Properties map[string]any
			}
		}
		if err := json.Unmarshal(body, &collection); err != nil || collection.Type != "FeatureCollection" {
			t.Fatalf("geojson: %v, %.300s", err, body)
		}
		for _, f := range collection.Features {
			if len(f.Geometry.Coordinates) != 2 || len(f.Properties) == 0 {
				t.Errorf("geojson: %+v", f)
			}
		}
		return -1
	case strings.HasSuffix(form, "csv"):
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\uFEFF")))).ReadAll()
		if err != nil || len(rows) == 0 {
			t.Fatalf("%s: %v, %.300s", form, err, body)
		}
		if form == "hxl-csv" {
			if !strings.HasPrefix(rows[1][0], "#") {
				t.Errorf("the second line has no hashtags: %v", rows[1])
			}
			return len(rows) - 2
		}
		if form == "polecat-csv" {
			return -1
		}
		return len(rows) - 1
	case strings.HasSuffix(form, "jsonl"):
		for line := range bytes.Lines(body) {
			if !json.Valid(line) {
				t.Errorf("%s: %s", form, line)
			}
		}
		return bytes.Count(body, []byte("\n"))
	case form == "tsv":
		return bytes.Count(body, []byte("\n")) - 1
	}
	return -1
}

// TestForms: every list in every form that it promises, with as many rows as its
// pages have.
func TestForms(t *testing.T) {
	_, s := served(t, invented(t, 30), api.Options{})
	plain := []string{"csv", "tsv", "jsonl", "parquet"}
	for name, more := range map[string][]string{
		"talks": nil, "changes": nil, "articles": nil, "quotes": nil, "actors": nil, "places": {"geojson"}, "figures": {"geojson", "hxl-csv"},
		"events": {"geojson", "polecat-csv", "polecat-tsv", "gdelt-tsv", "plover-jsonl"},
	} {
		want := len(into[rows](t, s.URL+"/api/v1/"+name+"?limit=1000", http.StatusOK).Rows)
		for _, form := range append(plain, more...) {
			t.Run(name+"/"+form, func(t *testing.T) {
				response, body := get(t, s.URL+"/api/v1/"+name+"?format="+form)
				if response.StatusCode != http.StatusOK || len(body) == 0 || !strings.Contains(response.Header.Get("Content-Disposition"), name+".") || response.Header.Get("ETag") == "" {
					t.Fatalf("status %d, %v, %.300s", response.StatusCode, response.Header, body)
				}
				if n := counted(t, form, body); n >= 0 && n != want {
					t.Errorf("%d rows, want %d", n, want)
				}
				_, few := get(t, s.URL+"/api/v1/"+name+"?limit=3&format="+form)
				if n := counted(t, form, few); n >= 0 && n != 3 {
					t.Errorf("of three rows there are %d", n)
				}
				// Nothing is no error either.
				if response, body := get(t, s.URL+"/api/v1/"+name+"?source=Nobody&format="+form); response.StatusCode != http.StatusOK {
					t.Errorf("of nothing: status %d, %s", response.StatusCode, body)
				}
				if response, body := get(t, s.URL+"/api/v1/"+name+"?after=x&format="+form); response.StatusCode != 422 || !strings.Contains(string(body), "pages of JSON") {
					t.Errorf("with after: status %d, %s", response.StatusCode, body)
				}
			})
		}
	}
}

// TestAccept: the header asks for a form as well, the parameter counts more.
func TestAccept(t *testing.T) {
	_, s := served(t, invented(t, 5), api.Options{})
	for _, c := range []struct{ ask, accept, want string }{
		{"figures", "", "application/json"},
		{"figures", "*/*", "application/json"},
		{"figures", "text/csv", "text/csv"},
		{"figures", "application/json;q=0.5, text/csv", "text/csv"},
		{"figures", "text/html, application/geo+json;q=0.9, */*;q=0.1", "application/geo+json"},
		{"figures", "application/vnd.apache.parquet", "application/vnd.apache.parquet"},
		{"figures", "application/xml", "application/json"},
		{"figures?format=json", "text/csv", "application/json"},
		{"figures?format=tsv", "text/csv", "text/tab-separated-values"},
		{"quotes", "application/geo+json", "application/json"}, // they have no place
	} {
		response, _ := get(t, s.URL+"/api/v1/"+c.ask, "Accept", c.accept)
		if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s with Accept %q: status %d, %s; want %s", c.ask, c.accept, response.StatusCode, got, c.want)
		}
	}
	// What cannot be asked is a problem in every form.
	if response, body := get(t, s.URL+"/api/v1/figures?sort=loudest&format=csv"); response.StatusCode != 422 || response.Header.Get("Content-Type") != "application/problem+json" || response.Header.Get("Content-Disposition") != "" {
		t.Errorf("status %d, %v, %s", response.StatusCode, response.Header, body)
	}
}
