package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/pipeline"
	"rapporteur/record"
)

// addCommand is "rapporteur add".
type addCommand struct {
	sources
	database
	Reader string `enum:"quick,careful" default:"quick" help:"Which reader makes the language layer: quick, or careful (better trees and names, a sixth of the speed)."`
	weights
	Batch int `default:"64" placeholder:"N" help:"Reports that are added in one transaction, or as many as come within two seconds."`
}

// Help is what --help says below the flags.
func (addCommand) Help() string {
	return `Inputs may be folders, of which every report in text, HTML or JSON Lines (.jsonl, .ndjson) is added. What the record has is not read again, unless with other models; so when add was stopped, the same command goes on where it was.`
}

// Run adds.
func (c *addCommand) Run(ctx context.Context, s streams) (err error) {
	asked := c.Inputs
	c.Inputs = nil
	for _, name := range asked {
		names, err := expand(name)
		if err != nil {
			return err
		}
		c.Inputs = append(c.Inputs, names...)
	}
	c.JSONL = c.JSONL || !slices.ContainsFunc(c.Inputs, func(name string) bool { return !isStream(name) })
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
	total := len(c.Inputs)
	if c.JSONL || slices.ContainsFunc(c.Inputs, isStream) {
		total = unknown
	}
	clerk := &clerk{streams: s, record: r, bar: recordBar(s, total), most: c.Batch}
	for entry, err := range pipeline.Ordered(c.each(ctx, s.in), p.Workers(), func(in input) (record.Entry, error) { return c.entry(ctx, p, r, in) }) {
		if ctx.Err() != nil {
			break
		}
		if err := clerk.take(ctx, entry, err); err != nil {
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
			if c.JSONL || isStream(name) {
				if !c.stream(ctx, name, stdin, yield) {
					return
				}
				continue
			}
			if !yield(input{name, func(ctx context.Context) (*rapporteur.Article, error) { return c.article(ctx, name, stdin) }}, nil) {
				return
			}
		}
	}
}

// entry reads one report, unless the record has it.
func (c *addCommand) entry(ctx context.Context, p *pipeline.Pipeline, r *record.Record, in input) (e record.Entry, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("reading %s: a fault of the program, please report it with the text: %v\n%s", in.name, fault, debug.Stack())
		}
	}()
	if e.Seen, err = in.article(ctx); err != nil {
		return e, err
	}
	wanted, err := r.Wanted(ctx, e.Seen, c.Reader)
	if err != nil {
		return e, fmt.Errorf("%w: %w", errRecord, err)
	}
	if wanted != nil {
		e.Reading = p.Read(wanted)
		e.Reading.Document.Reader = c.Reader // also of what is not English, which nobody read
	}
	return e, nil
}

// errRecord is the kind of error after which there is no use in going on: of the
// record, not of a report.
var errRecord = errors.New("the record fails")

// isStream reports whether a file is one of JSON Lines by its name.
func isStream(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return ending == ".jsonl" || ending == ".ndjson"
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

// isReport reports whether a file of a folder is taken for a report.
func isReport(name string) bool {
	return isStream(name) || slices.Contains([]string{".txt", ".text", ".md", ".html", ".htm", ".xhtml"}, strings.ToLower(filepath.Ext(name)))
}

// pause is how long reports wait for others to be added with.
const pause = 2 * time.Second

// A clerk puts entries into the record, and counts.
type clerk struct {
	streams
	record *record.Record
	bar    bar
	most   int // entries in a batch
	batch  []record.Entry
	since  time.Time // when the first of the batch came
	added  record.Added
	unread int
}

// take takes an entry or says why there is none.
func (c *clerk) take(ctx context.Context, e record.Entry, err error) error {
	switch {
	case errors.Is(err, errRecord):
		return err
	case err != nil:
		c.unread++
		c.bar.hide()
		c.complain(err)
		c.bar.step()
		return nil
	}
	if len(c.batch) == 0 {
		c.since = time.Now()
	}
	c.batch = append(c.batch, e)
	c.bar.step()
	if len(c.batch) < c.most && time.Since(c.since) < pause {
		return nil
	}
	return c.flush(ctx)
}

func (c *clerk) flush(ctx context.Context) error {
	if len(c.batch) == 0 {
		return nil
	}
	added, err := c.record.Add(ctx, c.batch...)
	if err != nil {
		return err
	}
	c.added = c.added.Plus(added)
	c.batch = c.batch[:0]
	return nil
}

// close ends the work and says what was done.
func (c *clerk) close(err error, stopped bool) error {
	c.bar.close()
	if err != nil {
		return err
	}
	a := c.added
	line := fmt.Sprintf("%s added", reports(a.Articles))
	if a.Copies > 0 {
		line += fmt.Sprintf(", %d of them copies of others", a.Copies)
	}
	for _, more := range []struct {
		n    int
		says string
	}{{a.Read, "read again"}, {a.Seen, "seen at another place"}, {a.Known, "known already"}, {c.unread, "could not be read"}, {a.HeavyKeys, "keys too common to link by"}} {
		if more.n > 0 {
			line += fmt.Sprintf("; %d %s", more.n, more.says)
		}
	}
	if _, err := fmt.Fprintln(c.out, line); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	switch {
	case stopped:
		return fmt.Errorf("stopped; the same command goes on where it was")
	case c.unread > 0:
		return errTold
	}
	return nil
}
