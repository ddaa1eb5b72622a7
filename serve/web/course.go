package web

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"rapporteur/knowledge"
	"rapporteur/record"
)

const (
	mostMonths = 84 // up to so many are drawn one by one; of more, years are
	mostDays   = 31 // of so many or fewer, that the address asks for, days are drawn
)

// A dated is how many events of a type a stretch of time has, a day or a month.
type dated struct {
	when, of string
	events   int
}

// A pace is how far bars are apart: how long a stretch that is counted is, and what a bar
// is called.
type pace struct {
	unit, counted, label string
	next                 func(time.Time) time.Time
}

var (
	daily   = pace{"day", time.DateOnly, "2 Jan 2006", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }}
	monthly = pace{"month", "2006-01", "Jan 2006", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }}
	yearly  = pace{"year", "2006-01", "2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }}
)

// courseOf draws events over time, nil where fewer than two stretches have any.
func (s *Site) courseOf(ctx context.Context, of record.Filter, form *filterForm) (*barChart, error) {
	var counts []dated
	if short(of) {
		days, err := s.record.EventDays(ctx, of)
		if err != nil {
			return nil, err
		}
		for _, c := range days {
			counts = append(counts, dated{c.Day, c.Type, c.Events})
		}
		return drawCourse(counts, daily, form), nil
	}
	months, err := s.record.EventMonths(ctx, of)
	if err != nil {
		return nil, err
	}
	for _, c := range months {
		counts = append(counts, dated{c.Month, c.Type, c.Events})
	}
	return drawCourse(counts, monthly, form), nil
}

// short reports whether a filter lets through a month at most.
func short(of record.Filter) bool {
	since, errA := time.Parse(time.DateOnly, of.Since)
	until, errB := time.Parse(time.DateOnly, of.Until)
	return errA == nil && errB == nil && !until.After(since.AddDate(0, 0, mostDays-1))
}

func drawCourse(counts []dated, p pace, form *filterForm) *barChart {
	by := map[string]*tally{}
	low, high := "", ""
	for _, c := range counts {
		if len(c.when) != len(p.counted) {
			continue
		}
		t := by[c.when]
		if t == nil {
			t = &tally{}
			by[c.when] = t
		}
		if conflict(c.of) {
			t.Conflict += c.events
		} else {
			t.Cooperation += c.events
		}
		if low == "" || c.when < low {
			low = c.when
		}
		high = max(high, c.when)
	}
	if len(by) < 2 {
		return nil
	}
	first, errA := time.Parse(p.counted, low)
	last, errB := time.Parse(p.counted, high)
	if errA != nil || errB != nil {
		return nil
	}
	within := p
	if first.AddDate(0, mostMonths, 0).Before(last) {
		p, first = yearly, time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	var tallies []tally
	for at := first; !at.After(last); at = p.next(at) {
		end := p.next(at)
		t := tally{Since: at.Format(time.DateOnly), Until: end.AddDate(0, 0, -1).Format(time.DateOnly), Label: at.Format(p.label)}
		for part := at; part.Before(end); part = within.next(part) {
			if one := by[part.Format(within.counted)]; one != nil {
				t.Cooperation, t.Conflict = t.Cooperation+one.Cooperation, t.Conflict+one.Conflict
			}
		}
		tallies = append(tallies, t)
	}
	tallies, earlier := recent(tallies)
	c := drawBars(tallies, func(t tally) string {
		u, err := url.Parse(form.With("since", t.Since))
		if err != nil {
			return form.Action
		}
		q := u.Query()
		q.Set("until", t.Until)
		return u.Path + "?" + q.Encode()
	})
	c.Unit, c.Earlier = p.unit, earlier
	return c
}

// recent leaves out the beginning of a course where it holds next to nothing:
// a war of long ago that one report recalls would make the present a thin stripe.
func recent(tallies []tally) (kept []tally, earlier int) {
	all := 0
	for _, t := range tallies {
		all += t.Cooperation + t.Conflict
	}
	for i, t := range tallies {
		if len(tallies)-i <= 12 || (earlier+t.Cooperation+t.Conflict)*33 > all {
			return tallies[i:], earlier
		}
		earlier += t.Cooperation + t.Conflict
	}
	return tallies, 0
}

// eventMap draws where events were, nil where none has a place on the map. Whole
// countries are coloured, not marked with a point.
func eventMap(counts []record.PlaceCount, box *record.Box, form *filterForm) *worldMap {
	var sites []mapSite
	for _, c := range counts {
		sites = append(sites, mapSite{
			Name: c.Place, Country: c.Country, Lat: c.Lat, Lon: c.Lon, Count: c.Events, Address: form.With("place", c.Place),
			Title: c.Place + ": " + plural(c.Events, "event", "events"),
		})
	}
	if len(sites) == 0 && box == nil {
		return nil
	}
	m := drawMap(sites, box, 640, 300)
	m.steer(form)
	return m
}

// isCountry reports whether a place is the country that it is in, as a whole.
func isCountry(name, code string) bool {
	c := knowledge.CountryByCode(code)
	if c == nil {
		return false
	}
	return strings.EqualFold(c.Name, name) || slices.ContainsFunc(c.Aliases, func(a knowledge.Name) bool { return strings.EqualFold(a.Text, name) })
}
