// Package language makes a Document of an Article: paragraphs, tokens,
// sentences, parts of speech, lemmas, dependency trees, named entities and
// coreference. It hands out a complete Document or an error at the making of
// the Reader, never half a Document.
//
// There are two readers. The quick one is linear (averaged perceptrons and a
// conditional random field over hashed features) and reads tens of thousands of
// tokens a second. The careful one is a small transformer (package encoder), which
// hears the quick one's opinion: a sixth as fast and better at nearly everything.
package language

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/language/coref"
	"rapporteur/language/encoder"
	"rapporteur/language/lemma"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
	"rapporteur/language/parse"
	"rapporteur/language/quote"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
)

// The readers, as Document.Reader and the findings name them.
const (
	Quick   = "quick"   // the linear models
	Careful = "careful" // the encoder
)

// Readers are the names of all readers.
var Readers = []string{Quick, Careful}

// A Reader holds the models. It is read-only and may be shared by goroutines.
type Reader struct {
	name       string
	clusters   *lexis.Clusters
	splitter   *sentence.Splitter
	lemmatiser *lemma.Lemmatiser
	tagger     *tag.Tagger
	parser     *parse.Parser
	namer      *name.Namer
	encoder    *encoder.Model // of the careful reader
	proper     int            // the tag of a singular name, or -1
	upos       []uint8        // for every tag the parser's number of its universal tag
	desks      sync.Pool
}

// desk is the memory that one goroutine works with.
type desk struct {
	draft Draft
	lists *name.Lists
	quick struct {
		beam   *parse.Beam
		words  []parse.Word
		heads  []int
		labels []uint8
	}
	careful careful
}

// New loads the models of the reader of that name, one of Readers, from the
// files of models/en. Errors name the file.
func New(models fs.FS, reader string) (*Reader, error) {
	r := &Reader{name: reader}
	type part struct {
		file string
		load func([]byte) error
	}
	parts := []part{
		{"clusters.bin" + Compressed, func(b []byte) (err error) { r.clusters, err = lexis.LoadClusters(b); return }},
		{"sentences.bin" + Compressed, func(b []byte) (err error) { r.splitter, err = sentence.Load(b); return }},
		{"lemmas.tsv", func(b []byte) (err error) { r.lemmatiser, err = lemma.Load(string(b)); return }},
		{"tags.bin" + Compressed, func(b []byte) (err error) { r.tagger, err = tag.Load(b); return }},
		{"trees.bin" + Compressed, func(b []byte) (err error) { r.parser, err = parse.Load(b); return }},
		{"names.bin" + Compressed, func(b []byte) (err error) { r.namer, err = name.Load(b); return }},
	}
	switch reader {
	case Quick:
	case Careful:
		parts = append(parts, part{"encoder.bin" + Compressed, func(b []byte) (err error) { r.encoder, err = encoder.Load(b); return }})
	default:
		return nil, fmt.Errorf("there is no reader %q; the readers are %s", reader, strings.Join(Readers, " and "))
	}
	for _, p := range parts {
		b, err := ReadWeights(models, p.file)
		if err == nil {
			err = p.load(b)
		}
		if err != nil {
			return nil, fmt.Errorf("loading the model %s: %w; train it with \"rapporteur train\"", p.file, err)
		}
	}
	r.readyQuick()
	r.desks.New = func() any { return r.newDesk() }
	return r, nil
}

func (r *Reader) newDesk() *desk {
	w := &desk{lists: name.NewLists()}
	w.quick.beam = r.parser.NewBeam(beamWidth)
	return w
}

// Read makes the language layer of a. It takes any text; what is not language
// gets a poor tree, never an error.
func (r *Reader) Read(a *rapporteur.Article) *rapporteur.Document {
	w := r.desks.Get().(*desk)
	defer r.desks.Put(w)
	draft := r.Draft(&w.draft, a.Text)
	d := &rapporteur.Document{
		Article:   a,
		Reader:    r.name,
		Tokens:    make([]rapporteur.Token, len(draft.Tokens)),
		Sentences: slices.Clone(draft.Sentences),
	}
	for i, t := range draft.Tokens {
		d.Tokens[i] = rapporteur.Token{Span: t.Span, Joined: t.Joined, Head: rapporteur.None}
	}
	r.quick(w, d)
	if r.name == Careful {
		r.careful(w, d)
	}
	d.Quotes, d.Notes = quote.Find(a.Text, quote.Paragraphs(d.Sentences))
	d.Clusters = coref.Find(d)
	return d
}

// Drafter is a Reader that can make drafts but not read: what training has
// before there are trees and names.
func Drafter(clusters *lexis.Clusters, splitter *sentence.Splitter, tagger *tag.Tagger) *Reader {
	return &Reader{clusters: clusters, splitter: splitter, tagger: tagger, proper: proper(tagger)}
}
