package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/ingest"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/listing"
	"rapporteur/pipeline"
	"rapporteur/record"
)

const (
	// How far listings of listings are followed, and how many.
	maxLevels = 4
	maxLists  = 20_000
	// toldFaults of a listing are told one by one.
	toldFaults = 10
)

// A looked is a listing that was got, or why it was not.
type looked struct {
	name    string
	listing *listing.Listing
	err     error
}

// listingFile yields the reports of a listing in a file.
func (c *addCommand) listingFile(ctx context.Context, name string, yield func(input, error) bool) bool {
	file, err := os.Open(name)
	if err != nil {
		return yield(input{}, fmt.Errorf("reading a listing: %w", err))
	}
	raw, err := io.ReadAll(io.LimitReader(file, listing.MaxBytes+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return yield(input{}, fmt.Errorf("reading %s: %w", name, err))
	}
	return c.follow(ctx, name, "", raw, "", yield)
}

// follow yields the reports of a listing, and those of the listings in it.
func (c *addCommand) follow(ctx context.Context, name, address string, raw []byte, contentType string, yield func(input, error) bool) bool {
	l, err := listing.Read(raw, address, contentType)
	return c.listed(ctx, []looked{{name, l, err}}, map[string]bool{name: true, address: true}, maxLevels, yield)
}

// listed yields the reports of listings, and those of the listings in them that
// were not seen before, so many levels deep.
func (c *addCommand) listed(ctx context.Context, got []looked, seen map[string]bool, levels int, yield func(input, error) bool) bool {
	var deeper []string
	var links [][]input
	for _, g := range got {
		if g.err != nil {
			if !yield(input{}, fmt.Errorf("reading %s: %w", g.name, g.err)) {
				return false
			}
			continue
		}
		for _, err := range told(g.name, g.listing.Faults) {
			if !yield(input{}, err) {
				return false
			}
		}
		var of []input
		for _, l := range g.listing.Links {
			of = append(of, c.link(l))
		}
		links = append(links, of)
		for _, l := range g.listing.Lists {
			if !seen[l.Address] && len(seen) < maxLists {
				seen[l.Address] = true
				deeper = append(deeper, l.Address)
			}
		}
	}
	for _, in := range interleaved(links) {
		if !yield(in, nil) {
			return false
		}
	}
	if len(deeper) > 0 && levels == 0 {
		return yield(input{}, fmt.Errorf("reading %s: listings within listings are followed %d levels deep, no further", deeper[0], maxLevels))
	}
	for window := range slices.Chunk(deeper, fetchers) {
		got := c.look(ctx, window)
		if ctx.Err() != nil || !c.listed(ctx, got, seen, levels-1, yield) {
			return false
		}
	}
	return true
}

// told are the faults of a listing, the first ones one by one.
func told(name string, faults []error) (out []error) {
	for i, fault := range faults {
		if i == toldFaults {
			return append(out, &moreError{name, len(faults) - i})
		}
		out = append(out, fmt.Errorf("reading %s: %w", name, fault))
	}
	return out
}

// A moreError stands for many that are not told one by one.
type moreError struct {
	name string
	n    int
}

func (e *moreError) Error() string {
	return fmt.Sprintf("reading %s: %d more such faults", e.name, e.n)
}

// interleaved takes one of each in turn, so that many hosts are asked at a time and
// none much at once.
func interleaved[T any](of [][]T) (out []T) {
	for i, more := 0, true; more; i++ {
		more = false
		for _, some := range of {
			if i < len(some) {
				out, more = append(out, some[i]), true
			}
		}
	}
	return out
}

// look gets listings, several at a time.
func (c *addCommand) look(ctx context.Context, addresses []string) (out []looked) {
	each := func(yield func(string, error) bool) {
		for _, address := range addresses {
			if !yield(address, nil) {
				return
			}
		}
	}
	get := func(address string) (looked, error) {
		answer, err := c.web.Get(ctx, fetch.Request{Address: address, Accept: listing.Accept, MaxBytes: listing.MaxBytes})
		if err != nil {
			return looked{address, nil, err}, nil
		}
		l, err := listing.Read(answer.Body, answer.URL, answer.ContentType)
		return looked{address, l, err}, nil
	}
	for l := range pipeline.Ordered(each, fetchers, get) {
		out = append(out, l)
	}
	return out
}

// link is the report that a listing leads to, or has.
func (c *addCommand) link(l listing.Link) input {
	lead := leadOf(l, "")
	return input{name: lead.Address, lead: &lead, article: func(ctx context.Context) (*rapporteur.Article, error) {
		a, err := reportAt(ctx, c.web, l)
		if err == nil {
			c.fill(a)
		}
		return a, err
	}}
}

// leadOf is a link as the record keeps it. A report that has no address has the
// name that its feed gives it.
func leadOf(l listing.Link, list string) record.Lead {
	lead := record.Lead{Address: l.Address, List: list, Title: l.Title, Publisher: l.Publisher}
	if lead.Address == "" {
		lead.Address = l.ID
	}
	if !l.Published.IsZero() {
		lead.Published = l.Published.Format(time.RFC3339)
	}
	return lead
}

// reportAt is the report that a link leads to. What is no report is an error.
func reportAt(ctx context.Context, web *fetch.Client, l listing.Link) (*rapporteur.Article, error) {
	if l.Article != nil {
		return l.Article(), nil
	}
	answer, err := web.Get(ctx, fetch.Request{Address: l.Address})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", l.Address, err)
	}
	a, err := ingest.Answer(answer, l.Address, ingest.Source{})
	if err != nil {
		return nil, err
	}
	for _, n := range a.Notes {
		if n.Kind == rapporteur.NoteNoArticle || n.Kind == rapporteur.NoteEmpty {
			return nil, fmt.Errorf("reading %s: %s", l.Address, n.Text)
		}
	}
	l.Fill(a)
	return a, nil
}
