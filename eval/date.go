package eval

import (
	"context"
	"slices"

	"rapporteur"
	"rapporteur/gold"
)

const datesSays = `Dates: each time expression of the gold but the dateline is paired with one predicted date that overlaps it, one of the
same span before others. "spans overlapping" counts the pairs, "spans exact" those of the same span, "value" those whose
TIMEX3 value is the gold's.`

const (
	dateOverlapping = "spans overlapping"
	dateExact       = "spans exact"
	dateValue       = "value"
	dateValueFound  = "value, of the found"
)

var dateMetrics = []Metric{{Name: dateOverlapping}, {Name: dateExact}, {Name: dateValue}, {Name: dateValueFound, Unit: Share}}

func measureDates(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Dates(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.DatedArticle) Tally {
		return Dates(d.Text, d.Expressions, read.on(d.Article).Findings.Dates)
	})
	out := measured{tally: t, documents: len(docs)}
	if slices.ContainsFunc(docs, func(d *gold.DatedArticle) bool {
		return slices.ContainsFunc(d.Expressions, func(e gold.TimeExpression) bool { return e.Tag != "" })
	}) {
		out.notes = append(out.notes, "TEI marks dates only: durations and vague times found besides cost precision here")
	}
	return out, err
}

// Dates counts the time expressions of text that are found, and their values.
func Dates(text string, want []gold.TimeExpression, got []rapporteur.Date) Tally {
	var n, overlapping, exact, value int
	used := make([]bool, len(got))
	for _, w := range want {
		if w.IsCreated {
			continue
		}
		n++
		best := -1
		for i, d := range got {
			s := within(text, d.Span)
			if used[i] || !s.Overlaps(w.Span) {
				continue
			}
			if best < 0 || s == w.Span && within(text, got[best].Span) != w.Span {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		overlapping++
		if within(text, got[best].Span) == w.Span {
			exact++
		}
		if v := got[best].Value; v != "" && slices.Contains(w.Values(), v) {
			value++
		}
	}
	return Tally{
		dateOverlapping: count(overlapping, n, len(got)),
		dateExact:       count(exact, n, len(got)),
		dateValue:       count(value, n, len(got)),
		dateValueFound:  share(value, overlapping),
	}
}
