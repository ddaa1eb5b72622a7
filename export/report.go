package export

import (
	"time"

	"rapporteur"
)

// A Report is what every row says of the article it comes from.
type Report struct {
	ID        string // SHA-256 of the text, in hexadecimal
	Ref       string
	Title     string
	URL       string
	Author    string
	Publisher string
	Published time.Time // zero where unknown
	Language  string
}

func reportOf(a *rapporteur.Article) Report {
	return Report{a.ID(), a.Ref, a.Title, a.URL, a.Author, a.Publisher, a.Published, a.Language}
}

// day is the date of publication as YYYY-MM-DD; "" where unknown.
func (r *Report) day() string {
	if r.Published.IsZero() {
		return ""
	}
	return r.Published.Format(time.DateOnly)
}

var reportColumns = []Column[Report]{
	{Name: "article_id", Of: func(r *Report) any { return r.ID }, Says: "SHA-256 of the text: `article.id` of the record"},
	{Name: "ref", Of: func(r *Report) any { return r.Ref }, Says: "your own id of the report, or the file it was read from"},
	{Name: "title", Of: func(r *Report) any { return r.Title }, Says: "headline"},
	{Name: "url", Of: func(r *Report) any { return r.URL }, Says: "where it was published", Tag: "#meta+url"},
	{Name: "publisher", Of: func(r *Report) any { return r.Publisher }, Says: "outlet", Tag: "#meta+source"},
	{Name: "published", Of: func(r *Report) any { return r.day() }, Says: "day of publication, `YYYY-MM-DD`", Tag: "#date+reported"},
}

// An Origin is where in a report a row comes from, and what read it.
type Origin struct {
	Report
	Sentence   string // its words
	SentenceAt Range
	Number     int    // of the sentence, counted from 1 as in the dossier
	Lead       bool   // it stands in the first paragraph of the body
	Rule       string // the rule or model that read it
	Reader     string // the models of the language layer
	Kept       *Kept  // what a record knows of it; nil of a row that was just read
}

func (o *Origin) origin() *Origin { return o }

var originColumns = append([]Column[Origin]{
	{Name: "sentence", Of: func(o *Origin) any { return o.Sentence }, Says: "the sentence it was read from", Tag: "#description"},
	{Name: "sentence_no", Of: func(o *Origin) any { return count(o.Number) }, Says: "its number in the report, counted from 1 as in the dossier's `[s1]` (the record's `sentence` counts from 0)", Holds: Whole},
	{Name: "rule", Of: func(o *Origin) any { return o.Rule }, Says: "the rule or model that read it"},
	{Name: "reader", Of: func(o *Origin) any { return o.Reader }, Says: "the models of the language layer: `quick` or `careful`"},
}, of(func(o *Origin) *Report { return &o.Report }, reportColumns)...)

// count is a number counted from 1, or nothing.
func count(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
