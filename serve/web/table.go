package web

import (
	"net/http"

	"rapporteur/record"
)

// A frame is what stands around the rows of a table: what asks for them, what leads on,
// and a finding that is open beside them, perhaps.
type frame struct {
	Form         *filterForm
	Finding      *findingPage
	Path         string // of the page without an open finding
	Pick         *picked
	Shown, Total int    // rows here, and in all where they were counted
	Next         string // the cursor that leads on
}

// A tablePage is a table of findings.
type tablePage[T any] struct {
	frame
	Rows []T
}

// A heading is that of a column; numbers have the class "n".
type heading struct{ Name, Class string }

func tableOf[T any](s *Site, r *http.Request, form *filterForm, rows record.Rows[T]) (*tablePage[T], error) {
	p := &tablePage[T]{frame{Form: form, Path: without(r.URL, "finding", "done", "undone"), Shown: len(rows.Rows), Total: rows.Total, Next: rows.Next}, rows.Rows}
	var err error
	if p.Finding, err = s.openFinding(r, nil); err != nil {
		return nil, err
	}
	p.Pick, err = s.picked(r)
	return p, err
}
