package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	// Agent is how requests name themselves. The first word is what robots.txt may
	// speak of.
	Agent      = "rapporteur/1 (reads news reports of conflicts and negotiations; obeys robots.txt)"
	connecting = 10 * time.Second // for a connection, and as long for its TLS
	maxHeader  = 256 << 10
	redirects  = 10
)

// Options are those of a Client; the zero Options are safe and polite.
type Options struct {
	// Private allows requests to this machine and to private networks, for those
	// who read sites of their own network.
	Private bool
	// MaxBytes is the largest answer, unpacked; 16 MB where 0.
	MaxBytes int64
	// Patience is how long one answer may take; half a minute where 0.
	Patience time.Duration
	// Pause is the time between two requests to a host; a second where 0. A host
	// whose robots.txt asks for more gets more, up to a minute.
	Pause time.Duration
	// Now is the clock; nil means that of the machine.
	Now func() time.Time
}

// A Client gets things from the web. It may be shared by goroutines.
type Client struct {
	options Options
	http    *http.Client

	mu    sync.Mutex
	hosts map[string]*host
}

// New is a Client.
func New(o Options) *Client {
	return client(o, judges(o.Private))
}

// client is a Client that asks what a judge allows.
func client(o Options, allows judge) *Client {
	if o.MaxBytes == 0 {
		o.MaxBytes = 16 << 20
	}
	if o.Patience == 0 {
		o.Patience = 30 * time.Second
	}
	if o.Pause == 0 {
		o.Pause = time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Client{
		options: o,
		hosts:   map[string]*host{},
		http: &http.Client{
			Transport:     transport(allows),
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // followed by Get, host by host
		},
	}
}

// A Request asks for one thing.
type Request struct {
	Address string
	// Accept are the media types that are asked for; pages and plain text where empty.
	Accept string
	// Asked says that a person asked for this very address, as in a browser:
	// robots.txt, which is for programs that follow links, is not looked at.
	Asked bool
	// ETag and LastModified are those of an earlier Response: if nothing has
	// changed, the answer is NotModified.
	ETag, LastModified string
	// MaxBytes is the largest answer; that of the Options where 0.
	MaxBytes int64
}

// A Response is an answer. Its Body is unpacked.
type Response struct {
	URL         string // where redirections led, without a password
	ContentType string
	Body        []byte
	Cut         bool // the transfer broke off
	NotModified bool // nothing has changed, and there is no Body

	ETag, LastModified string
	// Fresh is how long the server says that the answer stays as it is.
	Fresh time.Duration
}

const acceptPages = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"

// Get gets what stands at an address. The error says what to try: a *StatusError
// for an answer that is a refusal, a *ForbiddenError, a *RobotsError, a
// *LaterError for a host that is to be left alone for now.
func (c *Client) Get(ctx context.Context, r Request) (*Response, error) {
	where, err := parse(r.Address)
	if err != nil {
		return nil, err
	}
	for range redirects + 1 {
		answer, next, err := c.step(ctx, where, r)
		if err != nil || next == nil {
			return answer, err
		}
		where = next
	}
	return nil, fmt.Errorf("more than %d redirections; check the address", redirects)
}

func parse(address string) (*url.URL, error) {
	where, err := url.Parse(address)
	if err != nil || where.Hostname() == "" || where.Scheme != "http" && where.Scheme != "https" {
		return nil, errors.New("not an address of the web; it should begin with https:// or http://")
	}
	return where, nil
}

// step makes one request and gives the answer, or where it leads.
func (c *Client) step(ctx context.Context, where *url.URL, r Request) (*Response, *url.URL, error) {
	if !r.Asked {
		if err := c.allowed(ctx, where); err != nil {
			return nil, nil, err
		}
	}
	var out *Response
	var next *url.URL
	err := c.turn(ctx, where, func(ctx context.Context) error {
		answer, err := c.send(ctx, where, r)
		if err != nil {
			return err
		}
		defer answer.Body.Close()
		switch code := answer.StatusCode; {
		case code == http.StatusNotModified:
			out = &Response{NotModified: true}
		case code == http.StatusOK:
			out, err = c.read(answer, r)
		case code >= 300 && code < 400 && answer.Header.Get("Location") != "":
			next, err = where.Parse(answer.Header.Get("Location"))
			if err == nil {
				next, err = parse(next.String())
			}
			if err != nil {
				err = fmt.Errorf("the server points at %.200q, which is no address of the web; check the address", answer.Header.Get("Location"))
			}
		default:
			err = c.status(answer)
		}
		if out != nil {
			out.URL, out.ETag, out.LastModified, out.Fresh = shown(where), answer.Header.Get("ETag"), answer.Header.Get("Last-Modified"), fresh(answer.Header)
		}
		return err
	})
	return out, next, err
}

// shown is an address as it may be shown and kept.
func shown(u *url.URL) string {
	open := *u
	open.User = nil
	return open.String()
}

func (c *Client) send(ctx context.Context, where *url.URL, r Request) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, where.String(), nil)
	if err != nil {
		return nil, err
	}
	h := request.Header
	h.Set("User-Agent", Agent)
	h.Set("Accept", acceptPages)
	if r.Accept != "" {
		h.Set("Accept", r.Accept)
	}
	h.Set("Accept-Language", "en, *;q=0.5")
	h.Set("Accept-Encoding", "gzip")
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		h.Set("If-Modified-Since", r.LastModified)
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, advise(err)
	}
	return answer, nil
}

// fresh is the max-age of Cache-Control, of a day at most.
func fresh(h http.Header) time.Duration {
	for part := range strings.SplitSeq(strings.ToLower(strings.Join(h.Values("Cache-Control"), ",")), ",") {
		if seconds, ok := strings.CutPrefix(strings.TrimSpace(part), "max-age="); ok {
			if d, err := time.ParseDuration(seconds + "s"); err == nil && d > 0 {
				return min(d, 24*time.Hour)
			}
		}
	}
	return 0
}
