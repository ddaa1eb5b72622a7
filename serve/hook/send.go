package hook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

// waits are the times between tries, those that Standard Webhooks proposes; after
// the last a delivery is given up.
var waits = []time.Duration{
	5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour, 20 * time.Hour, 24 * time.Hour,
}

const (
	patience  = 15 * time.Second // for one answer
	lease     = time.Minute      // a delivery is this process's own while it is tried
	batch     = 200              // deliveries in one round
	abreast   = 8                // subscribers that are posted to at once
	mostTaken = 64 << 10         // bytes of an answer that are read, for the connection's sake
	agent     = "rapporteur/1 (webhooks)"
)

// A Sender tells subscribers what is new.
type Sender struct {
	Book   *Book
	Source Source
	// Client posts. private says whether it may connect to this machine and to
	// private networks; the other must refuse to, whatever the address resolves to.
	Client func(private bool) *http.Client
	// Version is that of what Source answers from: Run asks nothing again before it
	// changes. nil means that it may at any time.
	Version func(context.Context) (int64, error)
	Now     func() time.Time // nil means the clock of the machine
}

func (s *Sender) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// Gather asks the questions of all subscriptions and queues what is new. Where one
// fails the others are still asked.
func (s *Sender) Gather(ctx context.Context) (queued int, err error) {
	all, err := s.Book.Subscriptions(ctx)
	if err != nil {
		return 0, err
	}
	var errs []error
	for _, sub := range all {
		if sub.Ended != "" {
			continue
		}
		n, err := s.gather(ctx, sub)
		queued += n
		if err != nil {
			errs = append(errs, fmt.Errorf("asking %s for subscription %s: %w", sub.Question, sub.ID, err))
		}
	}
	return queued, errors.Join(errs...)
}

// enough is after how many pages in a row without anything new gather stops: what
// happened long ago may come into the record late, behind what is known.
const enough = 5

// mostNews is how many answers are looked at in one go. Of more, which only comes
// of much being added at once, the oldest are not told.
const mostNews = 50_000

// gather goes back in time page by page until there is nothing new any more.
func (s *Sender) gather(ctx context.Context, sub Subscription) (queued int, err error) {
	var news []Item
	stale := 0
	for mark, first := "", true; (first || mark != "") && stale < enough && len(news) < mostNews; first = false {
		var page []Item
		if page, mark, err = s.Source.News(ctx, sub.Question, mark); err != nil {
			return 0, err
		}
		known, err := s.Book.known(ctx, sub.ID, page)
		if err != nil {
			return 0, err
		}
		if known == len(page) {
			stale++
			continue
		}
		stale = 0
		news = append(news, page...)
	}
	slices.Reverse(news) // the oldest is told first
	return s.Book.put(ctx, sub, news, s.now())
}

// Sent is what a round of sending did.
type Sent struct{ Delivered, Again, GivenUp int }

// Send tries every delivery that is due, once.
func (s *Sender) Send(ctx context.Context) (Sent, error) {
	var out Sent
	subs, err := s.Book.Subscriptions(ctx)
	if err != nil {
		return out, err
	}
	byID := map[string]Subscription{}
	for _, sub := range subs {
		byID[sub.ID] = sub
	}
	for start := s.now(); ctx.Err() == nil; {
		due, err := s.Book.due(ctx, start, batch)
		if err != nil {
			return out, fmt.Errorf("looking for what is to be delivered: %w", err)
		}
		if len(due) == 0 {
			break
		}
		queues := map[string][]Delivery{}
		for _, d := range due {
			queues[d.Subscription] = append(queues[d.Subscription], d)
		}
		var wait sync.WaitGroup
		var mu sync.Mutex
		var errs []error
		slots := make(chan struct{}, abreast)
		for id, queue := range queues {
			wait.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				one, err := s.queue(ctx, byID[id], queue)
				mu.Lock()
				defer mu.Unlock()
				out.Delivered, out.Again, out.GivenUp = out.Delivered+one.Delivered, out.Again+one.Again, out.GivenUp+one.GivenUp
				if err != nil {
					errs = append(errs, err)
				}
			})
		}
		wait.Wait()
		if err := errors.Join(errs...); err != nil {
			return out, err
		}
	}
	return out, ctx.Err()
}

// queue tries deliveries to one subscriber in turn. When the receiver cannot be
// reached the others of the round are put off, so that it is not hammered while it
// is down; that counts as no try.
func (s *Sender) queue(ctx context.Context, sub Subscription, due []Delivery) (Sent, error) {
	var out Sent
	down := false
	for _, d := range due {
		if ctx.Err() != nil {
			return out, nil
		}
		until := s.now().Add(lease)
		if mine, err := s.Book.claim(ctx, d, until); err != nil {
			return out, fmt.Errorf("taking delivery %s: %w", d.ID, err)
		} else if !mine || down {
			continue // put off until the lease ends
		}
		began := time.Now()
		status, err := s.post(ctx, sub, d)
		if ctx.Err() != nil {
			return out, nil // stopped in the middle: tried again after the lease
		}
		try := Try{At: stamp(s.now()), Status: status, Took: time.Since(began)}
		d.Tries++
		switch {
		case err == nil:
			d.State = StateDelivered
			out.Delivered++
		case d.Tries > len(waits):
			d.State = StateFailed
			out.GivenUp++
		default:
			wait := waits[d.Tries-1]
			d.Due = s.now().Add(wait + time.Duration(rand.Int64N(int64(wait/10)))) // not all at once
			out.Again++
		}
		if err != nil {
			try.Error = err.Error()
		}
		if err := s.Book.note(ctx, d, try); err != nil {
			return out, fmt.Errorf("noting delivery %s: %w", d.ID, err)
		}
		switch status {
		case http.StatusGone:
			if err := s.Book.end(ctx, sub.ID, "the receiver answered 410 Gone at "+try.At); err != nil {
				return out, fmt.Errorf("ending subscription %s: %w", sub.ID, err)
			}
			return out, nil
		case 0, http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			down = true
		}
	}
	return out, nil
}

// post makes one try.
func (s *Sender) post(ctx context.Context, sub Subscription, d Delivery) (status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	at := s.now()
	signature, err := sign(sub.Secret, d.ID, at, d.Body)
	if err != nil {
		return 0, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, sub.URL, bytes.NewReader(d.Body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", agent)
	request.Header.Set(HeaderID, d.ID)
	request.Header.Set(HeaderTimestamp, strconv.FormatInt(at.Unix(), 10))
	request.Header.Set(HeaderSignature, signature)
	client := *s.Client(sub.Private)
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse } // what is told is for this address alone
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, mostTaken)) // only so that the connection can be used again
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return response.StatusCode, fmt.Errorf("the receiver answered %s", response.Status)
	}
	return response.StatusCode, nil
}

// Run gathers and sends every so often until ctx ends, and tells what fails.
func (s *Sender) Run(ctx context.Context, every time.Duration, tell func(error)) {
	gathered, subscribed := int64(-1), 0
	for {
		err := s.round(ctx, &gathered, &subscribed)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			tell(fmt.Errorf("webhooks: %w", err))
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(every):
		}
	}
}

// round gathers, unless nothing has changed since the last time, and sends.
func (s *Sender) round(ctx context.Context, gathered *int64, subscribed *int) error {
	version := int64(-1)
	var err error
	if s.Version != nil {
		if version, err = s.Version(ctx); err != nil {
			return err
		}
	}
	all, err := s.Book.Subscriptions(ctx)
	if err != nil {
		return err
	}
	if version < 0 || version != *gathered || len(all) != *subscribed {
		if _, err = s.Gather(ctx); err == nil {
			*gathered, *subscribed = version, len(all)
		}
	}
	_, sendErr := s.Send(ctx)
	return errors.Join(err, sendErr)
}
