package gold

import (
	"iter"

	"rapporteur"
)

// An AttributedArticle is an article with every attribution in it, as in
// PolNeAR 1.0.0 (Newell and others 2018).
type AttributedArticle struct {
	*rapporteur.Article
	Annotator    string
	Level        string // batch of the annotation
	Wire         string // agency, where the outlet names one
	Attributions []Attribution
	Other        []Aside
}

// An Attribution is a source, a cue and a content, each in pieces.
type Attribution struct {
	ID                   string
	NoSource             bool // the text names no source
	Source, Cue, Content []rapporteur.Span
}

// An Aside is a passage that the annotators set apart.
type Aside struct {
	Type  string // Discuss or Discard
	Spans []rapporteur.Span
}

type attributedJSON struct {
	ID, Publisher, Date, Author, Title, Wire, Level, Annotator, Text string

	Attributions []struct {
		ID                   string
		NoSource             bool `json:"no_source"`
		Source, Cue, Content [][]int
	}
	Other []struct {
		Type  string
		Spans [][]int
	}
}

// Attributions reads PolNeAR, one article a line.
func Attributions(path string) iter.Seq2[*AttributedArticle, error] {
	return records(path, func(raw *attributedJSON) (*AttributedArticle, error) {
		a := &AttributedArticle{
			Article: &rapporteur.Article{
				Ref: raw.ID, Text: raw.Text, Title: raw.Title, Author: raw.Author, Publisher: raw.Publisher, Published: day(raw.Date),
			},
			Annotator: raw.Annotator, Level: raw.Level, Wire: raw.Wire,
		}
		p := newPoints(raw.Text)
		for _, r := range raw.Attributions {
			out := Attribution{ID: r.ID, NoSource: r.NoSource}
			for _, part := range []struct {
				to   *[]rapporteur.Span
				from [][]int
			}{{&out.Source, r.Source}, {&out.Cue, r.Cue}, {&out.Content, r.Content}} {
				spans, err := p.pairs(part.from)
				if err != nil {
					return nil, in("attribution", r.ID, err)
				}
				*part.to = spans
			}
			a.Attributions = append(a.Attributions, out)
		}
		for _, r := range raw.Other {
			spans, err := p.pairs(r.Spans)
			if err != nil {
				return nil, in("passage", r.Type, err)
			}
			a.Other = append(a.Other, Aside{r.Type, spans})
		}
		return a, nil
	})
}
