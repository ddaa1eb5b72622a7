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

// dateline is the day that e gives, if it is a whole date on a line of its own
// near the top: the line that says when the report was published. That day is
// the report's and not one that it tells of, so it is no finding where the
// article has it already; where the article has none it is taken from there, and
// the finding shows where.
func (r *reader) dateline(e expression) (time.Time, bool) {
	n := e.node
	if n.kind != calendar || n.year == 0 || n.month == 0 || n.day == 0 || n.until > 0 || n.bc || n.numeral {
		return time.Time{}, false
	}
	span := rapporteur.Span{Start: int(r.lexemes[e.first].start), End: int(r.lexemes[e.end-1].end)}
	if !ownLine(r.t.Article.Text, span) {
		return time.Time{}, false
	}
	p, ok := r.calendar(n)
	return p.from, ok
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
