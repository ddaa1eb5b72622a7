package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// time reports whether the noun at token i is a time.
func (f *finder) time(i int) bool {
	if f.day(i) || f.entity(i) == rapporteur.EntityDate {
		return true
	}
	switch f.t.Lemma(i) {
	case "week", "weekend", "month", "year", "day", "night", "morning", "evening", "afternoon", "hour", "minute", "time", "summer", "spring", "winter", "autumn", "decade":
		return true
	}
	return false
}

var days = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"yesterday": true, "today": true, "tonight": true,
}

// day reports whether token i is a weekday or the like.
func (f *finder) day(i int) bool {
	switch n := f.t.Tokens[i].Span.Len(); {
	case n < 5 || n > 9:
		return false
	}
	return days[lower(f.t.Word(i))]
}

// date is the end of the date that begins at p: "late Monday night", "last week".
func (f *finder) date(p int) int {
	for p < f.last {
		switch t := &f.t.Tokens[p]; {
		case f.day(p), t.UPOS == "NUM", f.any(p, "late", "early", "last", "this", "earlier", "week", "month", "year", "summer", "morning", "evening", "afternoon", "night"):
			p++
		default:
			return p
		}
	}
	return p
}

// unmarked is the end of the noun phrase without a preposition that begins at p
// and tells when; p where there is none.
func (f *finder) unmarked(v, p int) int {
	for _, c := range f.t.Children(v) {
		c := int(c)
		if c < p || !f.t.Is(c, "obl:tmod", "obl:unmarked", "nmod:unmarked") || !f.time(c) {
			continue
		}
		first, end := f.t.Phrase(c)
		if first == p && !f.finiteWithin(tokens{first, end}) {
			return end
		}
	}
	return p
}

// occasion reports whether the noun at token i is a day, or where and how
// statements are made.
func (f *finder) occasion(i int) bool {
	if f.day(i) {
		return true
	}
	return f.role(i, speech.Occasion)
}

// occasionDay reports whether token i is a day or a month, which never speak.
func (f *finder) occasionDay(i int) bool {
	return f.day(i) || f.entity(i) == rapporteur.EntityDate || f.month(i) && f.entity(i) != rapporteur.EntityPerson
}

// month reports whether token i has the name of a month, if not one that people
// bear, too.
func (f *finder) month(i int) bool {
	return f.t.Tokens[i].UPOS == "PROPN" && f.any(i, "january", "february", "july", "june", "september", "october", "november", "december")
}
