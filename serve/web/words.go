package web

import (
	"fmt"
	"time"
)

// plural is a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(float64(n)) + " " + many
}

// day is a date of the record as people read it: "3 Mar 2025".
func day(at string) string {
	for _, form := range []struct {
		length          int
		layout, written string
	}{{10, time.DateOnly, "2 Jan 2006"}, {7, "2006-01", "Jan 2006"}, {4, "2006", "2006"}} {
		if len(at) < form.length {
			continue
		}
		if t, err := time.Parse(form.layout, at[:form.length]); err == nil {
			return t.Format(form.written)
		}
	}
	return at
}

// span is a range of days: "3 Mar to 9 Apr 2025".
func span(from, to string) string {
	switch {
	case from == "" || from == to:
		return day(to)
	case to == "":
		return "since " + day(from)
	}
	a, errA := time.Parse(time.DateOnly, from[:min(10, len(from))])
	b, errB := time.Parse(time.DateOnly, to[:min(10, len(to))])
	if errA != nil || errB != nil {
		return fmt.Sprintf("%s to %s", day(from), day(to))
	}
	switch {
	case a.Year() != b.Year():
		return day(from) + " to " + day(to)
	case a.Month() != b.Month():
		return a.Format("2 Jan") + " to " + day(to)
	}
	return a.Format("2") + " to " + day(to)
}
