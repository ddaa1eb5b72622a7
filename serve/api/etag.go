package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
)

// mostTagged is up to how many bytes an answer is kept back to be tagged; a longer
// one goes out as it comes, without a tag.
const mostTagged = 4 << 20

// tagged gives the answers of next to GET an ETag that is a hash of what they
// say, and answers 304 to who has that already.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		k := &keeper{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(k, r)
		k.finish(r)
	})
}

// A keeper keeps an answer back until it is whole or too long to be kept.
type keeper struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
	loose  bool // it goes out as it comes
}

// WriteHeader notes the status.
func (k *keeper) WriteHeader(status int) { k.status = status }

// Write keeps p or lets it out.
func (k *keeper) Write(p []byte) (int, error) {
	if !k.loose && k.body.Len()+len(p) > mostTagged {
		k.loose = true
		k.ResponseWriter.WriteHeader(k.status)
		if _, err := k.body.WriteTo(k.ResponseWriter); err != nil {
			return 0, err
		}
	}
	if k.loose {
		return k.ResponseWriter.Write(p)
	}
	return k.body.Write(p)
}

// Unwrap lets http.ResponseController at the connection.
func (k *keeper) Unwrap() http.ResponseWriter { return k.ResponseWriter }

// finish lets a kept answer out.
func (k *keeper) finish(r *http.Request) {
	if k.loose {
		return
	}
	h := k.Header()
	if k.status == http.StatusOK {
		sum := sha256.Sum256(k.body.Bytes())
		tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		h.Set("Cache-Control", "private, no-cache") // keep it, and ask each time whether it still holds
		h.Add("Vary", "Accept")
		if matches(r.Header.Values("If-None-Match"), tag) {
			h.Del("Content-Type")
			h.Del("Content-Length")
			k.ResponseWriter.WriteHeader(http.StatusNotModified)
			return
		}
	}
	k.ResponseWriter.WriteHeader(k.status)
	_, _ = k.body.WriteTo(k.ResponseWriter) // who asked may be gone
}

// matches reports whether one of the tags of If-None-Match is tag, weakly compared
// as RFC 9110 asks.
func matches(headers []string, tag string) bool {
	for _, header := range headers {
		for one := range strings.SplitSeq(header, ",") {
			if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == tag {
				return true
			}
		}
	}
	return false
}
