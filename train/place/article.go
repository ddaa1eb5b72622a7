package main

import (
	"slices"

	"rapporteur"
	"rapporteur/extract/place"
	"rapporteur/gold"
	"rapporteur/knowledge/gazetteer"
)

// article is one annotated article and what each of its toponyms may stand for.
type article struct {
	corpus string
	weight float64
	text   string
	m      *place.Map
	gold   []gold.Toponym // beside m.Toponyms
}

// readArticles reads one corpus. Demonyms ("Syrian"), which LGL and GeoWebNews
// annotate with the country, are left out: they are no places here; so are the
// annotations without coordinates in GeoWebNews, which mark what is no name of
// a place.
func readArticles(path, corpus string, weight float64) ([]article, error) {
	var out []article
	for row, err := range gold.Places(path) {
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(row.Toponyms, func(a, b gold.Toponym) int { return a.Span.Compare(b.Span) })
		a := article{corpus: corpus, weight: weight, text: row.Text}
		var spans []rapporteur.Span
		for _, t := range row.Toponyms {
			demonym := gazetteer.CountriesOfPeople(row.Quote(t.Span)) != nil || t.Type == "Demonym"
			if demonym || !t.Located && corpus == "geowebnews" || len(spans) > 0 && t.Span.Start < spans[len(spans)-1].End {
				continue
			}
			spans, a.gold = append(spans, t.Span), append(a.gold, t)
		}
		a.m = place.NewMap(&rapporteur.Article{Text: row.Text}, spans)
		out = append(out, a)
	}
	return out, nil
}
