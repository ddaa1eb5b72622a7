package export

import (
	"fmt"
	"strings"

	"rapporteur"
)

// lines makes the Origins of one report.
type lines struct {
	reading *rapporteur.Reading
	report  Report
	point   func(offset int) int // bytes to code points
	lead    int                  // the first paragraph of the body
	taken   map[string]int       // ids given
}

func linesOf(r *rapporteur.Reading) *lines {
	l := &lines{reading: r, report: reportOf(r.Document.Article), point: rapporteur.CodePoints(r.Document.Article.Text), taken: map[string]int{}}
	for _, s := range r.Document.Sentences {
		if l.lead = s.Paragraph; !s.Heading {
			break
		}
	}
	return l
}

func (l *lines) origin(sentence int, rule string) Origin {
	o := Origin{Report: l.report, Rule: rule, Reader: l.reading.Document.Reader}
	if all := l.reading.Document.Sentences; sentence >= 0 && sentence < len(all) {
		s := all[sentence]
		o.Sentence, o.SentenceAt, o.Number, o.Lead = l.reading.Document.Text(s.Span), l.at(s.Span), sentence+1, s.Paragraph == l.lead
	}
	return o
}

// id names a finding by its report, its kind and where its words begin, so that
// it stays the same when others are found beside it.
func (l *lines) id(kind string, at rapporteur.Span) string {
	id := fmt.Sprintf("%.12s_%s%d", l.report.ID, kind, l.point(at.Start))
	l.taken[id]++
	if n := l.taken[id]; n > 1 {
		id = fmt.Sprintf("%s.%d", id, n)
	}
	return id
}

// A Range is where words stand in the text: code points from 0, End exclusive.
type Range struct{ Start, End int }

func (l *lines) at(s rapporteur.Span) Range { return Range{l.point(s.Start), l.point(s.End)} }

// spans are several ranges as "90..139", which no spreadsheet program takes for a date or a time.
func (l *lines) spans(in []rapporteur.Span) []string {
	out := make([]string, len(in))
	for i, s := range in {
		r := l.at(s)
		out[i] = fmt.Sprintf("%d..%d", r.Start, r.End)
	}
	return out
}

// pieces are the words of several spans, joined by an ellipsis.
func (l *lines) pieces(in []rapporteur.Span) string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = l.reading.Document.Text(s)
	}
	return strings.Join(out, " … ")
}

// some is a number that is nothing where the words are not there.
func (r Range) start(words string) any {
	if words == "" {
		return nil
	}
	return r.Start
}

func (r Range) end(words string) any {
	if words == "" {
		return nil
	}
	return r.End
}
