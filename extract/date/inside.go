package date

import "time"

// nth is the nth unit of a longer period, the last for a negative n.
func nth(of period, n *node) (period, bool) {
	var p period
	switch {
	case n.unit == half && of.unit != year:
		// Half a month or a century has no name; its days are known.
		days := time.Duration(of.to.Sub(of.from)/oneDay+1) / 2 * oneDay
		p = of
		if n.n == 1 {
			p.to = of.from.Add(days - oneDay)
		} else {
			p.from = of.from.Add(days)
		}
		return p, true
	case n.weekday > 0:
		d := of.from.Add(time.Duration((n.weekday-weekdayOf(of.from)+7)%7) * oneDay)
		if n.n < 0 {
			d = of.to.Add(-time.Duration((weekdayOf(of.to)-n.weekday+7)%7) * oneDay)
		} else {
			d = d.Add(time.Duration(7*(n.n-1)) * oneDay)
		}
		p = periodAt(d, day)
	case n.n < 0:
		p = periodAt(of.to, n.unit)
	case n.unit == weekend:
		d := of.from.Add(time.Duration((6-weekdayOf(of.from)+7)%7) * oneDay)
		p = periodAt(d.Add(time.Duration(7*(n.n-1))*oneDay), weekend)
	default:
		p = periodAt(of.from, n.unit).moved(n.n-1, n.unit)
	}
	return p, !p.from.After(of.to) && p.unit <= of.unit
}

// dayOf is the day of a time that says none: that of a date in the same
// sentence, of the last one spoken of just before, or, for a time by the clock,
// of the report.
func (r *reader) dayOf(n *node) (period, bool) {
	s := r.t.SentenceOf(int(r.lexemes[r.now.first].token))
	for i := len(r.spoken) - 1; i >= 0 && r.spoken[i].sentence >= s-1; i-- {
		if r.spoken[i].period.unit == day {
			return r.spoken[i].period, true
		}
	}
	if n.clock.set && r.known {
		return periodAt(r.published, day), true
	}
	return period{}, false
}
