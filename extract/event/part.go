package event

import (
	"rapporteur"
	"rapporteur/extract/date"
)

// partOf is the mention of the attacks of which the sentence of e tells one, or
// nil: "Two blasts shook Velm on Friday. In the first attack, …".
func (f *finder) partOf(e *rapporteur.Event) *mention {
	if e.Type != "ASSAULT" || !f.singled(f.t.Sentences[e.Sentence]) {
		return nil
	}
	for i := len(f.mentions) - 1; i >= 0; i-- {
		m := &f.mentions[i]
		if e.Sentence-m.Sentence > partReach {
			return nil
		}
		if m.Sentence < e.Sentence && m.Type == e.Type && asserted(m.Status) == asserted(e.Status) && (m.Date != "" || m.Country != "") {
			return m
		}
	}
	return nil
}

// partReach is how many sentences back those may stand that one is singled out of.
const partReach = 3

// singled reports whether sentence s begins by singling one attack out of several:
// "In the first attack", "In the deadliest incident".
func (f *finder) singled(s rapporteur.Sentence) bool {
	i := s.First
	if f.t.Lemma(i) != "in" {
		return false
	}
	one := false
	for i++; i < s.End && i < s.First+5; i++ {
		switch {
		case f.t.Tokens[i].XPOS == "JJS", f.t.Tokens[i].XPOS == "RBS":
			one = true
		case f.t.Tokens[i].UPOS == "NOUN":
			return one && (f.tells(i, "ASSAULT") || f.t.Lemma(i) == "incident")
		}
		switch f.t.Lemma(i) {
		case "first", "second", "third", "fourth", "one":
			one = true
		}
	}
	return false
}

// share gives e the day and the ground of the attacks that it is one of, where
// the text says nothing else.
func (f *finder) share(e *rapporteur.Event, d *rapporteur.Date) *rapporteur.Date {
	m := f.partOf(e)
	if m == nil {
		return d
	}
	if d == nil && m.date != nil && date.Compare(*m.date, f.published) != date.Future {
		d, e.Date, e.DateSpan = m.date, m.Date, m.DateSpan
	}
	if e.Place == "" && e.Country == "" {
		e.Country = m.Country
	}
	return d
}
