package web

import (
	"net/http"
	"strings"

	"rapporteur/record"
)

// processes is the first page: the negotiations.
func (s *Site) processes(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, []string{record.SortNewest, record.SortMost, record.SortName}, fieldActor, list("status", "Stage", stages), list("type", "About", disputes()),
		fieldPlace, fieldSince, fieldUntil, fieldWords)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Processes(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Negotiations", "/"), processesBody(p)), nil
}

func seatNames(seats []record.Seat) string {
	var out []string
	for _, s := range seats {
		out = append(out, s.Name)
	}
	return strings.Join(out, ", ")
}

// table is who sits at the table of a negotiation.
func table(p record.Process) string {
	out := seatNames(p.Parties)
	if len(p.Mediators) > 0 {
		out = strings.Join(nonempty(out, "mediated by "+seatNames(p.Mediators)), "; ")
	}
	return out
}
