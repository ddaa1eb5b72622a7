package gold

import (
	"iter"
	"strconv"

	"rapporteur"
)

// A PlacedArticle is an article with its toponyms, as in LGL (Lieberman and
// others 2010) and GeoWebNews (Gritta and others 2020).
type PlacedArticle struct {
	*rapporteur.Article
	Toponyms []Toponym
}

// A Toponym is a place name; Located says whether the gold resolves it.
type Toponym struct {
	Span        rapporteur.Span
	Located     bool    // Lat and Lon are known
	Lat, Lon    float64 // degrees, WGS 84
	GeoNamesID  int     // 0 where none
	Name        string  // in GeoNames
	FeatureCode string  // of GeoNames, in LGL
	Country     string  // name, in LGL
	Type        string  // class of the use, in GeoWebNews: Literal, Metonymic, Demonym …
}

type placedJSON struct {
	ID, Title, URL, Date, Text string

	Toponyms []struct {
		Start, End                       int
		Text, Name, FCode, Country, Type string
		GeoNameID                        string
		Lat, Lon                         *float64
	}
}

// Places reads LGL or GeoWebNews, one article a line.
func Places(path string) iter.Seq2[*PlacedArticle, error] {
	return records(path, func(raw *placedJSON) (*PlacedArticle, error) {
		a := &PlacedArticle{Article: &rapporteur.Article{
			Ref: raw.ID, Title: raw.Title, URL: raw.URL, Text: raw.Text, Published: day(raw.Date),
		}}
		p := newPoints(raw.Text)
		for _, r := range raw.Toponyms {
			s, err := p.exact(r.Start, r.End, r.Text)
			t := Toponym{Span: s, Name: r.Name, FeatureCode: r.FCode, Country: r.Country, Type: r.Type}
			if err == nil && r.GeoNameID != "" {
				t.GeoNamesID, err = strconv.Atoi(r.GeoNameID)
			}
			if err != nil {
				return nil, in("toponym", r.Text, err)
			}
			if r.Lat != nil && r.Lon != nil {
				t.Located, t.Lat, t.Lon = true, *r.Lat, *r.Lon
			}
			a.Toponyms = append(a.Toponyms, t)
		}
		return a, nil
	})
}
