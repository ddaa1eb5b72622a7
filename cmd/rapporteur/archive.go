package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"rapporteur"
	"rapporteur/ingest/warc"
)

// archive yields the pages of a web archive, and reports whether to go on to the
// next input.
func (c *addCommand) archive(ctx context.Context, name string, yield func(input, error) bool) bool {
	file, err := os.Open(name)
	if err != nil {
		return yield(input{}, fmt.Errorf("reading a web archive: %w", err))
	}
	defer file.Close()
	return c.pages(ctx, name, file, yield)
}

// pages yields the pages of a web archive that comes from a stream.
func (c *addCommand) pages(ctx context.Context, name string, from io.Reader, yield func(input, error) bool) bool {
	in := warc.NewReader(from)
	for ctx.Err() == nil {
		page, err := in.Next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			if !yield(input{}, fmt.Errorf("reading %s: %w", name, err)) {
				return false
			}
			continue
		}
		if !yield(input{name: name, article: func(context.Context) (*rapporteur.Article, error) {
			a, err := page.Article()
			if err != nil {
				return nil, fmt.Errorf("reading %s: %w", name, err)
			}
			c.fill(a)
			return a, reported(a, page.URL)
		}}, nil) {
			return false
		}
	}
	return false
}
