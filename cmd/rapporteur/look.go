package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/listing"
	"rapporteur/pipeline"
	"rapporteur/record"
)

const (
	mostTries   = 6                   // of an address
	mostRefused = 3                   // of one whose server says that there is nothing
	goneFor     = 30 * 24 * time.Hour // until a source that is gone is asked once more
	longest     = 24 * time.Hour      // between two looks
	mostMaps    = 50                  // of an index that are read at a look
)

// A sight is what a look at a source brought.
type sight struct {
	source record.Subscription // as it stands now
	links  []listing.Link      // that the source has, with their reports or without
	feeds  []string            // of a list of feeds that was read whole; else nil
	more   []string            // of one that was not
	err    error               // why it could not be looked at
}

// lookAt looks at sources and keeps what they bring. Reports that a feed has whole are
// added before it is kept that they were seen.
func (c *watchCommand) lookAt(ctx context.Context, clerk *clerk, sources []record.Subscription) error {
	each := func(yield func(record.Subscription, error) bool) {
		for _, s := range sources {
			if ctx.Err() != nil || !yield(s, nil) {
				return
			}
		}
	}
	var got []sight
	var whole [][]input
	for s := range pipeline.Ordered(each, fetchers, func(s record.Subscription) (sight, error) { return c.look(ctx, s), nil }) {
		if ctx.Err() != nil {
			return nil
		}
		if s.err != nil {
			clerk.refuse(fmt.Errorf("following %s: %w", s.source.Address, s.err))
		}
		var of []input
		for _, l := range s.links {
			if l.Article != nil {
				lead := leadOf(l, s.source.Address)
				of = append(of, input{name: lead.Address, lead: &lead, article: func(ctx context.Context) (*rapporteur.Article, error) { return reportAt(ctx, c.web, l) }})
			}
		}
		got, whole = append(got, s), append(whole, of)
	}
	if err := c.take(ctx, clerk, interleaved(whole)); err != nil || ctx.Err() != nil {
		return err
	}
	for _, s := range got {
		var leads []record.Lead
		for _, l := range s.links {
			if l.Article == nil {
				lead := leadOf(l, s.source.Address)
				lead.Next = c.begun
				leads = append(leads, lead)
			}
		}
		if err := clerk.record.Looked(ctx, s.source, leads, s.feeds); err != nil {
			return err
		}
		if err := clerk.record.Subscribe(ctx, s.source.Address, s.more...); err != nil {
			return err
		}
	}
	return nil
}

// look looks at a source.
func (c *watchCommand) look(ctx context.Context, s record.Subscription) sight {
	now := time.Now()
	before := s.Checked
	s.Checked = now
	answer, err := c.web.Get(ctx, fetch.Request{Address: s.Address, Accept: listing.Accept, ETag: s.ETag, LastModified: s.Modified, MaxBytes: listing.MaxBytes})
	if err != nil {
		return c.unseen(s, err, now)
	}
	next := now.Add(min(max(c.Every, answer.Fresh), longest))
	if answer.NotModified {
		if s.Failures > 0 {
			s.Error = "" // of the faults in it nobody has kept the first
		}
		s.Next, s.Failures = next, 0
		return sight{source: s}
	}
	l, err := listing.Read(answer.Body, answer.URL, answer.ContentType)
	if err != nil {
		return c.unseen(s, err, now)
	}
	out := sight{links: l.Links}
	var addresses []string
	for _, list := range l.Lists {
		addresses = append(addresses, list.Address)
	}
	switch l.Kind {
	case listing.Index:
		c.maps(ctx, l, before, now)
		out.links = c.recent(l, now)
	case listing.Sitemap:
		out.links = c.recent(l, now)
	case listing.Feeds, listing.Page:
		out.more = addresses
		if len(l.Faults) == 0 && !answer.Cut {
			out.feeds = append([]string{}, addresses...)
		}
	}
	s.Kind, s.Title, s.Faults, s.Failures, s.Error, s.Next = string(l.Kind), l.Title, len(l.Faults), 0, "", next
	if len(l.Faults) > 0 {
		s.Error = l.Faults[0].Error()
	}
	s.ETag, s.Modified = answer.ETag, answer.LastModified
	if answer.Cut || l.Kind == listing.Index && len(l.Faults) > 0 {
		s.ETag, s.Modified = "", "" // so that the rest comes with the next look
	}
	out.source = s
	return out
}

// unseen is a source that could not be looked at.
func (c *watchCommand) unseen(s record.Subscription, err error, now time.Time) sight {
	s.Failures++
	s.Error = err.Error()
	s.Next = fetch.Later(err, s.Failures, c.Every, now)
	if answer, ok := errors.AsType[*fetch.StatusError](err); ok && answer.Gone() {
		s.Next = now.Add(goneFor)
	}
	return sight{source: s, err: err}
}

// maps adds to an index the pages of its sitemaps: the newest, of those that may
// have changed since it was looked at last.
func (c *watchCommand) maps(ctx context.Context, l *listing.Listing, before, now time.Time) {
	lists := slices.DeleteFunc(slices.Clone(l.Lists), func(m listing.List) bool {
		// A sitemap says the day on which it changed, mostly, and not when.
		return !m.Changed.IsZero() && (m.Changed.Add(24*time.Hour).Before(before) || c.old(m.Changed, now))
	})
	slices.SortStableFunc(lists, func(a, b listing.List) int { return b.Changed.Compare(a.Changed) })
	if len(lists) > mostMaps {
		l.Faults = append(l.Faults, fmt.Errorf("of its %d sitemaps the %d newest were read", len(lists), mostMaps))
		lists = lists[:mostMaps]
	}
	for _, m := range lists {
		answer, err := c.web.Get(ctx, fetch.Request{Address: m.Address, Accept: listing.Accept, MaxBytes: listing.MaxBytes})
		var in *listing.Listing
		if err == nil {
			in, err = listing.Read(answer.Body, answer.URL, answer.ContentType)
		}
		if err != nil {
			l.Faults = append(l.Faults, fmt.Errorf("reading %s: %w", m.Address, err))
			continue
		}
		l.Links = append(l.Links, in.Links...)
		l.Faults = append(l.Faults, in.Faults...)
	}
}

// old reports whether something changed before the days that are asked for.
func (c *watchCommand) old(changed, now time.Time) bool {
	return changed.Before(now.AddDate(0, 0, -c.Days))
}

// recent are the links of a sitemap that are of the days asked for. What has no
// date is left: it may be the archive of a century.
func (c *watchCommand) recent(l *listing.Listing, now time.Time) (out []listing.Link) {
	for _, link := range l.Links {
		at := link.Published
		if at.IsZero() {
			at = link.Changed
		}
		if !at.IsZero() && !c.old(at, now) {
			out = append(out, link)
		}
	}
	if len(l.Links) > 0 && len(out) == 0 {
		l.Faults = append(l.Faults, fmt.Errorf("none of its %d pages says that it changed in the last %d days", len(l.Links), c.Days))
	}
	return out
}

// failed is a lead that was tried in vain.
func (c *watchCommand) failed(l record.Lead, err error) record.Lead {
	now := time.Now()
	l.Error = err.Error()
	later, resting := errors.AsType[*fetch.LaterError](err)
	if resting { // nobody was asked
		l.Next = later.Until
		return l
	}
	l.Tries++
	l.Next = fetch.Later(err, l.Tries, c.Every, now)
	answer, answered := errors.AsType[*fetch.StatusError](err)
	robots, byRobots := errors.AsType[*fetch.RobotsError](err)
	_, forbidden := errors.AsType[*fetch.ForbiddenError](err)
	switch {
	case byRobots && robots.Err != nil:
	case byRobots, forbidden, l.Tries >= mostTries:
		l.State = record.LeadLost
	case answered && answer.Gone(), answered && answer.Code >= 400 && answer.Code < 500 && answer.Code != http.StatusTooManyRequests && answer.Code != http.StatusRequestTimeout && l.Tries >= mostRefused:
		l.State = record.LeadLost
	}
	return l
}
