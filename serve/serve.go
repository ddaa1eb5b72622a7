package serve

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/serve/web"
)

// Options are those of what is served. The zero value serves anybody who
// reaches it by an address of numbers or as localhost, and is meant for a
// listener on loopback.
type Options struct {
	// Token is what a request must show, as a bearer token or, of a person, once
	// on the page that asks for it; "" asks for none. See CheckToken.
	Token string
	// Hosts are the names by which the server may be asked, beside localhost and
	// addresses of numbers.
	Hosts []string
	// Who is the name that corrections are signed with where a person gives none.
	Who string
	// Log is told of requests that failed; nil means slog.Default.
	Log *slog.Logger
	// Version is that of the program, for pages and exports.
	Version string
	// Read reads one report, given as a line of JSON Lines, for who asks the API to;
	// nil where texts cannot be read here.
	Read func(ctx context.Context, line []byte) (*rapporteur.Reading, error)
}

// A Desk is a record, shown.
type Desk struct {
	guarded http.Handler
	pages   *web.Site
}

// New is the record, shown: pages for people under /, doors for programs under
// /api/ and the paths of doors.go.
func New(r *record.Record, o Options) *Desk {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	mux := http.NewServeMux()
	pages := web.New(r, web.Options{Who: o.Who, Log: o.Log, Version: o.Version, Token: o.Token != ""})
	mux.Handle("/", pages)
	doors(mux, r, o)
	return &Desk{guard(mux, o), pages}
}

// ServeHTTP answers.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) { d.guarded.ServeHTTP(w, r) }

// KeepWarm makes pages anew when the record has changed, before somebody asks, until
// end is called.
func (d *Desk) KeepWarm(ctx context.Context) (end func()) { return d.pages.KeepWarm(ctx) }

// Limits of a server. Those of a single request are in guard.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 2 * time.Minute // a long export sets its own, with http.ResponseController
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 64 << 10
)

// Server is a server of h at address that gives up on clients that are slow on
// purpose.
func Server(address string, h http.Handler) *http.Server {
	return &http.Server{
		Addr: address, Handler: h,
		ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHeaderBytes,
	}
}

// minToken is the shortest token in characters: 16 of base64 are 96 bits.
const minToken = 16

// CheckToken says what is wrong with a token that a person made up.
func CheckToken(token string) error {
	if len(token) < minToken {
		return errors.New("the token is too short to keep anybody out: it must have 16 characters or more, such as rapporteur serve makes them itself")
	}
	return nil
}
