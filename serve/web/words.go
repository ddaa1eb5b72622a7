package web

import (
	"fmt"
	"time"

	"rapporteur/record"
)

// plural is a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(float64(n)) + " " + many
}

// day is a date of the record as people read it: "3 Mar 2025", with blanks at which no line breaks.
func day(at string) string {
	for _, form := range []struct {
		length          int
		layout, written string
	}{{10, time.DateOnly, "2\u00a0Jan\u00a02006"}, {7, "2006-01", "Jan\u00a02006"}, {4, "2006", "2006"}} {
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
		return a.Format("2\u00a0Jan") + " to " + day(to)
	}
	return a.Format("2") + " to " + day(to)
}

// sortName is an order of rows in words.
func sortName(sort string) string {
	switch sort {
	case record.SortNewest:
		return "newest first"
	case record.SortOldest:
		return "oldest first"
	case record.SortAdded:
		return "last added first"
	case record.SortMost:
		return "most reports first"
	case record.SortName:
		return "by name"
	}
	return sort
}

// counted says how many rows of how many are shown.
func counted(shown, total int, more bool) string {
	switch {
	case total == 0 && more:
		return fmt.Sprintf("%d, and there are more", shown)
	case total == 0:
		return plural(shown, "row", "rows")
	case total > record.MostCounted:
		return fmt.Sprintf("%d of more than %s", shown, number(record.MostCounted))
	case total > shown:
		return fmt.Sprintf("%d of %s", shown, number(float64(total)))
	}
	return fmt.Sprintf("all %d", shown)
}

// told says how many reports tell of something, and how many of them on their own.
func told(reports, sources int) string {
	if reports == sources {
		return plural(reports, "source", "sources")
	}
	return fmt.Sprintf("%s, %s", plural(reports, "report", "reports"), plural(sources, "source", "sources"))
}

// shortDay is a day without its year, for where the year is seen nearby.
func shortDay(at string) string {
	if t, err := time.Parse(time.DateOnly, at[:min(len(at), 10)]); err == nil {
		return t.Format("2\u00a0Jan")
	}
	return ""
}

// count is a number of a table, nothing for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return number(float64(n))
}

// more says that a list is not all.
func more(shown, all int, of string) string {
	return fmt.Sprintf("%s of %s %s are shown", number(float64(shown)), number(float64(all)), of)
}

// prefixed is text behind something, nothing where there is no text.
func prefixed(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}
