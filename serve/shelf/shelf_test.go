package shelf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func answer(size int) *Answer { return &Answer{Body: bytes.Repeat([]byte("x"), size)} }

func has(t *testing.T, s *Shelf, question string) bool {
	t.Helper()
	a, keep, err := s.Find(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	if a == nil {
		keep(nil)
	}
	return a != nil
}

func put(t *testing.T, s *Shelf, question string, a *Answer) {
	t.Helper()
	had, keep, err := s.Find(t.Context(), question)
	if err != nil || had != nil {
		t.Fatalf("%s is there already, or %v", question, err)
	}
	keep(a)
	keep(answer(1)) // does nothing
}

// TestBounds: the answers that were asked for last are kept, as many as fit.
func TestBounds(t *testing.T) {
	s := New(10_000)
	for i := range 6 {
		put(t, s, fmt.Sprint(i), answer(1_000))
		if !has(t, s, "0") {
			t.Fatalf("what was asked for a moment ago is gone after %d", i)
		}
	}
	put(t, s, "6", answer(1_000))
	if has(t, s, "1") || !has(t, s, "0") || !has(t, s, "6") {
		t.Error("it was not the one that nobody asked for that went")
	}
	put(t, s, "large", answer(s.Most()+1))
	if has(t, s, "large") || !has(t, s, "6") {
		t.Error("one large answer may take the place of all")
	}
	if s.bytes > 10_000 || s.order.Len() != len(s.of) || len(s.making) != 0 {
		t.Errorf("%d bytes, %d and %d answers, %d in the making", s.bytes, s.order.Len(), len(s.of), len(s.making))
	}
}

// TestStampede: of a hundred who ask the same, one makes the answer; where it gives
// up, the next one does.
func TestStampede(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(100_000)
		var made, got atomic.Int32
		var group sync.WaitGroup
		for range 100 {
			group.Go(func() {
				a, keep, err := s.Find(t.Context(), "the same")
				switch {
				case err != nil:
					t.Error(err)
				case a != nil:
					got.Add(1)
				default:
					time.Sleep(time.Second)
					if made.Add(1) == 1 {
						keep(nil)
					} else {
						keep(answer(10))
					}
				}
			})
		}
		group.Wait()
		if made.Load() != 2 || got.Load() != 98 {
			t.Errorf("it was made %d times and given %d times", made.Load(), got.Load())
		}
	})
}

// TestWhoWaitsNoLonger: patience ends, and the answer is made nevertheless.
func TestWhoWaitsNoLonger(t *testing.T) {
	s := New(100_000)
	_, keep, _ := s.Find(t.Context(), "slow")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := s.Find(ctx, "slow"); !errors.Is(err, context.Canceled) {
		t.Errorf("who gave up is told %v", err)
	}
	keep(answer(10))
	if !has(t, s, "slow") {
		t.Error("the answer is gone")
	}
}

// TestLargeAnswers lie packed, and come back as they were.
func TestLargeAnswers(t *testing.T) {
	s := New(1 << 20)
	for i := range 40 {
		put(t, s, fmt.Sprint(i), &Answer{Header: map[string][]string{"Content-Type": {"text/html"}}, Body: bytes.Repeat(fmt.Appendf(nil, "<td>%d</td>", i), 20_000)})
	}
	for i := range 40 {
		a, _, err := s.Find(t.Context(), fmt.Sprint(i))
		if err != nil || a == nil {
			t.Fatalf("%d is not there, %v", i, err)
		}
		if !bytes.Equal(a.Body, bytes.Repeat(fmt.Appendf(nil, "<td>%d</td>", i), 20_000)) || len(a.Header) != 1 {
			t.Fatalf("%d is another: %d bytes", i, len(a.Body))
		}
	}
}
