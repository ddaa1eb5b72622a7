package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/record"
)

func (a *API) dossierRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/talks/{id}", OperationID: "dossier", Tags: []string{"Talks"}, Errors: []int{http.StatusNotFound},
		Summary: "One negotiation, all of it: stages, positions and how they moved, proposals with terms and answers, sticking points, what is awaited, figures, reports",
	}, func(ctx context.Context, in *idInput) (*struct{ Body *record.Dossier }, error) {
		d, err := a.dossier(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &struct{ Body *record.Dossier }{d}, nil
	})
}

func (a *API) dossier(ctx context.Context, name string) (*record.Dossier, error) {
	id, err := record.ParseID(name)
	if err != nil || id.Kind() != record.KindTalks {
		return nil, missing("talks", name, "ask talks?q=… for their id, which begins with t")
	}
	d, err := a.record.Dossier(ctx, id)
	if err != nil {
		return nil, a.asking(ctx, err)
	}
	if d == nil {
		return nil, missing("talks", name, "ask talks for those there are")
	}
	return d, nil
}
