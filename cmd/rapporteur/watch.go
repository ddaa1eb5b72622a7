package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/ingest"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/listing"
	"rapporteur/record"
)

// watchCommand is "rapporteur watch".
type watchCommand struct {
	Inputs []string `arg:"" optional:"" name:"source" help:"Addresses of feeds, lists of feeds (OPML) and sitemaps, or files that are lists of feeds. They are kept in the record: without any, those are followed that are there."`
	database
	Reader  string `enum:"quick,careful" default:"quick" help:"Which reader makes the language layer: quick, or careful (better trees and names, a sixth of the speed)."`
	Workers int    `short:"j" placeholder:"N" help:"Reports read at a time; one for each processor where not given."`
	weights
	network
	Every  time.Duration `default:"15m" placeholder:"TIME" help:"How often a source is looked at, 15m where not given; less often where its server asks for that, or fails."`
	Days   int           `default:"7" placeholder:"N" help:"Of sitemaps only pages that changed in the last N days, 7 where not given; feeds are read whole."`
	Once   bool          `help:"Look once at what is due, read what is new, and end: for cron."`
	Status bool          `xor:"do" help:"List what is followed, how it stands, and which addresses failed and why."`
	JSON   bool          `name:"json" help:"With --status: one object a line."`
	Forget []string      `xor:"do" sep:"none" placeholder:"ADDRESS" help:"Follow a source no longer."`

	web    *fetch.Client
	intake intake
	begun  time.Time
}

// Help is what --help says below the flags.
func (watchCommand) Help() string {
	return `Reads what is new in its sources into the record, as add does, until it is stopped; each report once. Stopped at any moment, even killed, it goes on where it was. Pages are asked for politely: robots.txt, one request at a time to a host, nothing that has not changed, and longer pauses for servers that fail.`
}

// leastEvery is how often a source may be looked at.
const leastEvery = time.Minute

// Run watches.
func (c *watchCommand) Run(ctx context.Context, s streams) (err error) {
	switch {
	case c.Every < leastEvery:
		return usage("--every %v: a minute is the least", c.Every)
	case c.Days < 1:
		return usage("--days %d: there must be at least one", c.Days)
	case c.Workers < 0:
		return usage("--workers %d: there must be at least one", c.Workers)
	}
	asks := c.Status || len(c.Forget) > 0
	feeds, err := c.asked()
	if err != nil {
		return err
	}
	version, err := c.reading()
	if err != nil {
		return err
	}
	r, err := c.database.open(ctx, record.Options{Models: version}, !asks)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	switch {
	case c.Status:
		return c.status(ctx, s, r)
	case len(c.Forget) > 0:
		return forget(ctx, s, r, c.Forget)
	}
	if err := r.Subscribe(ctx, "", feeds...); err != nil {
		return err
	}
	if all, err := r.Subscriptions(ctx); err != nil {
		return err
	} else if len(all) == 0 {
		return usage("nothing is followed yet; name feeds, lists of feeds or sitemaps")
	}
	p, err := c.pipeline(c.Reader, c.Workers)
	if err != nil {
		return err
	}
	c.web = c.client()
	c.intake = intake{p, r, c.Reader}
	return c.watch(ctx, s)
}

// asked are the addresses that the user names, also by files that list them.
func (c *watchCommand) asked() (out []string, err error) {
	for _, name := range c.Inputs {
		if address(name) {
			out = append(out, name)
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("reading a list of feeds: %w; check the name, or begin an address of the web with https://", err)
		}
		raw, err := io.ReadAll(io.LimitReader(file, listing.MaxBytes+1))
		if err = errors.Join(err, file.Close()); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		l, err := listing.Read(raw, "", "")
		if err != nil || l.Kind != listing.Feeds {
			return nil, usage("%s is no list of feeds (OPML); of a feed, give the address, since a file does not change", name)
		}
		for _, f := range l.Lists {
			out = append(out, f.Address)
		}
		if len(l.Faults) > 0 {
			return nil, fmt.Errorf("reading %s: %w", name, l.Faults[0])
		}
	}
	return out, nil
}

// forget ends subscriptions.
func forget(ctx context.Context, s streams, r *record.Record, addresses []string) error {
	for _, address := range addresses {
		was, err := r.Unsubscribe(ctx, address)
		if err != nil {
			return err
		}
		if !was {
			return fmt.Errorf("%s is not followed; watch --status lists what is", address)
		}
		if _, err := fmt.Fprintf(s.out, "%s is followed no longer\n", address); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return nil
}

// watch looks, round after round, until ctx ends.
func (c *watchCommand) watch(ctx context.Context, s streams) error {
	for {
		clerk := &clerk{streams: s, record: c.intake.record, most: 64, pause: 2 * time.Second}
		if c.Once {
			clerk.bar = recordBar(s, unknown)
		}
		c.begun = time.Now()
		n, err := c.round(ctx, clerk)
		if err == nil {
			err = clerk.flush(context.WithoutCancel(ctx))
		}
		err = errors.Join(err, clerk.wait())
		clerk.bar.close()
		if err != nil && ctx.Err() == nil {
			return err
		}
		if line := clerk.says(); c.Once || n > 0 && clerk.did() {
			if !c.Once {
				line = clock(c.begun) + "  " + line
			}
			if _, err := fmt.Fprintln(s.out, line); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
		}
		switch {
		case ctx.Err() != nil:
			return nil // being stopped is how it ends
		case c.Once && clerk.unread > 0:
			return errTold
		case c.Once:
			return nil
		}
		next, err := c.intake.record.NextLook(ctx)
		if err != nil {
			return err
		}
		// Somebody else may subscribe meanwhile, so the record is asked now and then.
		if err := fetch.Sleep(ctx, min(max(time.Until(next), time.Second), leastEvery)); err != nil {
			return nil
		}
	}
}

// round looks at the sources that are due, then reads the addresses that are,
// and tells how many there were.
func (c *watchCommand) round(ctx context.Context, clerk *clerk) (n int, err error) {
	done := map[string]bool{}
	for {
		all, err := clerk.record.Subscriptions(ctx)
		if err != nil {
			return n, err
		}
		// What a list has just brought is looked at in the same round; nothing is twice.
		due := slices.DeleteFunc(all, func(s record.Subscription) bool { return s.Next.After(c.begun) || done[s.Address] })
		if len(due) == 0 || ctx.Err() != nil {
			break
		}
		for window := range slices.Chunk(due, fetchers) {
			for _, s := range window {
				done[s.Address] = true
			}
			n += len(window)
			if err := c.lookAt(ctx, clerk, window); err != nil {
				return n, err
			}
			if err := c.leads(ctx, clerk, &n); err != nil {
				return n, err
			}
		}
	}
	return n, c.leads(ctx, clerk, &n)
}

// leadsAtOnce are got between two questions to the record.
const leadsAtOnce = 500

// leads reads the addresses that are due.
func (c *watchCommand) leads(ctx context.Context, clerk *clerk, n *int) error {
	for ctx.Err() == nil {
		due, err := clerk.record.Leads(ctx, record.LeadWaiting, c.begun, leadsAtOnce)
		if err != nil || len(due) == 0 {
			return err
		}
		*n += len(due)
		if err := c.take(ctx, clerk, c.inputs(due)); err != nil {
			return err
		}
	}
	return nil
}

// inputs are leads as inputs, those of one source apart from one another.
func (c *watchCommand) inputs(leads []record.Lead) []input {
	var order []string
	by := map[string][]input{}
	for _, l := range leads {
		if by[l.List] == nil {
			order = append(order, l.List)
		}
		by[l.List] = append(by[l.List], input{name: l.Address, lead: &l, article: func(ctx context.Context) (*rapporteur.Article, error) {
			return reportAt(ctx, c.web, linkOf(l))
		}})
	}
	var of [][]input
	for _, list := range order {
		of = append(of, by[list])
	}
	return interleaved(of)
}

// linkOf is a lead as its listing had it.
func linkOf(l record.Lead) listing.Link {
	link := listing.Link{Address: l.Address, Title: l.Title, Publisher: l.Publisher}
	if at, err := ingest.ParsePublished(l.Published); err == nil {
		link.Published = at
	}
	return link
}

// take reads inputs into the record and keeps what became of each.
func (c *watchCommand) take(ctx context.Context, clerk *clerk, inputs []input) error {
	each := func(yield func(input, error) bool) {
		for _, in := range inputs {
			if ctx.Err() != nil || !yield(in, nil) {
				return
			}
		}
	}
	for t, err := range c.intake.all(ctx, iter.Seq2[input, error](each), fetchers) {
		if ctx.Err() != nil {
			return nil // what was not got is waiting still
		}
		failed, isInput := errors.AsType[*inputError](err)
		if isInput && !errors.Is(err, errRecord) && !errors.Is(err, errKnown) {
			if err := clerk.record.Tried(ctx, c.failed(*failed.input.lead, failed.err)); err != nil {
				return err
			}
		}
		if err := clerk.take(ctx, t, err); err != nil {
			return err
		}
	}
	return clerk.flush(context.WithoutCancel(ctx))
}

// did reports whether there is something to tell of.
func (c *clerk) did() bool {
	a := c.added
	return a.Articles+a.Read+a.Seen+c.unread > 0
}
