package web

import (
	"math"
	"strconv"
	"time"
)

// A tick is a mark on an axis.
type tick struct {
	At    float64 // on the sheet
	Label string
}

// A scale leads from values to places on a sheet.
type scale struct{ low, high, from, to float64 }

func (s scale) at(v float64) float64 {
	if s.high == s.low {
		return (s.from + s.to) / 2
	}
	return round1(s.from + (v-s.low)/(s.high-s.low)*(s.to-s.from))
}

func round1(x float64) float64 { return math.Round(x*10) / 10 }

// coordinate is a number as SVG has it.
func coordinate(x float64) string { return strconv.FormatFloat(round1(x), 'f', -1, 64) }

// axis is a scale for values whose ends are round, and some four ticks on it. It
// begins at 0 unless all values lie closely together far from it.
func axis(low, high, from, to float64) (scale, []tick) {
	if high-low > high*0.35 || low <= 0 {
		low = min(low, 0)
	}
	if high == low {
		low, high = min(low, 0), max(high, 1)
	}
	step := math.Pow(10, math.Floor(math.Log10((high-low)/4)))
	for _, by := range []float64{1, 2, 2.5, 5, 10} {
		if (high-low)/(step*by) <= 5 {
			step *= by
			break
		}
	}
	s := scale{math.Floor(low/step) * step, math.Ceil(high/step) * step, from, to}
	var ticks []tick
	for v := s.low; v <= s.high+step/2; v += step {
		ticks = append(ticks, tick{s.at(v), number(math.Round(v*1e6) / 1e6)})
	}
	return s, ticks
}

// A days scale leads from days to places on a sheet.
type days struct {
	first, last time.Time
	scale
}

// newDays has a little room at both ends.
func newDays(first, last string, from, to float64) days {
	a, errA := time.Parse(time.DateOnly, first)
	b, errB := time.Parse(time.DateOnly, last)
	if errA != nil || errB != nil {
		a, b = time.Time{}, time.Time{}
	}
	room := max(b.Sub(a)/40, 12*time.Hour)
	a, b = a.Add(-room), b.Add(room)
	return days{a, b, scale{0, b.Sub(a).Hours(), from, to}}
}

// on is where a day is, and false for what is no day.
func (d days) on(day string) (float64, bool) {
	t, err := time.Parse(time.DateOnly, day[:min(len(day), 10)])
	if err != nil {
		return 0, false
	}
	return d.at(t.Sub(d.first).Hours()), true
}

// ticks are at the beginnings of years, months, weeks or days, whichever are
// some four to ten.
func (d days) ticks() []tick {
	span := d.last.Sub(d.first).Hours() / 24
	step, layout := func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }, "2 Jan"
	at := time.Date(d.first.Year(), d.first.Month(), d.first.Day()+1, 0, 0, 0, 0, time.UTC)
	months := func(n int) func(time.Time) time.Time {
		return func(t time.Time) time.Time { return t.AddDate(0, n, 0) }
	}
	switch {
	case span > 6*366:
		step, layout, at = months(12*int(math.Ceil(span/366/8))), "2006", time.Date(d.first.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC)
	case span > 2*366:
		step, layout, at = months(6), "Jan 2006", time.Date(d.first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case span > 300:
		step, layout, at = months(3), "Jan 2006", time.Date(d.first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case span > 75:
		step, layout, at = months(1), "Jan 2006", time.Date(d.first.Year(), d.first.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	case span > 10:
		step = func(t time.Time) time.Time { return t.AddDate(0, 0, 7) }
	}
	var out []tick
	for ; at.Before(d.last); at = step(at) {
		if x := d.at(at.Sub(d.first).Hours()); x >= d.from && x <= d.to {
			out = append(out, tick{x, at.Format(layout)})
		}
	}
	if len(out) > 10 {
		var fewer []tick
		for i := 0; i < len(out); i += (len(out) + 9) / 10 {
			fewer = append(fewer, out[i])
		}
		out = fewer
	}
	return out
}
