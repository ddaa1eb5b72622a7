package web

import (
	"fmt"
	"net/http"
	"strconv"
)

const freshPath = "/fresh"

// fresh says whether the record has changed since a page was made.
func (s *Site) fresh(r *http.Request) (answer, error) {
	seen, err := strconv.ParseInt(r.URL.Query().Get("version"), 10, 64)
	if err != nil {
		return nil, badRequest{fmt.Errorf("since which version of the record? %q is no number", r.URL.Query().Get("version"))}
	}
	now := versionOf(r.Context())
	return func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("Content-Type", pageType)
		return freshness(seen, now != seen).Render(r.Context(), w)
	}, nil
}
