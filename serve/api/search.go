package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur"
	"rapporteur/record"
)

// hitJSON is what a search found.
type hitJSON struct {
	Kind     string         `json:"kind" doc:"statement or article"`
	ID       string         `json:"id" doc:"of the finding; explain it with findings/ID"`
	Speaker  string         `json:"speaker,omitempty"`
	Words    record.Passage `json:"words" doc:"of the statement, or the sentence of the report that fits best"`
	Sentence record.Passage `json:"sentence"`
	Article  record.Source  `json:"article"`
}

type foundJSON struct {
	Statements []hitJSON `json:"statements" doc:"who said it, the best first"`
	Articles   []hitJSON `json:"articles" doc:"reports with the words, the best first"`
}

type searchInput struct {
	Q      string   `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"Words that must all be there in any form, \"a phrase\", begin*, and -without."`
	Source []string `query:"source,explode" doc:"Only in reports of this outlet. May be given again."`
	Since  string   `query:"since" format:"date" doc:"Only in reports published on this day or later."`
	Until  string   `query:"until" format:"date" doc:"Only in reports published on this day or earlier."`
	Limit  int      `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"How many statements and how many reports at most."`
}

func (a *API) searchRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/search", OperationID: "search", Tags: []string{"Findings"}, Summary: "Search what people said and whole reports for words",
	}, func(ctx context.Context, in *searchInput) (*struct{ Body foundJSON }, error) {
		found, err := a.search(ctx, in)
		if err != nil {
			return nil, err
		}
		return &struct{ Body foundJSON }{found}, nil
	})
}

func (a *API) search(ctx context.Context, in *searchInput) (foundJSON, error) {
	if !slices.ContainsFunc(record.ParseWords(in.Q), func(t record.Term) bool { return !t.Not }) {
		return foundJSON{}, problem(http.StatusUnprocessableEntity, "q must have a word to look for, not only words to do without")
	}
	found, err := a.record.Search(ctx, in.Q, record.Filter{Sources: in.Source, Since: in.Since, Until: in.Until}, in.Limit)
	if err != nil {
		return foundJSON{}, a.failed(ctx, err)
	}
	return foundJSON{hits(found.Statements), hits(found.Articles)}, nil
}

func hits(in []record.Hit) []hitJSON {
	out := make([]hitJSON, len(in))
	for i, h := range in {
		out[i] = hitJSON{h.ID.Kind().String(), h.ID.String(), h.Speaker, passage(h.Article, h.Span), passage(h.Article, h.Sentence), source(h.Article)}
	}
	return out
}

// passage is a span as JSON has it.
func passage(a *record.Article, s rapporteur.Span) record.Passage {
	points := rapporteur.CodePoints(a.Text)
	return record.Passage{Span: s, Start: points(s.Start), End: points(s.End), Exact: a.Text[s.Start:s.End]}
}

func source(a *record.Article) record.Source {
	return record.Source{ID: a.ID, Ref: a.Ref, Title: a.Title, URL: a.URL, Author: a.Author, Publisher: a.Publisher, Published: a.Published, Language: a.Language}
}
