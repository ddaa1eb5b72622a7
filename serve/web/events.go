package web

import (
	"net/http"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/record/link"
)

// rowSorts are the orders of rows that have a day.
var rowSorts = []string{record.SortNewest, record.SortOldest, record.SortAdded}

// events is the table of who did what to whom.
func (s *Site) events(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, rowSorts, eventFields()...)
	if err != nil {
		return nil, err
	}
	page.Count = false // of events, each account must be looked at
	rows, err := s.record.Events(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Events", "/events"), eventsBody(p)), nil
}

// eventFields are what events may be asked for by.
func eventFields() []filterField {
	return []filterField{fieldActor, list("type", "Type", eventTypes()), list("status", "Reality", statuses), fieldCountry, fieldPlace, fieldSource, fieldSince, fieldUntil, fieldWords}
}

// An overview is when and where the events of a table were. It asks about all of
// them, and comes after the table for that.
type overview struct {
	Course *barChart
	Map    *worldMap
	Table  string // address of the table
}

func (s *Site) overview(r *http.Request) (answer, error) {
	form, of, _, err := asked(r, nil, eventFields()...)
	if err != nil {
		return nil, err
	}
	form.Action = "/events"
	course, err := s.courseOf(r.Context(), of, form)
	if err != nil {
		return nil, err
	}
	places, err := s.record.EventPlaces(r.Context(), of)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "When and where", "/events"), overviewBody(overview{course, eventMap(places, of.Box, form), form.With("after", "")})), nil
}

// overviewPath is where the overview of a table is.
func overviewPath(f *filterForm) string {
	return "/events/overview" + strings.TrimPrefix(f.With("after", ""), f.Action)
}

func (s *Site) quotes(r *http.Request) (answer, error) {
	words := fieldWords
	words.Hint = "in what is said"
	form, of, page, err := asked(r, rowSorts, words, fieldActor, list("type", "Kind", choices[record.KindStatement]["kind"]), fieldCountry, fieldSource, fieldSince, fieldUntil)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Quotes(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Quotes", "/quotes"), quotesBody(p)), nil
}

func (s *Site) figures(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, rowSorts, list("type", "Measure", measures), filterField{Key: "above", Name: "Above", Kind: "number"}, fieldActor, fieldCountry, fieldPlace,
		fieldSource, fieldSince, fieldUntil, fieldWords)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Figures(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	charts, err := s.charts(r, of)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Figures", "/figures"), figuresBody(p, charts)), nil
}

// mostCharts is how many series the table of figures draws above itself.
const mostCharts = 3

// charts draw the fullest series of a question that is narrow enough for one: of
// some measure, somewhere.
func (s *Site) charts(r *http.Request, of record.Filter) ([]*seriesChart, error) {
	if len(of.Types) == 0 || of.Place == "" && len(of.Countries) == 0 && of.Talks == 0 || r.URL.Query().Get("after") != "" {
		return nil, nil
	}
	all, err := s.record.FigureSeries(r.Context(), of)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b link.Series) int { return len(b.Points) - len(a.Points) })
	var out []*seriesChart
	for _, one := range all {
		if drawn(one) && len(out) < mostCharts {
			out = append(out, drawSeries(one))
		}
	}
	return out, nil
}

// figureValue is the count of a row, as its report has it.
func figureValue(f record.FigureRow) string {
	out := number(f.Value)
	if f.ValueMax > f.Value {
		out += "–" + number(f.ValueMax)
	}
	if f.Unit != "" && f.Unit != "people" {
		out += " " + f.Unit
	}
	return out
}
