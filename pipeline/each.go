package pipeline

import (
	"iter"
	"sync"

	"rapporteur"
)

// An Outcome is what became of one input: an article read, or the error that
// kept it from being one.
type Outcome[T any] struct {
	Value T
	Err   error
}

// Each reads the articles of a stream, several at a time, and yields the
// readings in the order of the articles; an error of the stream keeps its place.
// Memory is bounded by the articles being read, however long the stream is.
func (p *Pipeline) Each(articles iter.Seq2[*rapporteur.Article, error]) iter.Seq2[*rapporteur.Reading, error] {
	return ordered(articles, p.workers, p.Read)
}

// EachDocument is Each for the language layer alone.
func (p *Pipeline) EachDocument(articles iter.Seq2[*rapporteur.Article, error]) iter.Seq2[*rapporteur.Document, error] {
	return ordered(articles, p.workers, p.Parse)
}

// ordered applies do to the items of a stream on workers goroutines and yields
// the results in order.
func ordered[T, U any](in iter.Seq2[T, error], workers int, do func(T) U) iter.Seq2[U, error] {
	return func(yield func(U, error) bool) {
		// A slot for each item under way, in order; its channel gets the result.
		slots := make(chan chan Outcome[U], workers)
		stop := make(chan struct{})
		var wait sync.WaitGroup
		defer wait.Wait()
		defer close(stop)
		wait.Go(func() {
			defer close(slots)
			for item, err := range in {
				result := make(chan Outcome[U], 1)
				select {
				case slots <- result:
				case <-stop:
					return
				}
				if err != nil {
					result <- Outcome[U]{Err: err}
					continue
				}
				wait.Go(func() { result <- Outcome[U]{Value: do(item)} })
			}
		})
		for result := range slots {
			o := <-result
			if !yield(o.Value, o.Err) {
				return
			}
		}
	}
}
