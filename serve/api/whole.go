package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/record/link"
)

// A whole is an answer that comes at once, not in pages.
type whole[T any] struct {
	name, id, summary string
	of                *list[struct{}] // whose filters it checks
	ask               func(context.Context, record.Filter) ([]T, error)
}

func (a *API) wholeRoutes() {
	r := a.record
	events, figures := &list[struct{}]{name: "events", types: export.EventTypes(), modes: export.EventModes(), statuses: export.Statuses}, &list[struct{}]{name: "figures", types: export.Measures}
	answerWhole(a, whole[record.MonthCount]{"events/months", "eventMonths", "How many events of each type each month has", events, r.EventMonths})
	answerWhole(a, whole[record.PlaceCount]{"events/places", "eventPlaces", "How many events each place has, with its coordinates", events, r.EventPlaces})
	answerWhole(a, whole[link.Series]{"figures/series", "figureSeries", "The newest figures as series by measure, group and place: the sources side by side, and what contradicts what", figures, r.FigureSeries})
	answerWhole(a, whole[record.SourceCount]{"sources", "sources", "Outlets, with how many reports each has", &list[struct{}]{name: "sources"},
		func(ctx context.Context, _ record.Filter) ([]record.SourceCount, error) { return r.Sources(ctx) }})
}

func answerWhole[T any](a *API, w whole[T]) {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/" + w.name, OperationID: w.id, Tags: []string{"Findings"}, Summary: w.summary,
	}, func(ctx context.Context, in *rowsInput) (*struct{ Body []T }, error) {
		q, err := parse(in.values, a.now())
		if err == nil {
			q, err = w.of.check(q)
		}
		if err != nil {
			return nil, refused(err)
		}
		out, err := w.ask(ctx, q.filter)
		if err != nil {
			return nil, a.asking(ctx, err)
		}
		if out == nil {
			out = []T{}
		}
		return &struct{ Body []T }{out}, nil
	})
}
