package export

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/knowledge"
)

// A Ground is where something was.
type Ground struct {
	Words      string // in the report's words
	Name       string // of GeoNames, where resolved
	Kind       string // GeoNames feature code
	Country    string // ISO 3166-1 alpha-3
	Admin1     string
	GeoNamesID int
	Lat, Lon   float64
	Located    bool // Lat and Lon are known
}

var groundColumns = []Column[Ground]{
	{Name: "place", Of: func(g *Ground) any { return g.Words }, Says: "where, in the report's words", Tag: "#loc+name"},
	{Name: "country", Of: func(g *Ground) any { return g.Country }, Says: "country of the place, ISO 3166-1 alpha-3", Tag: "#country+code+v_iso3"},
	{Name: "admin1", Of: func(g *Ground) any { return g.Admin1 }, Says: "its first-level division", Tag: "#adm1+name"},
	{Name: "lat", Of: func(g *Ground) any { return g.degrees(g.Lat) }, Says: "latitude, degrees, WGS 84", Tag: "#geo+lat", Holds: Real},
	{Name: "lon", Of: func(g *Ground) any { return g.degrees(g.Lon) }, Says: "longitude", Tag: "#geo+lon", Holds: Real},
	{Name: "geonames_id", Of: func(g *Ground) any { return count(g.GeoNamesID) }, Says: "GeoNames id", Holds: Whole},
}

func (g *Ground) degrees(x float64) any {
	if !g.Located {
		return nil
	}
	return x
}

// resolve fills g from a place of the report.
func (g *Ground) resolve(p *rapporteur.Place) {
	if p.Resolved || p.GeoNamesID != 0 {
		g.Name = p.Name
	}
	g.Kind, g.Admin1, g.GeoNamesID = p.Kind, p.Admin1, p.GeoNamesID
	g.Lat, g.Lon, g.Located = p.Lat, p.Lon, p.Resolved
	g.Country = cmp.Or(g.Country, p.Country)
}

// gazette finds places of one report.
type gazette struct {
	doc    *rapporteur.Document
	places []*rapporteur.Place // ascending by span
	named  map[string][]*rapporteur.Place
}

func gazetteOf(r *rapporteur.Reading) *gazette {
	z := &gazette{doc: r.Document, named: map[string][]*rapporteur.Place{}}
	for i := range r.Findings.Places {
		p := &r.Findings.Places[i]
		z.places = append(z.places, p)
		words := r.Document.Text(p.Span)
		z.named[words] = append(z.named[words], p)
	}
	slices.SortStableFunc(z.places, func(a, b *rapporteur.Place) int { return a.Span.Compare(b.Span) })
	return z
}

// within is the first place that stands in s, or nil.
func (z *gazette) within(s rapporteur.Span) *rapporteur.Place {
	i, _ := slices.BinarySearchFunc(z.places, s.Start, func(p *rapporteur.Place, at int) int { return p.Span.Start - at })
	if i < len(z.places) && !s.Empty() && s.Contains(z.places[i].Span) {
		return z.places[i]
	}
	return nil
}

// grounded gives those whom nobody was identified as, in step with the participants they are
// rows of, their country: that of the state by whose name they take part ("Turkish tanks"), or
// that of the place that their words name, "the West Bank", "a bus in Cairo".
func (z *gazette) grounded(out []Party, in []rapporteur.Participant) []Party {
	for i, p := range in {
		if out[i].Kind != "" || out[i].Country != "" {
			continue
		}
		out[i].Country = countryNamed()[p.Name]
		for _, s := range p.Spans {
			if at := z.within(s); out[i].Country == "" && at != nil && (at.Span.Start <= s.Start+len("the ") || !named(p.Name)) {
				out[i].Country = at.Country
			}
		}
	}
	return out
}

// named reports whether words are a name, after an article: "the Harbour Watch in Cairo" may be
// from anywhere.
func named(words string) bool {
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		words = strings.TrimPrefix(words, article)
	}
	first, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(first)
}

// countryNamed are the codes of countries by name.
var countryNamed = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range knowledge.Countries() {
		out[c.Name] = c.Code
	}
	return out
})

// called is the place that words name in this report, or nil: of several, the
// one of the sentence, and none where they are different places.
func (z *gazette) called(words string, sentence int) *rapporteur.Place {
	var found *rapporteur.Place
	for _, p := range z.named[words] {
		if p.Sentence == sentence {
			return p
		}
		if found != nil && (found.GeoNamesID != p.GeoNamesID || found.Country != p.Country) {
			return nil
		}
		found = p
	}
	return found
}
