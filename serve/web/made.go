package web

import (
	"bytes"
	"context"
	"html"
	"maps"
	"net/http"

	"rapporteur/serve/shelf"
)

// A made answer is one before it is written to anybody: what belongs to one browser, the
// token of its forms and the name that it signs with, are gaps in it. So it
// may be kept and given to others.
type made struct {
	status int
	*shelf.Answer
}

func newMade() *made { return &made{Answer: &shelf.Answer{Header: http.Header{}}} }

// Header is that of the answer, as of an http.ResponseWriter.
func (m *made) Header() http.Header { return m.Answer.Header }

// WriteHeader sets the status.
func (m *made) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
}

// Write puts p behind what was written.
func (m *made) Write(p []byte) (int, error) {
	m.WriteHeader(http.StatusOK)
	m.Body = append(m.Body, p...)
	return len(p), nil
}

const pageType = "text/html; charset=utf-8"

// What stands behind the mark of a gap says what belongs there. The mark is a
// random word of this run of the program, which no report holds.
const (
	formGap = "f"
	whoGap  = "w"
)

// write writes an answer to who asks, with its gaps filled.
func (s *Site) write(w http.ResponseWriter, r *http.Request, m *made) {
	maps.Copy(w.Header(), m.Header())
	body := m.Body
	if m.Header().Get("Content-Type") == pageType {
		body = s.filled(body, formToken(w, r, s), html.EscapeString(s.who(r)))
	}
	w.WriteHeader(m.status)
	if r.Method == http.MethodHead {
		return
	}
	if _, err := w.Write(body); err != nil && r.Context().Err() == nil {
		s.options.Log.Warn("writing a page", "path", r.URL.Path, "error", err)
	}
}

func (s *Site) filled(body []byte, form, who string) []byte {
	mark := []byte(s.gap)
	if !bytes.Contains(body, mark) {
		return body
	}
	parts := bytes.Split(body, mark)
	out := append(make([]byte, 0, len(body)+len(form)*len(parts)), parts[0]...)
	for _, part := range parts[1:] {
		switch string(part[:1]) {
		case formGap:
			out = append(out, form...)
		case whoGap:
			out = append(out, who...)
		}
		out = append(out, part[1:]...)
	}
	return out
}

type versionKey struct{}

// versionOf is the version of the record that a page is made of, 0 where it is not known.
func versionOf(ctx context.Context) int64 {
	version, _ := ctx.Value(versionKey{}).(int64)
	return version
}
