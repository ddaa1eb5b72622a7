package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/ingest/fetch"
)

// site is a web server with a page for each case.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	page, err := os.ReadFile("page/testdata/newsarticle.html")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(page); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	serve := func(path, contentType string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			w.Write(body)
		})
	}
	serve("/page", "text/html; charset=utf-8", page)
	serve("/untyped", "application/octet-stream", page)
	serve("/text", "text/plain; charset=windows-1252", []byte("\x93No,\x94 said the envoy of Arden."))
	serve("/pdf", "application/pdf", []byte("%PDF-1.7\n"))
	serve("/huge", "text/html", append([]byte("<!DOCTYPE html><p>"), bytes.Repeat([]byte("x"), 16<<20)...))
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/page", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	mux.HandleFunc("/packed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed.Bytes())
	})
	mux.HandleFunc("/brotli", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Encoding", "br"); w.Write(page) })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Length", "5000")
		fmt.Fprint(w, report)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Header.Get("User-Agent")) })
	for _, code := range []int{401, 403, 404, 410, 418, 451, 503} {
		mux.HandleFunc(fmt.Sprint("/", code), func(w http.ResponseWriter, r *http.Request) { http.Error(w, "<p>no</p>", code) })
	}
	mux.HandleFunc("/429", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// local is a client that asks servers of this machine.
var local = fetch.New(fetch.Options{Private: true, Pause: time.Millisecond})

func TestFetchAsksNoPrivateNetwork(t *testing.T) {
	server := site(t)
	if a, err := Fetch(context.Background(), nil, server.URL+"/page", Source{}); err == nil || !strings.Contains(err.Error(), "an address of this machine") {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestFetch(t *testing.T) {
	server := site(t)
	for _, path := range []string{"/page", "/moved", "/packed", "/untyped"} {
		a, err := Fetch(context.Background(), local, server.URL+path, Source{})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		lawful(t, a)
		led := path
		if path == "/moved" {
			led = "/page"
		}
		if a.Title != "Arden and Velm edge towards ferry truce as envoys return" || a.Language != "en" || len(a.Notes) > 0 ||
			a.URL != server.URL+led || a.Ref != server.URL+path || a.Published.Format(time.DateOnly) != "2024-03-12" {
			t.Errorf("%s: %+v", path, a)
		}
	}
	if a, err := Fetch(context.Background(), local, server.URL+"/text", Source{Ref: "17", URL: "https://harbourpost.example/a"}); err != nil ||
		a.Text != "“No,” said the envoy of Arden." || a.Ref != "17" || a.URL != "https://harbourpost.example/a" {
		t.Errorf("/text: %+v, %v", a, err)
	}
	if a, err := Fetch(context.Background(), local, server.URL+"/agent", Source{}); err != nil || !strings.HasPrefix(a.Text, "rapporteur") {
		t.Errorf("/agent: %+v, %v", a, err)
	}
	if a, err := Fetch(context.Background(), local, server.URL+"/cut", Source{}); err != nil || a.Text != report ||
		len(a.Notes) != 1 || a.Notes[0].Kind != rapporteur.NoteTruncated {
		t.Errorf("/cut: %+v, %v", a, err)
	}
}

func TestFetchErrors(t *testing.T) {
	server := site(t)
	for path, want := range map[string]string{
		"/401":    "save the page with a browser",
		"/403":    "save the page with a browser",
		"/404":    "the page is gone",
		"/410":    "the page is gone",
		"/418":    "check the address",
		"/429":    "wait and try again (the server says after 120)",
		"/451":    "save the page with a browser",
		"/503":    "try again later",
		"/pdf":    "looks like a PDF; convert it to text first",
		"/huge":   "more than 16 MB",
		"/circle": "more than 10 redirections",
		"/brotli": `packed with "br"`,
	} {
		_, err := Fetch(context.Background(), fetch.New(fetch.Options{Private: true, Pause: time.Millisecond}), server.URL+path, Source{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), server.URL+path) {
			t.Errorf("%s: error %v; want the address and %q", path, err, want)
		}
	}
	for _, address := range []string{"harbourpost.example/a", "ftp://harbourpost.example/a", "https://", "http://[::1", "file:///etc/hosts"} {
		if _, err := Fetch(context.Background(), nil, address, Source{}); err == nil || !strings.Contains(err.Error(), "should begin with https://") {
			t.Errorf("%s: error %v", address, err)
		}
	}
	if _, err := Fetch(context.Background(), fetch.New(fetch.Options{Private: true, Patience: 50 * time.Millisecond}), server.URL+"/slow", Source{}); err == nil ||
		!strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("/slow: error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Fetch(ctx, local, server.URL+"/page", Source{}); err == nil || !strings.Contains(err.Error(), "canceled") {
		t.Errorf("cancelled: error %v", err)
	}
	server.Close()
	if _, err := Fetch(context.Background(), local, server.URL+"/page", Source{}); err == nil || !strings.Contains(err.Error(), "check the address and the network") {
		t.Errorf("closed: error %v", err)
	}
}
