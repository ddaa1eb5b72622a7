package record

import "context"

// A FigureRow is a count, on whose word.
type FigureRow struct {
	ID           ID      `json:"id"`
	Measure      string  `json:"measure"`
	Counted      string  `json:"of,omitempty"` // whom or what, in the report's words
	Value        float64 `json:"value"`
	ValueMax     float64 `json:"value_max,omitempty"` // 0 where there is no range
	Unit         string  `json:"unit,omitempty"`
	Qualifier    string  `json:"qualifier,omitempty"`
	Place        string  `json:"place,omitempty"`
	Country      string  `json:"country,omitempty"`
	GeoNames     int     `json:"geonames_id,omitempty"`
	Date         string  `json:"date,omitempty"` // as of when
	DateFrom     string  `json:"date_from,omitempty"`
	DateTo       string  `json:"date_to,omitempty"`
	Day          string  `json:"day,omitempty"`           // DateFrom, or else that of publication
	AttributedTo string  `json:"attributed_to,omitempty"` // "" where the report gives the figure itself
	Source       Player  `json:"source,omitzero"`         // who that is
	Statement    ID      `json:"statement,omitempty"`
	Evidence             // its words are the figure
}

// Figures are the counts that the filter lets through.
func (r *Record) Figures(ctx context.Context, of Filter, p Page) (Rows[FigureRow], error) {
	return shown(ctx, r, theFigures, of, p, "figures", func(f *Figure) int64 { return f.N }, figureRows)
}

func figureRows(ctx context.Context, tx Tx, figures []Figure) ([]FigureRow, error) {
	findings := make([]Finding, len(figures))
	var statements []int64
	for i, f := range figures {
		findings[i] = f.Finding
		statements = append(statements, f.Statement)
	}
	d, err := deskFor(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	players, err := playersOf(ctx, tx, findings)
	if err != nil {
		return nil, err
	}
	claims, err := idsOf(ctx, tx, "statements", statements)
	if err != nil {
		return nil, err
	}
	out := make([]FigureRow, len(figures))
	for i, f := range figures {
		out[i] = FigureRow{
			ID: f.ID, Measure: f.Measure, Counted: f.Counted, Value: f.Value, ValueMax: f.ValueMax, Unit: f.Unit, Qualifier: f.Qualifier, Place: f.Location,
			Country: f.Country, GeoNames: f.GeoNames, Date: f.Date, DateFrom: f.DateFrom, DateTo: f.DateTo, Day: f.Day, AttributedTo: f.AttributedTo,
			Source: players.one(f.N, RoleSource), Statement: claims[f.Statement], Evidence: d.evidence(f.Finding),
		}
	}
	return out, nil
}
