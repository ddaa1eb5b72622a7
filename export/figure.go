package export

import (
	"rapporteur"
)

// A Figure is a row: a count that matters, on whose word.
type Figure struct {
	ID           string
	Measure      string
	Of           string
	Value        float64
	ValueMax     float64 // 0 where there is no range
	Unit         string
	Qualifier    string
	Words        string
	At           Range
	Ground       Ground
	When         Period
	AttributedTo string
	Quote        string // id of the quotation that gives it
	Origin
}

// FiguresOf are the figures of a reading, in its order.
func FiguresOf(r *rapporteur.Reading) []Figure {
	l, places, quotes := linesOf(r), gazetteOf(r), quoteIDs(r)
	out := make([]Figure, len(r.Findings.Figures))
	for i := range r.Findings.Figures {
		f := &r.Findings.Figures[i]
		row := Figure{
			ID: l.id("f", f.Span), Measure: f.Measure, Of: f.Of, Value: f.Value, ValueMax: f.ValueMax, Unit: f.Unit, Qualifier: f.Qualifier,
			Words: r.Document.Text(f.Span), At: l.at(f.Span), Ground: Ground{Words: f.Place}, When: Period(f.Date),
			AttributedTo: f.AttributedTo, Origin: l.origin(f.Sentence, f.Rule),
		}
		if f.Statement >= 0 && f.Statement < len(quotes) {
			row.Quote = quotes[f.Statement]
		}
		if p := places.called(f.Place, f.Sentence); p != nil {
			row.Ground.resolve(p)
		}
		out[i] = row
	}
	return out
}

// Figures is the table of figures.
var Figures = Table[Figure]{Name: "figures", Columns: join(
	[]Column[Figure]{
		{Name: "figure_id", Of: func(f *Figure) any { return f.ID }, Says: "names the row: report, then where the words begin", Tag: "#meta+id"},
		{Name: "measure", Of: func(f *Figure) any { return f.Measure }, Says: "what is counted: `killed`, `injured`, `displaced`, `money` …", Tag: "#indicator+name"},
		{Name: "of", Of: func(f *Figure) any { return f.Of }, Says: "whom or what, in the report's words"},
		{Name: "value", Of: func(f *Figure) any { return f.Value }, Says: "the number; of a vague word its usual floor (*dozens*: 12)", Tag: "#indicator+num", Holds: Real},
		{Name: "value_max", Of: func(f *Figure) any { return positive(f.ValueMax) }, Says: "upper end of a range", Holds: Real},
		{Name: "unit", Of: func(f *Figure) any { return f.Unit }, Says: "`people`, `percent`, `USD`, `days` …"},
		{Name: "qualifier", Of: func(f *Figure) any { return f.Qualifier }, Says: "`at least`, `about`, `up to`, `vague` …; empty for the plain number"},
		{Name: "words", Of: func(f *Figure) any { return f.Words }, Says: "the words of the report", Tag: "#indicator+text"},
		{Name: "start", Of: func(f *Figure) any { return f.At.start(f.Words) }, Says: "where they begin in the text, in Unicode code points from 0", Holds: Whole},
		{Name: "end", Of: func(f *Figure) any { return f.At.end(f.Words) }, Says: "where they end, exclusive", Holds: Whole},
	},
	of(func(f *Figure) *Ground { return &f.Ground }, groundColumns),
	periodColumns(func(f *Figure) Period { return f.When }, "as of when: a year, month, day or range `FROM/TO` (ISO 8601)", "first day of it", "last day of it"),
	[]Column[Figure]{
		{Name: "attributed_to", Of: func(f *Figure) any { return f.AttributedTo }, Says: "on whose word; empty where the report gives the figure itself", Tag: "#meta+source"},
		{Name: "quote_id", Of: func(f *Figure) any { return f.Quote }, Says: "that word, in the table of quotations"},
	},
	of(func(f *Figure) *Origin { return &f.Origin }, originColumns),
)}

// positive is x, or nothing.
func positive(x float64) any {
	if x == 0 {
		return nil
	}
	return x
}
