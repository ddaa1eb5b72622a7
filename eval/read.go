package eval

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"rapporteur"
)

// A Reader reads one article: the whole program, or the part of it that the
// task looks at. It is called by several goroutines at once.
type Reader func(*rapporteur.Article) *rapporteur.Reading

// on gives the reader what a user would give it: the text, its date, and an
// id. Headline, outlet and author stay in the gold.
func (read Reader) on(a *rapporteur.Article) *rapporteur.Reading {
	input := &rapporteur.Article{Ref: a.Ref, Text: a.Text, Published: a.Published}
	r := read(input)
	if r == nil {
		r = &rapporteur.Reading{}
	}
	if r.Document == nil {
		r.Document = &rapporteur.Document{Article: input}
	}
	if r.Findings == nil {
		r.Findings = &rapporteur.Findings{}
	}
	return r
}

// over scores every gold text, as many at a time as there are processors, and
// sums the tallies in the order of the texts, so that sums of fractions come
// out the same each time.
func over[G any](ctx context.Context, golds []G, one func(G) Tally) (Tally, error) {
	tallies := make([]Tally, len(golds))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(golds)) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(golds) {
					return
				}
				tallies[i] = one(golds[i])
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sum := Tally{}
	for _, t := range tallies {
		for metric, c := range t {
			sum.add(metric, c)
		}
	}
	return sum, nil
}
