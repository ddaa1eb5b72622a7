package export

import (
	"strconv"
	"strings"
	"time"
)

// A Period is when something was: an ISO 8601 date as the record has it, a year,
// a month, a day or a range FROM/TO of such.
type Period string

// Bounds are its first and last day, YYYY-MM-DD; "" where it is open or unknown.
func (p Period) Bounds() (first, last string) {
	from, to, ranged := strings.Cut(string(p), "/")
	if !ranged {
		to = from
	}
	return firstDay(from), lastDay(to)
}

// Single is the date where it is one year, month or day; "" for a range.
func (p Period) Single() string {
	if strings.Contains(string(p), "/") || firstDay(string(p)) == "" {
		return ""
	}
	return dateOf(string(p))
}

// dateOf cuts a time of day off.
func dateOf(s string) string {
	date, _, _ := strings.Cut(s, "T")
	return date
}

func firstDay(s string) string {
	s = dateOf(s)
	switch len(s) {
	case len("2006"):
		s += "-01-01"
	case len("2006-01"):
		s += "-01"
	}
	return valid(s)
}

func lastDay(s string) string {
	s = dateOf(s)
	switch len(s) {
	case len("2006"):
		s += "-12-31"
	case len("2006-01"):
		month, err := time.Parse("2006-01", s)
		if err != nil {
			return ""
		}
		s = month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return valid(s)
}

// valid is s where it is a day of the calendar, else "".
func valid(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}

// year, month and day are the parts that are known of a single date.
func (p Period) parts() (year, month, day int) {
	for i, part := range strings.SplitN(p.Single(), "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return 0, 0, 0
		}
		*[]*int{&year, &month, &day}[i] = n
	}
	return year, month, day
}

// span are the columns of a Period called name.
func periodColumns[R any](of func(*R) Period, whole, first, last string) []Column[R] {
	return []Column[R]{
		{Name: "date", Of: func(r *R) any { return string(of(r)) }, Says: whole},
		{Name: "date_from", Of: func(r *R) any { from, _ := of(r).Bounds(); return from }, Says: first, Tag: "#date+start"},
		{Name: "date_to", Of: func(r *R) any { _, to := of(r).Bounds(); return to }, Says: last, Tag: "#date+end"},
	}
}
