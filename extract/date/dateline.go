package date

import (
	"fmt"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
)

// headLines is how far down the line with the day of the report may stand.
const headLines = 6

// early is how long before the day it appeared a report may have been filed.
const early = 4 * oneDay

// dateline is the day that e gives, if it stands where the day of a report does:
// as a whole date on a line of its own near the top, or in the dateline before
// the first words, where the year may be left out. That day is the report's and
// not one that it tells of, so it is no finding where the article has it already;
// where the article has none it is taken from there, and the finding shows where.
func (r *reader) dateline(e expression) (time.Time, bool) {
	n := e.node
	if n.kind != calendar || n.month == 0 || n.day == 0 || n.until > 0 || n.bc || n.numeral || n.year == 0 && !r.known {
		return time.Time{}, false
	}
	span := rapporteur.Span{Start: int(r.lexemes[e.first].start), End: int(r.lexemes[e.end-1].end)}
	if !r.filed(e) && (n.year == 0 || !ownLine(r.t.Article.Text, span)) {
		return time.Time{}, false
	}
	if n.year == 0 {
		p, ok := r.nearestYear(open, false, false, n.in)
		return p.from, ok
	}
	p, ok := r.calendar(n)
	return p.from, ok
}

// filed reports whether e stands in a dateline.
func (r *reader) filed(e expression) bool {
	return r.t.Dateline(r.t.SentenceOf(int(r.lexemes[e.first].token)))
}

// ownLine reports whether span is a line of text by itself, near the top.
func ownLine(text string, span rapporteur.Span) bool {
	before, after := text[:span.Start], text[span.End:]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	rest, _, _ := strings.Cut(after, "\n")
	return strings.TrimSpace(line) == "" && strings.Trim(rest, " \t\r.") == "" && strings.Count(before, "\n") <= 2*headLines
}

// Notes says what a reader of dates should know: that the day of the report is
// unknown, or was taken from a line of the text, and which figures could be read
// in two orders. dates are those that Find gave.
func Notes(t *grammar.Tree, dates []rapporteur.Date) []rapporteur.Note {
	var out []rapporteur.Note
	_, known := Published(t.Article)
	unresolved := 0
	for _, d := range dates {
		switch {
		case d.Rule == "date/dateline" && !known:
			known = true
			out = append(out, rapporteur.Note{
				Kind: rapporteur.NoteUndated, Span: d.Span,
				Text: fmt.Sprintf("no date of publication was given; %s is taken from this line", d.Value),
			})
		case d.Rule == "date/numeric-ambiguous":
			out = append(out, rapporteur.Note{
				Kind: rapporteur.NoteAmbiguous, Span: d.Span,
				Text: fmt.Sprintf("day and month could be the other way round; read as %s", d.Value),
			})
		case d.Value == "" && d.Rule != "date/holiday":
			unresolved++
		}
	}
	if !known && unresolved > 0 {
		out = append(out, rapporteur.Note{
			Kind: rapporteur.NoteUndated,
			Text: fmt.Sprintf("no date of publication, so %d relative dates stay unresolved", unresolved),
		})
	}
	return out
}
