package eval

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/gold"
)

// isTEI reports whether the dates of d are marked as the Text Encoding
// Initiative asks (TEI P5, att.datable), as in GUM.
func isTEI(d *gold.DatedArticle) bool {
	return slices.ContainsFunc(d.Expressions, func(e gold.TimeExpression) bool { return e.Tag != "" })
}

// TEI counts the dates of d on what TEI marks: points and stretches of the
// calendar, by the days they cover.
func TEI(d *gold.DatedArticle, got []rapporteur.Date) Tally {
	want := slices.DeleteFunc(slices.Clone(d.Expressions), func(e gold.TimeExpression) bool { return ownLine(d, e) })
	var marked []rapporteur.Date
	for _, g := range got {
		if onCalendar(g) {
			g.Span = bare(d.Text, g.Span)
			marked = append(marked, g)
		}
	}
	for i := range want {
		want[i].Span = bare(d.Text, want[i].Span)
	}
	days := 0
	t := Dates(d.Text, want, marked)
	for w, g := range pairDates(d.Text, want, marked) {
		if g >= 0 && sameDays(want[w], marked[g]) {
			days++
		}
	}
	out := t.only(asTEI, dateOverlapping, dateExact)
	out[teiDay] = count(days, int(t[dateOverlapping].Gold), len(marked))
	return out
}

// onCalendar reports whether TEI would mark g: a day or longer, with a place in
// the calendar, or with one of a year that the text does not tell.
func onCalendar(g rapporteur.Date) bool {
	switch g.Type {
	case rapporteur.DateSet, rapporteur.DateTime:
		return false
	case rapporteur.DateDuration:
		return g.From != ""
	}
	return !strings.HasSuffix(g.Value, "_REF")
}

// ownLine reports whether e is the day of the document on a line that holds
// nothing else, which is no finding.
func ownLine(d *gold.DatedArticle, e gold.TimeExpression) bool {
	before, after := d.Text[:e.Span.Start], d.Text[e.Span.End:]
	return e.When == d.Published.Format("2006-01-02") &&
		(before == "" || strings.HasSuffix(before, "\n")) && (after == "" || strings.HasPrefix(after, "\n"))
}

// bare is a span without an article at its front.
func bare(text string, s rapporteur.Span) rapporteur.Span {
	first, _, more := strings.Cut(text[s.Start:s.End], " ")
	if word := strings.ToLower(first); more && (word == "the" || word == "a" || word == "an") {
		s.Start += len(first) + 1
	}
	return s
}

// sameDays reports whether g covers the days of a TEI date, open ends left out.
// TEI's ends are days, months or years: an end meets one that lies in it.
func sameDays(w gold.TimeExpression, g rapporteur.Date) bool {
	if slices.Contains(w.Values(), strings.Replace(g.Value, "BC", "-", 1)) {
		return true
	}
	if g.From == "" || g.To == "" {
		return false
	}
	for _, r := range [][2]string{{w.When, w.When}, {w.From, w.To}, {w.NotBefore, w.NotAfter}} {
		if (r != [2]string{}) && strings.HasPrefix(g.From, r[0]) && strings.HasPrefix(g.To, r[1]) {
			return true
		}
	}
	return false
}
