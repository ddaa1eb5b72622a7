package rapporteur

import "time"

// A Date is a temporal expression, normalised against the date of publication
// as TIMEX3 asks (TimeML 1.2.1).
type Date struct {
	Span     Span
	Type     string // one of the Date constants
	Value    string // TIMEX3 value: 2024-05-04, 2024-W18, P40D, PRESENT_REF; "" where it cannot be resolved
	From, To string // first and last day it covers, YYYY-MM-DD; "" where open or unresolved
	Modifier string // TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER …; "" where none
	Sentence int
	Rule     string
}

// The types of Date, as in TIMEX3.
const (
	DateDay      = "DATE"
	DateTime     = "TIME"
	DateDuration = "DURATION"
	DateSet      = "SET"
)

// Covered is the days that d covers as the record writes them in ISO 8601: a
// year, a month, a day, or a range FROM/TO; "" where d is open or unresolved.
func (d Date) Covered() string {
	from, err := time.Parse(time.DateOnly, d.From)
	if err != nil || len(d.To) != len(time.DateOnly) {
		return ""
	}
	switch {
	case d.From == d.To:
		return d.From
	case from.Day() == 1 && d.To == from.AddDate(0, 1, -1).Format(time.DateOnly):
		return d.From[:len("2006-01")]
	case from.YearDay() == 1 && d.To == from.AddDate(1, 0, -1).Format(time.DateOnly):
		return d.From[:len("2006")]
	}
	return d.From + "/" + d.To
}
