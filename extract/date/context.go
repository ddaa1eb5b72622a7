package date

import "time"

// calendar finds the fields that n leaves out.
func (r *reader) calendar(n *node) (period, bool) {
	if n.numeral && r.dayFirst() {
		n.month, n.day = n.day, n.month
		n.numeral = false
	}
	of := period{}
	if n.of != nil {
		var ok bool
		if of, ok = r.period(n.of); !ok {
			return of, false
		}
		if n.weekday > 0 && n.month == 0 {
			d := monday(of.from).Add(time.Duration(n.weekday-1) * oneDay)
			return periodAt(d, day), true
		}
		n.year = of.from.Year()
	}
	switch {
	case n.unit == decade || n.unit == century:
		return periodAt(date(n.year, 1, 1), n.unit), true
	case n.bc:
		return periodAt(date(n.year, 1, 1), year), true
	case n.month == 0 && n.weekday > 0 && n.day == 0:
		return r.weekday(n)
	case n.month == 0 && n.season == "" && n.unit != quarter && n.unit != half:
		if n.day > 0 {
			return r.numbered(n)
		}
		p := periodAt(date(n.year, 1, 1), year)
		if n.until > n.year {
			p.to = date(n.until, 12, 31)
			p.value += "/" + p.to.Format("2006")
		}
		return p, true
	}
	if n.year > 0 {
		return n.in(n.year)
	}
	if n.weekday > 0 && n.day > 0 && r.known {
		// The weekday of "Friday, 10 May" tells the year better than any tense.
		agreeing := func(y int) (period, bool) {
			p, ok := n.in(y)
			return p, ok && weekdayOf(p.from) == n.weekday
		}
		if p, ok := r.nearestYear(open, false, false, agreeing); ok && distance(p, r.published) < 400*oneDay {
			return p, true
		}
	}
	return r.chooseYear(n, n.in)
}

// in is n in year y; false where it has no such day.
func (n *node) in(y int) (period, bool) {
	switch {
	case n.season != "":
		return seasonOf(n.season, seasons[n.season], y), true
	case n.unit == quarter:
		return periodAt(date(y, 3*n.n, 1), quarter), true
	case n.unit == half:
		return periodAt(date(y, 6*n.n, 1), half), true
	case n.day == 0:
		return periodAt(date(y, n.month, 1), month), true
	case n.day > daysIn(y, n.month) || n.until > daysIn(y, n.month):
		return period{}, false
	}
	p := periodAt(date(y, n.month, n.day), day)
	if n.until > n.day {
		p.to = date(y, n.month, n.until)
		p.value += "/" + p.to.Format(iso8601)
	}
	return p, true
}

// chooseYear gives a yearly date its year: after the one that a range begins
// with, in the year that the passage tells of, or on the side of the report
// that its verb points at.
func (r *reader) chooseYear(n *node, in func(int) (period, bool)) (period, bool) {
	if n.after != nil && n.after.read.value != "" {
		from := n.after.read.from
		for y := from.Year(); y <= from.Year()+1; y++ {
			if p, ok := in(y); ok && !p.from.Before(from) && r.fits(n, p) {
				return p, true
			}
		}
	}
	if y, ok := r.toldOf(); ok && !n.said || ok && !r.known {
		return in(y)
	}
	if !r.known {
		return period{}, false
	}
	l := r.leaning(n)
	best, found := r.nearestYear(l, n.lean != open, n.said, in)
	// The present tense looks ahead ("the show is to run from May 3"), but not
	// over most of a year where the day has just gone by.
	if l == forward && n.lean == open && found && distance(best, r.published) > farAhead {
		if p, ok := r.nearestYear(back, false, false, in); ok && distance(p, r.published) < justGone {
			return p, true
		}
	}
	return best, found
}

const (
	farAhead = 270 * oneDay
	justGone = 60 * oneDay
)

// nearestYear is the occurrence nearest to the report on the side that l says,
// the day itself included unless strict. Where l does not say, "this May" is that
// of the year of the report.
func (r *reader) nearestYear(l lean, strict, this bool, in func(int) (period, bool)) (best period, found bool) {
	for y := r.published.Year() - 5; y <= r.published.Year()+5; y++ {
		p, ok := in(y)
		if !ok {
			continue
		}
		switch {
		case l == back && p.from.After(r.published), l == back && strict && !p.to.Before(r.published):
		case l == forward && p.to.Before(r.published), l == forward && strict && !p.from.After(r.published):
		case found && l == forward:
		case found && l == open && this:
			if p.from.Year() == r.published.Year() {
				best = p
			}
		case found && l == open && distance(best, r.published) < distance(p, r.published)*r.far(p):
		default:
			best, found = p, true
		}
	}
	return best, found
}

// far is what makes a day to come less near than one gone by, where no verb says
// which is meant: reports tell of what has been, and of plans for the next weeks.
func (r *reader) far(p period) time.Duration {
	if p.from.After(r.published.Add(justGone)) {
		return 3
	}
	return 1
}

// distance is how far a period is from a day.
func distance(p period, d time.Time) time.Duration {
	switch {
	case d.Before(p.from):
		return p.from.Sub(d)
	case d.After(p.to):
		return d.Sub(p.to)
	}
	return 0
}

// fits reports whether p, the second of two dates, is on the side of the report
// that the verb points at: of "on Tuesday and Monday" neither need be the later.
func (r *reader) fits(n *node, p period) bool {
	return !r.known || !p.from.After(r.published) || r.leaning(n) != back
}

// leaning is which way the expression being read looks, said outright or by its
// verb.
func (r *reader) leaning(n *node) lean {
	if n.lean != open {
		return n.lean
	}
	return r.lean(int(r.lexemes[r.now.first].token), int(r.lexemes[r.now.end-1].token))
}

// toldOf is the year that the passage is telling of: that of the last date
// spoken of, where its year stands in the text. In a dated report it must be
// an earlier year, in the same paragraph, and of a date that is told of and not
// only mentioned: "since its launch in 2003" is no story of 2003.
func (r *reader) toldOf() (int, bool) {
	if len(r.spoken) == 0 {
		return 0, false
	}
	last := r.spoken[len(r.spoken)-1]
	s := r.t.SentenceOf(int(r.lexemes[r.now.first].token))
	if !last.explicit {
		return 0, false
	}
	y := last.period.from.Year()
	if r.known && (!last.topical || y >= r.published.Year() || r.t.Sentences[s].Paragraph != r.t.Sentences[last.sentence].Paragraph) {
		return 0, false
	}
	r.told = true
	return y, true
}

// weekday is the Monday, say, that the words point at: the last one in the past
// tense, the coming one in the future; on a Monday that very day.
func (r *reader) weekday(n *node) (period, bool) {
	if n.after != nil && n.after.read.value != "" && n.lean == open {
		d := n.after.read.from
		if p := periodAt(d.Add(time.Duration((n.weekday-weekdayOf(d)+7)%7)*oneDay), day); r.fits(n, p) {
			return p, true
		}
	}
	if !r.known {
		return period{}, false
	}
	today := weekdayOf(r.published)
	since := (today - n.weekday + 7) % 7
	till := (n.weekday - today + 7) % 7
	if n.said && n.lean != open { // "last Monday", "next Monday"
		if since == 0 {
			since, till = 7, 7
		}
	}
	l := r.leaning(n)
	if l == forward || l == either && till < since {
		return periodAt(r.published.Add(time.Duration(till)*oneDay), day), true
	}
	return periodAt(r.published.Add(-time.Duration(since)*oneDay), day), true
}

// numbered is "Monday the 5th": the nearest month in which they agree.
func (r *reader) numbered(n *node) (period, bool) {
	if !r.known {
		return period{}, false
	}
	best, found := period{}, false
	for k := -6; k <= 6; k++ {
		m := months(date(r.published.Year(), int(r.published.Month()), 1), k)
		if n.day > daysIn(m.Year(), int(m.Month())) {
			continue
		}
		p := periodAt(m.Add(time.Duration(n.day-1)*oneDay), day)
		if n.weekday > 0 && weekdayOf(p.from) != n.weekday {
			continue
		}
		if !found || distance(p, r.published) < distance(best, r.published) {
			best, found = p, true
		}
	}
	return best, found
}

// holiday is a named day in its year.
func (r *reader) holiday(n *node) (period, bool) {
	in := func(y int) (period, bool) { return holiday(n.holiday, y) }
	switch {
	case len(n.holiday) == len(iso8601) && n.holiday[4] == '-':
		return in(0)
	case n.of != nil:
		of, ok := r.period(n.of)
		if !ok {
			return of, false
		}
		return in(of.from.Year())
	case n.year > 0:
		return in(n.year)
	}
	return r.chooseYear(n, in)
}
