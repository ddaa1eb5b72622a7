package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"time"

	"rapporteur"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/jsonl"
	"rapporteur/pipeline"
	"rapporteur/record"
	"rapporteur/serve/api"
	"rapporteur/serve/hook"
)

// hookCommand is "rapporteur hook".
type hookCommand struct {
	Action string   `arg:"" enum:"add,list,remove,log,send" help:"add QUESTION ADDRESS, list, remove ID, log [ID], or send: what is new, once."`
	Words  []string `arg:"" optional:"" name:"what" help:"What it is about: a question of the API, such as changes?actor=M23, and an address; or an id."`
	database
	hooks
	Private bool `help:"Of add: the address may be on this machine or in a private network, and begin with http://."`
	Old     bool `help:"Of add: send what the record holds already, too."`
	Limit   int  `short:"n" default:"50" help:"Of log: how many lines at most."`
}

// Help is what --help says below the flags.
func (hookCommand) Help() string {
	return `Posts what is new in the record to an address, as Standard Webhooks: signed with the secret that add prints, with an id that stays the same over all tries, and tried for about three days. rapporteur serve sends by itself; send does it once, for those who run add by the clock. docs/api.md has the questions and how to verify.`
}

// hooks are the flag that says where subscriptions are.
type hooks struct {
	Hooks string `env:"RAPPORTEUR_HOOKS" placeholder:"FILE" help:"Where subscriptions of webhooks are kept: beside the record, its name with .hooks behind it, where not given."`
}

// path is where subscriptions are.
func (h hooks) path(d database) (string, error) {
	switch {
	case h.Hooks != "":
		return h.Hooks, nil
	case d.shared():
		return "", usage("where are the subscriptions? --hooks names a file of this machine for them")
	}
	return d.DB + ".hooks", nil
}

// sending is how often a server looks for what is new.
var sending = 5 * time.Second // less in tests

// begin sends what is new beside a server until end is called. Somebody may
// subscribe while it runs.
func (h hooks) begin(ctx context.Context, s streams, d database, r *record.Record) (end func(), err error) {
	if h.Hooks == "" && d.shared() {
		return func() {}, nil
	}
	path, err := h.path(d)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	var wait sync.WaitGroup
	wait.Go(func() {
		if err := sendAll(ctx, path, r, s.complain); err != nil && ctx.Err() == nil {
			s.complain(fmt.Errorf("webhooks are not sent: %w", err))
		}
	})
	return func() {
		stop()
		wait.Wait()
	}, nil
}

// sendAll sends from when there is a book of subscriptions.
func sendAll(ctx context.Context, path string, r *record.Record, tell func(error)) error {
	for {
		if _, err := os.Stat(path); err == nil {
			break
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(sending):
		}
	}
	book, err := hook.Open(ctx, path)
	if err != nil {
		return err
	}
	sender(book, r).Run(ctx, sending, tell)
	return book.Close()
}

func sender(book *hook.Book, r *record.Record) *hook.Sender {
	clients := map[bool]*http.Client{}
	for _, private := range []bool{false, true} {
		clients[private] = &http.Client{Transport: fetch.Transport(private)}
	}
	return &hook.Sender{
		Book: book, Source: api.New(r, api.Options{Version: version}), Version: r.Version, Client: func(private bool) *http.Client { return clients[private] },
	}
}

// Run does what is asked.
func (c *hookCommand) Run(ctx context.Context, s streams) (err error) {
	least, most := map[string]int{"add": 2, "remove": 1}[c.Action], map[string]int{"add": 2, "remove": 1, "log": 1}[c.Action]
	if len(c.Words) < least || len(c.Words) > most {
		return usage("hook %s with %d arguments; see rapporteur hook --help", c.Action, len(c.Words))
	}
	path, err := c.hooks.path(c.database)
	if err != nil {
		return err
	}
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	book, err := hook.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	post := sender(book, r)
	switch c.Action {
	case "add":
		sub, err := book.Subscribe(ctx, post.Source, c.Words[0], c.Words[1], c.Private, c.Old, time.Now())
		if err != nil {
			return err
		}
		return say(s.out, "subscription %s: %s to %s\nits secret, for the receiver alone: %s\n", sub.ID, sub.Question, sub.URL, sub.Secret)
	case "list":
		all, err := book.Subscriptions(ctx)
		if err != nil {
			return err
		}
		for _, sub := range all {
			line := fmt.Sprintf("%s  %s  %s  %s", sub.ID, sub.Added, sub.Question, sub.URL)
			if sub.Ended != "" {
				line += "  [ended: " + sub.Ended + "]"
			}
			if err := say(s.out, "%s\n", line); err != nil {
				return err
			}
		}
		return nil
	case "remove":
		return book.Unsubscribe(ctx, c.Words[0])
	case "log":
		return c.printLog(ctx, s, book)
	}
	if _, err := post.Gather(ctx); err != nil {
		return err
	}
	sent, err := post.Send(ctx)
	if err != nil {
		return err
	}
	if err := say(s.out, "%d delivered; %d to be tried again; %d given up\n", sent.Delivered, sent.Again, sent.GivenUp); err != nil {
		return err
	}
	if sent.Again+sent.GivenUp > 0 {
		return fmt.Errorf("not everything was delivered: rapporteur hook log says why")
	}
	return nil
}

// printLog prints the last tries, the newest first.
func (c *hookCommand) printLog(ctx context.Context, s streams, book *hook.Book) error {
	id := ""
	if len(c.Words) > 0 {
		id = c.Words[0]
	}
	log, err := book.Log(ctx, id, c.Limit)
	if err != nil {
		return err
	}
	for _, t := range log {
		result := t.Error
		if result == "" {
			result = fmt.Sprintf("taken with %d", t.Status)
		}
		if err := say(s.out, "%s  %s  %s  %s  %s in %s  [%s]\n", t.At, t.Subscription, t.Delivery, t.Item, result, t.Took.Round(time.Millisecond), t.State); err != nil {
			return err
		}
	}
	return nil
}

func say(w io.Writer, format string, values ...any) error {
	if _, err := fmt.Fprintf(w, format, values...); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// reads gives what reads one report, as a line of JSON Lines, with the quick
// reader: whoever sends it waits. Its models are loaded when the first comes.
func reads() func(context.Context, []byte) (*rapporteur.Reading, error) {
	load := sync.OnceValues(func() (*pipeline.Pipeline, error) { return weights{}.pipeline("quick", 1) })
	return func(_ context.Context, line []byte) (*rapporteur.Reading, error) {
		a, err := jsonl.Line{Number: 1, JSON: line}.Article()
		if err != nil {
			return nil, errors.Unwrap(err)
		}
		p, err := load()
		if err != nil {
			return nil, err
		}
		return p.Read(a), nil
	}
}
