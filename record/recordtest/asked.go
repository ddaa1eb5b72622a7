//go:build unix

package recordtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"rapporteur/record"
)

// Questions measures what pages and programs ask a record of invented reports,
// each some times of different things. What a record keeps until it changes is told
// apart: "first" is the time of the first answer.
func Questions(b *testing.B, s record.Store) {
	r := record.New(s, record.Options{Models: "1"})
	page := record.Page{Count: true}
	person := func(i int) string { return firsts[i] + " " + lasts[i] }
	month := func(i int) (first, last string) {
		return fmt.Sprintf("2024-%02d-01", i+1), fmt.Sprintf("2024-%02d-31", i+1)
	}
	for _, q := range []struct {
		name string
		of   func(i int) record.Filter
	}{
		{"", func(int) record.Filter { return record.Filter{} }},
		{"-type", func(int) record.Filter { return record.Filter{Types: []string{"ASSAULT"}} }},
		{"-types-status", func(int) record.Filter {
			return record.Filter{Types: []string{"ASSAULT", "CONSULT"}, Statuses: []string{"happened"}}
		}},
		{"-month", func(i int) record.Filter {
			first, last := month(i)
			return record.Filter{Types: []string{"ASSAULT"}, Since: first, Until: last}
		}},
		{"-state", func(i int) record.Filter { return record.Filter{Actors: []string{sides[i%len(sides)]}} }},
		{"-person", func(i int) record.Filter { return record.Filter{Actors: []string{person(i)}} }},
		{"-country", func(int) record.Filter { return record.Filter{Countries: []string{"VEL"}} }},
		{"-place", func(i int) record.Filter { return record.Filter{Place: towns[i]} }},
		{"-box", func(i int) record.Filter {
			return record.Filter{Box: &record.Box{West: 1, South: 50, East: 4, North: 51}}
		}},
		{"-source", func(i int) record.Filter { return record.Filter{Sources: []string{outlets[i%len(outlets)]}} }},
		{"-words", func(i int) record.Filter { return record.Filter{Words: towns[i] + " " + issues[i%len(issues)]} }},
		{"-many", func(i int) record.Filter {
			first, last := month(i)
			return record.Filter{Actors: []string{"Velm"}, Types: []string{"ASSAULT"}, Place: towns[i], Since: first, Until: last}
		}},
	} {
		measure(b, "events"+q.name, count(b, r.Events, q.of, page))
		measure(b, "quotes"+q.name, count(b, r.Quotes, func(i int) record.Filter {
			f := q.of(i)
			f.Types, f.Statuses = nil, nil
			return f
		}, page))
	}
	everything := func(int) record.Filter { return record.Filter{} }
	measure(b, "accounts", count(b, r.EventAccounts, everything, page))
	measure(b, "figures", count(b, r.Figures, everything, page))
	measure(b, "figures-place", count(b, r.Figures, func(i int) record.Filter { return record.Filter{Types: []string{"killed"}, Place: towns[i]} }, page))
	measure(b, "figures-above", count(b, r.Figures, func(i int) record.Filter { return record.Filter{Types: []string{"killed"}, Above: 39} }, page))
	measure(b, "articles", count(b, r.Articles, everything, page))
	measure(b, "articles-person", count(b, r.Articles, func(i int) record.Filter { return record.Filter{Actors: []string{person(i)}} }, page))
	measure(b, "actors", count(b, r.Actors, everything, page))
	measure(b, "actors-kind", count(b, r.Actors, func(int) record.Filter { return record.Filter{Types: []string{"person"}} }, page))
	measure(b, "actors-prefix", count(b, r.Actors, func(i int) record.Filter { return record.Filter{Words: firsts[i][:3] + "*"} }, record.Page{Limit: 10}))
	measure(b, "deep-page", func(i int) (int, error) {
		p := record.Page{Limit: 200}
		for range i {
			rows, err := r.Events(b.Context(), record.Filter{}, p)
			if err != nil {
				return 0, err
			}
			p.After = rows.Next
		}
		return 0, nil
	})
	for range 2 {
		for name, question := range map[string]func(i int) (int, error){
			"months":  func(int) (int, error) { all, err := r.EventMonths(b.Context(), record.Filter{}); return len(all), err },
			"map":     func(int) (int, error) { all, err := r.EventPlaces(b.Context(), record.Filter{}); return len(all), err },
			"outlets": func(int) (int, error) { all, err := r.Sources(b.Context()); return len(all), err },
			"places": func(int) (int, error) {
				all, err := r.Places(b.Context(), record.Filter{}, record.Page{})
				return len(all.Rows), err
			},
		} {
			at := time.Now()
			n, err := question(0)
			if err != nil {
				b.Fatal(err)
			}
			b.Logf("%-20s first %8.2f ms, %d rows", name, float64(time.Since(at).Microseconds())/1000, n)
			measure(b, name+"-again", question)
		}
	}
	measure(b, "months-person", func(i int) (int, error) {
		all, err := r.EventMonths(b.Context(), record.Filter{Actors: []string{person(i)}})
		return len(all), err
	})
	measure(b, "map-month", func(i int) (int, error) {
		first, last := month(i)
		all, err := r.EventPlaces(b.Context(), record.Filter{Since: first, Until: last})
		return len(all), err
	})
	measure(b, "series", func(i int) (int, error) {
		all, err := r.FigureSeries(b.Context(), record.Filter{Types: []string{"killed"}, Place: towns[i]})
		return len(all), err
	})
}

// timesAsked is how often a question is asked, of different things.
const timesAsked = 10

// measure asks a question and reports how long an answer takes on average, by the
// clock and by the time of the processor.
func measure(b *testing.B, name string, question func(i int) (rows int, err error)) {
	begun, processor, rows := time.Now(), processorTime(b), 0
	var slowest time.Duration
	for i := range timesAsked {
		at := time.Now()
		n, err := question(i)
		if err != nil {
			b.Fatal(err)
		}
		rows += n
		slowest = max(slowest, time.Since(at))
	}
	each := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / timesAsked }
	mean, worked := each(time.Since(begun)), each(processorTime(b)-processor)
	b.ReportMetric(mean, name+"-ms")
	b.ReportMetric(worked, name+"-cpu-ms")
	b.Logf("%-20s %8.2f ms, slowest %8.2f ms, of the processor %8.2f ms, %d rows", name, mean, float64(slowest.Microseconds())/1000, worked, rows/timesAsked)
}

// count asks a question of several filters.
func count[T any](b *testing.B, ask func(context.Context, record.Filter, record.Page) (record.Rows[T], error), of func(i int) record.Filter, p record.Page) func(int) (int, error) {
	return func(i int) (int, error) {
		rows, err := ask(b.Context(), of(i), p)
		return len(rows.Rows), err
	}
}
