package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// A StatusError is an answer that is no page.
type StatusError struct {
	Code   int
	Status string // as the server words it
	After  string // Retry-After
}

func (e *StatusError) Error() string {
	try := "check the address"
	switch code := e.Code; {
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden, code == http.StatusUnavailableForLegalReasons:
		try = "the site wants a login or refuses programs: save the page with a browser and give the file"
	case code == http.StatusNotFound, code == http.StatusGone:
		try = "the page is gone: check the address, or look for it in a web archive"
	case code == http.StatusTooManyRequests:
		try = "too many requests: wait and try again"
	case code >= 500:
		try = "the server is in trouble: try again later"
	}
	if e.After != "" {
		try += fmt.Sprintf(" (the server says after %.60s)", e.After)
	}
	return fmt.Sprintf("the server answered %.100q; %s", e.Status, try)
}

// Gone reports whether there is no use in asking again.
func (e *StatusError) Gone() bool { return e.Code == http.StatusGone }

func (c *Client) status(answer *http.Response) error {
	return &StatusError{answer.StatusCode, answer.Status, answer.Header.Get("Retry-After")}
}

// A LaterError is a host that asked, by its answers, to be left alone.
type LaterError struct {
	Host  string
	Until time.Time
	Why   error // its last answer
}

func (e *LaterError) Error() string {
	return fmt.Sprintf("%s is left alone until %s, since it answered: %v", e.Host, e.Until.UTC().Format("2006-01-02 15:04:05 MST"), e.Why)
}

func (e *LaterError) Unwrap() error { return e.Why }

// advise says what to try about a request that got no answer.
func advise(err error) error {
	var timeout net.Error
	var name *net.DNSError
	if e, ok := errors.AsType[*ForbiddenError](err); ok {
		return e
	}
	switch {
	case errors.As(err, &name):
		return fmt.Errorf("no such host %q; check the address and the network", name.Name)
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("no answer in time (%w); try again later", err)
	}
	return fmt.Errorf("%w; check the address and the network", err)
}
