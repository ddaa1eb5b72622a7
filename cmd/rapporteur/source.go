package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/ingest"
	"rapporteur/ingest/fetch"
	"rapporteur/ingest/jsonl"
	"rapporteur/record"
)

// sources are the flags and arguments that say what to read.
type sources struct {
	Inputs    []string `arg:"" optional:"" name:"input" help:"Text files, HTML files, addresses (https://…), or - for standard input."`
	JSONL     bool     `name:"jsonl" help:"Inputs are streams of many reports, one JSON object a line: ref, text or html, and optionally title, url, publisher, published."`
	Published string   `placeholder:"DATE" help:"Date of publication, such as 2024-03-12, against which \"on Monday\" is read. With several reports, for those that give none themselves."`
	Publisher string   `placeholder:"NAME" help:"Outlet. With several reports, for those that give none themselves."`
	Title     string   `placeholder:"WORDS" help:"Headline, for a single report."`
	URL       string   `name:"url" placeholder:"ADDRESS" help:"Where it was published, for a single report."`
	Workers   int      `short:"j" placeholder:"N" help:"Reports read at a time; one for each processor where not given."`
	network

	known ingest.Source // what the flags say
	web   *fetch.Client
}

// network are the flags that say how the web is asked.
type network struct {
	Intranet bool          `help:"Addresses may lead to this machine and to private networks, too. Without it they may not, whoever gave them."`
	Pause    time.Duration `default:"1s" placeholder:"TIME" help:"Between two requests to one host, a second where not given; longer where its robots.txt says so."`
}

// client is a client for the web.
func (n network) client() *fetch.Client {
	return fetch.New(fetch.Options{Private: n.Intranet, Pause: n.Pause})
}

// errNoInput is what there is to say where reports are to be read and none are named.
var errNoInput = usage("expected \"<input> ...\": name a file, an address, or - for standard input")

// check looks at what cannot be said by a grammar.
func (s *sources) check() error {
	s.known = ingest.Source{Publisher: s.Publisher, Title: s.Title, URL: s.URL}
	s.web = s.client()
	if s.Published != "" {
		at, err := ingest.ParsePublished(s.Published)
		if err != nil {
			return usage("--published %s: %v", s.Published, err)
		}
		s.known.Published = at
	}
	if s.Workers < 0 {
		return usage("--workers %d: there must be at least one", s.Workers)
	}
	stdin := 0
	for _, in := range s.Inputs {
		if in == "-" {
			stdin++
		}
	}
	switch {
	case stdin > 1:
		return usage("standard input (-) can be read only once")
	case s.single():
		return nil
	case s.Title != "":
		return usage("--title is for a single report; in a stream each line has its own \"title\"")
	case s.URL != "":
		return usage("--url is for a single report; in a stream each line has its own \"url\"")
	}
	return nil
}

// unknown is a count that nobody knows beforehand.
const unknown = -1

// count is how many reports there are.
func (s *sources) count() int {
	if s.JSONL {
		return unknown
	}
	return len(s.Inputs)
}

// single reports whether there is one report and no more.
func (s *sources) single() bool { return s.count() == 1 }

// An input is a report to come: it becomes an article when its turn is there,
// in one of several goroutines.
type input struct {
	name    string // for messages
	article func(context.Context) (*rapporteur.Article, error)
	lead    *record.Lead // its address, where the record keeps what became of it
}

// each is every report that is asked for; an error is about the one in its place.
func (s *sources) each(ctx context.Context, stdin io.Reader) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for _, name := range s.Inputs {
			if ctx.Err() != nil {
				return
			}
			if s.JSONL {
				if !s.stream(ctx, name, stdin, yield) {
					return
				}
				continue
			}
			if !yield(input{name: name, article: func(ctx context.Context) (*rapporteur.Article, error) { return s.article(ctx, name, stdin) }}, nil) {
				return
			}
		}
	}
}

// article reads one report from where name says.
func (s *sources) article(ctx context.Context, name string, stdin io.Reader) (*rapporteur.Article, error) {
	known := s.known
	if !s.single() { // flags only fill gaps then
		known = ingest.Source{}
	}
	a, err := open(ctx, s.web, name, stdin, known)
	if err != nil {
		return nil, err
	}
	s.fill(a)
	return a, nil
}

func open(ctx context.Context, web *fetch.Client, name string, stdin io.Reader, known ingest.Source) (*rapporteur.Article, error) {
	switch {
	case name == "-":
		a, err := ingest.Read(stdin, known)
		if err != nil {
			return nil, fmt.Errorf("reading standard input: %w", err)
		}
		return a, nil
	case address(name):
		return ingest.Fetch(ctx, web, name, known)
	}
	a, err := ingest.File(name, known)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; check the name, or begin an address of the web with https://", err)
	}
	return a, err
}

// address reports whether name is one of the web and no file.
func address(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// fill gives a what the flags say of reports that do not say it themselves.
func (s *sources) fill(a *rapporteur.Article) {
	if a.Published.IsZero() {
		a.Published = s.known.Published
	}
	if a.Publisher == "" {
		a.Publisher = s.known.Publisher
	}
}

// stream yields the reports of a stream of JSON Lines, and reports whether to go
// on to the next.
func (s *sources) stream(ctx context.Context, name string, stdin io.Reader, yield func(input, error) bool) bool {
	in, called := stdin, "standard input"
	if name != "-" {
		called = name
		file, err := opened(name)
		if err != nil {
			return yield(input{}, fmt.Errorf("reading reports: %w", err))
		}
		defer file.Close()
		in = file
	}
	return s.lines(ctx, called, in, yield)
}

// lines yields the reports of a stream of JSON Lines that is called so.
func (s *sources) lines(ctx context.Context, called string, in io.Reader, yield func(input, error) bool) bool {
	lines := jsonl.NewReader(in)
	for ctx.Err() == nil {
		line, err := lines.Line()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			if !yield(input{}, fmt.Errorf("reading %s: %w", called, err)) {
				return false
			}
			if _, one := errors.AsType[*jsonl.LineError](err); !one {
				return true
			}
			continue
		}
		if !yield(input{name: called, article: func(context.Context) (*rapporteur.Article, error) {
			a, err := line.Article()
			if err != nil {
				return nil, fmt.Errorf("reading %s: %w", called, err)
			}
			s.fill(a)
			return a, nil
		}}, nil) {
			return false
		}
	}
	return false
}
