package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
	"rapporteur/serve/api"
)

// now is the clock of the tests.
var now = time.Date(2024, 2, 1, 12, 0, 0, 0, time.UTC)

// open is an empty record.
func open(t testing.TB) *record.Record {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(s, record.Options{Models: "test", Now: func() time.Time { return now }})
	t.Cleanup(func() { r.Close() })
	return r
}

// invented is a record of so many invented reports.
func invented(t testing.TB, n int) *record.Record {
	t.Helper()
	r := open(t)
	if _, err := r.Add(t.Context(), recordtest.Entries(recordtest.NewInventor(7), n)...); err != nil {
		t.Fatal(err)
	}
	return r
}

// reports adds readings.
func reports(t testing.TB, r *record.Record, in ...*rapporteur.Reading) {
	t.Helper()
	for _, x := range in {
		if _, err := r.Add(t.Context(), record.Entry{Seen: x.Document.Article, Reading: x}); err != nil {
			t.Fatal(err)
		}
	}
}

// served is an API over HTTP.
func served(t testing.TB, r *record.Record, o api.Options) (*api.API, *httptest.Server) {
	t.Helper()
	o.Now = func() time.Time { return now }
	a := api.New(r, o)
	s := httptest.NewServer(a)
	t.Cleanup(s.Close)
	return a, s
}

// get asks and gives the answer whole.
func get(t testing.TB, url string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	q, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		q.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(q)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, body
}

// into reads an answer that must be JSON with this status.
func into[T any](t testing.TB, url string, status int) (out T) {
	t.Helper()
	response, body := get(t, url)
	if response.StatusCode != status {
		t.Fatalf("%s: status %d, %.500s", url, response.StatusCode, body)
	}
	if err := json.Unmarshal(body, &out); err != nil {
		t.Fatalf("%s: %v of %.300s", url, err, body)
	}
	return out
}
