package event

import (
	"time"

	"rapporteur"
	"rapporteur/extract/date"
)

// date dates the event told by head, with the words that the match holds, from
// the dates that hang on it in the tree; an event without one has none.
func (f *finder) date(e *rapporteur.Event, m *match) *rapporteur.Date {
	if f.t.Tokens[m.head].UPOS != "VERB" && f.ended(m.head) {
		return nil // the day on which it ended
	}
	at, ok := date.Attached(f.t, f.dates, m.head)
	for _, w := range m.words {
		if ok {
			break
		}
		at, ok = date.Attached(f.t, f.dates, w)
	}
	if !ok && m.content >= 0 {
		// "agreed to do that in May" dates the word, unless the deed is yet to come.
		if at, ok = date.Attached(f.t, f.dates, m.content); ok && date.Compare(f.dates[at], f.published) != date.Past {
			ok = false
		}
	}
	if !ok {
		return nil
	}
	d := &f.dates[at]
	e.DateSpan = d.Span
	e.Date = written(d)
	return d
}

// written is the days that d covers as the record writes them: a year, a month,
// a day or a range.
func written(d *rapporteur.Date) string {
	if d.From == "" || d.To == "" || len(d.From) != 10 || len(d.To) != 10 {
		return ""
	}
	if d.From == d.To {
		return d.From
	}
	from, err := time.Parse(time.DateOnly, d.From)
	if err != nil {
		return ""
	}
	switch d.To {
	case from.AddDate(0, 1, -1).Format(time.DateOnly):
		if from.Day() == 1 {
			return d.From[:7]
		}
	case from.AddDate(1, 0, -1).Format(time.DateOnly):
		if from.YearDay() == 1 {
			return d.From[:4]
		}
	}
	return d.From + "/" + d.To
}

// old reports whether a date lies more than a year before the report.
func (f *finder) old(d *rapporteur.Date) bool {
	if d == nil || f.published.IsZero() || d.To == "" {
		return false
	}
	return d.To < f.published.AddDate(-1, 0, 0).Format(time.DateOnly)
}
