package gold

import (
	"iter"
	"strings"

	"rapporteur"
)

// A DatedArticle is a text with its temporal expressions; Published is the
// date of the document, to which they are relative.
type DatedArticle struct {
	*rapporteur.Article
	Expressions []TimeExpression
}

// A TimeExpression is one temporal expression in TIMEX3 (MEANTIME,
// EventStoryLine) or in TEI (GUM).
type TimeExpression struct {
	Span      rapporteur.Span
	Type      string // TIMEX3: DATE, TIME, DURATION, SET; "" in TEI
	Value     string // TIMEX3
	IsCreated bool   // it is the dateline, the date of the document itself
	Tag       string // TEI: date or time; "" in TIMEX3

	When, From, To, NotBefore, NotAfter string // TEI
}

// Values is what the expression stands for in TIMEX3 spelling. TEI gives
// a day (when) or the ends of a range, which is FROM/TO here, open ends
// blank; its "--03" (March of any year) is XXXX-03.
func (t TimeExpression) Values() []string {
	var out []string
	for _, v := range []string{t.When, t.Value} {
		if v != "" {
			out = append(out, v)
		}
	}
	for _, r := range [][2]string{{t.From, t.To}, {t.NotBefore, t.NotAfter}} {
		if r[0] != "" || r[1] != "" {
			out = append(out, r[0]+"/"+r[1])
		}
	}
	for i, v := range out {
		if rest, any := strings.CutPrefix(v, "--"); any {
			out[i] = "XXXX-" + rest
		}
	}
	return out
}

type datedJSON struct {
	ID, Title, URL, DCT, Text string

	Timexes []struct {
		Start, End             int
		Text, Type, Value, Tag string
		IsDCT                  bool `json:"is_dct"`
		When, From, To         string
		NotBefore, NotAfter    string
	}
}

// Dates reads time expressions, one document a line.
func Dates(path string) iter.Seq2[*DatedArticle, error] {
	return records(path, func(raw *datedJSON) (*DatedArticle, error) {
		a := &DatedArticle{Article: &rapporteur.Article{
			Ref: raw.ID, Title: raw.Title, URL: raw.URL, Text: raw.Text, Published: day(raw.DCT),
		}}
		p := newPoints(raw.Text)
		for _, r := range raw.Timexes {
			s, err := p.exact(r.Start, r.End, r.Text)
			if err != nil {
				return nil, in("time expression", r.Text, err)
			}
			a.Expressions = append(a.Expressions, TimeExpression{
				Span: s, Type: r.Type, Value: r.Value, IsCreated: r.IsDCT, Tag: r.Tag,
				When: r.When, From: r.From, To: r.To, NotBefore: r.NotBefore, NotAfter: r.NotAfter,
			})
		}
		return a, nil
	})
}
