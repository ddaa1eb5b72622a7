package eval

import (
	"context"
	"math"
	"slices"

	"rapporteur"
	"rapporteur/gold"
)

const placesSays = `Places: a toponym that the gold locates is found when a predicted place overlaps it; precision is the part of the
predicted places that overlap any annotated toponym, located or not. The place found is right within 161 km (100 miles) of
the gold's coordinates, and exact with the same GeoNames id.`

const (
	placeFound     = "found"
	placeNear      = "within 161 km, of the found"
	placeSame      = "same GeoNames id, of the found"
	placeNearOfAll = "within 161 km, of all"
)

var placeMetrics = []Metric{
	{Name: placeFound}, {Name: placeNear, Unit: Share}, {Name: placeSame, Unit: Share}, {Name: placeNearOfAll, Unit: Share},
}

func measurePlaces(ctx context.Context, path string, read Reader) (measured, error) {
	docs, err := gold.All(gold.Places(path))
	if err != nil {
		return measured{}, err
	}
	t, err := over(ctx, docs, func(d *gold.PlacedArticle) Tally {
		return Places(d.Toponyms, read.on(d.Article).Findings.Places)
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

// kilometres is the distance of two points along a great circle (haversine).
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	p1, p2 := lat1*rad, lat2*rad
	sinLat, sinLon := math.Sin((p2-p1)/2), math.Sin((lon2-lon1)*rad/2)
	h := sinLat*sinLat + math.Cos(p1)*math.Cos(p2)*sinLon*sinLon
	return 2 * 6371 * math.Asin(min(1, math.Sqrt(h)))
}
