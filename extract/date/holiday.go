package date

import (
	"strconv"
	"strings"
	"time"
)

// holiday is what a rule of knowledge/dates/holidays.tsv gives in a year; not ok
// for a rule without a computation, or a day that the year does not have.
func holiday(rule string, y int) (period, bool) {
	at, days := rule, 1
	if before, n, ok := strings.Cut(rule, "*"); ok {
		at = before
		days, _ = strconv.Atoi(n)
	}
	name, number, _ := strings.Cut(at, " ")
	n, _ := strconv.Atoi(number)
	var first time.Time
	switch {
	case name == "-":
		return period{}, false
	case name == "easter":
		first = easter(y).Add(time.Duration(n) * oneDay)
	case name == "orthodox":
		first = orthodoxEaster(y).Add(time.Duration(n) * oneDay)
	case name == "hebrew":
		first = hebrewNewYear(y).Add(time.Duration(n) * oneDay)
	case name == "hanukkah":
		first = hanukkah(y)
	case name == "spring-moon":
		first = lunarNewYear(y)
	case name == "autumn-moon":
		first = diwali(y)
	case name == "islamic":
		m, _ := strconv.Atoi(number[:2])
		d, whole := 1, len(number) == len("09")
		if !whole {
			d, _ = strconv.Atoi(number[3:])
		}
		from, next, ok := islamic(m, d, y)
		if whole {
			days = int(next.Sub(from) / oneDay)
		}
		if first = from; !ok {
			return period{}, false
		}
	case len(at) == len(iso8601):
		d, err := time.Parse(iso8601, at)
		return periodAt(d, day), err == nil
	default:
		first = inMonth(at, y)
	}
	p := periodAt(first, day)
	if days > 1 {
		p.to = first.Add(time.Duration(days-1) * oneDay)
		p.value += "/" + p.to.Format(iso8601)
	}
	return p, true
}

// lasting reports whether a rule gives more than one day.
func lasting(rule string) bool {
	return strings.Contains(rule, "*") || strings.HasPrefix(rule, "islamic ") && len(rule) == len("islamic 09")
}

// inMonth is MM-DD, or the Nth weekday W of a month, MM/W/N.
func inMonth(rule string, y int) time.Time {
	m, _ := strconv.Atoi(rule[:2])
	if rule[2] == '-' {
		d, _ := strconv.Atoi(rule[3:])
		return date(y, m, d)
	}
	w, _ := strconv.Atoi(rule[3:4])
	n, _ := strconv.Atoi(rule[5:])
	if n < 0 {
		last := date(y, m+1, 0)
		return last.Add(-time.Duration((weekdayOf(last)-w+7)%7) * oneDay)
	}
	first := date(y, m, 1)
	return first.Add(time.Duration((w-weekdayOf(first)+7)%7+7*(n-1)) * oneDay)
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

// orthodoxEaster is Easter Sunday of the Julian calendar (Meeus, the same
// chapter), told in the Gregorian one.
func orthodoxEaster(y int) time.Time {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return date(y, n/31, n%31+1+y/100-y/400-2)
}
