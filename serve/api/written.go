package api

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// exportTime is how long a table may take to be written.
const exportTime = 10 * time.Minute

// written is an answer of many rows. It begins when the first rows are there, so
// that what cannot be asked is told as a problem; what fails later breaks the
// answer off, so that nobody takes a part for the whole.
func (a *API) written(f *form, q asked, name string) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(h huma.Context) {
		in, out := humago.Unwrap(h)
		ctx, cancel := context.WithTimeout(in.Context(), exportTime)
		defer cancel()
		_ = http.NewResponseController(out).SetWriteDeadline(time.Now().Add(exportTime)) // what cannot be put off keeps the server's
		w := &late{Context: h, media: f.media, name: name}
		err := f.write(ctx, w, q)
		switch {
		case err == nil:
			w.begin()
		case !w.begun:
			p := a.asking(ctx, err).(*huma.ErrorModel)
			h.SetHeader("Content-Type", "application/problem+json")
			h.SetStatus(p.Status)
			_ = json.NewEncoder(h.BodyWriter()).Encode(p) // who asked may be gone
		default:
			if ctx.Err() == nil {
				a.options.Log.Error("writing a table", "error", err)
			}
			panic(http.ErrAbortHandler)
		}
	}}
}

// late is an answer whose head is sent with its first bytes.
type late struct {
	huma.Context
	media, name string
	begun       bool
}

func (l *late) begin() {
	if l.begun {
		return
	}
	l.begun = true
	l.SetHeader("Content-Type", l.media)
	l.SetHeader("Content-Disposition", `attachment; filename="`+l.name+`"`)
	l.SetStatus(http.StatusOK)
}

// Write writes p behind the head.
func (l *late) Write(p []byte) (int, error) {
	l.begin()
	return l.BodyWriter().Write(p)
}
