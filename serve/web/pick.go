package web

import (
	"net/http"

	"rapporteur/record"
)

// A picked is a mention for which the same thing is looked for in a table, to be
// merged with it.
type picked struct {
	ID   record.ID
	Line summary
	Back string // the page to which the merge leads
}

// picked is what the address looks for a counterpart of, nil for nothing.
func (s *Site) picked(r *http.Request) (*picked, error) {
	asked := r.URL.Query().Get("pick")
	if asked == "" {
		return nil, nil
	}
	id, err := record.ParseID(asked)
	if err != nil {
		return nil, badRequest{err}
	}
	of, err := s.record.Report(r.Context(), id.Head())
	if err != nil {
		return nil, err
	}
	if of != nil {
		for _, line := range summaries(of) {
			if line.ID == id {
				return &picked{id, line, "/findings/" + id.String()}, nil
			}
		}
	}
	return nil, errNotFound
}
