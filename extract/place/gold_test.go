package place

import (
	"math"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/gold"
	"rapporteur/knowledge/gazetteer"
)

// The weights that ship must not be worse than when they were fitted: toponyms
// given, demonyms left out, of those located. Fitted on the same articles, so
// the floor guards against breakage and says nothing of new text; docs/places.md
// has the cross-validated scores.
func TestGold(t *testing.T) {
	for corpus, floor := range map[string]float64{"lgl": 0.78, "geowebnews": 0.71} {
		near, located := 0, 0
		for a, err := range gold.Places(gold.Shared(t, "data", "places", corpus+".jsonl.gz")) {
			if err != nil {
				t.Fatal(err)
			}
			var spans []rapporteur.Span
			var want []gold.Toponym
			slices.SortStableFunc(a.Toponyms, func(a, b gold.Toponym) int { return a.Span.Compare(b.Span) })
			for _, w := range a.Toponyms {
				if w.Located && gazetteer.CountriesOfPeople(a.Quote(w.Span)) == nil && (len(spans) == 0 || w.Span.Start >= spans[len(spans)-1].End) {
					spans, want = append(spans, w.Span), append(want, w)
				}
			}
			m := resolved(a.Text, spans)
			for i, w := range want {
				located++
				p := m.Place(i)
				c, d := newCandidate(gazetteer.Entry{Lat: p.Lat, Lon: p.Lon}), newCandidate(gazetteer.Entry{Lat: w.Lat, Lon: w.Lon})
				if p.Resolved && c.distance(&d) <= 161 {
					near++
				}
			}
		}
		if got := float64(near) / float64(located); got < floor || math.IsNaN(got) {
			t.Errorf("%s: %.3f of %d toponyms within 161 km, want %.2f", corpus, got, located, floor)
		} else {
			t.Logf("%s: %.3f of %d toponyms within 161 km", corpus, got, located)
		}
	}
}
