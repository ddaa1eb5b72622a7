package pipeline

import (
	"errors"
	"iter"
	"sync"
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
	broken, odd := errors.New("broken"), errors.New("odd")
	slowFirst := func(i int) (int, error) {
		time.Sleep(time.Duration(10-i) * time.Millisecond)
		if i == 7 {
			return 0, odd
		}
		return i, nil
	}
	next := 0
	for i, err := range Ordered(numbers(10, map[int]error{3: broken}), 4, slowFirst) {
		want := map[int]error{3: broken, 7: odd}[next]
		if !errors.Is(err, want) || want == nil && i != next {
			t.Errorf("item %d: got %d, error %v, want error %v", next, i, err, want)
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
	for i := range Ordered(stream, 2, func(i int) (int, error) { return i, nil }) {
		if i == 5 {
			break
		}
	}
	if n := taken.Load(); n > 6+ahead*2+2 {
		t.Errorf("%d items taken for 6 wanted", n)
	}
}

func TestOrderedDoesSoManyAtATime(t *testing.T) {
	var lock sync.Mutex
	now, most := 0, 0
	add := func(n int) {
		lock.Lock()
		defer lock.Unlock()
		now += n
		most = max(most, now)
	}
	do := func(i int) (int, error) {
		add(1)
		time.Sleep(time.Millisecond)
		add(-1)
		return i, nil
	}
	for range Ordered(numbers(50, nil), 3, do) {
	}
	if most != 3 {
		t.Errorf("%d at a time, want 3", most)
	}
}
