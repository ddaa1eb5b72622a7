package serve

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
)

// Limits of one request.
const (
	maxBody     = 1 << 20 // bytes
	maxAtOnce   = 64      // requests answered at one time; more are asked to come again
	retryAfterS = "2"
)

// policy is the Content-Security-Policy of every answer: nothing inline, nothing
// from elsewhere, no frames, no plugins. What an article holds is text to a
// page, and were it ever more, this still runs none of it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard lets through to next what may be answered.
func guard(next http.Handler, o Options) http.Handler {
	cross := http.NewCrossOriginProtection()
	next = cross.Handler(next)
	if o.Token != "" {
		next = newGate(o.Token, next)
	}
	places := make(chan struct{}, maxAtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if !allowedHost(r.Host, o.Hosts) {
			http.Error(w, fmt.Sprintf("this server does not answer to the name %q: start it with --host and that name if it should", r.Host), http.StatusMisdirectedRequest)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			h.Set("Retry-After", retryAfterS)
			http.Error(w, "too many requests at once: try again in a moment", http.StatusServiceUnavailable)
			return
		}
		defer func() {
			switch caught := recover(); caught {
			case nil:
			case http.ErrAbortHandler:
				panic(caught)
			default:
				o.Log.Error("answering a request", "method", r.Method, "path", r.URL.Path, "panic", caught, "stack", string(debug.Stack()))
				http.Error(w, "something went wrong here; the log of the server says what", http.StatusInternalServerError)
			}
		}()
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// allowedHost reports whether a request may be meant for this server: a page of
// another site whose name was made to lead to this machine (DNS rebinding) sends
// that name.
func allowedHost(host string, names []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost") ||
		slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, host) })
}
