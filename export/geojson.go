package export

import (
	"bytes"
	"io"
)

// GeoJSON is the rows that have a place on the map as a FeatureCollection (RFC
// 7946): each a point with the columns of the table as properties. Rows without a
// place are left out.
func GeoJSON[R any](t Table[R], at func(*R) *Ground) Writer[R] { return features[R]{t, at} }

// EventsGeoJSON and FiguresGeoJSON are the tables of events and figures of a
// record as GeoJSON.
func EventsGeoJSON() Writer[Event] {
	return GeoJSON(KeptEvents, func(e *Event) *Ground { return &e.Ground })
}

// FiguresGeoJSON: see EventsGeoJSON.
func FiguresGeoJSON() Writer[Figure] {
	return GeoJSON(KeptFigures, func(f *Figure) *Ground { return &f.Ground })
}

type features[R any] struct {
	Table[R]
	at func(*R) *Ground
}

func (f features[R]) Head(w io.Writer) error {
	_, err := io.WriteString(w, `{"type":"FeatureCollection","name":"`+f.Name+`","features":[`+"\n")
	return err
}

// Between and Tail make f a Framed writer.
func (f features[R]) Between() string { return ",\n" }

func (f features[R]) Tail(w io.Writer) error {
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

func (f features[R]) Write(w io.Writer, rows []R) error {
	var b bytes.Buffer
	for i := range rows {
		g := f.at(&rows[i])
		if !g.Located {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(f.Between())
		}
		b.WriteString(`{"type":"Feature","geometry":{"type":"Point","coordinates":[` + plain(g.Lon) + "," + plain(g.Lat) + `]},"properties":`)
		if err := f.object(&b, &rows[i]); err != nil {
			return err
		}
		b.WriteByte('}')
	}
	if b.Len() == 0 {
		return nil
	}
	_, err := w.Write(b.Bytes())
	return err
}
