//go:build unix

package serve

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
)

// BenchmarkDesk asks for every kind of page and of answer of the API, each of several
// things, as 1, 4 and 16 people would who never pause: once as after a change of the
// record, when nothing is kept, and then again. It tells the median, the 95th and the
// 99th percentile by the clock and, of one who asks alone, the time of the processor.
// RAPPORTEUR_BENCH_RECORD names a record; without it a small one is made. Run
// it once: go test ./serve -run xxx -bench Desk -benchtime 1x -v.
func BenchmarkDesk(b *testing.B) {
	store := benchStore(b)
	questions := everyQuestion(b, record.New(store, record.Options{}))
	b.ReportMetric(0, "ns/op")
	for _, clients := range []int{1, 4, 16} {
		h := New(record.New(store, record.Options{}), Options{Log: quiet()})
		for _, when := range []string{"first", "again"} {
			name := fmt.Sprintf("%s-%d", when, clients)
			begun, processor := time.Now(), processorTime(b)
			took := asking(b, h, questions, clients)
			b.Logf("%-10s %d answers in %.1f s, each with %.1f ms of the processor", name, len(took), time.Since(begun).Seconds(), milliseconds(processorTime(b)-processor)/float64(len(took)))
			b.ReportMetric(milliseconds(took.of("").at(95)), name+"-p95-ms")
			if clients == 1 {
				b.ReportMetric(milliseconds(took.worked(95)), name+"-p95-cpu-ms")
			}
			b.Logf("%-10s %-22s %6s %9s %9s %9s %9s", name, "kind", "asked", "p50 ms", "p95 ms", "p99 ms", "cpu ms")
			for _, kind := range append(took.kinds(), "") {
				t := took.of(kind)
				b.Logf("%-10s %-22s %6d %9.1f %9.1f %9.1f %9.1f", name, cmp.Or(kind, "all"), len(t), milliseconds(t.at(50)), milliseconds(t.at(95)), milliseconds(t.at(99)), milliseconds(t.processor()))
			}
		}
	}
}

// benchStore is the record that is asked.
func benchStore(b *testing.B) record.Store {
	b.Helper()
	path := cmp.Or(os.Getenv("RAPPORTEUR_BENCH_RECORD"), b.TempDir()+"/record.db")
	store, err := sqlite.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	if os.Getenv("RAPPORTEUR_BENCH_RECORD") != "" {
		return store
	}
	r, v := record.New(store, record.Options{Models: "1"}), recordtest.NewInventor(3)
	for range 8 {
		if _, err := r.Add(b.Context(), recordtest.Entries(v, 64)...); err != nil {
			b.Fatal(err)
		}
	}
	return store
}

// A benchQuestion is a path, and which kind of page it leads to.
type benchQuestion struct{ kind, path string }

// things is how many things each kind of page is asked about.
const things = 20

// everyQuestion are questions of every kind about what is in the record.
func everyQuestion(b *testing.B, r *record.Record) []benchQuestion {
	b.Helper()
	var out []benchQuestion
	ask := func(kind, format string, about []string) {
		for _, of := range about {
			out = append(out, benchQuestion{kind, fmt.Sprintf(format, of)})
		}
	}
	whole := []string{""}
	w := worldOf(b, r)
	ask("negotiations", "/%s", append(whole, "?sort=most", "?status=stalled"))
	ask("negotiations-actor", "/?actor=%s", w.sides)
	ask("dossier", "/talks/%s", w.talks)
	ask("dossier-file", "/talks/%s/dossier.html", spread(w.talks, 5))
	ask("changes", "/changes%s", append(whole, "?type=stance"))
	ask("changes-since", "/changes?since=%s", w.days)
	ask("changes-actor", "/changes?actor=%s", w.sides)
	ask("events", "/events%s", append(whole, "?type=ASSAULT", "?type=CONSULT&status=happened"))
	ask("events-actor", "/events?actor=%s", w.actors)
	ask("events-place", "/events?place=%s", w.places)
	ask("events-day", "/events?type=ASSAULT&since=%s", w.days)
	ask("events-words", "/events?words=%s", w.words)
	ask("chart-map", "/events/overview%s", whole)
	ask("chart-map-actor", "/events/overview?actor=%s", w.actors)
	ask("chart-map-day", "/events/overview?since=%s", w.days)
	ask("quotes", "/quotes%s", whole)
	ask("quotes-words", "/quotes?words=%s", w.words)
	ask("quotes-actor", "/quotes?actor=%s", w.actors)
	ask("figures", "/figures%s", append(whole, "?type=killed&above=30"))
	ask("figures-chart", "/figures?type=killed&place=%s", w.places)
	ask("actors", "/actors%s", append(whole, "?type=person", "?sort=name"))
	ask("actors-words", "/actors?words=%s", w.names)
	ask("actor", "/actors/%s", w.identities)
	ask("reports", "/reports%s", whole)
	ask("reports-words", "/reports?words=%s", w.words)
	ask("reports-source", "/reports?source=%s", w.outlets)
	ask("report", "/reports/%s", w.reports)
	ask("finding", "/findings/%s", w.findings)
	ask("search", "/search?q=%s", w.words)
	ask("corrections", "/corrections%s", whole)
	ask("api-talks", "/api/v1/talks/%s", w.talks)
	ask("api-lists", "/api/v1/%s", []string{"talks", "changes", "events", "quotes", "figures", "actors", "places", "articles", "sources"})
	ask("api-events-actor", "/api/v1/events?actor=%s", w.actors)
	ask("api-figures-place", "/api/v1/figures?type=killed&place=%s", w.places)
	ask("api-quotes-words", "/api/v1/quotes?q=%s", w.words)
	ask("api-search", "/api/v1/search?q=%s", w.words)
	ask("api-article", "/api/v1/articles/%s", w.reports)
	ask("api-finding", "/api/v1/findings/%s", w.findings)
	return out
}

// A benchWorld is what there is to ask about, ready for an address.
type benchWorld struct {
	talks, sides, actors, identities, names, places, days, words, outlets, reports, findings []string
}

func worldOf(b *testing.B, r *record.Record) benchWorld {
	b.Helper()
	var w benchWorld
	ctx := b.Context()
	processes, err := r.Processes(ctx, record.Filter{}, record.Page{Sort: record.SortMost, Limit: record.MaxLimit})
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range processes.Rows {
		w.talks = append(w.talks, p.ID.String())
		for _, side := range p.Parties {
			w.sides = append(w.sides, url.QueryEscape(side.Name))
		}
	}
	for _, kind := range []string{"state", "person"} {
		actors, err := r.Actors(ctx, record.Filter{Types: []string{kind}}, record.Page{Limit: 400})
		if err != nil {
			b.Fatal(err)
		}
		for _, a := range spread(actors.Rows, things/2) {
			w.actors = append(w.actors, url.QueryEscape(a.Name))
			w.identities = append(w.identities, a.ID.String())
			w.names = append(w.names, url.QueryEscape(strings.Fields(a.Name)[0]))
		}
	}
	sources, err := r.Sources(ctx)
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range sources {
		w.outlets = append(w.outlets, url.QueryEscape(s.Publisher))
	}
	first, last := edge(b, r, record.SortOldest), edge(b, r, record.SortNewest)
	for i := range things {
		at := last.Add(-last.Sub(first) / things * time.Duration(i))
		until := at.Format(time.DateOnly)
		w.days = append(w.days, at.AddDate(0, 0, -7).Format(time.DateOnly)+"&until="+until)
		articles, err := r.Articles(ctx, record.Filter{Until: until}, record.Page{Limit: 1})
		if err != nil {
			b.Fatal(err)
		}
		events, err := r.Events(ctx, record.Filter{Until: until}, record.Page{Limit: 10})
		if err != nil {
			b.Fatal(err)
		}
		quotes, err := r.Quotes(ctx, record.Filter{Until: until}, record.Page{Limit: 1})
		if err != nil {
			b.Fatal(err)
		}
		for _, a := range articles.Rows {
			w.reports = append(w.reports, a.ID)
		}
		for _, e := range events.Rows {
			if e.Best.Place != "" {
				w.places = append(w.places, url.QueryEscape(e.Best.Place))
				w.findings = append(w.findings, e.Best.ID.String())
				break
			}
		}
		for _, q := range quotes.Rows {
			w.findings = append(w.findings, q.ID.String())
			long := slices.DeleteFunc(strings.FieldsFunc(q.Text, func(r rune) bool { return r < 'A' || r > 'z' }), func(word string) bool { return len(word) < 5 })
			w.words = append(w.words, url.QueryEscape(strings.Join(long[:min(2, len(long))], " ")))
		}
	}
	for name, list := range map[string]*[]string{
		"talks": &w.talks, "sides": &w.sides, "actors": &w.actors, "identities": &w.identities, "names": &w.names, "places": &w.places, "days": &w.days, "words": &w.words, "outlets": &w.outlets,
		"reports": &w.reports, "findings": &w.findings,
	} {
		slices.Sort(*list)
		if *list = spread(slices.Compact(*list), things); len(*list) == 0 {
			b.Fatalf("the record has no %s to be asked about", name)
		}
	}
	return w
}

// edge is the day of the first report of an order.
func edge(b *testing.B, r *record.Record, sort string) time.Time {
	b.Helper()
	rows, err := r.Articles(b.Context(), record.Filter{Since: "0001-01-01"}, record.Page{Limit: 1, Sort: sort})
	if err != nil || len(rows.Rows) == 0 {
		b.Fatalf("%d reports, %v", len(rows.Rows), err)
	}
	day, err := time.Parse(time.DateOnly, rows.Rows[0].Published[:len(time.DateOnly)])
	if err != nil {
		b.Fatal(err)
	}
	return day
}

// spread are so many of a list, from its beginning to its end.
func spread[T any](list []T, most int) []T {
	if len(list) <= most {
		return list
	}
	var out []T
	for i := range most {
		out = append(out, list[i*len(list)/most])
	}
	return out
}

// An askedOnce is how long one answer took.
type askedOnce struct {
	kind             string
	clock, processor time.Duration // processor is 0 where others asked at the same time
}

type askedTimes []askedOnce

func (a askedTimes) of(kind string) askedTimes {
	var out askedTimes
	for _, one := range a {
		if kind == "" || one.kind == kind {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(x, y askedOnce) int { return cmp.Compare(x.clock, y.clock) })
	return out
}

// at is a percentile of sorted times.
func (a askedTimes) at(percent int) time.Duration { return a[min(len(a)*percent/100, len(a)-1)].clock }

// worked is a percentile of the time of the processor.
func (a askedTimes) worked(percent int) time.Duration {
	sorted := slices.SortedFunc(slices.Values(a), func(x, y askedOnce) int { return cmp.Compare(x.processor, y.processor) })
	return sorted[min(len(sorted)*percent/100, len(sorted)-1)].processor
}

// processor is the mean time of the processor.
func (a askedTimes) processor() (mean time.Duration) {
	for _, one := range a {
		mean += one.processor
	}
	return mean / time.Duration(len(a))
}

func (a askedTimes) kinds() []string {
	var out []string
	for _, one := range a {
		out = append(out, one.kind)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// asking has clients ask all questions, each once, in a random order.
func asking(b *testing.B, h http.Handler, questions []benchQuestion, clients int) askedTimes {
	b.Helper()
	order := rand.New(rand.NewPCG(5, uint64(clients))).Perm(len(questions))
	out := make(askedTimes, len(questions))
	var next atomic.Int64
	var group sync.WaitGroup
	for range clients {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(order); i = int(next.Add(1)) - 1 {
				q := questions[order[i]]
				r, w := httptest.NewRequest(http.MethodGet, q.path, nil), httptest.NewRecorder()
				r.Host = "localhost"
				begun, processor := time.Now(), processorTime(b)
				h.ServeHTTP(w, r)
				out[i] = askedOnce{kind: q.kind, clock: time.Since(begun)}
				if clients == 1 {
					out[i].processor = processorTime(b) - processor
				}
				if w.Code != http.StatusOK {
					b.Errorf("%s answers %d: %.300s", q.path, w.Code, w.Body)
				}
			}
		})
	}
	group.Wait()
	return out
}

// processorTime is the time of the processor that this process took.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Error(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
