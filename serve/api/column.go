package api

import (
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/record/link"
)

// The tables of rows that only a record has. Their columns are the keys of the
// rows, as far as one cell holds them.

var changeTable = export.Table[record.Change]{Name: "changes", Columns: append([]export.Column[record.Change]{
	{Name: "id", Of: func(c *record.Change) any { return c.ID }},
	{Name: "day", Of: func(c *record.Change) any { return c.Day }},
	{Name: "kind", Of: func(c *record.Change) any { return c.Kind }},
	{Name: "talks", Of: func(c *record.Change) any { return c.Process.String() }},
	{Name: "name", Of: func(c *record.Change) any { return c.Name }},
	{Name: "actor", Of: func(c *record.Change) any { return c.Actor }},
	{Name: "side", Of: func(c *record.Change) any { return c.Side }},
	{Name: "issue", Of: func(c *record.Change) any { return c.Issue }},
	{Name: "from", Of: func(c *record.Change) any { return c.From }},
	{Name: "to", Of: func(c *record.Change) any { return c.To }},
	{Name: "disputed", Of: func(c *record.Change) any { return c.Disputed }, Holds: export.Truth},
	{Name: "pieces_of_evidence", Of: func(c *record.Change) any { return len(c.Evidence) }, Holds: export.Whole},
}, toldColumns(func(c *record.Change) link.Told {
	if len(c.Evidence) == 0 {
		return link.Told{}
	}
	return c.Evidence[0]
})...)}

// toldColumns are those of a piece of evidence.
func toldColumns[R any](of func(*R) link.Told) []export.Column[R] {
	column := func(name string, cell func(link.Told) any) export.Column[R] {
		return export.Column[R]{Name: name, Of: func(r *R) any { return cell(of(r)) }}
	}
	start, end := column("start", func(t link.Told) any { return t.Chars.Start }), column("end", func(t link.Told) any { return t.Chars.End })
	start.Holds, end.Holds = export.Whole, export.Whole
	return []export.Column[R]{
		column("finding", func(t link.Told) any { return t.ID }), column("words", func(t link.Told) any { return t.Words }), start, end,
		column("sentence", func(t link.Told) any { return t.Sentence }), column("outlet", func(t link.Told) any { return t.Outlet }),
		column("published", func(t link.Told) any { return t.Published }), column("title", func(t link.Told) any { return t.Title }),
		column("url", func(t link.Told) any { return t.URL }), column("article_id", func(t link.Told) any { return t.Article }),
	}
}

var processTable = export.Table[record.Process]{Name: "talks", Columns: []export.Column[record.Process]{
	{Name: "id", Of: func(p *record.Process) any { return p.ID.String() }},
	{Name: "name", Of: func(p *record.Process) any { return p.Name }},
	{Name: "subject", Of: func(p *record.Process) any { return p.Subject }},
	{Name: "dispute", Of: func(p *record.Process) any { return p.Dispute }},
	{Name: "parties", Of: func(p *record.Process) any { return seatNames(p.Parties) }, Holds: export.List},
	{Name: "mediators", Of: func(p *record.Process) any { return seatNames(p.Mediators) }, Holds: export.List},
	{Name: "venues", Of: func(p *record.Process) any { return p.Venues }, Holds: export.List},
	{Name: "stage", Of: func(p *record.Process) any { return p.Stage }},
	{Name: "stage_since", Of: func(p *record.Process) any { return p.StageSince }},
	{Name: "moved", Of: func(p *record.Process) any { return p.Moved }},
	{Name: "awaited", Of: func(p *record.Process) any {
		var out []string
		for _, w := range p.Awaited {
			out = append(out, w.Name+": "+w.What)
		}
		return out
	}, Holds: export.List},
	{Name: "reports", Of: func(p *record.Process) any { return p.Reports }, Holds: export.Whole},
	{Name: "sources", Of: func(p *record.Process) any { return p.Sources }, Holds: export.Whole},
	{Name: "first", Of: func(p *record.Process) any { return p.First }},
	{Name: "last", Of: func(p *record.Process) any { return p.Last }},
}}

func seatNames(in []record.Seat) (out []string) {
	for _, s := range in {
		out = append(out, s.Name)
	}
	return out
}

var articleTable = export.Table[record.ArticleRow]{Name: "articles", Columns: []export.Column[record.ArticleRow]{
	{Name: "article_id", Of: func(a *record.ArticleRow) any { return a.ID }},
	{Name: "ref", Of: func(a *record.ArticleRow) any { return a.Ref }},
	{Name: "title", Of: func(a *record.ArticleRow) any { return a.Title }},
	{Name: "url", Of: func(a *record.ArticleRow) any { return a.URL }},
	{Name: "author", Of: func(a *record.ArticleRow) any { return a.Author }},
	{Name: "publisher", Of: func(a *record.ArticleRow) any { return a.Publisher }},
	{Name: "published", Of: func(a *record.ArticleRow) any { return a.Published }},
	{Name: "language", Of: func(a *record.ArticleRow) any { return a.Language }},
	{Name: "added", Of: func(a *record.ArticleRow) any { return a.Added }},
	{Name: "reader", Of: func(a *record.ArticleRow) any { return a.Reader }},
	{Name: "copies", Of: func(a *record.ArticleRow) any { return a.Copies }, Holds: export.Whole},
	{Name: "events", Of: func(a *record.ArticleRow) any { return a.Events }, Holds: export.Whole},
	{Name: "quotes", Of: func(a *record.ArticleRow) any { return a.Quotes }, Holds: export.Whole},
	{Name: "figures", Of: func(a *record.ArticleRow) any { return a.Figures }, Holds: export.Whole},
	{Name: "talks", Of: func(a *record.ArticleRow) any { return a.Talks }, Holds: export.Whole},
}}

var placeTable = export.Table[record.PlaceRow]{Name: "places", Columns: []export.Column[record.PlaceRow]{
	{Name: "name", Of: func(p *record.PlaceRow) any { return p.Name }},
	{Name: "kind", Of: func(p *record.PlaceRow) any { return p.Kind }},
	{Name: "country", Of: func(p *record.PlaceRow) any { return p.Country }},
	{Name: "admin1", Of: func(p *record.PlaceRow) any { return p.Admin1 }},
	{Name: "geonames_id", Of: func(p *record.PlaceRow) any { return known(p.GeoNames) }, Holds: export.Whole},
	{Name: "lat", Of: func(p *record.PlaceRow) any { return degrees(p.At, func(at *record.LatLon) float64 { return at.Lat }) }, Holds: export.Real},
	{Name: "lon", Of: func(p *record.PlaceRow) any { return degrees(p.At, func(at *record.LatLon) float64 { return at.Lon }) }, Holds: export.Real},
	{Name: "reports", Of: func(p *record.PlaceRow) any { return p.Reports }, Holds: export.Whole},
	{Name: "mentions", Of: func(p *record.PlaceRow) any { return p.Mentions }, Holds: export.Whole},
	{Name: "id", Of: func(p *record.PlaceRow) any { return p.ID.String() }},
}}

// known is a number that 0 stands for where it is not known.
func known(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func degrees(at *record.LatLon, of func(*record.LatLon) float64) any {
	if at == nil {
		return nil
	}
	return of(at)
}

// placeGround is where a place is.
func placeGround(p *record.PlaceRow) *export.Ground {
	g := &export.Ground{Name: p.Name, Country: p.Country, GeoNamesID: p.GeoNames}
	if p.At != nil {
		g.Lat, g.Lon, g.Located = p.At.Lat, p.At.Lon, true
	}
	return g
}
