package api

import (
	"context"
	"io"
	"iter"

	"rapporteur/export"
	"rapporteur/record"
)

// A form is one in which all rows of an answer are written one after the other.
type form struct {
	name, media, ending string
	write               func(ctx context.Context, w io.Writer, q asked) error
}

// The media types of forms.
const (
	mediaCSV     = "text/csv; charset=utf-8; header=present"
	mediaTSV     = "text/tab-separated-values; charset=utf-8"
	mediaLines   = "application/jsonl"
	mediaParquet = "application/vnd.apache.parquet"
	mediaGeoJSON = "application/geo+json"
)

// A source gives the rows that are asked for.
type rowsOf[R any] func(context.Context, asked) iter.Seq2[R, error]

// plainForms are those that every table of rows has.
func plainForms[R any](rows rowsOf[R], t export.Table[R]) []form {
	return []form{
		formed("csv", mediaCSV, ".csv", rows, export.CSV(t)),
		formed("tsv", mediaTSV, ".tsv", rows, export.TSV(t)),
		formed("jsonl", mediaLines, ".jsonl", rows, export.JSONL(t)),
		sunk("parquet", mediaParquet, ".parquet", rows, func(w io.Writer) (export.Sink[R], error) { return export.Parquet(w, t), nil }),
	}
}

// formed is a form of package export.
func formed[R any](name, media, ending string, rows rowsOf[R], as export.Writer[R]) form {
	return sunk(name, media, ending, rows, func(w io.Writer) (export.Sink[R], error) { return export.Into(w, as) })
}

// together is how many rows are written at once.
const together = 256

func sunk[R any](name, media, ending string, rows rowsOf[R], open func(io.Writer) (export.Sink[R], error)) form {
	return form{name, media, ending, func(ctx context.Context, w io.Writer, q asked) error {
		var sink export.Sink[R]
		var batch []R
		flush := func() (err error) {
			if sink == nil { // not before the first rows: what cannot be asked is told as a problem
				if sink, err = open(w); err != nil {
					return err
				}
			}
			err = sink.Put(batch...)
			batch = batch[:0]
			return err
		}
		n := 0
		for row, err := range rows(ctx, q) {
			if err != nil {
				return err
			}
			if q.page.Limit > 0 && n == q.page.Limit {
				break
			}
			n++
			if batch = append(batch, row); len(batch) == together {
				if err := flush(); err != nil {
					return err
				}
			}
		}
		if err := flush(); err != nil {
			return err
		}
		return sink.Close()
	}}
}

func (a *API) eventForms() []form {
	any := func(*export.Event) bool { return true }
	events := func(suits func(*export.Event) bool) rowsOf[export.Event] {
		return func(ctx context.Context, q asked) iter.Seq2[export.Event, error] {
			return export.AskEvents(ctx, a.record, q.filter, q.page.Sort, suits, nil)
		}
	}
	asserted := events((*export.Event).Asserted) // what is denied, planned or claimed has no mark in these
	return append(plainForms(events(any), export.KeptEvents),
		formed("geojson", mediaGeoJSON, ".geojson", events(any), export.EventsGeoJSON()),
		formed("polecat-csv", mediaCSV, ".polecat.csv", asserted, export.CSV(export.POLECATPlus)),
		formed("polecat-tsv", mediaTSV, ".polecat.tsv", asserted, export.TSV(export.POLECAT)),
		formed("gdelt-tsv", mediaTSV, ".gdelt.tsv", asserted, export.GDELT()),
		formed("plover-jsonl", mediaLines, ".plover.jsonl", events(any), export.PLOVER()))
}

func (a *API) quoteForms() []form {
	return plainForms(func(ctx context.Context, q asked) iter.Seq2[export.Quote, error] {
		return export.AskQuotes(ctx, a.record, q.filter, q.page.Sort)
	}, export.KeptQuotes)
}

func (a *API) figureForms() []form {
	rows := func(ctx context.Context, q asked) iter.Seq2[export.Figure, error] {
		return export.AskFigures(ctx, a.record, q.filter, q.page.Sort)
	}
	return append(plainForms(rows, export.KeptFigures),
		formed("geojson", mediaGeoJSON, ".geojson", rows, export.FiguresGeoJSON()),
		formed("hxl-csv", mediaCSV, ".hxl.csv", rows, export.HXL()))
}

func (a *API) actorForms() []form {
	return plainForms(func(ctx context.Context, q asked) iter.Seq2[export.Actor, error] {
		return export.AskActors(ctx, a.record, q.filter, q.page.Sort)
	}, export.KeptActors)
}

// recordForms are the forms of rows that only a record has.
func recordForms[T any](ask func(context.Context, record.Filter, record.Page) (record.Rows[T], error), t export.Table[T]) []form {
	return plainForms(func(ctx context.Context, q asked) iter.Seq2[T, error] {
		return record.All(ctx, ask, q.filter, q.page.Sort)
	}, t)
}

func (a *API) placeForms() []form {
	forms := recordForms(a.record.Places, placeTable)
	rows := func(ctx context.Context, q asked) iter.Seq2[record.PlaceRow, error] {
		return record.All(ctx, a.record.Places, q.filter, q.page.Sort)
	}
	return append(forms, formed("geojson", mediaGeoJSON, ".geojson", rows, export.GeoJSON(placeTable, placeGround)))
}
