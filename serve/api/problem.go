package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/record"
)

// problem is an answer of application/problem+json (RFC 9457).
func problem(status int, detail string) error {
	return &huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: detail}
}

// missing is the answer where nothing has an id.
func missing(what, id, try string) error {
	return problem(http.StatusNotFound, "the record has no "+what+" "+id+"; "+try)
}

// refused is the answer to what cannot be done as it was asked.
func refused(err error) error { return problem(http.StatusUnprocessableEntity, err.Error()) }

// failed is the answer where the record could not be asked. What went wrong is
// for the log: it may tell of the machine.
func (a *API) failed(ctx context.Context, err error) error {
	if errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
		return problem(http.StatusServiceUnavailable, "the answer took too long; ask for less, with a filter or a lower limit")
	}
	a.options.Log.Error("asking the record", "error", err)
	return problem(http.StatusInternalServerError, "the record could not be asked; the log of the server says why, and rapporteur check whether the record is sound")
}

// writeProblem answers outside of an operation.
func writeProblem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(problem(status, detail)) // who asked may be gone
}

// asking is the answer to a question that the record did not answer.
func (a *API) asking(ctx context.Context, err error) error {
	switch {
	case errors.Is(err, record.ErrMissing):
		return problem(http.StatusNotFound, err.Error()+"; a report that is read anew may have it in other words: search for them")
	case errors.Is(err, record.ErrAsked):
		return refused(err)
	}
	return a.failed(ctx, err)
}
