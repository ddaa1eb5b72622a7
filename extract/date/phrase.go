package date

import (
	"sort"

	"rapporteur"
)

// read reads the sentence from left to right, the longest expression at each
// place first.
func (p *parser) read() {
	for i := p.low; i < p.high; {
		l := &p.lexemes[i]
		if !l.digit && (l.word == nil || l.word.found&starts == 0 && !l.word.opens) {
			// "Q3" and "'98" are no words of the tables.
			if c := p.text[l.start]; l.word != nil || c != 'Q' && c != 'H' && c != '\'' && c != 0xe2 || l.end-l.start > 6 {
				i++
				continue
			}
		}
		n, end := p.phrase(i)
		if n == nil {
			i++
			continue
		}
		if n.kind != 0 && (n.kind == named && end > i+1 || !p.name(i, end)) {
			p.out = append(p.out, expression{i, end, n})
		}
		i = end
	}
}

// phrase reads the expression that begins at i, the longest of the readings; a
// node without a kind is a phrase that is no date and is passed over whole.
func (p *parser) phrase(i int) (*node, int) {
	// "Russia Today" is a broadcaster; in "Russia today" that is the day.
	if w, e := p.entry(i, isName); w != nil && (!p.is(e-1, "today") || p.capital(e-1)) {
		return &node{}, e
	}
	best, end := p.set(i)
	for _, read := range [...]func(int) (*node, int){p.point, p.lapse, p.units, p.ref} {
		if n, e := read(i); n != nil && (best == nil || e > end || e == end && best.kind == 0) {
			best, end = n, e
		}
	}
	return best, end
}

// deepest is how many expressions may stand inside one another ("two days
// before the end of the first week of May"); without it the readings of "the
// end of the end of the end of" double with every word.
const deepest = 5

// point reads a point of time or a stretch of the calendar.
func (p *parser) point(i int) (*node, int) {
	if i >= p.high || p.depth >= deepest {
		return nil, i
	}
	p.depth++
	defer func() { p.depth-- }()
	n, e := p.plain(i)
	if n == nil {
		return p.timeAndDay(i)
	}
	if n.daily() && n.kind != 0 {
		e = p.tail(n, e)
	}
	return n, e
}

func (p *parser) plain(i int) (*node, int) {
	for _, read := range [...]func(int) (*node, int){
		p.edgeDate, p.countedDate, p.withinDate, p.nearDay, p.shiftedDate, p.recalledDate, p.holidayDate,
	} {
		if n, e := read(i); n != nil {
			return n, e
		}
	}
	if !p.is(i, "the") {
		if n, e := p.calendarDate(i); n != nil {
			return n, e
		}
		return nil, i
	}
	// The article belongs to decades, seasons, ordinals: not to "the 2015 vote".
	n, e := p.calendarDate(i + 1)
	if n == nil || n.unit != decade && n.unit != century && n.unit != season && n.unit != quarter && !(n.day > 0 && n.weekday == 0) && !p.is(i+1, "year") {
		return nil, i
	}
	if n.day > 0 && (p.word(i+1) == nil || p.word(i+1).class&isOrdinal == 0) {
		return nil, i
	}
	return n, e
}

// holidayDate reads a named day, with its year if that follows.
func (p *parser) holidayDate(i int) (*node, int) {
	h, e := p.entry(i, isHoliday)
	if h == nil || !p.capital(i) && !p.lexemes[i].digit {
		return nil, i
	}
	// "Johnnie Christmas", "The Christmas Cottage" are names.
	if e == i+1 && p.upos(i) == "PROPN" && p.capital(i) && (p.upos(i-1) == "PROPN" && p.capital(i-1) || p.upos(e) == "PROPN" && p.capital(e)) {
		return nil, i
	}
	n := &node{kind: named, rule: "date/holiday", holiday: h.value}
	if h.value[0] == '2' || h.value[0] == '1' && len(h.value) == len(iso8601) { // "the October 7 [attacks]"
		for e > i+1 && !p.lexemes[e-1].digit && !p.capital(e-1) {
			e--
		}
	}
	if of, y, end := p.yearAfter(e, false); end > e {
		n.of, n.year, e = of, y, end
	}
	return n, e
}

// tail reads what narrows a day down: "Friday evening", "Monday at 10:30 GMT",
// "May 6, 3 p.m.".
func (p *parser) tail(n *node, i int) int {
	if n.part == "" {
		if w := p.word(i); w != nil && w.class&isPart != 0 && !w.plural && !p.is(i+1, "-") && !(p.capital(i) && p.upos(i+1) == "PROPN") {
			n.part = w.part
			i++
		} else if w != nil && w.class&isStage != 0 && p.word(i+1) != nil && p.word(i+1).class&isPart != 0 {
			n.part, n.mod = p.word(i+1).part, w.stage
			i += 2
		}
	}
	j := p.skip(i, ",")
	j = p.skip(j, "at", "around", "about")
	if w, e := p.entry(j, isAbout); w != nil && w.about == "APPROX" {
		j = e
	}
	c, e, sure := clock{}, j, false
	if w, _ := p.entry(j, isClock); w != nil {
		c, e = p.timeOfDay(j)
		sure = true
	} else if c, e, sure = p.hours(j); e > j {
		k := p.zone(&c, e)
		sure = sure || k > e || j > i && !p.is(j-1, ",")
		e = k
	}
	if e > j && sure {
		n.clock = c
		return e
	}
	return i
}

// timeAndDay reads a time and the day it is of, if that follows: "3 p.m. on Friday".
func (p *parser) timeAndDay(i int) (*node, int) {
	c, e := p.timeOfDay(i)
	if e == i {
		return p.dayPart(i)
	}
	if of, end := p.dayAfter(e); of != nil && !of.clock.set {
		of.clock = c
		if of.part == "MO" && c.hour == 12 {
			of.clock.hour = 0
		}
		return of, end
	}
	return &node{kind: daytime, rule: "date/time", clock: c}, e
}

// dayAfter reads the day that follows a time or a part of a day.
func (p *parser) dayAfter(i int) (*node, int) {
	k := p.skip(i, ",")
	k = p.skip(k, "on")
	if n, e := p.plain(k); n != nil && n.kind != 0 && n.daily() {
		if n.part == "" {
			if w := p.word(e); w != nil && w.class&isPart != 0 && !w.plural {
				n.part, e = w.part, e+1
			}
		}
		return n, e
	}
	return nil, i
}

// dayPart reads a part of a day that says no day: "in the morning", "at dawn".
func (p *parser) dayPart(i int) (*node, int) {
	j := p.skip(i, "the")
	w := p.word(j)
	if w == nil || w.class&isPart == 0 || w.plural || p.upos(j) == "VERB" {
		return nil, i
	}
	if j > i && !p.is(i-1, "in", "during", "by", "until", "throughout") || j == i && !p.is(i-1, "at", "before", "by", "since", "until", "after") {
		return nil, i
	}
	if j == i && w.form == "night" || w.form == "daytime" || w.form == "nighttime" || !p.closed(j+1) {
		return nil, i
	}
	return &node{kind: daytime, rule: "date/time", part: w.part}, j + 1
}

// ref reads a time without edges: "now", "recently", "in the future".
func (p *parser) ref(i int) (*node, int) {
	j := i
	if p.raw(i) == "very" {
		j++
	}
	w, e := p.entry(j, isRef)
	if w == nil || p.is(e, "-") || p.is(i-1, "-", "as", "too", "how") {
		return nil, i
	}
	switch {
	case w.form == "now" && (p.upos(j) != "ADV" || p.is(e, "that") || j == p.low && p.is(e, ",")),
		w.form == "soon" && p.is(e, "as", "after"),
		w.form == "recent" && p.upos(j) != "ADJ",
		p.is(j, "the") && (p.is(e, "of") || !p.closed(e)):
		return nil, i
	}
	return &node{kind: literal, rule: "date/ref", timex: "DATE", value: w.value}, e
}

// name reports whether the words are inside a longer name of somebody or
// something: "the Friday Club", "August Wilson". A year may be part of the name
// of an event and still date it.
func (p *parser) name(i, end int) bool {
	first, last := int(p.lexemes[i].token), int(p.lexemes[end-1].token)
	entities := p.t.Entities
	k := sort.Search(len(entities), func(k int) bool { return entities[k].End > first })
	if k == len(entities) || entities[k].First > last || p.lexemes[i].digit {
		return false
	}
	e := entities[k]
	switch e.Type {
	case rapporteur.EntityPerson:
		return e.First <= first && last < e.End
	case rapporteur.EntityOrganization, rapporteur.EntityFacility, rapporteur.EntityProduct:
		// A weekday after a name dates the verb: "opens in North Velm Friday".
		if w := p.word(i); w != nil && w.class&isWeekday != 0 && last+1 == e.End {
			return false
		}
		return e.First <= first && last < e.End && last-first < e.End-e.First-1
	}
	return false
}
