package ingest

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rapporteur"
)

const (
	maxPage    = 16 << 20         // bytes of one page, unpacked
	patience   = 30 * time.Second // for the whole of one page
	redirects  = 10
	agent      = "rapporteur/1 (reads news reports; one page at a time)"
	acceptable = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"
)

// Client is a client for Fetch that gives up after half a minute.
func Client() *http.Client {
	return &http.Client{
		Timeout: patience,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= redirects {
				return fmt.Errorf("more than %d redirections", redirects)
			}
			return nil
		},
	}
}

// Fetch reads the report at an address. client nil means Client(). The URL of
// the article is where the redirections led, its Ref the address that was asked
// for unless s has one. A page whose transfer breaks off is read as far as it
// came, with a note.
func Fetch(ctx context.Context, client *http.Client, address string, s Source) (*rapporteur.Article, error) {
	a, err := fetch(ctx, client, address, s)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", address, err)
	}
	return a, nil
}

func fetch(ctx context.Context, client *http.Client, address string, s Source) (*rapporteur.Article, error) {
	where, err := url.Parse(address)
	if err != nil || where.Host == "" || where.Scheme != "http" && where.Scheme != "https" {
		return nil, errors.New("not an address of the web; it should begin with https:// or http://")
	}
	if client == nil {
		client = Client()
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, where.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", agent)
	request.Header.Set("Accept", acceptable)
	request.Header.Set("Accept-Language", "en, *;q=0.5")
	response, err := client.Do(request)
	if err != nil {
		return nil, advise(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, status(response)
	}
	raw, cut, err := body(response)
	if err != nil {
		return nil, err
	}
	if s.Ref == "" {
		s.Ref = address
	}
	if s.URL == "" {
		s.URL = response.Request.URL.String()
	}
	if s.ContentType == "" {
		s.ContentType = response.Header.Get("Content-Type")
	}
	if s.Name == "" {
		s.Name = response.Request.URL.Path
	}
	a, err := Bytes(raw, s)
	if err == nil && cut {
		a.Notes = append(a.Notes, rapporteur.Note{Kind: rapporteur.NoteTruncated, Text: "the transfer broke off, so the end of the report may be missing"})
	}
	return a, err
}

// body is the content of a response, unpacked. cut: the transfer broke off.
func body(response *http.Response) (raw []byte, cut bool, err error) {
	var content io.Reader = response.Body
	switch coding := strings.ToLower(response.Header.Get("Content-Encoding")); coding {
	case "", "identity":
	case "gzip", "x-gzip": // from a server that packs unasked; what was asked for net/http unpacks
		if content, err = gzip.NewReader(content); err != nil {
			return nil, false, fmt.Errorf("the server says that the page is packed with gzip, but it is not: %w", err)
		}
	default:
		return nil, false, fmt.Errorf("the page came packed with %q, which nobody asked for; save it with a browser and give the file", coding)
	}
	raw, err = io.ReadAll(io.LimitReader(content, maxPage+1))
	switch {
	case len(raw) > maxPage:
		return nil, false, fmt.Errorf("the page has more than %d MB; save it and give the file", maxPage>>20)
	case errors.Is(err, io.ErrUnexpectedEOF) && len(raw) > 0:
		return raw, true, nil
	case err != nil:
		return nil, false, advise(err)
	}
	return raw, false, nil
}

// advise says what to try about a request that got no answer.
func advise(err error) error {
	var timeout net.Error
	var name *net.DNSError
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

// status is the error for an answer that is no page.
func status(response *http.Response) error {
	try := "check the address"
	switch code := response.StatusCode; {
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden, code == http.StatusUnavailableForLegalReasons:
		try = "the site wants a login or refuses programs: save the page with a browser and give the file"
	case code == http.StatusNotFound, code == http.StatusGone:
		try = "the page is gone: check the address, or look for it in a web archive"
	case code == http.StatusTooManyRequests:
		try = "too many requests: wait and try again"
		if after := response.Header.Get("Retry-After"); after != "" {
			try += " (the server says after " + after + ")"
		}
	case code >= 500:
		try = "the server is in trouble: try again later"
	}
	return fmt.Errorf("the server answered %q; %s", response.Status, try)
}
