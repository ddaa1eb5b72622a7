package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// readsBack writes rows and reads them back: the columns in their order, each
// cell as it was.
func readsBack[R any](t *testing.T, table Table[R], rows []R) {
	t.Helper()
	var b bytes.Buffer
	p := Parquet(&b, table)
	for i := range rows {
		if err := p.Put(rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	fields := file.Schema().Fields()
	if len(fields) != len(table.Columns) || file.NumRows() != int64(len(rows)) {
		t.Fatalf("%s: %d columns and %d rows, want %d and %d", table.Name, len(fields), file.NumRows(), len(table.Columns), len(rows))
	}
	for i, c := range table.Columns {
		if fields[i].Name() != c.Name {
			t.Errorf("%s: column %d is %s, want %s", table.Name, i, fields[i].Name(), c.Name)
		}
	}
	reader := parquet.NewGenericReader[any](bytes.NewReader(b.Bytes()))
	defer reader.Close()
	for i := range rows {
		got := make([]any, 1)
		if n, err := reader.Read(got); n != 1 || err != nil && err != io.EOF {
			t.Fatalf("%s: row %d: %v", table.Name, i, err)
		}
		row := got[0].(map[string]any)
		for _, c := range table.Columns {
			want := c.Of(&rows[i])
			switch v := want.(type) {
			case string:
				if v == "" {
					want = nil
				}
			case int:
				want = int64(v)
			case []string:
				if len(v) == 0 {
					want = nil
				}
			}
			if have := row[c.Name]; fmt.Sprint(unwrapped(have)) != fmt.Sprint(want) {
				t.Errorf("%s: row %d: %s is %#v, want %#v", table.Name, i, c.Name, have, want)
			}
		}
	}
}

// unwrapped is a cell as it went in.
func unwrapped(cell any) any {
	switch v := cell.(type) {
	case []byte:
		return string(v)
	case []any:
		if len(v) == 0 {
			return nil
		}
		out := make([]string, len(v))
		for i, item := range v {
			if inner, ok := item.(map[string]any); ok {
				item = inner["element"]
			}
			out[i] = fmt.Sprint(unwrapped(item))
		}
		return out
	case map[string]any: // a list as the format nests it
		return unwrapped(v["list"])
	}
	return cell
}

func TestParquet(t *testing.T) {
	r := ferry()
	readsBack(t, Events, EventsOf(r))
	readsBack(t, Quotes, QuotesOf(r))
	readsBack(t, Figures, FiguresOf(r))
	readsBack(t, Actors, ActorsOf(r))
	readsBack(t, KeptEvents, keptEvents())
	readsBack(t, Events, nil)
}

// keptEvents are events as a record has them.
func keptEvents() []Event {
	rows := EventsOf(ferry())
	for i := range rows {
		rows[i].Kept = &Kept{Group: fmt.Sprintf("e%014x", i), Accounts: 3, Reports: 2, Sources: 1, Mark: i%3 - 1}
	}
	return rows
}

func TestGeoJSON(t *testing.T) {
	rows := keptEvents()
	located := 0
	for _, e := range rows {
		if e.Ground.Located {
			located++
		}
	}
	for _, together := range []bool{true, false} {
		var b bytes.Buffer
		s, err := Into(&b, EventsGeoJSON())
		if err != nil {
			t.Fatal(err)
		}
		if together {
			err = s.Put(rows...)
		} else {
			for _, row := range rows {
				if err = s.Put(row); err != nil {
					break
				}
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Type     string
			Features []struct {
				Type     string
				Geometry struct {
					Type        string
					Coordinates [2]float64
				}
				Properties map[string]any
			}
		}
		if err := json.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatalf("%v:\n%s", err, b.String())
		}
		if got.Type != "FeatureCollection" || located == 0 || len(got.Features) != located {
			t.Errorf("%d features, want %d", len(got.Features), located)
		}
		for _, f := range got.Features {
			if f.Geometry.Type != "Point" || f.Geometry.Coordinates != [2]float64{-3.5, 54.25} || f.Properties["lat"] != 54.25 || f.Properties["reports"] != 2.0 || !strings.HasPrefix(f.Properties["group_id"].(string), "e0") {
				t.Errorf("%+v", f)
			}
		}
	}
	var b bytes.Buffer
	s, err := Into(&b, EventsGeoJSON())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("without a feature: %s, %v", b.String(), err)
	}
}
