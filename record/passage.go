package record

import (
	"context"
	"database/sql"

	"rapporteur"
)

// A Passage is words of a text and where they stand. In JSON it counts Unicode
// code points, as all spans do there.
type Passage struct {
	Span  rapporteur.Span `json:"-"` // bytes of the text
	Start int             `json:"start"`
	End   int             `json:"end"`
	Exact string          `json:"exact"`
}

// A Source is the report that a row comes from.
type Source struct {
	ID        string `json:"id"` // SHA-256 of the text
	Ref       string `json:"ref,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Author    string `json:"author,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
}

// An Evidence is where a row comes from, and what people say of it.
type Evidence struct {
	Article     Source  `json:"article"`
	Words       Passage `json:"words"`    // that name the finding
	Sentence    Passage `json:"sentence"` // that they stand in
	Rule        string  `json:"rule"`
	Mark        int     `json:"mark"`                  // Rejected, Unmarked or Confirmed
	Corrections []int64 `json:"corrections,omitempty"` // the numbers of those that hold and lie on it, in the log
}

// texts are articles by number, with what counts their code points.
type texts map[int64]*text

type text struct {
	*Article
	points func(int) int
}

func textOf(a *Article) *text { return &text{a, rapporteur.CodePoints(a.Text)} }

func (a *Article) source() Source {
	return Source{a.ID, a.Ref, a.Title, a.URL, a.Author, a.Publisher, a.Published, a.Language}
}

func (t *text) passage(start, stop int) Passage {
	s := rapporteur.Span{Start: start, End: stop}
	out := Passage{Span: s, Exact: t.Text[start:stop]}
	if stop > start {
		out.Start, out.End = t.points(start), t.points(stop)
	}
	return out
}

// textsOf are the articles with these numbers.
func textsOf(ctx context.Context, tx Tx, numbers []int64) (texts, error) {
	out := texts{}
	err := among(ctx, tx, func(r *sql.Rows) error {
		var a Article
		err := r.Scan(targets(&a)...)
		out[a.N] = textOf(&a)
		return err
	}, "SELECT "+articleColumns+" FROM articles WHERE n IN (%s)", unique(numbers))
	return out, err
}

// unique are the numbers, each once, in their order.
func unique(in []int64) []int64 {
	seen := make(map[int64]bool, len(in))
	var out []int64
	for _, n := range in {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// A desk gathers what rows of findings need to show where they come from.
type desk struct {
	tx          Tx
	texts       texts
	corrections map[int64][]int64 // by finding
}

func deskFor(ctx context.Context, tx Tx, findings []Finding) (*desk, error) {
	d := &desk{tx: tx, corrections: map[int64][]int64{}}
	var in, ns []int64
	for _, f := range findings {
		in, ns = append(in, f.Article), append(ns, f.N)
	}
	var err error
	if d.texts, err = textsOf(ctx, tx, in); err != nil {
		return nil, err
	}
	return d, among(ctx, tx, func(r *sql.Rows) error {
		var finding, correction int64
		err := r.Scan(&finding, &correction)
		d.corrections[finding] = append(d.corrections[finding], correction)
		return err
	}, "SELECT finding, correction FROM laid WHERE finding IN (%s) ORDER BY correction", ns)
}

func (d *desk) evidence(f Finding) Evidence {
	t := d.texts[f.Article]
	return Evidence{t.source(), t.passage(f.Start, f.Stop), t.passage(f.SentenceStart, f.SentenceStop), f.Rule, f.Mark, d.corrections[f.N]}
}
