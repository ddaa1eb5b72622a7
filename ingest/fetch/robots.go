package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/temoto/robotstxt"
)

// A RobotsError is an address that the robots.txt of its host forbids, or whose
// robots.txt cannot be had, which forbids it for now (RFC 9309, section 2.3.1.4).
type RobotsError struct {
	Host string
	Err  error // why there is no robots.txt; nil where there is one
}

func (e *RobotsError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("the robots.txt of %s cannot be had (%v), so the site is left alone for now", e.Host, e.Err)
	}
	return fmt.Sprintf("the robots.txt of %s forbids it to programs; save the page with a browser and give the file", e.Host)
}

func (e *RobotsError) Unwrap() error { return e.Err }

const (
	robotsLast      = 24 * time.Hour // as RFC 9309, section 2.4, has it
	robotsRetry     = 5 * time.Minute
	robotsMaxBytes  = 512 << 10 // section 2.5 asks for 500 KiB at least
	robotsMaxRules  = 5_000
	robotsRedirects = 5
	product         = "rapporteur"
)

// robots is the robots.txt of a host.
type robots struct {
	until time.Time
	group *robotstxt.Group // nil where everything is allowed
	err   error            // why nothing is known of it
}

// rules are the lines of a robots.txt that say something to programs, so that a
// page in its place, or a line that means nothing, forbids nothing and spoils
// nothing (RFC 9309, section 2.2.4).
func rules(raw []byte) []byte {
	var out []byte
	lines, grouped := 0, false
	for line := range bytes.Lines(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))) {
		line, _, _ = bytes.Cut(bytes.TrimSpace(line), []byte("#"))
		key, value, _ := bytes.Cut(line, []byte(":"))
		key, value = bytes.ToLower(bytes.TrimSpace(key)), bytes.TrimSpace(value)
		switch string(key) {
		case "user-agent":
			grouped = true
		case "allow", "disallow":
			if !grouped {
				continue
			}
		case "crawl-delay":
			if delay, err := strconv.ParseFloat(string(value), 64); !grouped || err != nil || !(delay >= 0 && delay < 1e6) {
				continue
			}
		default:
			continue
		}
		if lines++; lines > robotsMaxRules {
			break
		}
		out = fmt.Appendf(out, "%s: %s\n", key, value)
	}
	return out
}

// allowed asks the robots.txt of a host.
func (c *Client) allowed(ctx context.Context, where *url.URL) error {
	r, err := c.robots(ctx, where)
	switch {
	case err != nil:
		return err
	case r.err != nil:
		return &RobotsError{where.Host, r.err}
	}
	path := where.EscapedPath()
	if path == "" {
		path = "/"
	}
	if where.RawQuery != "" {
		path += "?" + where.RawQuery
	}
	if r.group != nil && !r.group.Test(path) {
		return &RobotsError{Host: where.Host}
	}
	return nil
}

// robots is the robots.txt of a host, got again when a day old.
func (c *Client) robots(ctx context.Context, where *url.URL) (*robots, error) {
	h := c.host(where)
	if err := h.asking.pass(ctx); err != nil {
		return nil, err
	}
	defer h.asking.leave()
	if h.robots != nil && c.options.Now().Before(h.robots.until) {
		return h.robots, nil
	}
	got, pause, err := c.fetchRobots(ctx, where)
	if err != nil {
		return nil, err
	}
	h.robots = got
	if err := h.busy.pass(ctx); err != nil {
		return nil, err
	}
	h.pause = pause
	h.busy.leave()
	return got, nil
}

// fetchRobots gets a robots.txt. A host without one allows everything; one that
// is in trouble allows nothing for some minutes.
func (c *Client) fetchRobots(ctx context.Context, where *url.URL) (*robots, time.Duration, error) {
	at := (&url.URL{Scheme: where.Scheme, Host: where.Host, Path: "/robots.txt"})
	var answer *Response
	var err error
	for range robotsRedirects + 1 {
		var next *url.URL
		answer, next, err = c.step(ctx, at, Request{Asked: true, Accept: "text/plain, */*;q=0.1", MaxBytes: robotsMaxBytes})
		if err != nil || next == nil {
			break
		}
		at = next
	}
	now := c.options.Now()
	said, refused := errors.AsType[*StatusError](err)
	switch {
	case ctx.Err() != nil:
		return nil, 0, ctx.Err()
	case refused && said.Code < 500 && said.Code != http.StatusTooManyRequests, err == nil && answer == nil:
		return &robots{until: now.Add(robotsLast)}, 0, nil
	case err != nil:
		return &robots{until: now.Add(robotsRetry), err: err}, 0, nil
	}
	parsed, err := robotstxt.FromBytes(rules(answer.Body))
	if err != nil {
		return &robots{until: now.Add(robotsRetry), err: fmt.Errorf("reading it: %w", err)}, 0, nil
	}
	group := parsed.FindGroup(product)
	return &robots{until: now.Add(robotsLast), group: group}, group.CrawlDelay, nil
}
