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
	"rapporteur/serve/shelf"
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

// A Site is the pages of a record.
type Site struct {
	record  *record.Record
	options Options
	key     [32]byte // of the tokens in forms
	gap     string   // stands in pages where something of the browser belongs
	kept    *shelf.Shelf
	mux     *http.ServeMux
	visits  visits
}

const (
	patience = 30 * time.Second // how long a page may take
	mostKept = 64 << 20         // bytes of pages that are kept
)

// New is the pages of a record.
func New(r *record.Record, o Options) *Site {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Site{record: r, options: o, gap: rand.Text(), kept: shelf.New(mostKept)}
	_, _ = rand.Read(s.key[:]) // never fails: crypto/rand ends the program instead
	mux := http.NewServeMux()
	mux.Handle("GET "+StaticPath, static)
	for path, show := range s.pages() {
		mux.Handle("GET "+path, s.page(show))
	}
	mux.Handle("POST /corrections", s.page(s.correct))
	mux.Handle("/", s.page(func(*http.Request) (answer, error) { return nil, errNotFound }))
	s.mux = mux
	return s
}

// ServeHTTP answers.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// pages are the pages by path.
func (s *Site) pages() map[string]func(*http.Request) (answer, error) {
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
		freshPath:                  s.fresh,
		LoginPath:                  s.login,
	}
}

// An answer writes itself.
type answer func(w http.ResponseWriter, r *http.Request) error

var errNotFound = errors.New("there is nothing here")

// A badRequest is a question that makes no sense, and what to try.
type badRequest struct{ error }

// page is a handler of one page: it looks for what the page shows, and writes it
// or what went wrong. What was made of the same version of the record is written again.
func (s *Site) page(show func(*http.Request) (answer, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patienceOf(r.Context()))
		defer cancel()
		// The version comes before the rows: a page may have more than it says, never less.
		version, known := s.record.Version(ctx)
		r = r.WithContext(context.WithValue(ctx, versionKey{}, version))
		w.Header().Set("Cache-Control", "private, no-cache")
		w.Header().Add("Vary", "Cookie, HX-Target")
		if known != nil && r.URL.Path != LoginPath {
			s.write(w, r, s.failed(r, known))
			return
		}
		if !lasting(r) {
			s.write(w, r, s.made(r, show))
			return
		}
		question := s.question(version, r)
		if s.unchanged(w, r, question) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		found, keep, err := s.kept.Find(ctx, question)
		if err != nil {
			w.Header().Del("ETag")
			s.write(w, r, s.failed(r, err))
			return
		}
		if found != nil {
			s.visits.add(r)
			s.write(w, r, &made{http.StatusOK, found})
			return
		}
		defer keep(nil)
		m := s.made(r, show)
		if m.status == http.StatusOK {
			keep(m.Answer)
			s.visits.add(r)
		} else {
			w.Header().Del("ETag")
		}
		s.write(w, r, m)
	})
}

// question is all that a lasting page hangs on.
func (s *Site) question(version int64, r *http.Request) string {
	return fmt.Sprint(version, " ", s.options.Now().UTC().Format(time.DateOnly), " ", onlyPanel(r), " ", r.URL.Path, "?", r.URL.Query().Encode())
}

// lasting reports whether a page hangs on nothing but its address, the record, the
// day and, in its gaps, the browser.
func lasting(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && r.URL.Query().Get("done") == "" && r.URL.Path != LoginPath && r.URL.Path != freshPath
}

// unchanged gives a page its tag, which changes with the question and with who
// asks, and reports whether the browser has the page already.
func (s *Site) unchanged(w http.ResponseWriter, r *http.Request, question string) bool {
	cookie, err := r.Cookie(formCookie)
	if err != nil {
		return false
	}
	tag := `"` + s.sign(fmt.Sprintf("%s %s %q", question, cookie.Value, s.who(r)))[:24] + `"`
	w.Header().Set("ETag", tag)
	return r.Header.Get("If-None-Match") == tag
}

// made makes a page, be it one that says what went wrong.
func (s *Site) made(r *http.Request, show func(*http.Request) (answer, error)) *made {
	out, err := show(r)
	if err != nil {
		return s.failed(r, err)
	}
	m := newMade()
	if err := out(m, r); err != nil {
		return s.failed(r, err)
	}
	return m
}

// failed tells a person what went wrong.
func (s *Site) failed(r *http.Request, err error) *made {
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
	text, path := capital(strings.Replace(err.Error(), record.ErrAsked.Error()+": ", "", 1)), ""
	if status == http.StatusBadRequest && r.Method == http.MethodGet && r.URL.RawQuery != "" {
		path = r.URL.Path
	}
	if status >= http.StatusInternalServerError {
		if errors.Is(r.Context().Err(), context.Canceled) { // who asked is gone
			return newMade()
		}
		s.options.Log.Error("showing a page", "path", r.URL.Path, "error", err)
		text = "The log of the server says more. Asking for less, such as fewer days, may help."
	}
	m := newMade()
	if err := render(m, r, status, s.view(r, title, ""), failed(text, path)); err != nil {
		s.options.Log.Warn("making a page", "path", r.URL.Path, "error", err)
	}
	return m
}

// shown is an answer that is a page.
func (s *Site) shown(v view, body templ.Component) answer {
	return func(w http.ResponseWriter, r *http.Request) error {
		return render(w, r, http.StatusOK, v, body)
	}
}

func render(w http.ResponseWriter, r *http.Request, status int, v view, body templ.Component) error {
	w.Header().Set("Content-Type", pageType)
	w.WriteHeader(status)
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
