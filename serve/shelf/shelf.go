// Package shelf keeps answers that were made, so that the same question is
// answered again without work, and so that of many who ask the same at one time
// one has it made and the others wait for that.
//
// A question names all that its answer hangs on, the version of the record among
// it: then an answer never grows old, it is only no longer asked for. What hangs on who
// asks has no place in an answer that is kept.
package shelf

import (
	"container/list"
	"context"
	"net/http"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// An Answer is one as it was written with status 200. Nobody may change it.
type Answer struct {
	Header http.Header
	Body   []byte
}

// size is about how many bytes of memory an answer with its question takes.
func (a *Answer) size(question string) int {
	n := len(question) + len(a.Body) + 512
	for key, values := range a.Header {
		n += len(key)
		for _, v := range values {
			n += len(v)
		}
	}
	return n
}

// A Shelf keeps answers, those that were asked for last, up to a number of
// bytes. It may be shared by goroutines.
type Shelf struct {
	most   int
	mu     sync.Mutex
	bytes  int
	order  *list.List // of kept, the one that was asked for last first
	of     map[string]*list.Element
	making map[string]chan struct{} // closed when it is made, or given up
}

// kept is an answer as it lies on the shelf: its body packed where that is worth it.
type kept struct {
	question string
	answer   *Answer
	length   int // of the body, unpacked; 0 where it is not packed
}

// worthPacking is from how many bytes on bodies are packed. Pages and JSON take an eighth
// of their size then, and a millisecond for each megabyte when they are asked for.
const worthPacking = 16 << 10

var (
	packer = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	})
	unpacker = sync.OnceValues(func() (*zstd.Decoder, error) { return zstd.NewReader(nil) })
)

func pack(question string, a *Answer) kept {
	if e, err := packer(); err == nil && len(a.Body) >= worthPacking {
		return kept{question, &Answer{a.Header, slices.Clip(e.EncodeAll(a.Body, nil))}, len(a.Body)}
	}
	return kept{question, a, 0}
}

func (k kept) unpack() (*Answer, error) {
	if k.length == 0 {
		return k.answer, nil
	}
	d, err := unpacker()
	if err != nil {
		return nil, err
	}
	body, err := d.DecodeAll(k.answer.Body, make([]byte, 0, k.length))
	return &Answer{k.answer.Header, body}, err
}

// New is an empty shelf for so many bytes.
func New(most int) *Shelf {
	return &Shelf{most: most, order: list.New(), of: map[string]*list.Element{}, making: map[string]chan struct{}{}}
}

// largest is the part of a shelf that one answer may take.
const largest = 4

// Most is how many bytes the body of an answer may have to be kept.
func (s *Shelf) Most() int { return s.most / largest }

// Find is the answer to a question, or keep where there is none: then who asked is
// to make it and to call keep, with nil where it is not to be kept. Who asks the
// same in between waits until then. To call keep again does nothing. An error is
// that of the context, or of unpacking.
func (s *Shelf) Find(ctx context.Context, question string) (a *Answer, keep func(*Answer), err error) {
	for {
		s.mu.Lock()
		if e := s.of[question]; e != nil {
			s.order.MoveToFront(e)
			s.mu.Unlock()
			a, err := e.Value.(kept).unpack()
			return a, nil, err
		}
		made := s.making[question]
		if made == nil {
			made = make(chan struct{})
			s.making[question] = made
			s.mu.Unlock()
			var once sync.Once
			return nil, func(a *Answer) { once.Do(func() { s.keep(question, a, made) }) }, nil
		}
		s.mu.Unlock()
		select {
		case <-made:
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		}
	}
}

func (s *Shelf) keep(question string, a *Answer, made chan struct{}) {
	fits := a != nil && len(a.Body) <= s.Most()
	var k kept
	if fits {
		k = pack(question, a)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.making, question)
	close(made)
	if !fits {
		return
	}
	s.of[question] = s.order.PushFront(k)
	s.bytes += k.answer.size(question)
	for s.bytes > s.most {
		last := s.order.Back()
		k := s.order.Remove(last).(kept)
		delete(s.of, k.question)
		s.bytes -= k.answer.size(k.question)
	}
}
