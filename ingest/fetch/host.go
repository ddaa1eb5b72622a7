package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const (
	// A host in trouble is left alone for a minute, then two, four … up to a day.
	firstRest = time.Minute
	longRest  = 24 * time.Hour
	// waits is how long a request waits for its host; what takes longer is an error
	// that says until when.
	waits        = 30 * time.Second
	maxHosts     = 10_000
	longestPause = time.Minute
)

// A host is a server and what is known of it.
type host struct {
	busy   turnstile // passed while a request is under way
	asking turnstile // passed while its robots.txt is asked for; guards robots
	robots *robots
	// What follows is guarded by busy.
	next     time.Time     // when the next request may begin
	pause    time.Duration // that its robots.txt asks for
	until    time.Time     // to be left alone until
	troubles int           // answers in a row that asked for it
	why      error         // the last of them
}

// A turnstile lets one pass at a time, and those who wait give up with their context.
type turnstile chan struct{}

func (t turnstile) pass(ctx context.Context) error {
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t turnstile) leave() { <-t }

// host is the one of an address.
func (c *Client) host(where *url.URL) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	name := where.Scheme + "://" + where.Host
	h := c.hosts[name]
	if h == nil {
		if len(c.hosts) >= maxHosts {
			clear(c.hosts) // an enemy may lead through as many as there are names
		}
		h = &host{busy: make(turnstile, 1), asking: make(turnstile, 1)}
		c.hosts[name] = h
	}
	return h
}

// turn does a request when its host is ready for it: one at a time, with a pause
// between two.
func (c *Client) turn(ctx context.Context, where *url.URL, do func(context.Context) error) error {
	h := c.host(where)
	if err := h.busy.pass(ctx); err != nil {
		return err
	}
	defer h.busy.leave()
	now := c.options.Now()
	if h.until.Sub(now) > waits {
		return &LaterError{where.Host, h.until, h.why}
	}
	ready := h.next
	if h.until.After(ready) {
		ready = h.until
	}
	if err := Sleep(ctx, ready.Sub(now)); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, c.options.Patience)
	defer cancel()
	err := do(limited)
	now = c.options.Now()
	h.next = now.Add(min(max(c.options.Pause, h.pause), max(longestPause, c.options.Pause)))
	answer, answered := errors.AsType[*StatusError](err)
	switch {
	case answered && (answer.Code == http.StatusTooManyRequests || answer.Code == http.StatusServiceUnavailable && answer.After != ""):
		h.troubles++
		h.why = err
		h.until = now.Add(rest(h.troubles, answer.After, now))
	case err == nil || answered:
		h.troubles, h.until, h.why = 0, time.Time{}, nil
	}
	return err
}

// rest is how long a host is left alone after so many refusals in a row:
// as long as it says (RFC 9110, section 10.2.3), else longer each time.
func rest(troubles int, after string, now time.Time) time.Duration {
	d := firstRest << min(troubles-1, 11)
	if seconds, err := strconv.Atoi(after); err == nil && seconds >= 0 {
		d = time.Duration(min(seconds, int(longRest/time.Second))) * time.Second
	} else if at, err := http.ParseTime(after); err == nil {
		d = max(at.Sub(now), 0)
	}
	return min(d, longRest)
}

// Later is when a failed request should be made again after so many failures in
// a row: when its host says, else after a time that doubles from the least to a day.
func Later(err error, failures int, least time.Duration, now time.Time) time.Time {
	at := now.Add(min(least<<min(max(failures-1, 0), 16), longRest))
	if e, ok := errors.AsType[*LaterError](err); ok && e.Until.After(at) {
		return e.Until
	}
	if e, ok := errors.AsType[*StatusError](err); ok && e.After != "" {
		if asked := now.Add(rest(1, e.After, now)); asked.After(at) {
			return asked
		}
	}
	return at
}

// Sleep waits for so long, or until ctx is done, whose error it then gives.
func Sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
