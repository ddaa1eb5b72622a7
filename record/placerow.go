package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A PlaceRow is a place under all of its names: one of GeoNames, or what reports
// of one country call alike.
type PlaceRow struct {
	Name     string  `json:"name"`
	Kind     string  `json:"kind,omitempty"` // GeoNames feature code
	Country  string  `json:"country,omitempty"`
	Admin1   string  `json:"admin1,omitempty"`
	GeoNames int     `json:"geonames_id,omitempty"`
	At       *LatLon `json:"at,omitempty"` // nil where unknown
	Reports  int     `json:"reports"`
	Mentions int     `json:"mentions"`
	ID       ID      `json:"id"` // of a mention of it
}

// Places are the places that reports which the filter lets through name: the one
// that most reports name first, or by name (SortMost, SortName).
func (r *Record) Places(ctx context.Context, of Filter, p Page) (Rows[PlaceRow], error) {
	sort, err := p.sort(SortMost, SortName)
	if err != nil {
		return Rows[PlaceRow]{}, err
	}
	from, err := p.from()
	if err != nil {
		return Rows[PlaceRow]{}, err
	}
	all, err := answered(ctx, r, "places "+sort, of, func(tx Tx) ([]PlaceRow, error) {
		rows, err := placeRows(ctx, tx, of)
		slices.SortFunc(rows, func(a, b PlaceRow) int {
			if sort == SortName {
				return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
			}
			return cmp.Or(b.Reports-a.Reports, cmp.Compare(a.ID, b.ID))
		})
		return rows, err
	})
	if err != nil {
		return Rows[PlaceRow]{}, err
	}
	out := Rows[PlaceRow]{}
	if p.Count {
		out.Total = min(len(all), MostCounted+1)
	}
	if from != nil {
		at := slices.IndexFunc(all, func(x PlaceRow) bool {
			if sort == SortName {
				return cmp.Or(strings.Compare(x.Name, from.key), cmp.Compare(int64(x.ID), from.n)) > 0
			}
			reports, _ := strconv.Atoi(from.key)
			return cmp.Or(reports-x.Reports, cmp.Compare(int64(x.ID), from.n)) > 0
		})
		if at < 0 {
			at = len(all)
		}
		all = all[at:]
	}
	out.Rows = all[:min(p.limit(), len(all))]
	if n := len(out.Rows); n < len(all) && n > 0 {
		last := out.Rows[n-1]
		key := strconv.Itoa(last.Reports)
		if sort == SortName {
			key = last.Name
		}
		out.Next = cursor{key, int64(last.ID)}.String()
	}
	return out, nil
}

// placeRows are all places that a filter lets through.
func placeRows(ctx context.Context, tx Tx, of Filter) ([]PlaceRow, error) {
	q, err := thePlaces.ask(ctx, tx, of)
	if err != nil {
		return nil, err
	}
	driver, err := q.driver(ctx, tx, many)
	if err != nil {
		return nil, err
	}
	where, args := q.where("e", driver)
	out := []PlaceRow{}
	var ns []int64
	err = Each(ctx, tx, func(r *sql.Rows) error {
		var p PlaceRow
		var n int64
		var located bool
		var lat, lon float64
		if err := r.Scan(&p.GeoNames, &p.Country, &p.Name, &p.Kind, &p.Admin1, &located, &lat, &lon, &p.Reports, &p.Mentions, &n); err != nil {
			return err
		}
		p.At = latLon(located, lat, lon)
		out, ns = append(out, p), append(ns, n)
		return nil
	}, fmt.Sprintf(`SELECT e.geonames, e.country, min(e.name), min(e.kind), min(e.admin1), max(e.located), min(e.lat), min(e.lon), count(DISTINCT e.article), count(*), min(e.n)
		FROM places e WHERE %s GROUP BY e.geonames, e.country, CASE WHEN e.geonames > 0 THEN '' ELSE e.name END`, where), args...)
	if err != nil {
		return nil, err
	}
	ids, err := idsOf(ctx, tx, "places", ns)
	for i := range out {
		out[i].ID = ids[ns[i]]
	}
	return out, err
}
