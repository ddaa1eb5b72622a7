// Package pipeline is the front door of the library: it runs the stages in
// their order, from an article to its findings.
//
//	reading, err := pipeline.Read(&rapporteur.Article{Text: text, Published: day})
//
// Those who read many articles make one Pipeline and share it.
package pipeline

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sync"

	"rapporteur"
	"rapporteur/extract"
	"rapporteur/language"
	"rapporteur/models"
)

// Options are those of a Pipeline; the zero Options read with the models that
// are built in, on every processor.
type Options struct {
	Models  fs.FS  // the files of models/en; nil means those built in
	Reader  string // language.Quick or language.Careful; "" means the quick one
	Workers int    // articles read at a time by Each; 0 means one for each processor
}

// A Pipeline holds the models. It is read-only and may be shared by goroutines.
type Pipeline struct {
	reader  *language.Reader
	workers int
}

// New loads the models.
func New(o Options) (*Pipeline, error) {
	if o.Models == nil {
		english, err := fs.Sub(models.English, "en")
		if err != nil {
			return nil, fmt.Errorf("opening the built-in models: %w", err)
		}
		o.Models = english
	}
	if o.Reader == "" {
		o.Reader = language.Quick
	}
	reader, err := language.New(o.Models, o.Reader)
	if err != nil {
		return nil, err
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return &Pipeline{reader, o.Workers}, nil
}

var builtIn = sync.OnceValues(func() (*Pipeline, error) { return New(Options{}) })

// Read reads one article with the built-in models, which it loads on the first
// call. The error is about the models; no article makes one.
func Read(a *rapporteur.Article) (*rapporteur.Reading, error) {
	p, err := builtIn()
	if err != nil {
		return nil, err
	}
	return p.Read(a), nil
}

// Parse makes the language layer of an article alone. What is not English is
// not read: the Document then has the article's notes and nothing else.
func (p *Pipeline) Parse(a *rapporteur.Article) *rapporteur.Document {
	d := &rapporteur.Document{Article: a}
	if readable(a) {
		d = p.reader.Read(a)
	}
	d.Notes = append(slices.Clone(a.Notes), d.Notes...)
	return d
}

// Read reads an article. The notes of all stages are gathered in the findings.
func (p *Pipeline) Read(a *rapporteur.Article) *rapporteur.Reading {
	d := p.Parse(a)
	f := extract.Find(d)
	f.Notes = append(slices.Clone(d.Notes), f.Notes...)
	return &rapporteur.Reading{Document: d, Findings: f}
}

// readable reports whether the article is to be read as English.
func readable(a *rapporteur.Article) bool {
	return !slices.ContainsFunc(a.Notes, func(n rapporteur.Note) bool { return n.Kind == rapporteur.NoteLanguage })
}

// Workers is how many articles are read at a time.
func (p *Pipeline) Workers() int { return p.workers }
