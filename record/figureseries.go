package record

import (
	"context"

	"rapporteur/record/link"
)

// MostPoints is how many figures a question for series looks at: the newest.
const MostPoints = MaxLimit

// FigureSeries are the newest figures that the filter lets through, as series by
// measure, what is counted, place and unit, with the sources' values side by
// side and what contradicts what; the longest series first.
func (r *Record) FigureSeries(ctx context.Context, of Filter) ([]link.Series, error) {
	return answered(ctx, r, "figures as series", of, func(tx Tx) ([]link.Series, error) {
		q, err := theFigures.ask(ctx, tx, of)
		if err != nil {
			return nil, err
		}
		l, err := q.list(ctx, tx, Page{Limit: MostPoints})
		if err != nil {
			return nil, err
		}
		g := &gathered{parts: map[int64][]Part{}, heads: map[int64]*head{}, numbers: map[string]int64{}, issues: map[string]link.Issue{}}
		if g.figures, err = rowsOf(ctx, tx, l.ns, func(f *Figure) int64 { return f.N }); err != nil {
			return nil, err
		}
		var in []int64
		for _, f := range g.figures {
			in = append(in, f.Article)
		}
		in = unique(in)
		if err := g.reports(ctx, tx, in); err != nil {
			return nil, err
		}
		if g.texts, err = textsOf(ctx, tx, in); err != nil {
			return nil, err
		}
		parts, err := selectedAmong[Part](ctx, tx, "WHERE finding IN (%s)", l.ns)
		for _, p := range parts {
			g.parts[p.Finding] = append(g.parts[p.Finding], p)
		}
		return g.series(), err
	})
}
