package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur"
	"rapporteur/record"
)

// reportJSON is one report with what was found in it.
type reportJSON struct {
	Reading   *readingJSON   `json:"reading" doc:"as rapporteur read --json prints it, as corrections leave it; what a person rejected is still there, and marked in findings"`
	Sightings []sightingJSON `json:"sightings" doc:"where the text was seen, the first first"`
	Findings  []foundInJSON  `json:"findings" doc:"the ids of what was found, with its words"`
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
	Index int            `json:"index" doc:"where it is in its list in reading: the event with index 3 is reading.events[3]; -1 of a part of talks"`
	Mark  int            `json:"mark" enum:"-1,0,1" doc:"-1 rejected by a person, 1 confirmed, else 0"`
	Words record.Passage `json:"words"`
}

func (a *API) articleRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/articles/{id}", OperationID: "article", Tags: []string{"Reports"}, Errors: []int{http.StatusNotFound},
		Summary: "One report: its text, what was found in it, where it was seen",
	}, func(ctx context.Context, in *idInput) (*struct{ Body reportJSON }, error) {
		out, err := a.report(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &struct{ Body reportJSON }{out}, nil
	})
}

func (a *API) report(ctx context.Context, id string) (reportJSON, error) {
	r, err := a.record.Report(ctx, id)
	switch {
	case err != nil:
		return reportJSON{}, a.asking(ctx, err)
	case r == nil:
		return reportJSON{}, missing("report", id, "its id is the SHA-256 of its text, or the beginning of it from eight digits on")
	}
	kept, err := a.record.KeptReadings(ctx, r.Article.ID)
	if err != nil {
		return reportJSON{}, a.asking(ctx, err)
	}
	return reportOf(r, kept[r.Article.ID]), nil
}

func reportOf(r *record.Report, kept *record.KeptReading) reportJSON {
	out := reportJSON{Reading: &readingJSON{kept.Reading}, Models: kept.Models, Added: r.Article.Added, Sightings: []sightingJSON{}, Findings: []foundInJSON{}}
	for _, s := range r.Sightings {
		out.Sightings = append(out.Sightings, sightingJSON(s))
	}
	points := rapporteur.CodePoints(r.Article.Text)
	add := func(f record.Finding) {
		index := -1
		if !slices.Contains(partsOfTalks, f.ID.Kind()) {
			index = kept.Index(f.ID)
		}
		out.Findings = append(out.Findings, foundInJSON{f.ID.String(), f.ID.Kind().String(), index, f.Mark, record.Passage{Start: points(f.Start), End: points(f.Stop), Exact: r.Article.Text[f.Start:f.Stop]}})
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

// partsOfTalks have no list of their own in a reading.
var partsOfTalks = []record.Kind{record.KindProposal, record.KindTerm, record.KindAnswer, record.KindPosition, record.KindStickingPoint, record.KindAwaited}
