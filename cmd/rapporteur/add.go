package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/ingest"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/listing"
	"rapporteur/record"
)

// addCommand is "rapporteur add".
type addCommand struct {
	sources
	database
	Reader string `enum:"quick,careful" default:"quick" help:"Which reader makes the language layer: quick, or careful (better trees and names, a sixth of the speed)."`
	weights
	Batch int `default:"512" placeholder:"N" help:"Reports that are added in one transaction, or as many as come within ten seconds."`

	record *record.Record
}

// Help is what --help says below the flags.
func (addCommand) Help() string {
	return `Inputs may be reports in text or HTML; streams of them as JSON Lines (.jsonl, .ndjson, packed with .gz or .zst behind); web archives (.warc, .warc.gz, .warc.zst); folders of all these; and, as files or addresses, feeds (RSS, Atom, JSON Feed), lists of feeds (OPML) and sitemaps, whose reports are got from the web.

What the record has is not read again, unless with other models, and what was got from the web is not got again; so when add was stopped, the same command goes on where it was.`
}

// Run adds.
func (c *addCommand) Run(ctx context.Context, s streams) (err error) {
	asked := c.Inputs
	if len(asked) == 0 {
		return errNoInput
	}
	c.Inputs = nil
	for _, name := range asked {
		names, err := expand(name)
		if err != nil {
			return err
		}
		c.Inputs = append(c.Inputs, names...)
	}
	c.JSONL = c.JSONL || !slices.ContainsFunc(c.Inputs, func(name string) bool { return !isStream(name) || address(name) })
	if err := c.check(); err != nil {
		return err
	}
	if c.Batch < 1 {
		return usage("--batch %d: there must be at least one", c.Batch)
	}
	version, err := c.reading()
	if err != nil {
		return err
	}
	r, err := c.database.open(ctx, record.Options{Models: version, Late: true}, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	p, err := c.pipeline(c.Reader, c.Workers)
	if err != nil {
		return err
	}
	c.record = r
	total, getting := len(c.Inputs), p.Workers()
	for _, name := range c.Inputs {
		switch c.form(name) {
		case aReport:
		case anAddress, aListing, anyInput:
			total, getting = unknown, max(fetchers, getting)
		default:
			total = unknown
		}
	}
	clerk := &clerk{streams: s, record: r, bar: recordBar(s, total), most: c.Batch, pause: 10 * time.Second}
	for t, err := range (intake{p, r, c.Reader}).all(ctx, c.each(ctx, s.in), getting) {
		if ctx.Err() != nil {
			break
		}
		if err := clerk.take(ctx, t, err); err != nil {
			return clerk.close(err, false)
		}
	}
	// What was read before the user had enough is kept.
	err = clerk.flush(context.WithoutCancel(ctx))
	if err == nil {
		err = r.Settle(context.WithoutCancel(ctx))
	}
	return clerk.close(err, ctx.Err() != nil)
}

// each is every report that is asked for.
func (c *addCommand) each(ctx context.Context, stdin io.Reader) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for _, name := range c.Inputs {
			if ctx.Err() != nil {
				return
			}
			on := false
			switch c.form(name) {
			case aStream:
				on = c.stream(ctx, name, stdin, yield)
			case anArchive:
				on = c.archive(ctx, name, yield)
			case aListing:
				on = c.listingFile(ctx, name, yield)
			case anAddress:
				on = c.address(ctx, name, yield)
			case anyInput:
				on = c.standardInput(ctx, stdin, yield)
			default:
				on = yield(input{name: name, article: func(ctx context.Context) (*rapporteur.Article, error) { return c.article(ctx, name, stdin) }}, nil)
			}
			if !on {
				return
			}
		}
	}
}

// address yields what stands at an address that the user asked for: a report,
// or the reports of a listing.
func (c *addCommand) address(ctx context.Context, name string, yield func(input, error) bool) bool {
	answer, err := c.web.Get(ctx, fetch.Request{Address: name, Asked: true, Accept: acceptAll, MaxBytes: listing.MaxBytes})
	if err != nil {
		return yield(input{}, fmt.Errorf("reading %s: %w", name, err))
	}
	switch {
	case hasEnding(name, ".jsonl"), hasEnding(name, ".ndjson"):
		return c.lines(ctx, name, bytes.NewReader(answer.Body), yield)
	case isArchive(name):
		return c.pages(ctx, name, bytes.NewReader(answer.Body), yield)
	case listing.Is(answer.Body) != listing.None:
		return c.follow(ctx, name, answer.URL, answer.Body, answer.ContentType, yield)
	}
	return yield(input{name: name, article: func(context.Context) (*rapporteur.Article, error) {
		known := c.known
		if !c.single() { // flags only fill gaps then
			known = ingest.Source{}
		}
		a, err := ingest.Answer(answer, name, known)
		if err == nil {
			c.fill(a)
		}
		return a, err
	}}, nil)
}

// standardInput yields what comes on standard input: a report, an archive, or
// the reports of a listing.
func (c *addCommand) standardInput(ctx context.Context, stdin io.Reader, yield func(input, error) bool) bool {
	const name = "standard input"
	in := bufio.NewReaderSize(stdin, 64<<10)
	if start, _ := in.Peek(5); string(start) == "WARC/" {
		return c.pages(ctx, name, in, yield)
	}
	raw, err := io.ReadAll(io.LimitReader(in, ingest.MaxBytes+1))
	if err != nil {
		return yield(input{}, fmt.Errorf("reading %s: %w", name, err))
	}
	if listing.Is(raw) != listing.None {
		return c.follow(ctx, name, "", raw, "", yield)
	}
	return yield(input{name: name, article: func(context.Context) (*rapporteur.Article, error) {
		return c.article(ctx, "-", bytes.NewReader(raw))
	}}, nil)
}

// acceptAll asks for pages and for listings.
const acceptAll = "text/html, application/xhtml+xml, " + listing.Accept

// A form is what an input is, as its name and its beginning say.
type form int

const (
	aReport form = iota
	aStream
	anArchive
	aListing
	anAddress
	anyInput
)

// form tells what an input is.
func (c *addCommand) form(name string) form {
	switch {
	case c.JSONL:
		return aStream
	case name == "-":
		return anyInput
	case address(name):
		return anAddress
	case isStream(name):
		return aStream
	case isArchive(name):
		return anArchive
	case isReport(name):
		return aReport // a folder of a hundred thousand need not be opened twice
	}
	file, err := os.Open(name)
	if err != nil {
		return aReport // what is wrong with it is told when its turn comes
	}
	defer file.Close()
	start, err := io.ReadAll(io.LimitReader(file, 64<<10))
	switch {
	case err != nil:
	case strings.HasPrefix(string(start), "WARC/"):
		return anArchive
	case listing.Is(start) != listing.None:
		return aListing
	}
	return aReport
}

// isStream reports whether a file is one of JSON Lines by its name, packed or not.
func isStream(name string) bool {
	for _, packing := range []string{"", ".gz", ".zst"} {
		if hasEnding(name, ".jsonl"+packing) || hasEnding(name, ".ndjson"+packing) {
			return true
		}
	}
	return false
}

// isArchive reports whether a file is a web archive by its name.
func isArchive(name string) bool {
	return hasEnding(name, ".warc") || hasEnding(name, ".warc.gz") || hasEnding(name, ".warc.zst")
}

// expand is what an argument names: the reports in a folder, the files that a
// pattern matches, or itself.
func expand(name string) ([]string, error) {
	if name == "-" || address(name) {
		return []string{name}, nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?["):
		found, err := filepath.Glob(name)
		if err != nil {
			return nil, usage("the pattern %s: %v", name, err)
		}
		if len(found) > 0 {
			return found, nil
		}
		return []string{name}, nil
	case err != nil || !info.IsDir():
		return []string{name}, nil // what is wrong with it is told when its turn comes
	}
	var out []string
	err = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != name && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			return err
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.Type().IsRegular() && !hidden && isReport(path):
			out = append(out, path)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for reports: %w", err)
	}
	return out, nil
}

// isReport reports whether a file of a folder is taken for a report or for many.
// Feeds are not: nobody expects of a folder that it leads to the web.
func isReport(name string) bool {
	return isStream(name) || isArchive(name) || slices.Contains([]string{".txt", ".text", ".md", ".html", ".htm", ".xhtml"}, strings.ToLower(filepath.Ext(name)))
}
