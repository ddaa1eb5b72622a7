package api_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/record/recordtest"
	"rapporteur/serve/api"
)

// BenchmarkAnswers asks common questions of a record of
// RAPPORTEUR_BENCH_ARTICLES invented reports, 500 where not given, and tells the
// 95th percentile in milliseconds beside the mean.
func BenchmarkAnswers(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("RAPPORTEUR_BENCH_ARTICLES"))
	if err != nil {
		n = 500
	}
	r := open(b)
	v := recordtest.NewInventor(3)
	for done := 0; done < n; done += 64 {
		if _, err := r.Add(b.Context(), recordtest.Entries(v, min(64, n-done))...); err != nil {
			b.Fatal(err)
		}
	}
	quotes, err := r.Quotes(b.Context(), record.Filter{}, record.Page{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	a := api.New(r, api.Options{})
	for _, path := range []string{
		"talks", "changes", "changes?type=stance", "events", "events?type=ASSAULT&since=2024-01-01", "quotes?q=ceasefire", "figures?type=killed&above=10&sort=added", "actors", "articles",
		"search?q=ceasefire", "findings/" + quotes.Rows[0].ID.String(), "articles/" + quotes.Rows[0].Article.ID, "events?format=csv&limit=200",
	} {
		b.Run(path, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				w := httptest.NewRecorder()
				began := time.Now()
				a.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/v1/"+path, nil))
				took = append(took, time.Since(began))
				if w.Code != http.StatusOK {
					b.Fatal(w.Code, w.Body)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100])/1e6, "p95-ms")
		})
	}
}
