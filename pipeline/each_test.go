package pipeline

import (
	"errors"
	"iter"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int, bad map[int]error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, bad[i]) {
				return
			}
		}
	}
}

func TestOrderedKeepsTheOrderAndTheErrors(t *testing.T) {
	broken := errors.New("broken")
	slowFirst := func(i int) int {
		time.Sleep(time.Duration(10-i) * time.Millisecond)
		return i
	}
	next := 0
	for i, err := range ordered(numbers(10, map[int]error{3: broken}), 4, slowFirst) {
		switch {
		case next == 3 && !errors.Is(err, broken):
			t.Errorf("item 3: error %v, want %v", err, broken)
		case next != 3 && (err != nil || i != next):
			t.Errorf("item %d: got %d, error %v", next, i, err)
		}
		next++
	}
	if next != 10 {
		t.Errorf("%d items, want 10", next)
	}
}

func TestOrderedReadsNoFurtherThanItMust(t *testing.T) {
	var taken atomic.Int32
	stream := func(yield func(int, error) bool) {
		for i := 0; yield(i, nil); i++ {
			taken.Add(1)
		}
	}
	for i := range ordered(stream, 2, func(i int) int { return i }) {
		if i == 5 {
			break
		}
	}
	if n := taken.Load(); n > 12 {
		t.Errorf("%d items taken for 6 wanted", n)
	}
}
