package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// serve is a site, and a client that may ask it.
func serve(t *testing.T, handlers map[string]http.HandlerFunc) (string, *Client) {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, New(Options{Private: true, Pause: time.Millisecond})
}

func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
}

func TestForbidden(t *testing.T) {
	for address, want := range map[string]string{
		"127.0.0.1": "this machine", "127.255.0.9": "this machine", "0.0.0.0": "this machine", "::1": "this machine", "::": "this machine",
		"10.1.2.3": "private", "172.16.0.1": "private", "172.31.255.255": "private", "192.168.1.1": "private", "fd00::1": "private",
		"169.254.169.254": "link-local", "fe80::1": "link-local", "fe80::1%eth0": "link-local",
		"100.64.0.1": "provider", "224.0.0.1": "multicast", "ff02::1": "multicast", "255.255.255.255": "reserved",
		"::ffff:127.0.0.1": "this machine", "::ffff:10.0.0.1": "private", "64:ff9b::7f00:1": "this machine", "64:ff9b::a9fe:a9fe": "link-local",
		"2002:7f00:1::": "relay", "2001:0:7f00:1::": "protocols", "::127.0.0.1": "reserved", "192.0.2.1": "examples", "2001:db8::1": "examples",
		"172.15.0.1": "", "172.32.0.1": "", "93.184.215.14": "", "100.128.0.1": "", "2606:2800:21f:cb07::1": "", "64:ff9b::5db8:d70e": "",
	} {
		err := forbidden(netip.MustParseAddr(address))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", address, err, want)
		}
	}
}

// Whatever an address looks like, none leads to this machine.
func TestNoRequestToThisMachine(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":"):]
	c := New(Options{Pause: time.Millisecond, Patience: 5 * time.Second})
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "[::1]", "[::]", "127.1", "2130706433", "0x7f000001", "127.0.0.1.", "localhost."} {
		_, err := c.Get(t.Context(), Request{Address: "http://" + host + port + "/", Asked: true})
		if err == nil {
			t.Errorf("%s: got an answer", host)
		}
		if refused, ok := errors.AsType[*ForbiddenError](err); host == "127.0.0.1" && (!ok || !strings.Contains(refused.Error(), "--intranet")) {
			t.Errorf("%s: %v; want to be told what to do", host, err)
		}
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("%d requests came through", n)
	}
}

// A name server that answers another address when asked again, and a public
// page that points inside, are caught when the connection is made.
func TestRedirectionsAreJudgedOneByOne(t *testing.T) {
	for _, to := range []string{"169.254.169.254:80", "[::ffff:192.168.0.1]:443", "not an address"} {
		if err := judge(public).control("tcp", to, nil); err == nil {
			t.Errorf("%s would be reached", to)
		}
	}
	var inside atomic.Int32
	within := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { inside.Add(1) }))
	defer within.Close()
	outside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, within.URL+r.URL.Path, http.StatusFound)
	}))
	defer outside.Close()
	door := netip.MustParseAddrPort(strings.TrimPrefix(outside.URL, "http://"))
	guarded := client(Options{Pause: time.Millisecond}, func(to netip.AddrPort) error {
		if to == door { // as if it were a public site
			return nil
		}
		return public(to)
	})
	for _, asked := range []bool{true, false} {
		_, err := guarded.Get(t.Context(), Request{Address: outside.URL + "/secret", Asked: asked})
		if _, ok := errors.AsType[*ForbiddenError](err); !ok || inside.Load() > 0 {
			t.Errorf("redirected inside: %v, %d requests came through", err, inside.Load())
		}
	}
	at, c := serve(t, map[string]http.HandlerFunc{
		"/file": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "file:///etc/hosts")
			w.WriteHeader(http.StatusFound)
		},
		"/gopher": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "gopher://x/1")
			w.WriteHeader(http.StatusTemporaryRedirect)
		},
		"/odd": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "http://[::1")
			w.WriteHeader(http.StatusMovedPermanently)
		},
		"/circle": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) },
		"/a": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "b?x=1", http.StatusPermanentRedirect)
		},
		"/b": func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.RawQuery) },
	})
	for path, want := range map[string]string{"/file": "points at \"file", "/gopher": "points at", "/odd": "Location", "/circle": "more than 10 redirections"} {
		if _, err := c.Get(t.Context(), Request{Address: at + path}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", path, err, want)
		}
	}
	r, err := c.Get(t.Context(), Request{Address: strings.Replace(at, "http://", "http://user:secret@", 1) + "/a"})
	if err != nil || string(r.Body) != "x=1" || strings.Contains(r.URL, "secret") || !strings.HasSuffix(r.URL, "/b?x=1") {
		t.Errorf("%+v, %v", r, err)
	}
}

// A proxy is not asked for what may not be asked for without one.
func TestProxy(t *testing.T) {
	for _, address := range []string{"http://127.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://localhost/", "http://169.254.169.254/latest"} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		asked := false
		through := behindProxy{&http.Transport{Proxy: func(*http.Request) (*url.URL, error) {
			asked = true
			return nil, errors.New("no proxy")
		}}, public}
		_, err = through.RoundTrip(request)
		if _, ok := errors.AsType[*ForbiddenError](err); !ok || asked {
			t.Errorf("%s: %v; the proxy was asked: %v", address, err, asked)
		}
	}
	for address, want := range map[string]string{"http://proxy": "proxy:80", "https://proxy": "proxy:443", "http://proxy:3128": "proxy:3128", "socks5://proxy": "proxy:1080"} {
		u, _ := url.Parse(address)
		if got := hostPort(u); got != want {
			t.Errorf("%s is dialled as %s", address, got)
		}
	}
}

func TestLimits(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	zeros := make([]byte, 1<<20)
	for range 40 {
		z.Write(zeros)
	}
	z.Close()
	at, _ := serve(t, map[string]http.HandlerFunc{
		"/bomb": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes())
		},
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(zeros); err != nil {
					return
				}
			}
		},
		"/drip": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				w.Write([]byte("x"))
				w.(http.Flusher).Flush()
				time.Sleep(5 * time.Millisecond)
			}
		},
		"/header": func(w http.ResponseWriter, r *http.Request) {
			for i := range 400 {
				w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("x", 1000))
			}
		},
		"/brotli": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			w.Write([]byte("x"))
		},
		"/not-gzip": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write([]byte("x"))
		},
		"/cut": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "500")
			w.Write([]byte("half"))
		},
	})
	c := New(Options{Private: true, Pause: time.Millisecond, MaxBytes: 2 << 20, Patience: 300 * time.Millisecond})
	for path, want := range map[string]string{
		"/bomb": "more than 2 MB", "/endless": "more than 2 MB", "/drip": "no answer in time", "/header": "header", "/brotli": `packed with "br"`, "/not-gzip": "but it is not",
	} {
		if _, err := c.Get(t.Context(), Request{Address: at + path, Asked: true}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", path, err, want)
		}
	}
	if r, err := c.Get(t.Context(), Request{Address: at + "/cut", Asked: true}); err != nil || !r.Cut || string(r.Body) != "half" {
		t.Errorf("/cut: %+v, %v", r, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Get(ctx, Request{Address: at + "/cut"}); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
}

func TestConditionalRequests(t *testing.T) {
	at, c := serve(t, map[string]http.HandlerFunc{"/feed": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"7"`)
		w.Header().Set("Last-Modified", "Tue, 12 Mar 2024 10:00:00 GMT")
		w.Header().Set("Cache-Control", "public, max-age=600")
		if r.Header.Get("If-None-Match") == `"7"` && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, r.Header.Get("User-Agent"), r.Header.Get("Accept"))
	}})
	r, err := c.Get(t.Context(), Request{Address: at + "/feed", Accept: "application/rss+xml"})
	if err != nil || r.ETag != `"7"` || r.Fresh != 10*time.Minute || !strings.HasPrefix(string(r.Body), "rapporteur/1") || !strings.HasSuffix(string(r.Body), "application/rss+xml") {
		t.Fatalf("%+v, %v", r, err)
	}
	r, err = c.Get(t.Context(), Request{Address: at + "/feed", ETag: r.ETag, LastModified: r.LastModified})
	if err != nil || !r.NotModified || len(r.Body) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestRobots(t *testing.T) {
	var asked atomic.Int32
	at, c := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) {
			asked.Add(1)
			fmt.Fprint(w, "Disallow: /\n<p>odd\nUser-agent: *\nDisallow: /\n\nUser-Agent: Rapporteur\nCrawl-delay: soon\nDisallow: /private/\nDisallow: /*.pdf$\nDisallow: /?s=\nAllow: /private/open\n")
		},
		"/": says("yes"),
	})
	for path, allowed := range map[string]bool{"": true, "/": true, "/news": true, "/private/x": false, "/private/open": true, "/a.pdf": false, "/a.pdf.html": true, "/?s=x": false} {
		_, err := c.Get(t.Context(), Request{Address: at + path})
		if refused, ok := errors.AsType[*RobotsError](err); ok == allowed || ok && !strings.Contains(refused.Error(), "robots.txt") {
			t.Errorf("%s: %v; allowed: %v", path, err, allowed)
		}
	}
	if _, err := c.Get(t.Context(), Request{Address: at + "/private/x", Asked: true}); err != nil {
		t.Errorf("asked for by a person: %v", err)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("robots.txt was asked for %d times", n)
	}
	at2, c2 := serve(t, map[string]http.HandlerFunc{"/robots.txt": func(http.ResponseWriter, *http.Request) { asked.Add(1) }, "/": says("yes")})
	asked.Store(0)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if _, err := c2.Get(t.Context(), Request{Address: at2 + "/"}); err != nil {
				t.Error(err)
			}
		})
	}
	if wait.Wait(); asked.Load() != 1 {
		t.Errorf("robots.txt was asked for %d times by eight at a time", asked.Load())
	}
	for name, answer := range map[string]http.HandlerFunc{
		"none":    http.NotFound,
		"a page":  says("<!DOCTYPE html><p>Disallow: all"),
		"a stray": says("User-agent: *\nDisallow:\n"),
		"a move":  func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/moved", http.StatusFound) },
	} {
		at, c := serve(t, map[string]http.HandlerFunc{"/robots.txt": answer, "/moved": says("User-agent: x\nDisallow: /"), "/": says("yes")})
		if _, err := c.Get(t.Context(), Request{Address: at + "/"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	at, c = serve(t, map[string]http.HandlerFunc{"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, "/": says("yes")})
	if _, err := c.Get(t.Context(), Request{Address: at + "/"}); err == nil || !strings.Contains(err.Error(), "cannot be had") {
		t.Errorf("a server in trouble: %v", err)
	}
}

// A host is asked one thing at a time, with a pause between two; another does
// not wait for it.
func TestOneAtATime(t *testing.T) {
	var mu sync.Mutex
	var begun []time.Time
	var under, most atomic.Int32
	slow := func(w http.ResponseWriter, _ *http.Request) {
		most.Store(max(most.Load(), under.Add(1)))
		defer under.Add(-1)
		mu.Lock()
		begun = append(begun, time.Now())
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
	}
	at, _ := serve(t, map[string]http.HandlerFunc{"/": slow})
	const pause = 30 * time.Millisecond
	c := New(Options{Private: true, Pause: pause})
	var wait sync.WaitGroup
	for i := range 4 {
		wait.Go(func() {
			if _, err := c.Get(t.Context(), Request{Address: fmt.Sprint(at, "/", i), Asked: true}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if most.Load() != 1 || len(begun) != 4 {
		t.Errorf("%d requests, %d at a time", len(begun), most.Load())
	}
	for i := 1; i < len(begun); i++ {
		if d := begun[i].Sub(begun[i-1]); d < pause {
			t.Errorf("request %d came %v after the one before", i, d)
		}
	}
}

func TestHostsInTroubleAreLeftAlone(t *testing.T) {
	var asked atomic.Int32
	at, _ := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", r.URL.Query().Get("after"))
		w.WriteHeader(http.StatusTooManyRequests)
	}})
	now := time.Date(2024, 3, 12, 10, 0, 0, 0, time.UTC)
	c := New(Options{Private: true, Pause: time.Millisecond, Now: func() time.Time { return now }})
	get := func(after string) error {
		_, err := c.Get(t.Context(), Request{Address: at + "/?after=" + after, Asked: true})
		return err
	}
	if _, ok := errors.AsType[*StatusError](get("120")); !ok {
		t.Fatal("the answer is not told")
	}
	later, ok := errors.AsType[*LaterError](get("120"))
	if !ok || !later.Until.Equal(now.Add(2*time.Minute)) || !strings.Contains(later.Error(), "10:02:00") || asked.Load() != 1 {
		t.Errorf("%v after %d requests", later, asked.Load())
	}
	if at := Later(later, 1, time.Minute, now); !at.Equal(now.Add(2 * time.Minute)) {
		t.Errorf("asked again at %v", at)
	}
	now = now.Add(3 * time.Minute)
	get("") // says no time: a minute, doubled since it is the second refusal
	if later, ok = errors.AsType[*LaterError](get("")); !ok || !later.Until.Equal(now.Add(2*time.Minute)) {
		t.Errorf("%v", later)
	}
	for _, c := range []struct {
		troubles int
		after    string
		want     time.Duration
	}{{1, "", time.Minute}, {4, "", 8 * time.Minute}, {40, "", 24 * time.Hour}, {1, "99999999999", 24 * time.Hour}, {1, "-5", time.Minute}, {1, "99999999999999999999", time.Minute},
		{1, now.Add(time.Hour).Format(http.TimeFormat), time.Hour}, {1, now.Add(-time.Hour).Format(http.TimeFormat), 0}} {
		if got := rest(c.troubles, c.after, now); got != c.want {
			t.Errorf("after %d refusals and %q: %v; want %v", c.troubles, c.after, got, c.want)
		}
	}
}

func TestBadAddresses(t *testing.T) {
	c := New(Options{})
	for _, address := range []string{"", "x", "ftp://a.example/", "https://", "http://[::1", "file:///etc/hosts", "javascript:alert(1)", "https://:80/"} {
		if _, err := c.Get(t.Context(), Request{Address: address}); err == nil || !strings.Contains(err.Error(), "should begin with https://") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a$\nCrawl-delay: 1\n"))
	f.Add([]byte("\xEF\xBB\xBFDisallow: /\nuser-agent\n:\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		kept := rules(raw)
		if again := rules(kept); !bytes.Equal(again, kept) {
			t.Errorf("%q becomes %q", kept, again)
		}
	})
}
