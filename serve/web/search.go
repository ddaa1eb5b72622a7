package web

import (
	"net/http"
	"strings"

	"rapporteur/record"
)

// mostHits is how many statements and how many reports a search shows.
const mostHits = 50

func (s *Site) search(r *http.Request) (answer, error) {
	query := strings.TrimSpace(r.URL.Query().Get("q"))
	var found record.Found
	if query != "" {
		var err error
		if found, err = s.record.Search(r.Context(), query, record.Filter{}, mostHits); err != nil {
			return nil, badRequest{err}
		}
	}
	title := "Search"
	if query != "" {
		title = "Search: " + clip(query, 60)
	}
	v := s.view(r, title, "")
	v.Query = query
	return s.shown(v, searchBody(query, found)), nil
}
