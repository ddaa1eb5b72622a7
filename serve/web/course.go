package web

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"rapporteur/knowledge"
	"rapporteur/record"
)

// mostMonths is up to how many months are drawn one by one; of more, years are.
const mostMonths = 84

// courseOf draws events over time, nil where fewer than two months have any.
func courseOf(counts []record.MonthCount, form *filterForm) *barChart {
	by := map[string]*tally{}
	low, high := "", ""
	for _, c := range counts {
		if len(c.Month) != len("2006-01") {
			continue
		}
		t := by[c.Month]
		if t == nil {
			t = &tally{}
			by[c.Month] = t
		}
		if conflict(c.Type) {
			t.Conflict += c.Events
		} else {
			t.Cooperation += c.Events
		}
		if low == "" || c.Month < low {
			low = c.Month
		}
		high = max(high, c.Month)
	}
	if len(by) < 2 {
		return nil
	}
	first, errA := time.Parse("2006-01", low)
	last, errB := time.Parse("2006-01", high)
	if errA != nil || errB != nil {
		return nil
	}
	step, label, unit := 1, "Jan 2006", "month"
	if first.AddDate(0, mostMonths, 0).Before(last) {
		step, label, unit, first = 12, "2006", "year", time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	var tallies []tally
	for at := first; !at.After(last); at = at.AddDate(0, step, 0) {
		end := at.AddDate(0, step, 0)
		t := tally{Since: at.Format(time.DateOnly), Until: end.AddDate(0, 0, -1).Format(time.DateOnly), Label: at.Format(label)}
		for month := at; month.Before(end); month = month.AddDate(0, 1, 0) {
			if one := by[month.Format("2006-01")]; one != nil {
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
	c.Unit, c.Earlier = unit, earlier
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
func eventMap(counts []record.PlaceCount, form *filterForm) *worldMap {
	var sites []mapSite
	for _, c := range counts {
		sites = append(sites, mapSite{
			Name: c.Place, Country: c.Country, Lat: c.Lat, Lon: c.Lon, Count: c.Events, Address: form.With("place", c.Place),
			Title: c.Place + ": " + plural(c.Events, "event", "events"),
		})
	}
	if len(sites) == 0 {
		return nil
	}
	return drawMap(sites, 640, 300)
}

// isCountry reports whether a place is the country that it is in, as a whole.
func isCountry(name, code string) bool {
	c := knowledge.CountryByCode(code)
	if c == nil {
		return false
	}
	return strings.EqualFold(c.Name, name) || slices.ContainsFunc(c.Aliases, func(a knowledge.Name) bool { return strings.EqualFold(a.Text, name) })
}
