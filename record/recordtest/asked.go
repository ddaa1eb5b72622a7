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
// each some times of different things, by the time of the processor, which
// neighbours on the machine do not change, and in the log by the clock. What a
// record keeps until it changes is told apart: "first" is the time of the first
// answer.
func Questions(b *testing.B, s record.Store) {
	r := record.New(s, record.Options{Models: "1"})
	const times = 10
	measure := func(name string, question func(i int) (rows int, err error)) {
		begun, processor, rows := time.Now(), processorTime(b), 0
		var slowest time.Duration
		for i := range times {
			at := time.Now()
			n, err := question(i)
			if err != nil {
				b.Fatal(err)
			}
			rows += n
			slowest = max(slowest, time.Since(at))
		}
		mean := float64(time.Since(begun).Microseconds()) / 1000 / times
		worked := float64((processorTime(b) - processor).Microseconds()) / 1000 / times
		b.ReportMetric(worked, name+"-cpu-ms")
		b.Logf("%-20s %8.2f ms, slowest %8.2f ms, of the processor %8.2f ms, %d rows", name, mean, float64(slowest.Microseconds())/1000, worked, rows/times)
	}
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
		measure("events"+q.name, count(b, r.Events, q.of, page))
		measure("quotes"+q.name, count(b, r.Quotes, func(i int) record.Filter {
			f := q.of(i)
			f.Types, f.Statuses = nil, nil
			return f
		}, page))
	}
	everything := func(int) record.Filter { return record.Filter{} }
	measure("accounts", count(b, r.EventAccounts, everything, page))
	measure("figures", count(b, r.Figures, everything, page))
	measure("figures-place", count(b, r.Figures, func(i int) record.Filter { return record.Filter{Types: []string{"killed"}, Place: towns[i]} }, page))
	measure("figures-above", count(b, r.Figures, func(i int) record.Filter { return record.Filter{Types: []string{"killed"}, Above: 39} }, page))
	measure("articles", count(b, r.Articles, everything, page))
	measure("articles-person", count(b, r.Articles, func(i int) record.Filter { return record.Filter{Actors: []string{person(i)}} }, page))
	measure("actors", count(b, r.Actors, everything, page))
	measure("actors-kind", count(b, r.Actors, func(int) record.Filter { return record.Filter{Types: []string{"person"}} }, page))
	measure("actors-prefix", count(b, r.Actors, func(i int) record.Filter { return record.Filter{Words: firsts[i][:3] + "*"} }, record.Page{Limit: 10}))
	measure("deep-page", func(i int) (int, error) {
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
			measure(name+"-again", question)
		}
	}
	measure("months-person", func(i int) (int, error) {
		all, err := r.EventMonths(b.Context(), record.Filter{Actors: []string{person(i)}})
		return len(all), err
	})
	measure("map-month", func(i int) (int, error) {
		first, last := month(i)
		all, err := r.EventPlaces(b.Context(), record.Filter{Since: first, Until: last})
		return len(all), err
	})
	measure("series", func(i int) (int, error) {
		all, err := r.FigureSeries(b.Context(), record.Filter{Types: []string{"killed"}, Place: towns[i]})
		return len(all), err
	})
}

// count asks a question of several filters.
func count[T any](b *testing.B, ask func(context.Context, record.Filter, record.Page) (record.Rows[T], error), of func(i int) record.Filter, p record.Page) func(int) (int, error) {
	return func(i int) (int, error) {
		rows, err := ask(b.Context(), of(i), p)
		return len(rows.Rows), err
	}
}
