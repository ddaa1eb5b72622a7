package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"rapporteur"
	"rapporteur/pipeline"
	"rapporteur/record"
	"rapporteur/record/sqlite"
	"rapporteur/serve/api"
)

// exampleServer serves a record of two reports, as rapporteur serve does.
func exampleServer() (*httptest.Server, func()) {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "")
	check(err)
	store, err := sqlite.Open(ctx, filepath.Join(dir, "record.db"))
	check(err)
	r := record.New(store, record.Options{Models: "example"})
	for i, text := range []string{
		"Shelling killed 140 people in El Fasher on Monday, a hospital said.",
		"Shelling killed 155 people in El Fasher on Monday, officials said.",
	} {
		reading, err := pipeline.Read(&rapporteur.Article{Text: text, Publisher: []string{"Harbour Post", "Ferry Times"}[i], Published: time.Date(2024, 3, 12+i, 0, 0, 0, 0, time.UTC)})
		check(err)
		_, err = r.Add(ctx, record.Entry{Seen: reading.Document.Article, Reading: reading})
		check(err)
	}
	s := httptest.NewServer(api.New(r, api.Options{}))
	return s, func() { s.Close(); r.Close(); os.RemoveAll(dir) }
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// A client needs nothing but HTTP and JSON: it asks page by page and shows each
// row with the words that it comes from.
func Example_client() {
	server, done := exampleServer()
	defer done()

	type page struct {
		Rows []struct {
			Measure, Place, Date string
			Value                float64
			AttributedTo         string `json:"attributed_to"`
			Article              struct{ Publisher, Published string }
			Words                struct{ Exact string }
		}
		Next string
	}
	question := url.Values{"type": {"killed"}, "place": {"El Fasher"}, "above": {"100"}, "sort": {"oldest"}, "limit": {"1"}}
	for {
		response, err := http.Get(server.URL + "/api/v1/figures?" + question.Encode())
		check(err)
		body, err := io.ReadAll(io.LimitReader(response.Body, 16<<20))
		check(err)
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			panic(string(body)) // application/problem+json: its detail says what to try
		}
		var p page
		check(json.Unmarshal(body, &p))
		for _, f := range p.Rows {
			fmt.Printf("%s %.0f in %s, %s, says %s: “%s” (%s, %s)\n", f.Measure, f.Value, f.Place, f.Date, f.AttributedTo, f.Words.Exact, f.Article.Publisher, f.Article.Published)
		}
		if p.Next == "" {
			break
		}
		question.Set("after", p.Next)
	}
	// Output:
	// killed 140 in El Fasher, 2024-03-11, says a hospital: “140 people” (Harbour Post, 2024-03-12)
	// killed 155 in El Fasher, 2024-03-11, says officials: “155 people” (Ferry Times, 2024-03-13)
}
