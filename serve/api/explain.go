package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/record"
)

type idInput struct {
	ID string `path:"id" maxLength:"64" doc:"As lists and searches give it."`
}

type explainInput struct {
	ID       string `path:"id" maxLength:"64" doc:"As lists and searches give it."`
	Accounts int    `query:"accounts" default:"100" minimum:"1" maximum:"1000" doc:"How many accounts of the same thing at most, those that were published next to it."`
}

func (a *API) explainRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/findings/{id}", OperationID: "explain", Tags: []string{"Findings"},
		Summary: "Explain a finding: its words, its rule, what it was joined with and why, what people made of it", Errors: []int{http.StatusNotFound},
	}, func(ctx context.Context, in *explainInput) (*struct{ Body record.Explanation }, error) {
		x, err := a.explain(ctx, in)
		if err != nil {
			return nil, err
		}
		return &struct{ Body record.Explanation }{x}, nil
	})
}

func (a *API) explain(ctx context.Context, in *explainInput) (record.Explanation, error) {
	t, err := target(in.ID)
	if err != nil {
		return record.Explanation{}, missing("finding", in.ID, "ids are as lists and searches give them, such as e3f09ab61c2d4e5")
	}
	x, err := a.record.Explain(ctx, t.ID, in.Accounts)
	if err != nil {
		return record.Explanation{}, a.asking(ctx, err)
	}
	return x.Explanation(), nil
}

// target reads an id; that of an article may be whole.
func target(id string) (record.Target, error) {
	if len(id) == 64 {
		return record.Target{ID: record.ArticleID(id), Article: id}, nil
	}
	parsed, err := record.ParseID(id)
	return record.Target{ID: parsed}, err
}
