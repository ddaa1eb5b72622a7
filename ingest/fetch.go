package ingest

import (
	"context"
	"fmt"
	"net/url"
	"sync"

	"rapporteur"
	"rapporteur/ingest/fetch"
)

// client is that of Fetch where the caller has none: one for all, so that hosts
// are asked politely.
var client = sync.OnceValue(func() *fetch.Client { return fetch.New(fetch.Options{}) })

// Fetch reads the report at an address that a person asked for. c nil means a
// client with the zero Options, which asks no private network. The URL of
// the article is where the redirections led, its Ref the address that was asked
// for unless s has one. A page whose transfer breaks off is read as far as it
// came, with a note.
func Fetch(ctx context.Context, c *fetch.Client, address string, s Source) (*rapporteur.Article, error) {
	if c == nil {
		c = client()
	}
	answer, err := c.Get(ctx, fetch.Request{Address: address, Asked: true})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", address, err)
	}
	return Answer(answer, address, s)
}

// Answer reads the report in an answer from the web, as Fetch does.
func Answer(answer *fetch.Response, address string, s Source) (*rapporteur.Article, error) {
	if s.Ref == "" {
		s.Ref = address
	}
	if s.URL == "" {
		s.URL = answer.URL
	}
	if s.ContentType == "" {
		s.ContentType = answer.ContentType
	}
	if where, err := url.Parse(answer.URL); err == nil && s.Name == "" {
		s.Name = where.Path
	}
	a, err := Bytes(answer.Body, s)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", address, err)
	}
	if answer.Cut {
		a.Notes = append(a.Notes, rapporteur.Note{Kind: rapporteur.NoteTruncated, Text: "the transfer broke off, so the end of the report may be missing"})
	}
	return a, nil
}
