package eval

import (
	"context"
	"math"
	"slices"

	"rapporteur"
	"rapporteur/extract/place"
	"rapporteur/gold"
)

const placesSays = `Places: a toponym that the gold locates is found when a predicted place overlaps it; precision is the part of the
predicted places that overlap any annotated toponym, located or not. The place found is right within 161 km (100 miles) of
the gold's coordinates, and exact with the same GeoNames id. "gold toponyms" are resolved where the gold has them, without
being found: what a resolver alone is measured by.`

const (
	placeFound     = "found"
	placeNear      = "within 161 km, of the found"
	placeSame      = "same GeoNames id, of the found"
	placeNearOfAll = "within 161 km, of all"
	placeGivenNear = "gold toponyms within 161 km"
	placeGivenSame = "gold toponyms with the same id"
)

var placeMetrics = []Metric{
	{Name: placeFound}, {Name: placeNear, Unit: Share}, {Name: placeSame, Unit: Share}, {Name: placeNearOfAll, Unit: Share},
	{Name: placeGivenNear, Unit: Share}, {Name: placeGivenSame, Unit: Share},
}

func measurePlaces(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Places(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.PlacedArticle) Tally {
		return Places(d.Toponyms, read.on(d.Article).Findings.Places).Add(GivenPlaces(d))
	})
	return measured{tally: t, documents: len(docs)}, err
}

// Places counts the toponyms that are found, and found where they are.
func Places(want []gold.Toponym, got []rapporteur.Place) Tally {
	var located, found, near, ids, same, right int
	for _, p := range got {
		if slices.ContainsFunc(want, func(w gold.Toponym) bool { return w.Span.Overlaps(p.Span) }) {
			right++
		}
	}
	for _, w := range want {
		if !w.Located {
			continue
		}
		located++
		i := slices.IndexFunc(got, func(p rapporteur.Place) bool { return p.Span.Overlaps(w.Span) })
		if i < 0 {
			continue
		}
		found++
		if p := got[i]; p.Resolved && kilometres(p.Lat, p.Lon, w.Lat, w.Lon) <= 161 {
			near++
		}
		if w.GeoNamesID != 0 {
			ids++
			if got[i].GeoNamesID == w.GeoNamesID {
				same++
			}
		}
	}
	return Tally{
		placeFound:     {float64(found), float64(located), float64(right), float64(len(got))},
		placeNear:      share(near, found),
		placeSame:      share(same, ids),
		placeNearOfAll: share(near, located),
	}
}

// GivenPlaces counts the located toponyms of d that are resolved rightly when
// all of them are given. Of two that overlap the first is given.
func GivenPlaces(d *gold.PlacedArticle) Tally {
	var want []gold.Toponym
	var spans []rapporteur.Span
	for _, w := range slices.SortedStableFunc(slices.Values(d.Toponyms), func(a, b gold.Toponym) int { return a.Span.Compare(b.Span) }) {
		if w.Located && (len(spans) == 0 || w.Span.Start >= spans[len(spans)-1].End) {
			want, spans = append(want, w), append(spans, w.Span)
		}
	}
	var near, ids, same int
	for i, p := range place.Resolve(&rapporteur.Article{Text: d.Text, Published: d.Published}, spans) {
		if p.Resolved && kilometres(p.Lat, p.Lon, want[i].Lat, want[i].Lon) <= 161 {
			near++
		}
		if want[i].GeoNamesID != 0 {
			ids++
			if p.GeoNamesID == want[i].GeoNamesID {
				same++
			}
		}
	}
	return Tally{placeGivenNear: share(near, len(want)), placeGivenSame: share(same, ids)}
}

// kilometres is the distance of two points along a great circle (haversine).
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	p1, p2 := lat1*rad, lat2*rad
	sinLat, sinLon := math.Sin((p2-p1)/2), math.Sin((lon2-lon1)*rad/2)
	h := sinLat*sinLat + math.Cos(p1)*math.Cos(p2)*sinLon*sinLon
	return 2 * 6371 * math.Asin(min(1, math.Sqrt(h)))
}
