package serve

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rapporteur/serve/web"
)

// NewToken is a token that nobody guesses.
func NewToken() string { return rand.Text() }

// A gate lets through who shows the token: programs with each request, people
// once, after which a cookie speaks for them. It counts no guesses: who could do so
// could lock others out, and no token is short enough to be guessed.
type gate struct {
	token string
	next  http.Handler
	now   func() time.Time
}

const (
	sessionCookie = "rapporteur_session"
	sessionLength = 30 * 24 * time.Hour
)

func newGate(token string, next http.Handler) *gate {
	return &gate{token: token, next: next, now: time.Now}
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == web.LoginPath && r.Method == http.MethodPost:
		g.login(w, r)
	case g.known(r), r.URL.Path == web.LoginPath, strings.HasPrefix(r.URL.Path, web.StaticPath):
		g.next.ServeHTTP(w, r)
	case r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html"):
		http.Redirect(w, r, web.LoginPath+"?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
	default:
		w.Header().Set("WWW-Authenticate", `Bearer realm="rapporteur"`)
		http.Error(w, "this record asks for a token: send the header Authorization: Bearer and the token that rapporteur serve printed", http.StatusUnauthorized)
	}
}

// known reports whether the request shows the token or a session made with it.
func (g *gate) known(r *http.Request) bool {
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return g.right(strings.TrimSpace(bearer))
	}
	cookie, err := r.Cookie(sessionCookie)
	if err != nil {
		return false
	}
	until, _, _ := strings.Cut(cookie.Value, ".")
	seconds, err := strconv.ParseInt(until, 10, 64)
	return err == nil && g.now().Before(time.Unix(seconds, 0)) && same(cookie.Value, g.session(until))
}

// right compares hashes, so that neither the length of the token nor where two
// differ can be told from the time it takes.
func (g *gate) right(token string) bool { return same(token, g.token) }

func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// session is the value of a cookie that is good until then. It dies with the token.
func (g *gate) session(until string) string {
	mac := hmac.New(sha256.New, []byte(g.token))
	fmt.Fprintf(mac, "session until %s", until)
	return until + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func (g *gate) login(w http.ResponseWriter, r *http.Request) {
	next := web.LocalPath(r.PostFormValue("next"))
	if !g.right(r.PostFormValue("token")) {
		http.Redirect(w, r, web.LoginPath+"?wrong=1&next="+url.QueryEscape(next), http.StatusSeeOther)
		return
	}
	until := g.now().Add(sessionLength)
	http.SetCookie(w, &http.Cookie{
		Name: sessionCookie, Value: g.session(strconv.FormatInt(until.Unix(), 10)), Path: "/", Expires: until,
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https",
	})
	http.Redirect(w, r, next, http.StatusSeeOther)
}
