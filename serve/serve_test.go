package serve

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/record/sqlite"
)

func newRecord(t *testing.T) *record.Record {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(store, record.Options{})
	t.Cleanup(func() { r.Close() })
	return r
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// ask gives the answer to a request with headers, "Host" among them.
func ask(t *testing.T, h http.Handler, method, path, body string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:8017"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestNamesOfTheServer(t *testing.T) {
	h := New(newRecord(t), Options{Hosts: []string{"desk.example"}, Log: quiet()})
	for host, want := range map[string]int{
		"127.0.0.1:8017": 200, "[::1]:8017": 200, "localhost:8017": 200, "LOCALHOST": 200, "localhost.": 200, "192.168.1.4:8017": 200, "desk.example": 200, "Desk.Example:443": 200,
		"rebound.example": 421, "desk.example.evil.example": 421, "127.0.0.1.evil.example:8017": 421, "": 421, "localhost.evil.example": 421,
	} {
		if got := ask(t, h, "GET", "/", "", "Host", host); got.StatusCode != want {
			t.Errorf("asked as %q it answers %d and should %d", host, got.StatusCode, want)
		}
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	h := New(newRecord(t), Options{Log: quiet()})
	for _, path := range []string{"/", "/nothing", "/events?since=x", "/static/none", "/api/v1/none"} {
		got := ask(t, h, "GET", path, "").Header
		for key, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got.Get(key) != want {
				t.Errorf("%s: %s is %q", path, key, got.Get(key))
			}
		}
	}
	for _, word := range []string{"unsafe", "*", "http:", "data:"} {
		if strings.Contains(policy, word) {
			t.Errorf("the policy allows %s", word)
		}
	}
}

func TestOtherSitesMayNotWrite(t *testing.T) {
	h := New(newRecord(t), Options{Log: quiet()})
	const form = "action=undo&undoes=1"
	for name, headers := range map[string][]string{
		"another site":          {"Sec-Fetch-Site", "cross-site"},
		"a sister of this site": {"Sec-Fetch-Site", "same-site"},
		"another origin":        {"Origin", "https://elsewhere.example"},
		"another port":          {"Origin", "http://127.0.0.1:9999"},
		"no origin":             {"Origin", "null"},
		"no token in the form":  {"Sec-Fetch-Site", "same-origin"},
	} {
		for _, path := range []string{"/corrections"} {
			got := ask(t, h, "POST", path, form, append(headers, "Content-Type", "application/x-www-form-urlencoded")...)
			if got.StatusCode != http.StatusForbidden {
				t.Errorf("%s: %s answers %d", name, path, got.StatusCode)
			}
		}
	}
}

func TestToken(t *testing.T) {
	token := NewToken()
	if err := CheckToken(token); err != nil || CheckToken("short") == nil || NewToken() == token {
		t.Error("tokens are not what they should be", err)
	}
	h := New(newRecord(t), Options{Token: token, Log: quiet()})
	for name, c := range map[string]struct {
		headers []string
		path    string
		want    int
	}{
		"nothing shown":        {nil, "/api/v1/changes", 401},
		"a person":             {[]string{"Accept", "text/html"}, "/events?actor=a", 303},
		"wrong token":          {[]string{"Authorization", "Bearer " + token + "x"}, "/", 401},
		"beginning of it":      {[]string{"Authorization", "Bearer " + token[:10]}, "/", 401},
		"empty token":          {[]string{"Authorization", "Bearer "}, "/", 401},
		"another scheme":       {[]string{"Authorization", "Basic " + token}, "/", 401},
		"the token":            {[]string{"Authorization", "Bearer " + token}, "/", 200},
		"token in the address": {nil, "/?token=" + token, 401},
		"made-up session":      {[]string{"Cookie", sessionCookie + "=99999999999.AAAA"}, "/", 401},
		"page that asks":       {nil, "/login", 200},
		"what that page loads": {nil, "/static/none", 404},
		"beside the page":      {nil, "/login/../events", 401},
	} {
		if got := ask(t, h, "GET", c.path, "", c.headers...); got.StatusCode != c.want && !(c.want == 401 && got.StatusCode >= 301 && got.StatusCode <= 308 && !strings.Contains(c.path, "api")) {
			t.Errorf("%s: %d, want %d", name, got.StatusCode, c.want)
		}
	}
}

// TestLogin: a person shows the token once, and until it ends or is changed a
// cookie does.
func TestLogin(t *testing.T) {
	r, token := newRecord(t), NewToken()
	server := httptest.NewServer(New(r, Options{Token: token, Log: quiet()}))
	defer server.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	post := func(token, next string) *http.Response {
		got, err := client.PostForm(server.URL+"/login", url.Values{"token": {token}, "next": {next}})
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, got.Body)
		got.Body.Close()
		return got
	}
	if got := post("wrong wrong wrong wrong", "/events"); got.Request.URL.Path != "/login" || got.Request.URL.Query().Get("wrong") == "" {
		t.Errorf("a wrong token leads to %s", got.Request.URL)
	}
	if got := post(token, "/events?actor=a"); got.StatusCode != 200 || got.Request.URL.RequestURI() != "/events?actor=a" {
		t.Errorf("the token leads to %s, %d", got.Request.URL, got.StatusCode)
	}
	if got := post(token, "//elsewhere.example/"); got.Request.URL.Path != "/" || !strings.HasPrefix(server.URL, "http://"+got.Request.URL.Host) {
		t.Errorf("the token leads to %s", got.Request.URL)
	}
	at, _ := url.Parse(server.URL)
	var session *http.Cookie
	for _, c := range jar.Cookies(at) {
		if c.Name == sessionCookie {
			session = c
		}
	}
	if session == nil {
		t.Fatal("no cookie is given")
	}
	g := newGate(token, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) }))
	for name, c := range map[string]struct {
		after time.Duration
		token string
		want  int
	}{
		"now": {0, token, 204}, "in a month and a day": {31 * 24 * time.Hour, token, 401}, "under another token": {0, NewToken(), 401},
	} {
		g.now, g.token = func() time.Time { return time.Now().Add(c.after) }, c.token
		if got := ask(t, g, "GET", "/", "", "Cookie", session.String()); got.StatusCode != c.want {
			t.Errorf("%s: %d", name, got.StatusCode)
		}
	}
}

func TestLimits(t *testing.T) {
	var log bytes.Buffer
	o := Options{Log: slog.New(slog.NewTextHandler(&log, nil))}
	h := guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/panic" {
			panic("a mistake")
		}
		if _, err := io.ReadAll(r.Body); err != nil {
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
		}
	}), o)
	if got := ask(t, h, "POST", "/", strings.Repeat("x", maxBody+1)); got.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a body that is too long: %d", got.StatusCode)
	}
	if got := ask(t, h, "GET", "/panic", ""); got.StatusCode != http.StatusInternalServerError || !strings.Contains(log.String(), "a mistake") {
		t.Errorf("a mistake: %d, logged %q", got.StatusCode, log.String())
	}
	waiting, leave := make(chan bool, maxAtOnce), make(chan bool)
	busy := guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { waiting <- true; <-leave }), o)
	var all sync.WaitGroup
	for range maxAtOnce {
		all.Go(func() { ask(t, busy, "GET", "/", "") })
	}
	for range maxAtOnce {
		<-waiting
	}
	if got := ask(t, busy, "GET", "/", ""); got.StatusCode != http.StatusServiceUnavailable || got.Header.Get("Retry-After") == "" {
		t.Errorf("one too many: %d", got.StatusCode)
	}
	close(leave)
	all.Wait()
}

// TestSlowClients: who sends its question a byte at a time is not waited for.
func TestSlowClients(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := Server("", New(newRecord(t), Options{Log: quiet()}))
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 {
		t.Error("a server without timeouts")
	}
	server.ReadHeaderTimeout = 50 * time.Millisecond
	go server.Serve(listener)
	defer server.Shutdown(context.Background())
	c, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\n"); err != nil {
		t.Fatal(err)
	}
	c.SetReadDeadline(time.Now().Add(5 * time.Second))
	if _, err := io.ReadAll(c); err != nil {
		t.Errorf("the connection stays open: %v", err)
	}
}
