package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
	"time"

	"rapporteur"
	"rapporteur/pipeline"
	"rapporteur/record"
)

// fetchers are how many addresses are asked at a time, each of another host:
// whoever waits for a server needs no processor.
const fetchers = 16

// An intake reads what comes in, unless the record has it.
type intake struct {
	pipeline *pipeline.Pipeline
	record   *record.Record
	reader   string
}

// An arrival is a report that came in and was not read yet.
type arrival struct {
	input
	seen *rapporteur.Article
}

// A taken is a report as it goes into the record.
type taken struct {
	record.Entry
	lead *record.Lead // the address it came from, nil where that is not kept
}

// all is what becomes of inputs, in their order; getting is how many of them are
// got at a time.
func (t intake) all(ctx context.Context, inputs iter.Seq2[input, error], getting int) iter.Seq2[taken, error] {
	got := pipeline.Ordered(inputs, getting, func(in input) (arrival, error) { return t.get(ctx, in) })
	return pipeline.Ordered(got, t.pipeline.Workers(), func(a arrival) (taken, error) { return t.read(ctx, a) })
}

// An inputError is what went wrong with an input.
type inputError struct {
	input input
	err   error
}

func (e *inputError) Error() string { return e.err.Error() }
func (e *inputError) Unwrap() error { return e.err }

// get gets the report of an input.
func (t intake) get(ctx context.Context, in input) (a arrival, err error) {
	defer func() { err = in.caught(recover(), err) }()
	if in.lead != nil {
		known, err := t.record.Known(ctx, []string{in.lead.Address})
		if err != nil {
			return a, fmt.Errorf("%w: %w", errRecord, err)
		}
		if known[in.lead.Address] == record.LeadRead {
			return a, errKnown
		}
	}
	a.input = in
	a.seen, err = in.article(ctx)
	return a, err
}

// read reads a report, unless the record has it.
func (t intake) read(ctx context.Context, a arrival) (out taken, err error) {
	defer func() { err = a.caught(recover(), err) }()
	out.Seen, out.lead = a.seen, a.lead
	wanted, err := t.record.Wanted(ctx, a.seen, t.reader)
	if err != nil {
		return out, fmt.Errorf("%w: %w", errRecord, err)
	}
	if wanted != nil {
		out.Reading = t.pipeline.Read(wanted)
		out.Reading.Document.Reader = t.reader // also of what is not English, which nobody read
	}
	return out, nil
}

// caught is the error of an input, also where there was a fault of the program:
// one in one report must not end a job of a million.
func (in input) caught(fault any, err error) error {
	if fault != nil {
		err = fmt.Errorf("reading %s: a fault of the program, please report it with the text: %v\n%s", in.name, fault, debug.Stack())
	}
	if err != nil && in.lead != nil {
		return &inputError{in, err}
	}
	return err
}

var (
	// errRecord is the kind of error after which there is no use in going on: of the
	// record, not of a report.
	errRecord = errors.New("the record fails")
	// errKnown means that the report at an address was read before.
	errKnown = errors.New("read before")
	// errNoReport means that a page of many has no report, as is to be expected.
	errNoReport = errors.New("the page has no report")
)

// reported is the error for a page of many that has no report.
func reported(a *rapporteur.Article, name string) error {
	for _, n := range a.Notes {
		if n.Kind == rapporteur.NoteNoArticle || n.Kind == rapporteur.NoteEmpty {
			return fmt.Errorf("reading %s: %w: %s", name, errNoReport, n.Text)
		}
	}
	return nil
}

// fullText is so many bytes of text that a batch waits for no more.
const fullText = 8 << 20

// A clerk puts entries into the record, and counts. It keeps one batch while the
// next comes together.
type clerk struct {
	streams
	record  *record.Record
	bar     bar
	most    int           // entries in a batch
	pause   time.Duration // how long reports wait for others to be added with
	batch   []taken
	text    int       // bytes in the batch
	since   time.Time // when the first of the batch came
	keeping chan kept // gets what became of the batch before; nil where none is being kept
	added   record.Added
	unread  int
	empty   int // pages without a report
}

// A kept is what became of a batch.
type kept struct {
	record.Added
	err error
}

// take takes an entry or says why there is none.
func (c *clerk) take(ctx context.Context, e taken, err error) error {
	switch {
	case errors.Is(err, errRecord):
		return err
	case errors.Is(err, errKnown):
		c.added.Known++
		c.bar.step()
		return nil
	case errors.Is(err, errNoReport):
		c.empty++
		c.bar.step()
		return nil
	case err != nil:
		c.refuse(err)
		c.bar.step()
		return nil
	}
	if len(c.batch) == 0 {
		c.since = time.Now()
	}
	c.batch = append(c.batch, e)
	c.text += len(e.Seen.Text)
	c.bar.step()
	if len(c.batch) < c.most && c.text < fullText && time.Since(c.since) < c.pause {
		return nil
	}
	return c.send(ctx)
}

// refuse says what could not be read, and why.
func (c *clerk) refuse(err error) {
	c.unread++
	if more, ok := errors.AsType[*moreError](err); ok {
		c.unread += more.n - 1
	}
	c.bar.hide()
	c.complain(err)
}

// send begins to add what waits to be added, once the batch before is kept. What
// was read is kept also when the user has had enough.
func (c *clerk) send(ctx context.Context) error {
	if err := c.wait(); err != nil || len(c.batch) == 0 {
		return err
	}
	batch, keeping := c.batch, make(chan kept, 1)
	c.batch, c.text, c.keeping = nil, 0, keeping
	go func() { keeping <- c.keep(context.WithoutCancel(ctx), batch) }()
	return nil
}

// keep adds a batch, and then keeps that its addresses were read: killed in
// between, they are asked again, and what they have is known.
func (c *clerk) keep(ctx context.Context, batch []taken) kept {
	var entries []record.Entry
	var leads []record.Lead
	for _, t := range batch {
		entries = append(entries, t.Entry)
		if t.lead != nil {
			lead := *t.lead
			lead.State, lead.Error = record.LeadRead, ""
			leads = append(leads, lead)
		}
	}
	added, err := c.record.Add(ctx, entries...)
	if err == nil {
		err = c.record.Tried(ctx, leads...)
	}
	return kept{added, err}
}

// wait waits for the batch that is being kept.
func (c *clerk) wait() error {
	if c.keeping == nil {
		return nil
	}
	k := <-c.keeping
	c.keeping = nil
	c.added = c.added.Plus(k.Added)
	return k.err
}

// flush adds what waits to be added.
func (c *clerk) flush(ctx context.Context) error {
	return errors.Join(c.send(ctx), c.wait())
}

// says is what was done.
func (c *clerk) says() string {
	a := c.added
	line := fmt.Sprintf("%s added", reports(a.Articles))
	if a.Copies > 0 {
		line += fmt.Sprintf(", %d of them copies of others", a.Copies)
	}
	for _, more := range []struct {
		n    int
		says string
	}{{a.Read, "read again"}, {a.Seen, "seen at another place"}, {a.Known, "known already"}, {c.empty, "had no report"}, {c.unread, "could not be read"}, {a.HeavyKeys, "keys too common to link by"}} {
		if more.n > 0 {
			line += fmt.Sprintf("; %d %s", more.n, more.says)
		}
	}
	return line
}

// close ends the work and says what was done.
func (c *clerk) close(err error, stopped bool) error {
	err = errors.Join(err, c.wait())
	c.bar.close()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(c.out, c.says()); err != nil {
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
