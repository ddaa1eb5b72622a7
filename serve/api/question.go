package api

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/export"
	"rapporteur/record"
)

// rowsInput is what a list may be asked. The fields describe and check; parse
// reads the values, for callers of the API, feeds and webhooks alike.
type rowsInput struct {
	Actor   []string `query:"actor,explode" maxItems:"50" doc:"Only of this actor: a name, words of one, or an id. Of events who takes part, of quotes who speaks, of figures on whose word, of talks and changes who negotiates. May be given again."`
	Type    []string `query:"type,explode" maxItems:"50" doc:"Only of this type: of events a PLOVER type, of figures a measure, of quotes and actors a kind, of changes what moved. May be given again."`
	Mode    []string `query:"mode,explode" maxItems:"50" doc:"Of events: only of this PLOVER mode."`
	Status  []string `query:"status,explode" maxItems:"20" doc:"Of events: happened, ongoing, planned, threatened, demanded, denied, hypothetical. Of talks: the stage."`
	Country []string `query:"country,explode" maxItems:"50" doc:"Only of this country: ISO 3166-1 alpha-3, or its English name."`
	Place   string   `query:"place" maxLength:"200" doc:"Only there: a name, or a GeoNames id."`
	Box     string   `query:"bbox" maxLength:"100" doc:"Only within west,south,east,north in degrees (WGS 84)."`
	Since   string   `query:"since" maxLength:"10" doc:"Only from this day on (YYYY-MM-DD), or of the last so many days (7d)."`
	Until   string   `query:"until" maxLength:"10" doc:"Only up to this day."`
	Source  []string `query:"source,explode" maxItems:"50" doc:"Only from this outlet. May be given again."`
	Words   string   `query:"q" maxLength:"500" doc:"Only with these words: all of them in any form, \"a phrase\", begin*, -without."`
	Mark    []string `query:"mark,explode" maxItems:"3" doc:"rejected, unmarked, confirmed; the last two where none is given."`
	Talks   string   `query:"talks" maxLength:"64" doc:"Of changes: only of these talks, by an id of theirs."`
	Above   float64  `query:"above" doc:"Of figures: only above this value."`
	Sort    string   `query:"sort" maxLength:"20" doc:"newest, oldest and, where it makes sense, most, name or added."`
	Limit   int      `query:"limit" minimum:"1" maximum:"1000" doc:"Rows of a page: 50 where not given. Of a table, such as CSV: all where not given."`
	After   string   `query:"after" maxLength:"2000" doc:"next of the page before."`
	Count   bool     `query:"count" doc:"Tell in total how many rows there are, up to 1,000."`
	Format  string   `query:"format" maxLength:"40" doc:"The form of the answer; it counts more than the header Accept."`
	Accept  string   `header:"Accept" doc:"The media type of the form."`

	values url.Values
}

// Resolve takes the parameters as they came.
func (in *rowsInput) Resolve(ctx huma.Context) []error {
	u := ctx.URL()
	in.values = u.Query()
	return nil
}

// asked is a list's question, understood.
type asked struct {
	filter record.Filter
	page   record.Page
}

// parameters are the names that parse knows.
var parameters = []string{
	"actor", "type", "mode", "status", "country", "place", "bbox", "since", "until", "source", "q", "mark", "talks", "above", "sort", "limit", "after", "count", "format",
}

// parse reads the parameters of a question.
func parse(v url.Values, now time.Time) (asked, error) {
	var out asked
	for name, values := range v {
		if !slices.Contains(parameters, name) {
			return out, fmt.Errorf("there is no parameter %q; there are %s", name, strings.Join(parameters, ", "))
		}
		if slices.Contains([]string{"place", "bbox", "since", "until", "q", "talks", "above", "sort", "limit", "after", "count", "format"}, name) && len(values) > 1 {
			return out, fmt.Errorf("%s can be given only once", name)
		}
	}
	f, p := &out.filter, &out.page
	f.Actors, f.Types, f.Modes, f.Statuses = v["actor"], v["type"], v["mode"], v["status"]
	f.Place, f.Sources, f.Words = v.Get("place"), v["source"], v.Get("q")
	p.After, p.Sort, p.Count = v.Get("after"), v.Get("sort"), v.Get("count") == "true"
	var errs []error
	note := func(err error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	var err error
	f.Countries, err = export.Countries(v["country"])
	note(err)
	f.Since, err = dayOf("since", v.Get("since"), now)
	note(err)
	f.Until, err = dayOf("until", v.Get("until"), now)
	note(err)
	if f.Since != "" && f.Until != "" && f.Since > f.Until {
		note(fmt.Errorf("since %s is after until %s", f.Since, f.Until))
	}
	f.Box, err = record.ParseBox(v.Get("bbox"))
	note(err)
	for _, name := range v["mark"] {
		mark, err := record.MarkNamed(name)
		note(err)
		f.Marks = append(f.Marks, mark)
	}
	if f.Words != "" && !slices.ContainsFunc(record.ParseWords(f.Words), func(t record.Term) bool { return !t.Not }) {
		note(errors.New("q must have a word to look for, not only words to do without"))
	}
	if limit := v.Get("limit"); limit != "" {
		if p.Limit, err = strconv.Atoi(limit); err != nil || p.Limit < 1 || p.Limit > record.MaxLimit {
			note(fmt.Errorf("limit is a number from 1 to %d, not %q", record.MaxLimit, limit))
		}
	}
	if above := v.Get("above"); above != "" {
		if f.Above, err = strconv.ParseFloat(above, 64); err != nil || !(f.Above >= 0) {
			note(fmt.Errorf("above is a number from 0 on, not %q", above))
		}
	}
	if talks := v.Get("talks"); talks != "" {
		if f.Talks, err = record.ParseID(talks); err != nil {
			note(fmt.Errorf("talks: %w", err))
		}
	}
	return out, errors.Join(errs...)
}

// dayOf is a day, also one so many days ago.
func dayOf(name, value string, now time.Time) (string, error) {
	if n, ok := strings.CutSuffix(value, "d"); ok {
		if days, err := strconv.Atoi(n); err == nil && days >= 0 && days <= 36_500 {
			return now.AddDate(0, 0, -days).Format(time.DateOnly), nil
		}
	}
	if _, err := time.Parse(time.DateOnly, value); value != "" && err != nil {
		return "", fmt.Errorf("%s is a day such as 2024-03-12, or 7d for the last seven, not %q", name, value)
	}
	return value, nil
}
