package api

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/record"
)

// correctInput is a correction to be made.
type correctInput struct {
	Body struct {
		Action string `json:"action" enum:"rename,merge,split,reject,confirm,recode,undo"`
		Target string `json:"target,omitempty" maxLength:"64" doc:"id of what is corrected; of all but undo"`
		Other  string `json:"other,omitempty" maxLength:"64" doc:"of merge: id of what it is one with"`
		Field  string `json:"field,omitempty" maxLength:"64" doc:"of recode: a key of docs/record.md, as findings/ID lists them"`
		Value  string `json:"value,omitempty" maxLength:"1000" doc:"of rename and recode"`
		Undoes int64  `json:"undoes,omitempty" minimum:"1" doc:"of undo: number of the correction to take back"`
		Who    string `json:"who,omitempty" maxLength:"200" doc:"who corrects; the server's own name where not given"`
		Why    string `json:"why,omitempty" maxLength:"2000" doc:"for those who read the log"`
	}
}

func (a *API) correctionRoutes() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/corrections", OperationID: "corrections", Tags: []string{"Corrections"}, Summary: "The log of corrections, oldest first",
	}, func(ctx context.Context, _ *struct{}) (*struct{ Body []record.CorrectionLine }, error) {
		log, err := a.record.Corrections(ctx)
		if err != nil {
			return nil, a.failed(ctx, err)
		}
		out := make([]record.CorrectionLine, len(log))
		for i, c := range log {
			out[i] = c.Line()
		}
		return &struct{ Body []record.CorrectionLine }{out}, nil
	})
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodPost, Path: Prefix + "/corrections", OperationID: "correct", Tags: []string{"Corrections"}, DefaultStatus: http.StatusCreated,
		Summary: "Correct the record; the correction outlives every re-reading and can be undone", Errors: []int{http.StatusUnprocessableEntity},
	}, func(ctx context.Context, in *correctInput) (*struct{ Body record.CorrectionLine }, error) {
		kept, err := a.correct(ctx, in)
		if err != nil {
			return nil, err
		}
		return &struct{ Body record.CorrectionLine }{record.LoggedCorrection{Correction: kept, Holds: true}.Line()}, nil
	})
}

func (a *API) correct(ctx context.Context, in *correctInput) (record.Correction, error) {
	b := in.Body
	c := record.Correction{Action: b.Action, Who: b.Who, Why: b.Why, Field: b.Field, Value: b.Value, Undoes: b.Undoes}
	if c.Who == "" {
		c.Who = a.options.Who
	}
	for _, side := range []struct {
		name, id string
		to       *record.Target
	}{{"target", b.Target, &c.Target}, {"other", b.Other, &c.Other}} {
		if side.id == "" {
			continue
		}
		t, err := target(side.id)
		if err != nil {
			return c, problem(http.StatusUnprocessableEntity, side.name+": "+err.Error())
		}
		*side.to = t
	}
	if err := a.choice(c); err != nil {
		return c, err
	}
	kept, err := a.record.Correct(ctx, c)
	if err != nil {
		if ctx.Err() != nil {
			return c, a.failed(ctx, err)
		}
		return c, refused(err)
	}
	return kept, nil
}

// choice refuses a value that a key of a reading cannot have.
func (a *API) choice(c record.Correction) error {
	if c.Action != record.ActionRecode {
		return nil
	}
	s := a.huma.OpenAPI().Components.Schemas.Map()[partName(c.Target.ID.Kind().String())]
	if s == nil || s.Properties[c.Field] == nil {
		return nil // the record knows better
	}
	if there := s.Properties[c.Field].Enum; len(there) > 0 && !slices.Contains(there, any(c.Value)) {
		return problem(http.StatusUnprocessableEntity, fmt.Sprintf("value: %s of a %s is not %q; it is one of %s", c.Field, c.Target.ID.Kind(), c.Value, strings.Trim(fmt.Sprint(there), "[]")))
	}
	return nil
}
