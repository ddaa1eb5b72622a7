package web

import (
	"fmt"
	"net/http"
	"strconv"
)

// fresh says whether the record has changed since a page was made.
func (s *site) fresh(r *http.Request) (answer, error) {
	seen, err := strconv.ParseInt(r.URL.Query().Get("version"), 10, 64)
	if err != nil {
		return nil, badRequest{fmt.Errorf("since which version of the record? %q is no number", r.URL.Query().Get("version"))}
	}
	now, err := s.record.Version(r.Context())
	if err != nil {
		return nil, err
	}
	return func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		return freshness(seen, now != seen).Render(r.Context(), w)
	}, nil
}
