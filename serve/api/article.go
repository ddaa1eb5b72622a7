package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur"
	"rapporteur/record"
)

// reportJSON is one report with what was found in it.
type reportJSON struct {
	Reading   *readingJSON   `json:"reading" doc:"as rapporteur read --json prints it, before corrections; null where the report was not read"`
	Sightings []sightingJSON `json:"sightings" doc:"where the text was seen, the first first"`
	Findings  []foundInJSON  `json:"findings" doc:"the ids of what was found, with its words, as corrections leave it"`
	Models    string         `json:"models,omitempty" doc:"version of the models"`
	Added     string         `json:"added" format:"date-time" doc:"when it came into the record"`
}

type sightingJSON struct {
	URL       string `json:"url,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Ref       string `json:"ref,omitempty"`
	Title     string `json:"title,omitempty"`
	Author    string `json:"author,omitempty"`
	Added     string `json:"added" format:"date-time"`
}

type foundInJSON struct {
	ID    string         `json:"id"`
	Kind  string         `json:"kind"`
	Mark  int            `json:"mark" enum:"-1,0,1" doc:"-1 rejected by a person, 1 confirmed, else 0"`
	Words record.Passage `json:"words"`
}

func (a *API) articleRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/articles/{id}", OperationID: "article", Tags: []string{"Reports"}, Errors: []int{http.StatusNotFound},
		Summary: "One report: its text, what was found in it, where it was seen",
	}, func(ctx context.Context, in *idInput) (*struct{ Body reportJSON }, error) {
		r, err := a.record.Report(ctx, in.ID)
		switch {
		case err != nil:
			return nil, a.asking(ctx, err)
		case r == nil:
			return nil, missing("report", in.ID, "its id is the SHA-256 of its text, or the beginning of it from eight digits on")
		}
		return &struct{ Body reportJSON }{reportOf(r)}, nil
	})
}

func reportOf(r *record.Report) reportJSON {
	out := reportJSON{Added: r.Article.Added, Sightings: []sightingJSON{}, Findings: []foundInJSON{}}
	if r.Reading != nil {
		out.Models = r.Reading.Models
		out.Reading = &readingJSON{&rapporteur.Reading{
			Document: &rapporteur.Document{Article: articleOf(r.Article), Reader: r.Reading.Reader}, Findings: r.Reading.Findings,
		}}
	}
	for _, s := range r.Sightings {
		out.Sightings = append(out.Sightings, sightingJSON(s))
	}
	points := rapporteur.CodePoints(r.Article.Text)
	add := func(f record.Finding) {
		out.Findings = append(out.Findings, foundInJSON{f.ID.String(), f.ID.Kind().String(), f.Mark, record.Passage{Start: points(f.Start), End: points(f.Stop), Exact: r.Article.Text[f.Start:f.Stop]}})
	}
	for _, x := range r.Actors {
		add(x.Finding)
	}
	for _, x := range r.Statements {
		add(x.Finding)
	}
	for _, x := range r.Events {
		add(x.Finding)
	}
	for _, x := range r.Figures {
		add(x.Finding)
	}
	for _, x := range r.Places {
		add(x.Finding)
	}
	for _, x := range r.Dates {
		add(x.Finding)
	}
	for _, x := range r.Talks {
		add(x.Finding)
	}
	for _, x := range r.Points {
		add(x.Finding)
	}
	return out
}

// articleOf is an article as a reading has it.
func articleOf(a *record.Article) *rapporteur.Article {
	out := &rapporteur.Article{Ref: a.Ref, Text: a.Text, Title: a.Title, URL: a.URL, Author: a.Author, Publisher: a.Publisher, Language: a.Language}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, a.Published); err == nil {
			out.Published = at
		}
	}
	return out
}
