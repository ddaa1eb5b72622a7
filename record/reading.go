package record

import (
	"fmt"

	"rapporteur"
)

// A Reading is what one set of models found in an article, as it is kept.
type Reading struct {
	Reader    string // the models of the language layer: "quick", "careful"
	Models    string // their version: two with the same one read alike
	Published string // the date of publication that it was read against
	Made      string // RFC 3339
	Sentences []Sentence
	Findings  *rapporteur.Findings
}

// A Sentence is a sentence of the text, numbered as the findings number them.
type Sentence struct {
	Span        rapporteur.Span
	Paragraph   int  `json:",omitempty"`
	Heading     bool `json:",omitempty"`
	Boilerplate bool `json:",omitempty"`
}

// readingFormat is the version of a reading as it is kept.
const readingFormat = 1

// readingBody is the part of a reading that is packed.
type readingBody struct {
	Sentences []Sentence
	Findings  *rapporteur.Findings
}

func readingOf(r *rapporteur.Reading, models, made string) *Reading {
	out := &Reading{Reader: r.Document.Reader, Models: models, Published: published(r.Document.Article.Published), Made: made, Findings: r.Findings}
	for _, s := range r.Document.Sentences {
		out.Sentences = append(out.Sentences, Sentence{s.Span, s.Paragraph, s.Heading, s.Boilerplate})
	}
	return out
}

// same reports whether reading the article again would give nothing new.
func (r *Reading) same(reader, models, published string) bool {
	return r.Reader == reader && r.Models == models && r.Published == published
}

func (r *Reading) pack() ([]byte, error) { return pack(readingBody{r.Sentences, r.Findings}) }

func (r *Reading) unpack(format int, packed []byte) error {
	if format != readingFormat {
		return fmt.Errorf("the reading is of format %d and this program knows %d; use a newer one", format, readingFormat)
	}
	var body readingBody
	if err := unpack(packed, &body); err != nil {
		return err
	}
	if body.Findings == nil {
		body.Findings = &rapporteur.Findings{}
	}
	r.Sentences, r.Findings = body.Sentences, body.Findings
	return nil
}
