package api

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"time"

	"rapporteur/serve/shelf"
)

// tagged gives the answers of next to GET an ETag, and answers 304 to who has
// that already without asking again. An answer hangs on the version of the record,
// on that of the program, on what is asked and, since "7d" may be, on the day. What
// is answered in one piece is kept until one of these changes.
func (a *API) tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		version, err := a.record.Version(r.Context())
		if err != nil {
			next.ServeHTTP(w, r) // which will tell of it
			return
		}
		sum := sha256.Sum256(fmt.Appendf(nil, "%d\n%s\n%s\n%s\n%s\n%s", version, a.options.Version, a.now().Format(time.DateOnly), r.Host, r.RequestURI, r.Header.Get("Accept")))
		tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		h := w.Header()
		h.Set("ETag", "W/"+tag)
		h.Set("Cache-Control", "private, no-cache") // keep it, and ask each time whether it still holds
		h.Add("Vary", "Accept")
		if matches(r.Header.Values("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		found, keep, err := a.kept.Find(r.Context(), r.Method+" "+tag)
		switch {
		case err != nil: // who asked is gone, or lost patience
			h.Del("ETag")
			writeProblem(w, http.StatusServiceUnavailable, "the answer took too long; ask for less, with a filter or a lower limit")
		case found != nil:
			maps.Copy(h, found.Header)
			_, _ = w.Write(found.Body) // who asked may be gone
		default:
			defer keep(nil)
			o := &held{ResponseWriter: w, most: a.kept.Most(), keep: keep}
			next.ServeHTTP(o, r)
			o.end()
		}
	})
}

// A held answer is written when it is whole, so that it can be kept before anybody
// slow reads it. One that is a table, large or none goes out as it comes, and is not
// kept; one that is none loses its tag, too.
type held struct {
	http.ResponseWriter
	most   int
	keep   func(*shelf.Answer)
	body   []byte
	begun  bool // the head is set
	passes bool // nothing is held any more
}

// WriteHeader sets the head.
func (o *held) WriteHeader(status int) {
	if o.begun {
		return
	}
	o.begun = true
	h := o.Header()
	if status != http.StatusOK {
		h.Del("ETag")
		h.Set("Cache-Control", "no-store")
	}
	if status != http.StatusOK || h.Get("Content-Disposition") != "" {
		o.passes = true
		o.keep(nil)
		o.ResponseWriter.WriteHeader(status)
	}
}

// Write takes p.
func (o *held) Write(p []byte) (int, error) {
	o.WriteHeader(http.StatusOK)
	switch {
	case o.passes:
		return o.ResponseWriter.Write(p)
	case len(o.body)+len(p) <= o.most:
		o.body = append(o.body, p...)
		return len(p), nil
	}
	o.passes = true
	o.keep(nil)
	if _, err := o.ResponseWriter.Write(o.body); err != nil {
		return 0, err
	}
	return o.ResponseWriter.Write(p)
}

// end keeps and sends what is whole.
func (o *held) end() {
	if !o.passes {
		o.keep(&shelf.Answer{Header: o.Header().Clone(), Body: o.body})
		_, _ = o.ResponseWriter.Write(o.body) // who asked may be gone
	}
}

// Unwrap lets http.ResponseController at the connection.
func (o *held) Unwrap() http.ResponseWriter { return o.ResponseWriter }

// matches reports whether one of the tags of If-None-Match is tag, weakly compared
// as RFC 9110 asks.
func matches(headers []string, tag string) bool {
	for _, header := range headers {
		for one := range strings.SplitSeq(header, ",") {
			if one = strings.TrimSpace(one); strings.TrimPrefix(one, "W/") == tag {
				return true
			}
		}
	}
	return false
}
