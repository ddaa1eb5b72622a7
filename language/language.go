// Package language makes a Document of an Article: paragraphs, tokens,
// sentences, parts of speech, lemmas, dependency trees, named entities and
// coreference. It hands out a complete Document or an error at the making of
// the Reader, never half a Document.
//
// The models are linear (averaged perceptrons and a conditional random field
// over hashed features): they read tens of thousands of tokens a second and
// stay as the quick reader beside any stronger one.
package language

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"rapporteur"
	"rapporteur/language/coref"
	"rapporteur/language/lemma"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
	"rapporteur/language/parse"
	"rapporteur/language/quote"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
)

// Quick names the linear models in Document.Reader and in findings.
const Quick = "quick"

// beamWidth is how many partial parses are kept: wider is slower and hardly
// better (docs/evaluation.md).
const beamWidth = 8

// A Reader holds the models. It is read-only and may be shared by goroutines.
type Reader struct {
	clusters   *lexis.Clusters
	splitter   *sentence.Splitter
	tagger     *tag.Tagger
	lemmatiser *lemma.Lemmatiser
	parser     *parse.Parser
	namer      *name.Namer
	proper     int     // the tag of a singular name, or -1
	upos       []uint8 // for every tag the parser's number of its universal tag
	desks      sync.Pool
}

// desk is the memory that one goroutine works with.
type desk struct {
	draft  Draft
	beam   *parse.Beam
	lists  *name.Lists
	words  []parse.Word
	heads  []int
	labels []uint8
}

// New loads the models from the files of models/en. Errors name the file.
func New(models fs.FS) (*Reader, error) {
	r := &Reader{}
	for _, part := range []struct {
		file string
		load func([]byte) error
	}{
		{"clusters.bin" + Compressed, func(b []byte) (err error) { r.clusters, err = lexis.LoadClusters(b); return }},
		{"sentences.bin" + Compressed, func(b []byte) (err error) { r.splitter, err = sentence.Load(b); return }},
		{"tags.bin" + Compressed, func(b []byte) (err error) { r.tagger, err = tag.Load(b); return }},
		{"lemmas.tsv", func(b []byte) (err error) { r.lemmatiser, err = lemma.Load(string(b)); return }},
		{"trees.bin" + Compressed, func(b []byte) (err error) { r.parser, err = parse.Load(b); return }},
		{"names.bin" + Compressed, func(b []byte) (err error) { r.namer, err = name.Load(b); return }},
	} {
		b, err := ReadWeights(models, part.file)
		if err == nil {
			err = part.load(b)
		}
		if err != nil {
			return nil, fmt.Errorf("loading the model %s: %w; train it with \"rapporteur train\"", part.file, err)
		}
	}
	r.ready()
	return r, nil
}

// Drafter is a Reader that can make drafts but not read: what training has
// before there are trees and names.
func Drafter(clusters *lexis.Clusters, splitter *sentence.Splitter, tagger *tag.Tagger) *Reader {
	return &Reader{clusters: clusters, splitter: splitter, tagger: tagger, proper: proper(tagger)}
}

// proper is the tag of a singular name, or -1 where g has none.
func proper(g *tag.Tagger) int {
	for t := range g.Count() {
		if upos, xpos := g.Names(tag.Tag(t)); upos == "PROPN" && xpos == "NNP" {
			return t
		}
	}
	return -1
}

func (r *Reader) ready() {
	r.proper = proper(r.tagger)
	r.upos = make([]uint8, r.tagger.Count())
	for t := range r.upos {
		upos, _ := r.tagger.Names(tag.Tag(t))
		r.upos[t] = parse.Number(upos)
	}
	r.desks.New = func() any { return &desk{beam: r.parser.NewBeam(beamWidth), lists: name.NewLists()} }
}

// Read makes the language layer of a. It takes any text; what is not language
// gets a poor tree, never an error.
func (r *Reader) Read(a *rapporteur.Article) *rapporteur.Document {
	w := r.desks.Get().(*desk)
	defer r.desks.Put(w)
	draft := r.Draft(&w.draft, a.Text)
	d := &rapporteur.Document{
		Article:   a,
		Reader:    Quick,
		Tokens:    make([]rapporteur.Token, len(draft.Tokens)),
		Sentences: slices.Clone(draft.Sentences),
	}
	for i, t := range draft.Tokens {
		upos, xpos := r.tagger.Names(draft.Tags[i])
		d.Tokens[i] = rapporteur.Token{
			Span: t.Span, Joined: t.Joined, UPOS: upos, XPOS: xpos,
			Lemma: r.lemmatiser.Lemma(a.Text[t.Span.Start:t.Span.End], xpos),
		}
	}
	for _, s := range d.Sentences {
		r.parse(w, d, s)
	}
	r.names(w, d)
	d.Quotes, d.Notes = quote.Find(a.Text, quote.Paragraphs(d.Sentences))
	d.Clusters = coref.Find(d)
	return d
}

func (r *Reader) parse(w *desk, d *rapporteur.Document, s rapporteur.Sentence) {
	n := s.End - s.First
	w.words = w.words[:0]
	for i := s.First; i < s.End; i++ {
		w.words = append(w.words, parse.Word{Word: w.draft.Words[i], Tag: uint8(w.draft.Tags[i]), UPOS: r.upos[w.draft.Tags[i]]})
	}
	w.heads, w.labels = slices.Grow(w.heads[:0], n)[:n], slices.Grow(w.labels[:0], n)[:n]
	w.beam.Parse(w.words, w.heads, w.labels)
	for i := range n {
		t := &d.Tokens[s.First+i]
		t.Head, t.Deprel = rapporteur.None, r.parser.Labels[w.labels[i]]
		if w.heads[i] >= 0 {
			t.Head = s.First + w.heads[i]
		}
	}
}

func (r *Reader) names(w *desk, d *rapporteur.Document) {
	for _, e := range r.namer.Find(NameWords(&w.draft, d.Article.Text, w.lists)) {
		d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(e.First, e.End), First: e.First, End: e.End, Type: e.Kind})
	}
}

// NameWords is a draft of text as the recogniser of names wants it.
func NameWords(d *Draft, text string, lists *name.Lists) [][]name.Word {
	words := make([]name.Word, len(d.Words))
	for i := range words {
		words[i] = name.Word{Word: &d.Words[i], Tag: uint8(d.Tags[i])}
	}
	out := make([][]name.Word, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = words[s.First:s.End]
		lists.Mark(out[i], func(k int) string {
			span := d.Tokens[s.First+k].Span
			return text[span.Start:span.End]
		})
	}
	return out
}
