package figure

import (
	"sort"

	"rapporteur"
	"rapporteur/knowledge/figures"
)

// noDate says that no date covers a token.
const noDate = ""

// dated is the type of the date that covers token i, or noDate.
func (f *finder) dated(i int) string {
	if d := f.dateOf(i); d != nil {
		return d.Type
	}
	return noDate
}

// dateOf is the date that covers token i, or nil.
func (f *finder) dateOf(i int) *rapporteur.Date {
	if i >= len(f.t.Tokens) {
		return nil
	}
	span := f.t.Tokens[i].Span
	for k := f.date; k < len(f.dates) && f.dates[k].Sentence == f.number; k++ {
		if f.dates[k].Span.Overlaps(span) {
			return &f.dates[k]
		}
	}
	return nil
}

// trapped reports whether a number counts nothing: a date, an age, the number
// of a resolution or a flight, a part of a name, a score.
func (f *finder) trapped(q *quantity) bool {
	if q.former || q.value == 0 && q.max == 0 || q.unit != nil && q.unit.Kind == figures.UnitNever {
		return true
	}
	if q.fraction && f.dated(q.end-1) != noDate {
		return true // "a Fourth of July"
	}
	if d := f.dateOf(q.first); d != nil && (d.Type != rapporteur.DateDuration || q.unit == nil || q.unit.Kind != figures.UnitTime) {
		return true
	}
	if !q.words && q.unit == nil && f.glued(q.first) && !f.is(q.first-1, "(", "[", "“", "\"", "‘", "'", "—", "+", "~") {
		return true // "F-16", "AK-47", "2-1"
	}
	if f.is(q.from-1, "of") && f.is(q.from-2, "out") || f.is(q.from-1, "the") && f.is(q.from-2, "of") && f.is(q.from-3, "out") {
		return true // those of whom a part is counted
	}
	if f.is(q.from-1, "per") || f.is(q.from-1, "of") && f.is(q.from-2, "population", "populace") {
		return true // "18 deaths per 100,000 people", "a city's population of 260,000"
	}
	if p := q.from - 1; f.is(p-1, "of") && f.is(p, "the", "their", "its", "those", "these", "his", "her") &&
		f.is(p-2, "none", "neither", "any", "some", "most", "many", "few", "several", "majority", "rest") {
		return true // "none of the 12 hostages": how many of them, no number says
	}
	return f.titled(q) || f.labelled(q) || f.named(q) || f.aged(q) || f.scored(q)
}

// titled reports whether number and noun are a name: "the Fourteen Points".
func (f *finder) titled(q *quantity) bool {
	return q.words && q.first > f.first && capital(f.t.Word(q.first)) && q.end < f.end && capital(f.t.Word(q.end)) && !f.is(q.first-1, ".", ":", "“", "\"", "‘")
}

func capital(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }

// labelled reports whether the word before the number makes it a name.
func (f *finder) labelled(q *quantity) bool {
	if q.from != q.first || q.unit != nil || q.first == f.first || q.words && q.value != 1 {
		return false
	}
	p := q.first - 1
	w := f.lower(p)
	if w == "#" || w == "no" || w == "no." {
		return true
	}
	if !figures.Label(w) {
		return false
	}
	// "in the camp 300 people died": a clause begins.
	return f.t.Word(p) != w || !f.nominal(q.end)
}

// nominal reports whether a noun phrase goes on at token i.
func (f *finder) nominal(i int) bool {
	if i >= f.end {
		return false
	}
	switch f.t.Tokens[i].UPOS {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return false
}

// named reports whether the number stands inside a name.
func (f *finder) named(q *quantity) bool {
	e := f.entity(q.first)
	if e == nil {
		return false
	}
	switch e.Type {
	case rapporteur.EntityMoney, rapporteur.EntityDate, rapporteur.EntityNORP:
		return false
	}
	// Models take a number before a name into it: "12 Velmian soldiers".
	return e.First < q.first
}

// aged reports whether the number is an age: "a 45-year-old", "Aster Vale, 45,",
// "aged 45", "in his 40s".
func (f *finder) aged(q *quantity) bool {
	switch {
	case q.old && q.unit != nil && q.unit.Kind == figures.UnitTime:
		return !f.lasting(q.end, 5)
	case f.is(q.from-1, "aged", "age") || f.is(q.from-1, "of") && f.is(q.from-2, "age", "ages") || f.is(q.from-1, "between") && f.is(q.from-2, "aged", "ages"):
		return true
	case f.is(q.end, "of") && f.is(q.end+1, "age"):
		return true
	case q.unit == nil && !q.words && q.value < 120 && f.is(q.first-1, ",") && f.is(q.end, ",", ")", ".") && q.first-2 >= f.first && f.t.Tokens[q.first-2].UPOS == "PROPN":
		return true
	case q.unit == nil && q.value < 120 && f.is(q.first-1, "now", "then") && f.is(q.first-2, ",") && f.is(q.end, ",", "."):
		return true
	case q.unit == nil && !q.words && q.value < 120 && f.is(q.first-1, "(") && f.is(q.end, ")"):
		return true
	}
	return false
}

// scored reports whether the number belongs to a score, a vote or a list of
// digits: "won 3-1", "voted 14-0", "555-0199".
func (f *finder) scored(q *quantity) bool {
	if q.max != 0 || q.unit != nil && q.unit.Kind != figures.UnitPercent {
		return false
	}
	if (f.dash(q.end) || f.is(q.end, ":", "/")) && f.numeral(q.end+1) || (f.dash(q.first-1) || f.is(q.first-1, "/")) && f.numeral(q.first-2) {
		return true
	}
	if f.is(q.end, "to") && f.numeral(q.end+1) {
		// "by 220 votes to 100", "voted 14 to 0"
		v, ok := f.digits(q.end + 1)
		return ok && v < q.value
	}
	return false
}

// entity is the named entity that token i is part of, or nil.
func (f *finder) entity(i int) *rapporteur.Entity {
	all := f.t.Entities
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	if k == len(all) || all[k].First > i {
		return nil
	}
	return &all[k]
}
