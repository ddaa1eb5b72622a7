package pipeline

import (
	"iter"
	"sync"

	"rapporteur"
)

// Each reads the articles of a stream, several at a time, and yields the
// readings in the order of the articles; an error of the stream keeps its place.
// Memory is bounded by the articles being read, however long the stream is.
func (p *Pipeline) Each(articles iter.Seq2[*rapporteur.Article, error]) iter.Seq2[*rapporteur.Reading, error] {
	return Ordered(articles, p.workers, func(a *rapporteur.Article) (*rapporteur.Reading, error) { return p.Read(a), nil })
}

// EachDocument is Each for the language layer alone.
func (p *Pipeline) EachDocument(articles iter.Seq2[*rapporteur.Article, error]) iter.Seq2[*rapporteur.Document, error] {
	return Ordered(articles, p.workers, func(a *rapporteur.Article) (*rapporteur.Document, error) { return p.Parse(a), nil })
}

// ahead is how many results may wait for one before them, for each worker: a
// report of ten megabytes among short ones should not idle the others.
const ahead = 4

// An outcome is what became of one item.
type outcome[T any] struct {
	value T
	err   error
}

// Ordered applies do to the items of a stream on so many goroutines and yields
// the results in the order of the items, an error of the stream in its place. It
// takes only a few items more than it has yielded.
func Ordered[T, U any](in iter.Seq2[T, error], workers int, do func(T) (U, error)) iter.Seq2[U, error] {
	return func(yield func(U, error) bool) {
		// A slot for each item under way, in order; its channel gets the result.
		slots := make(chan chan outcome[U], ahead*workers)
		busy := make(chan struct{}, workers)
		stop := make(chan struct{})
		var wait sync.WaitGroup
		defer wait.Wait()
		defer close(stop)
		wait.Go(func() {
			defer close(slots)
			for item, err := range in {
				result := make(chan outcome[U], 1)
				select {
				case slots <- result:
				case <-stop:
					return
				}
				if err != nil {
					result <- outcome[U]{err: err}
					continue
				}
				busy <- struct{}{}
				wait.Go(func() {
					value, err := do(item)
					<-busy
					result <- outcome[U]{value, err}
				})
			}
		})
		for result := range slots {
			o := <-result
			if !yield(o.value, o.err) {
				return
			}
		}
	}
}
