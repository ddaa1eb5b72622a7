package date

import "time"

// shifted counts from the report.
func (r *reader) shifted(n *node) (period, bool) {
	if !r.known || !reachable(n) {
		return period{}, false
	}
	switch {
	case n.unit == weekend && n.n == 0:
		// "This weekend" on a Tuesday is over where the tense is past.
		p := periodAt(r.published, weekend)
		if p.from.After(r.published) && r.leaning(n) != forward && r.leaning(n) != either {
			p = p.moved(-1, weekend)
		}
		return p, true
	case n.unit < day:
		scale := map[unit]int{hour: 24, minute: 24 * 60, second: 24 * 60 * 60}[n.unit]
		return periodAt(r.published, day).moved(n.n/scale, day), true
	}
	return periodAt(r.published, n.unit).moved(n.n, n.unit), true
}

// reachable keeps counting within the calendar of four-figure years.
func reachable(n *node) bool {
	limit := map[unit]int{year: 1500, decade: 150, century: 15, millennium: 1}[n.unit]
	return limit == 0 && n.n > -20000 && n.n < 20000 || n.n > -limit && n.n < limit
}

// recalled counts from the last date spoken of that is no coarser than what is
// counted; "the day before" that nothing goes before is counted from the report.
func (r *reader) recalled(n *node) (period, bool) {
	if !reachable(n) {
		return period{}, false
	}
	s := r.t.SentenceOf(int(r.lexemes[r.now.first].token))
	anchor, found := period{}, false
	for i := len(r.spoken) - 1; i >= 0 && r.spoken[i].sentence >= s-4; i-- {
		if r.spoken[i].period.unit <= max(n.unit, day) {
			anchor, found = r.spoken[i].period, true
			break
		}
	}
	if !found {
		if !r.known || n.n > 0 {
			return period{}, false
		}
		anchor = periodAt(r.published, day)
	}
	switch {
	case n.weekday > 0:
		since := (weekdayOf(anchor.from) - n.weekday + 7) % 7
		till := (n.weekday - weekdayOf(anchor.from) + 7) % 7
		if n.n == 0 {
			return periodAt(anchor.from.Add(-time.Duration(since)*oneDay), day), true
		}
		if n.n > 0 {
			return periodAt(anchor.from.Add(time.Duration((till+6)%7+1)*oneDay), day), true
		}
		return periodAt(anchor.from.Add(-time.Duration((since+6)%7+1)*oneDay), day), true
	case n.season != "":
		return n.seasonFrom(anchor), true
	case n.month > 0:
		y, m := anchor.from.Year(), int(anchor.from.Month())
		switch {
		case n.n > 0 && n.month <= m:
			y++
		case n.n < 0 && n.month >= m:
			y--
		}
		return periodAt(date(y, n.month, 1), month), true
	case n.unit < day:
		return periodAt(anchor.from, day), true
	}
	return periodAt(anchor.from, n.unit).moved(n.n, n.unit), true
}

// seasonFrom is "the following autumn", "that summer", counted from a date.
func (n *node) seasonFrom(anchor period) period {
	for y := anchor.from.Year() - 1; ; y++ {
		p := seasonOf(n.season, seasons[n.season], y)
		switch {
		case n.n > 0 && p.from.After(anchor.to), n.n == 0 && !p.to.Before(anchor.from):
			return p
		case n.n < 0 && !seasonOf(n.season, seasons[n.season], y+1).to.Before(anchor.from):
			return p
		}
	}
}
