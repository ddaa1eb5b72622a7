package date

import (
	"strconv"
	"strings"
	"time"
)

// holiday is the day that a rule of knowledge/dates/holidays.tsv gives in a
// year; not ok for a rule without a computation.
func holiday(rule string, y int) (time.Time, bool) {
	switch {
	case rule == "-":
		return time.Time{}, false
	case strings.HasPrefix(rule, "easter"):
		n, _ := strconv.Atoi(rule[len("easter"):])
		return easter(y).Add(time.Duration(n) * oneDay), true
	case len(rule) == len(iso8601):
		d, err := time.Parse(iso8601, rule)
		return d, err == nil
	}
	m, _ := strconv.Atoi(rule[:2])
	if rule[2] == '-' {
		d, _ := strconv.Atoi(rule[3:])
		return date(y, m, d), true
	}
	w, _ := strconv.Atoi(rule[3:4])
	n, _ := strconv.Atoi(rule[5:])
	if n < 0 {
		last := date(y, m+1, 0)
		return last.Add(-time.Duration((weekdayOf(last)-w+7)%7) * oneDay), true
	}
	first := date(y, m, 1)
	return first.Add(time.Duration((w-weekdayOf(first)+7)%7+7*(n-1)) * oneDay), true
}

// easter is Easter Sunday of the Gregorian calendar, by the algorithm of Meeus,
// Jones and Butcher (J. Meeus, Astronomical Algorithms, 1991, chapter 8).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return date(y, n, (h+l-7*m+33*n+19)%32)
}
