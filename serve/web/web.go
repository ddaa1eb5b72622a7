// Package web is the record as pages: the negotiations, the reports with what was
// read in them, tables that can be asked by address, and corrections where the
// error is seen. Pages work without scripts; with them parts of a page are
// exchanged in place.
//
// Pages are templ components (*.templ). What is generated of them is checked in, so that
// building needs Go alone; after a change run
//
//	go generate ./serve/web
//
// A test fails where that was forgotten.
package web

//go:generate go run github.com/a-h/templ/cmd/templ@v0.3.977 generate

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"

	"rapporteur/record"
)

// Paths that others know.
const (
	LoginPath  = "/login"
	StaticPath = "/static/"
)

// Options are those of the pages.
type Options struct {
	Who     string // signs corrections where a person gives no name
	Log     *slog.Logger
	Version string
	Token   bool // the record asks for a token, so there is a page for it
	Now     func() time.Time
}

// A site answers for the pages.
type site struct {
	record  *record.Record
	options Options
	key     [32]byte // of the tokens in forms
}

// patience is how long a page may take.
const patience = 30 * time.Second

// New is the pages of a record.
func New(r *record.Record, o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &site{record: r, options: o}
	_, _ = rand.Read(s.key[:]) // never fails: crypto/rand ends the program instead
	mux := http.NewServeMux()
	mux.Handle("GET "+StaticPath, static)
	for path, show := range s.pages() {
		mux.Handle("GET "+path, s.page(show))
	}
	mux.Handle("POST /corrections", s.page(s.correct))
	mux.Handle("/", s.page(func(*http.Request) (answer, error) { return nil, errNotFound }))
	return mux
}

// pages are the pages by path.
func (s *site) pages() map[string]func(*http.Request) (answer, error) {
	return map[string]func(*http.Request) (answer, error){
		"/reports/{id}":            s.report,
		"/findings/{id}":           s.finding,
		"/search":                  s.search,
		"/{$}":                     s.withPanel(s.processes),
		"/talks/{id}":              s.withPanel(s.dossier),
		"/talks/{id}/dossier.html": s.dossierFile,
		"/talks/{id}/dossier.docx": s.dossierWord,
		"/changes":                 s.withPanel(s.changes),
		"/events":                  s.withPanel(s.events),
		"/events/overview":         s.overview,
		"/quotes":                  s.withPanel(s.quotes),
		"/actors":                  s.withPanel(s.actors),
		"/actors/{id}":             s.withPanel(s.actor),
		"/reports":                 s.reports,
		"/figures":                 s.withPanel(s.figures),
		"/corrections":             s.corrections,
		"/fresh":                   s.fresh,
		LoginPath:                  s.login,
	}
}

// An answer writes itself.
type answer func(w http.ResponseWriter, r *http.Request) error

var errNotFound = errors.New("there is nothing here")

// A badRequest is a question that makes no sense, and what to try.
type badRequest struct{ error }

// page is a handler of one page: it looks for what the page shows, and writes it
// or what went wrong.
func (s *site) page(show func(*http.Request) (answer, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		r = r.WithContext(ctx)
		w.Header().Set("Cache-Control", "private, no-cache")
		w.Header().Add("Vary", "Cookie, HX-Target")
		if s.unchanged(w, r) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		out, err := show(r)
		if err == nil {
			if err = out(w, r); err != nil && r.Context().Err() == nil {
				s.options.Log.Warn("writing a page", "path", r.URL.Path, "error", err)
			}
			return
		}
		s.fail(w, r, err)
	})
}

// unchanged gives a page its tag, which changes with the record, with who asks
// and with the day, and reports whether the browser has the page already.
func (s *site) unchanged(w http.ResponseWriter, r *http.Request) bool {
	cookie, err := r.Cookie(formCookie)
	if err != nil || r.Method != http.MethodGet || r.URL.Query().Get("done") != "" {
		return false
	}
	version, err := s.record.Version(r.Context())
	if err != nil {
		return false
	}
	who, _ := r.Cookie(whoCookie)
	tag := `"` + s.sign(fmt.Sprint(version, r.Header.Get("HX-Target"), cookie.Value, who, s.options.Now().UTC().Format(time.DateOnly)))[:24] + `"`
	w.Header().Set("ETag", tag)
	return r.Header.Get("If-None-Match") == tag
}

// fail tells a person what went wrong.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Del("ETag")
	status, title := http.StatusInternalServerError, "Something went wrong"
	var bad badRequest
	switch {
	case errors.Is(err, errNotFound), errors.Is(err, record.ErrMissing):
		status, title = http.StatusNotFound, "Not found"
	case errors.Is(err, errForm):
		status, title = http.StatusForbidden, "Not from this page"
	case errors.As(err, &bad), errors.Is(err, record.ErrAsked):
		status, title = http.StatusBadRequest, "That cannot be asked"
	case errors.Is(err, context.DeadlineExceeded):
		status, title = http.StatusGatewayTimeout, "That took too long"
	}
	text := err.Error()
	if status >= http.StatusInternalServerError {
		s.options.Log.Error("showing a page", "path", r.URL.Path, "error", err)
		text = "The log of the server says more. Asking for less, such as fewer days, may help."
	}
	v := s.view(r, title, "")
	if err := render(w, r, status, v, failed(text)); err != nil {
		s.options.Log.Warn("writing a page", "path", r.URL.Path, "error", err)
	}
}

// shown is an answer that is a page.
func (s *site) shown(v view, body templ.Component) answer {
	return func(w http.ResponseWriter, r *http.Request) error {
		return render(w, r, http.StatusOK, v, body)
	}
}

func render(w http.ResponseWriter, r *http.Request, status int, v view, body templ.Component) error {
	v.Form = formToken(w, r, v.site)
	if version, err := v.site.record.Version(r.Context()); err == nil {
		v.Version = version
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	return layout(v, body).Render(withView(r.Context(), v), w)
}

// LocalPath is path where it is one of this server, else the first page: where a form may lead to.
func LocalPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") {
		return "/"
	}
	return path
}

// htmxConfig keeps htmx within the policy of the server: no eval, no scripts or
// styles from answers, no other servers, no copies of pages in the browser's storage.
const htmxConfig = `{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"selfRequestsOnly":true,"historyCacheSize":0,"refreshOnHistoryMiss":true}`
