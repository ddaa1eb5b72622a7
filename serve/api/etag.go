package api

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// tagged gives the answers of next to GET an ETag, and answers 304 to who has
// that already without asking again. An answer hangs on the version of the record,
// on that of the program, on what is asked and, since "7d" may be, on the day.
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
		next.ServeHTTP(&onlyGood{w}, r)
	})
}

// onlyGood takes the tag away from answers that are none.
type onlyGood struct{ http.ResponseWriter }

// WriteHeader sends the head.
func (o *onlyGood) WriteHeader(status int) {
	if status != http.StatusOK {
		o.Header().Del("ETag")
		o.Header().Set("Cache-Control", "no-store")
	}
	o.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController at the connection.
func (o *onlyGood) Unwrap() http.ResponseWriter { return o.ResponseWriter }

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
