package date

import (
	"fmt"
	"time"
)

// A unit is a stretch of the calendar or the clock, the finer the smaller.
type unit int8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	season // three months, named
	quarter
	half // of a year
	year
	decade
	century
	millennium
)

// unitNames are the units by their names in knowledge/dates/words.tsv.
var unitNames = map[string]unit{
	"TS": second, "TM": minute, "TH": hour, "D": day, "WE": weekend, "W": week, "M": month, "Q": quarter,
	"H": half, "Y": year, "DE": decade, "CE": century, "ME": millennium,
}

// A period is a stretch of whole days that has a name in TIMEX3.
type period struct {
	from, to time.Time // first and last day, at midnight UTC
	unit     unit
	value    string
}

const (
	oneDay   = 24 * time.Hour
	iso8601  = time.DateOnly
	weekForm = "%04d-W%02d"
)

// periodAt is the unit of the calendar that day d lies in. A weekend is that of
// the week of d.
func periodAt(d time.Time, u unit) period {
	y, m, _ := d.Date()
	p := period{from: d, to: d, unit: u}
	span := func(y int, m time.Month, months int) {
		p.from = date(y, int(m), 1)
		p.to = date(y, int(m)+months, 1).Add(-oneDay)
	}
	switch u {
	case week, weekend:
		p.from = monday(d)
		p.to = p.from.Add(6 * oneDay)
		wy, w := d.ISOWeek()
		p.value = fmt.Sprintf(weekForm, wy, w)
		if u == weekend {
			p.from = p.from.Add(5 * oneDay)
			p.value += "-WE"
		}
	case month:
		span(y, m, 1)
		p.value = p.from.Format("2006-01")
	case quarter:
		span(y, (m-1)/3*3+1, 3)
		p.value = fmt.Sprintf("%04d-Q%d", y, (m-1)/3+1)
	case half:
		span(y, (m-1)/6*6+1, 6)
		p.value = fmt.Sprintf("%04d-H%d", y, (m-1)/6+1)
	case year:
		span(y, 1, 12)
		p.value = fmt.Sprintf("%04d", y)
	case decade:
		span(y/10*10, 1, 120)
		p.value = fmt.Sprintf("%03d", y/10)
	case century, millennium:
		span(y/100*100, 1, 1200)
		p.value = fmt.Sprintf("%02d", y/100)
	case season:
		name, first, sy := seasonAt(d)
		return seasonOf(name, first, sy)
	default:
		p.unit, p.value = day, d.Format(iso8601)
	}
	return p
}

// seasons are those of the northern hemisphere by whole months: spring is
// March to May. A winter has the year of its December, as in TIMEX3.
var seasons = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func seasonOf(name string, first, y int) period {
	return period{date(y, first, 1), date(y, first+3, 1).Add(-oneDay), season, fmt.Sprintf("%04d-%s", y, name)}
}

func seasonAt(d time.Time) (name string, first, y int) {
	y, m, _ := d.Date()
	switch {
	case m < 3:
		return "WI", 12, y - 1
	case m < 6:
		return "SP", 3, y
	case m < 9:
		return "SU", 6, y
	case m < 12:
		return "FA", 9, y
	}
	return "WI", 12, y
}

// moved is the period n units later, in the grain of u: three weeks after a day
// is a week, three days after it a day.
func (p period) moved(n int, u unit) period {
	d := p.from
	switch u {
	case week, weekend:
		d = d.Add(time.Duration(7*n) * oneDay)
	case month:
		d = months(d, n)
	case quarter, season:
		d = months(d, 3*n)
	case half:
		d = months(d, 6*n)
	case year:
		d = months(d, 12*n)
	case decade:
		d = months(d, 120*n)
	case century:
		d = months(d, 1200*n)
	case millennium:
		d = months(d, 12000*n)
	case hour, minute, second:
		u = day
	default:
		d = d.Add(time.Duration(n) * oneDay)
	}
	return periodAt(d, u)
}

// months moves d by whole months, to the last day of a shorter one.
func months(d time.Time, n int) time.Time {
	y, m, dd := d.Date()
	first := date(y, int(m)+n, 1)
	return first.Add(time.Duration(min(dd, daysIn(first.Year(), int(first.Month())))-1) * oneDay)
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func daysIn(y, m int) int { return date(y, m+1, 0).Day() }

// monday is the first day of the ISO week of d.
func monday(d time.Time) time.Time { return d.Add(-time.Duration(weekdayOf(d)-1) * oneDay) }

// weekdayOf counts from Monday, 1, to Sunday, 7.
func weekdayOf(d time.Time) int { return (int(d.Weekday())+6)%7 + 1 }

// cutTo is the first, middle or last third of a period, where the calendar has
// no finer word: what "early May" covers.
func (p period) cutTo(stage string) (from, to time.Time) {
	days := int(p.to.Sub(p.from)/oneDay) + 1
	third := time.Duration(days/3) * oneDay
	if days < 3 {
		return p.from, p.to
	}
	switch stage {
	case "START":
		return p.from, p.from.Add(third - oneDay)
	case "MID":
		return p.from.Add(third), p.to.Add(-third)
	case "END":
		return p.to.Add(oneDay - third), p.to
	}
	return p.from, p.to
}
