package record

import (
	"context"
	"database/sql"
	"fmt"
)

// A MonthCount is how many events of a type a month has.
type MonthCount struct {
	Month    string `json:"month"` // YYYY-MM; "" of what is undated
	Type     string `json:"type"`
	Events   int    `json:"events"`   // each once, however many reports tell of it
	Accounts int    `json:"accounts"` // mentions
}

// EventMonths counts the events that the filter lets through, by month and type.
func (r *Record) EventMonths(ctx context.Context, of Filter) ([]MonthCount, error) {
	return answered(ctx, r, "events by month", of, func(tx Tx) ([]MonthCount, error) {
		out := []MonthCount{}
		err := eachCount(ctx, tx, of, "substr(e.day, 1, 7), e.type", "1, 2", func(rows *sql.Rows) error {
			var c MonthCount
			err := rows.Scan(&c.Month, &c.Type, &c.Events, &c.Accounts)
			out = append(out, c)
			return err
		})
		return out, err
	})
}

// A DayCount is how many events of a type a day has.
type DayCount struct {
	Day    string // YYYY-MM-DD; "" of what is undated
	Type   string
	Events int // each once, however many reports tell of it
}

// EventDays counts the events that the filter lets through, by day and type.
func (r *Record) EventDays(ctx context.Context, of Filter) ([]DayCount, error) {
	return answered(ctx, r, "events by day", of, func(tx Tx) ([]DayCount, error) {
		out := []DayCount{}
		err := eachCount(ctx, tx, of, "substr(e.day, 1, 10), e.type", "1, 2", func(rows *sql.Rows) error {
			var c DayCount
			var accounts int
			err := rows.Scan(&c.Day, &c.Type, &c.Events, &accounts)
			out = append(out, c)
			return err
		})
		return out, err
	})
}

// A PlaceCount is how many events a place has.
type PlaceCount struct {
	Place    string `json:"place"` // its name in GeoNames, or in reports
	Country  string `json:"country,omitempty"`
	GeoNames int    `json:"geonames_id,omitempty"`
	LatLon
	Events   int `json:"events"`
	Accounts int `json:"accounts"`
}

// EventPlaces counts the events that the filter lets through by place, of those
// whose place on the map is known: the place with the most events first.
func (r *Record) EventPlaces(ctx context.Context, of Filter) ([]PlaceCount, error) {
	return answered(ctx, r, "events by place", of, func(tx Tx) ([]PlaceCount, error) {
		out := []PlaceCount{}
		var ids []int64
		// Without a condition the rows that have no place would be passed over one by one.
		if of.Box == nil {
			of.Box = &Box{-180, -90, 180, 90}
		}
		err := eachCount(ctx, tx, of, "e.geonames, e.lat, e.lon, e.country, CASE WHEN e.geonames > 0 THEN '' ELSE e.location END", "events DESC, e.geonames, 5", func(rows *sql.Rows) error {
			var c PlaceCount
			err := rows.Scan(&c.GeoNames, &c.Lat, &c.Lon, &c.Country, &c.Place, &c.Events, &c.Accounts)
			out, ids = append(out, c), append(ids, int64(c.GeoNames))
			return err
		})
		if err != nil {
			return nil, err
		}
		names, err := toponyms(ctx, tx, ids)
		for i := range out {
			if name := names[int64(out[i].GeoNames)]; name != "" {
				out[i].Place = name
			}
		}
		return out, err
	})
}

// eachCount counts events and accounts by columns of an event called e, in an
// order of these.
func eachCount(ctx context.Context, tx Tx, of Filter, by, order string, scan func(*sql.Rows) error) error {
	q, err := theEvents.ask(ctx, tx, of)
	if err != nil {
		return err
	}
	driver, err := q.driver(ctx, tx, many)
	if err != nil {
		return err
	}
	where, args := q.where("e", driver)
	return Each(ctx, tx, scan, fmt.Sprintf("SELECT %[1]s, count(DISTINCT x.grp) AS events, count(*) FROM events e JOIN nodes x ON x.n = e.node WHERE %[2]s GROUP BY %[1]s ORDER BY %[3]s", by, where, order), args...)
}

// toponyms are the names of places of GeoNames.
func toponyms(ctx context.Context, tx Tx, ids []int64) (map[int64]string, error) {
	out := map[int64]string{}
	for _, id := range unique(ids) {
		if id == 0 {
			continue
		}
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var name string
			err := r.Scan(&name)
			out[id] = name
			return err
		}, "SELECT name FROM places WHERE geonames = ? LIMIT 1", id)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A SourceCount is how many reports of the record an outlet has.
type SourceCount struct {
	Publisher string `json:"publisher"` // "" where the report does not say
	Reports   int    `json:"reports"`
}

// Sources are the outlets, the one with the most reports first.
func (r *Record) Sources(ctx context.Context) ([]SourceCount, error) {
	return answered(ctx, r, "outlets", nil, func(tx Tx) ([]SourceCount, error) {
		out := []SourceCount{}
		err := Each(ctx, tx, func(rows *sql.Rows) error {
			var c SourceCount
			err := rows.Scan(&c.Publisher, &c.Reports)
			out = append(out, c)
			return err
		}, "SELECT publisher, count(*) FROM articles GROUP BY publisher ORDER BY 2 DESC, 1")
		return out, err
	})
}
