package web

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"time"
)

// How often it is looked whether the record has changed, and for how many times as long as
// making pages took none are made after it: where reports come in all the time, a
// tenth of a processor goes into this at most.
const (
	look  = 5 * time.Second
	pause = 9
)

// warmed are the pages that are made before anybody asks; those that were asked for
// last come after them.
func warmed() []string {
	var out []string
	for _, s := range sections {
		out = append(out, s.Path)
	}
	return append(out, "/events/overview")
}

// KeepWarm makes pages anew when the record has changed, those that everybody begins with
// and those that somebody looked at last, until end is called. So nobody waits for what
// counts the whole record.
func (s *Site) KeepWarm(ctx context.Context) (end func()) {
	ctx, stop := context.WithCancel(context.WithValue(ctx, warmKey{}, true))
	var wait sync.WaitGroup
	wait.Go(func() {
		last := int64(-1)
		for next := time.Duration(0); ; {
			select {
			case <-ctx.Done():
				return
			case <-time.After(next):
			}
			begun := time.Now()
			if version, err := s.record.Version(ctx); err == nil && version != last {
				last = version
				s.warm(ctx)
			}
			next = max(look, pause*time.Since(begun))
		}
	})
	return func() {
		stop()
		wait.Wait()
	}
}

type warmKey struct{}

// patienceOf is how long a page may take: where nobody waits for it, longer.
func patienceOf(ctx context.Context) time.Duration {
	if ctx.Value(warmKey{}) != nil {
		return 10 * patience
	}
	return patience
}

// warm asks for pages as a browser would. What goes wrong is told to who asks for them.
func (s *Site) warm(ctx context.Context) {
	for _, path := range append(warmed(), s.visits.all()...) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
		if err != nil || ctx.Err() != nil {
			return
		}
		s.ServeHTTP(newMade(), r)
	}
}

// visits are the addresses of the pages that somebody looked at last.
type visits struct {
	mu    sync.Mutex
	paths []string // the last first
}

const mostVisits = 16

// add remembers a page, unless nobody looks at it.
func (l *visits) add(r *http.Request) {
	if r.Context().Value(warmKey{}) != nil || onlyPanel(r) {
		return
	}
	path := r.URL.RequestURI()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.paths = slices.DeleteFunc(l.paths, func(other string) bool { return other == path })
	l.paths = slices.Insert(l.paths, 0, path)
	l.paths = l.paths[:min(len(l.paths), mostVisits)]
}

func (l *visits) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.paths)
}
