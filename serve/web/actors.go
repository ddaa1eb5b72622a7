package web

import (
	"net/http"
	"strings"

	"rapporteur/record"
)

func (s *Site) actors(r *http.Request) (answer, error) {
	words := fieldWords
	words.Name, words.Hint = "Name", "words of a name"
	form, of, page, err := asked(r, []string{record.SortMost, record.SortName}, words, list("type", "Kind", choices[record.KindActor]["kind"]), fieldCountry, fieldSource, fieldSince, fieldUntil)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Actors(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Actors", "/actors"), actorsBody(p)), nil
}

// An actorPage is one identity and what the record has of it.
type actorPage struct {
	record.ActorRow
	Talks   record.Rows[record.Process]
	Events  record.Rows[record.EventGroup]
	Quotes  record.Rows[record.QuoteRow]
	Finding *findingPage
	Path    string
}

// few is how many rows of each kind the page of an actor shows.
const few = 12

func (s *Site) actor(r *http.Request) (answer, error) {
	id, err := record.ParseID(r.PathValue("id"))
	if err != nil {
		return nil, badRequest{err}
	}
	ctx, of := r.Context(), record.Filter{Actors: []string{id.String()}}
	rows, err := s.record.Actors(ctx, of, record.Page{Limit: 1})
	if err != nil {
		return nil, err
	}
	if len(rows.Rows) == 0 {
		return nil, errNotFound
	}
	p := &actorPage{ActorRow: rows.Rows[0], Path: without(r.URL, "finding", "done", "undone")}
	if p.Talks, err = s.record.Processes(ctx, of, record.Page{Limit: few}); err != nil {
		return nil, err
	}
	if p.Events, err = s.record.Events(ctx, of, record.Page{Limit: few}); err != nil {
		return nil, err
	}
	if p.Quotes, err = s.record.Quotes(ctx, of, record.Page{Limit: few}); err != nil {
		return nil, err
	}
	if p.Finding, err = s.openFinding(r, nil); err != nil {
		return nil, err
	}
	return s.shown(s.view(r, p.Shown(), "/actors"), actorBody(p)), nil
}

// Shown is what to call the actor.
func (p *actorPage) Shown() string { return first(p.Called, p.Name) }

func (s *Site) reports(r *http.Request) (answer, error) {
	words := fieldWords
	words.Hint = "in text or title"
	form, of, page, err := asked(r, rowSorts, words, fieldActor, list("type", "Tells of", eventTypes()), fieldCountry, fieldPlace, fieldSource, fieldSince, fieldUntil)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Articles(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Reports", "/reports"), reportsBody(p)), nil
}

// otherNames are the names of an actor but the one that it is shown by.
func otherNames(a record.ActorRow) string {
	var out []string
	for _, name := range a.Names {
		if name != first(a.Called, a.Name) {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		return "evidence"
	}
	return clip(strings.Join(out, ", "), 120)
}
