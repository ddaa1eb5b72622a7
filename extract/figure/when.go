package figure

import (
	"time"

	"rapporteur"
)

// written is the days that d covers as the record writes them: a year, a month,
// a day or a range.
func written(d *rapporteur.Date) string {
	if len(d.From) != len(time.DateOnly) || len(d.To) != len(time.DateOnly) {
		return ""
	}
	if d.From == d.To {
		return d.From
	}
	from, err := time.Parse(time.DateOnly, d.From)
	if err != nil {
		return ""
	}
	switch {
	case from.Day() == 1 && d.To == from.AddDate(0, 1, -1).Format(time.DateOnly):
		return d.From[:len("2006-01")]
	case from.YearDay() == 1 && d.To == from.AddDate(1, 0, -1).Format(time.DateOnly):
		return d.From[:len("2006")]
	}
	return d.From + "/" + d.To
}
