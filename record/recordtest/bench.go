//go:build unix

package recordtest

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"rapporteur/record"
)

// Size is how many articles Growth adds: RAPPORTEUR_BENCH_ARTICLES, else so many
// that it is done in seconds.
func Size(b *testing.B) int {
	b.Helper()
	asked := os.Getenv("RAPPORTEUR_BENCH_ARTICLES")
	if asked == "" {
		return 2_000
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 100 {
		b.Fatalf("RAPPORTEUR_BENCH_ARTICLES is %q; it must be a number of 100 or more", asked)
	}
	return n
}

// Growth adds invented articles to an empty record and reports how fast the
// first and the last tenth went in, by the clock and by the time of the processor, which
// neighbours on the machine do not change; how many bytes of text an article has
// and how many it takes in the record; and how long common questions take then.
func Growth(b *testing.B, s record.Store, size func() int64) {
	const batch = 512 // as rapporteur add does
	n := Size(b)
	r := record.New(s, record.Options{Models: "1", Late: true})
	v := NewInventor(1)
	v.PerDay = max(40, n/365)
	texts, findings := 0, 0
	var tenths, worked [10]time.Duration
	for done := 0; done < n; {
		entries := Entries(v, min(batch, n-done))
		for _, e := range entries {
			texts += len(e.Seen.Text)
			f := e.Reading.Findings
			findings += len(f.Actors) + len(f.Statements) + len(f.Events) + len(f.Figures) + len(f.Places) + len(f.Dates) + len(f.Talks)
		}
		begun, processor := time.Now(), processorTime(b)
		if _, err := r.Add(b.Context(), entries...); err != nil {
			b.Fatal(err)
		}
		i := done * 10 / n
		tenths[i] += time.Since(begun)
		worked[i] += processorTime(b) - processor
		done += len(entries)
		if i != done*10/n {
			b.Logf("%d articles, in the last tenth %.0f a second, %.0f a second of the processor, %d bytes each", done, float64(n)/10/tenths[i].Seconds(), float64(n)/10/worked[i].Seconds(), size()/int64(done))
		}
	}
	begun := time.Now()
	if err := r.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(begun).Seconds(), "settle-s")
	rate := func(t time.Duration) float64 { return float64(n) / 10 / t.Seconds() }
	begun, processor := time.Now(), processorTime(b)
	if err := r.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(begun).Seconds(), "settle-s")
	b.ReportMetric((processorTime(b) - processor).Seconds(), "settle-cpu-s")
	b.ReportMetric(rate(tenths[0]), "first/s")
	b.ReportMetric(rate(tenths[9]), "last/s")
	b.ReportMetric(rate(worked[0]), "first/cpu-s")
	b.ReportMetric(rate(worked[9]), "last/cpu-s")
	b.ReportMetric(float64(texts)/float64(n), "text-B/article")
	b.ReportMetric(float64(findings)/float64(n), "findings/article")
	b.ReportMetric(float64(size())/float64(n), "B/article")
	b.ReportMetric(0, "ns/op")
	questions(b, s, r)
	Questions(b, s)
}

// processorTime is the time of the processor that this process took.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// questions measures common questions, each asked some times of different things.
func questions(b *testing.B, s record.Store, r *record.Record) {
	query := func(sql string, args ...any) (int, error) {
		n := 0
		err := s.View(b.Context(), func(tx record.Tx) error {
			rows, err := tx.Query(b.Context(), sql, args...)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				n++
			}
			return rows.Err()
		})
		return n, err
	}
	measure(b, "search", func(i int) (int, error) {
		found, err := r.Search(b.Context(), fmt.Sprintf("%s %s", towns[i], issues[i%len(issues)]), record.Filter{}, 20)
		return len(found.Statements) + len(found.Articles), err
	})
	measure(b, "search-days", func(i int) (int, error) {
		found, err := r.Search(b.Context(), fmt.Sprintf(`"%s of %s"`, issues[i%len(issues)], towns[i]), record.Filter{Since: "2024-03-01", Until: "2024-03-31"}, 20)
		return len(found.Statements) + len(found.Articles), err
	})
	measure(b, "events-type", func(i int) (int, error) {
		return query("SELECT * FROM events WHERE type = 'ASSAULT' AND day >= ? AND day <= ? AND mark >= 0 ORDER BY day LIMIT 100", fmt.Sprintf("2024-%02d-01", i+1), fmt.Sprintf("2024-%02d-31", i+1))
	})
	measure(b, "events-place", func(i int) (int, error) {
		return query("SELECT * FROM events WHERE location = ? AND mark >= 0 ORDER BY day DESC LIMIT 100", towns[i])
	})
	person := func(i int) string { return firsts[i] + " " + lasts[i] }
	measure(b, "actor", func(i int) (int, error) {
		return query("SELECT x.grp, count(*) FROM actors a JOIN nodes x ON x.n = a.node WHERE a.name = ? GROUP BY x.grp", person(i))
	})
	measure(b, "quotes", func(i int) (int, error) {
		return query(`SELECT s.* FROM actors a JOIN nodes x ON x.n = a.node JOIN nodes y ON y.grp = x.grp JOIN actors m ON m.node = y.n
			JOIN parts p ON p.actor = m.n AND p.role = 'speaker' JOIN statements s ON s.n = p.finding
			WHERE a.n = (SELECT min(n) FROM actors WHERE name = ?) ORDER BY s.day DESC LIMIT 100`, person(i))
	})
	measure(b, "figures", func(i int) (int, error) {
		return query("SELECT * FROM figures WHERE measure = 'killed' AND country = ? AND day >= '2024-02-01' AND day <= '2024-02-29' ORDER BY day LIMIT 100", "VEL")
	})
	measure(b, "processes", func(i int) (int, error) {
		found, err := r.Processes(b.Context(), record.Filter{Since: fmt.Sprintf("2024-%02d-01", i+1)}, record.Page{Count: true})
		return len(found.Rows), err
	})
	measure(b, "processes-of", func(i int) (int, error) {
		found, err := r.Processes(b.Context(), record.Filter{Actors: []string{sides[i%len(sides)]}, Words: issues[i%len(issues)]}, record.Page{Count: true, Sort: record.SortMost})
		return len(found.Rows), err
	})
	largest, err := r.Processes(b.Context(), record.Filter{}, record.Page{Sort: record.SortMost, Limit: 1_000})
	if err != nil || len(largest.Rows) == 0 {
		b.Fatalf("%d negotiations, %v", len(largest.Rows), err)
	}
	b.Logf("%d negotiations, the largest of %d reports", len(largest.Rows), largest.Rows[0].Reports)
	measure(b, "dossier", func(i int) (int, error) {
		at := slices.IndexFunc(largest.Rows, func(p record.Process) bool { return p.Reports <= 200 })
		d, err := r.Dossier(b.Context(), largest.Rows[min(max(at, 0)+i, len(largest.Rows)-1)].ID)
		if err != nil {
			return 0, err
		}
		return d.Reports, nil
	})
	measure(b, "changes", func(i int) (int, error) {
		found, err := r.Changes(b.Context(), record.Filter{Since: fmt.Sprintf("2024-%02d-10", i+1)}, record.Page{Count: true})
		return len(found.Rows), err
	})
	measure(b, "changes-of", func(i int) (int, error) {
		found, err := r.Changes(b.Context(), record.Filter{Actors: []string{sides[i%len(sides)]}, Types: []string{record.ChangeStance}}, record.Page{Count: true})
		return len(found.Rows), err
	})
	var ids []record.ID
	err = s.View(b.Context(), func(tx record.Tx) error {
		rows, err := tx.Query(b.Context(), "SELECT id FROM events WHERE n % 997 = 3 LIMIT ?", timesAsked)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var id record.ID
			if err := rows.Scan(&id); err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return rows.Err()
	})
	if err != nil || len(ids) == 0 {
		b.Fatalf("%d events to ask for, %v", len(ids), err)
	}
	measure(b, "group", func(i int) (int, error) {
		g, err := r.Group(b.Context(), ids[i%len(ids)])
		return len(g), err
	})
}
