package eval

import (
	"context"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/gold"
)

const datesSays = `Dates: each time expression of the gold but the dateline is paired with one predicted date that overlaps it, one of the
same span before others. "spans overlapping" counts the pairs, "spans exact" those of the same span, "value" those whose
TIMEX3 value is the gold's.
Two kinds of gold do not say all that there is, so the same is counted once more on what they do say, in rows of their own.
MEANTIME's annotators read the headline, the dateline and the first four sentences: "in the first six sentences" counts
nothing predicted after them. GUM's TEI marks what has a place in the calendar: "as TEI marks" leaves out predicted lengths of
time, sets, times without edges and parts of the day, and the day of the document on a line of its own; an article at the
front of either span does not count; "days" are those that TEI gives, to its precision.`

const (
	dateOverlapping = "spans overlapping"
	dateExact       = "spans exact"
	dateValue       = "value"
	dateValueFound  = "value, of the found"
)

var dateMetrics = []Metric{{Name: dateOverlapping}, {Name: dateExact}, {Name: dateValue}, {Name: dateValueFound, Unit: Share}}

// What follows the name of a metric that is counted on a part.
const (
	inSix  = ", in the first six sentences"
	asTEI  = ", as TEI marks"
	teiDay = "days" + asTEI
)

func measureDates(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Dates(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.DatedArticle) Tally {
		r := read.on(d.Article)
		got := r.Findings.Dates
		t := Dates(d.Text, d.Expressions, got)
		switch {
		case isTEI(d):
			t = t.Add(TEI(d, got))
		case strings.HasPrefix(d.Ref, meantime):
			t = t.Add(Dates(d.Text, d.Expressions, opening(r.Document, got)).only(inSix, dateOverlapping, dateExact, dateValue))
		}
		return t
	})
	out := measured{tally: t, documents: len(docs), metrics: slices.Clone(dateMetrics)}
	switch {
	case slices.ContainsFunc(docs, isTEI):
		for _, name := range []string{dateOverlapping + asTEI, dateExact + asTEI, teiDay} {
			out.metrics = append(out.metrics, Metric{Name: name})
		}
		out.notes = append(out.notes, "TEI marks dates only: durations and vague times found besides cost precision here")
	case slices.ContainsFunc(docs, func(d *gold.DatedArticle) bool { return strings.HasPrefix(d.Ref, meantime) }):
		for _, name := range []string{dateOverlapping, dateExact, dateValue} {
			out.metrics = append(out.metrics, Metric{Name: name + inSix})
		}
	}
	return out, err
}

// meantime begins the ids of MEANTIME's articles.
const meantime = "meantime/"

// annotatedSentences is how many sentences of an article MEANTIME annotates, the
// headline and the dateline among them: in all its articles the last expression
// stands in the sixth or before.
const annotatedSentences = 6

// opening is the dates in the sentences that MEANTIME annotates, all of them
// where the sentences of the text are not known.
func opening(d *rapporteur.Document, got []rapporteur.Date) []rapporteur.Date {
	if len(d.Sentences) <= annotatedSentences {
		return got
	}
	end := d.Sentences[annotatedSentences].Span.Start
	return slices.DeleteFunc(slices.Clone(got), func(g rapporteur.Date) bool { return g.Span.Start >= end })
}

// only is some counts of t under names that end in suffix.
func (t Tally) only(suffix string, metrics ...string) Tally {
	out := Tally{}
	for _, name := range metrics {
		out[name+suffix] = t[name]
	}
	return out
}

// Dates counts the time expressions of text that are found, and their values.
func Dates(text string, want []gold.TimeExpression, got []rapporteur.Date) Tally {
	var n, overlapping, exact, value int
	for i, g := range pairDates(text, want, got) {
		if want[i].IsCreated {
			continue
		}
		n++
		if g < 0 {
			continue
		}
		overlapping++
		if within(text, got[g].Span) == want[i].Span {
			exact++
		}
		if v := got[g].Value; v != "" && slices.Contains(want[i].Values(), v) {
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

// pairDates gives each wanted expression but the dateline a predicted one that
// overlaps it, -1 for none.
func pairDates(text string, want []gold.TimeExpression, got []rapporteur.Date) []int {
	used := make([]bool, len(got))
	out := make([]int, len(want))
	for i, w := range want {
		out[i] = -1
		for k, d := range got {
			s := within(text, d.Span)
			if w.IsCreated || used[k] || !s.Overlaps(w.Span) {
				continue
			}
			if out[i] < 0 || s == w.Span && within(text, got[out[i]].Span) != w.Span {
				out[i] = k
			}
		}
		if out[i] >= 0 {
			used[out[i]] = true
		}
	}
	return out
}
