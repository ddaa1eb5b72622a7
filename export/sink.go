package export

import (
	"bytes"
	"io"
)

// A Sink takes rows, in order, and Close ends what becomes of them.
type Sink[R any] interface {
	Put(rows ...R) error
	Close() error
}

// Into puts rows into a form and writes it.
func Into[R any](w io.Writer, form Writer[R]) (Sink[R], error) {
	return &formed[R]{out: w, form: form}, form.Head(w)
}

type formed[R any] struct {
	out   io.Writer
	form  Writer[R]
	begun bool
}

func (s *formed[R]) Put(rows ...R) error {
	framed, ok := s.form.(Framed)
	if !ok {
		return s.form.Write(s.out, rows)
	}
	var b bytes.Buffer
	if err := s.form.Write(&b, rows); err != nil || b.Len() == 0 {
		return err
	}
	if s.begun {
		if _, err := io.WriteString(s.out, framed.Between()); err != nil {
			return err
		}
	}
	s.begun = true
	_, err := s.out.Write(b.Bytes())
	return err
}

func (s *formed[R]) Close() error {
	if framed, ok := s.form.(Framed); ok {
		return framed.Tail(s.out)
	}
	return nil
}
