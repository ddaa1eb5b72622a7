package export

import "rapporteur"

// HXL is the table of figures as CSV with the hashtags of HXL 1.1 (Humanitarian
// Exchange Language) in the second line. Only hashtags and attributes of the
// standard's core schema are used; a column that it has none for has an empty
// cell there, as the standard allows, and processors pass it over.
func HXL() Writer[Figure] { return commas[Figure]{HXLFigures, true} }

// HXLFigures are the columns of figures with those that HXL has a hashtag of its
// own for: people killed, injured, displaced and abducted, and money.
var HXLFigures = Table[Figure]{Name: "hxl", Columns: join(
	Figures.Columns,
	[]Column[Figure]{
		affected("killed", "#affected+killed", rapporteur.MeasureKilled),
		affected("injured", "#affected+injured", rapporteur.MeasureInjured),
		affected("displaced", "#affected+displaced", rapporteur.MeasureDisplaced),
		{Name: "displaced_households", Tag: "#affected+displaced+hh", Says: "`value` again where families or households are counted as displaced", Of: func(f *Figure) any {
			if f.Measure != rapporteur.MeasureDisplaced || f.Unit != "families" && f.Unit != "households" {
				return nil
			}
			return f.Value
		}},
		affected("abducted", "#affected+abducted", rapporteur.MeasureCaptivesTaken, rapporteur.MeasureCaptivesHeld),
		{Name: "money", Tag: "#value", Says: "`value` again where a sum of money is meant", Of: func(f *Figure) any {
			if f.currency() == "" {
				return nil
			}
			return f.Value
		}},
		{Name: "currency", Tag: "#currency", Says: "its ISO 4217 code", Of: func(f *Figure) any { return f.currency() }},
	},
)}

// affected is the value of figures of people that count one of the measures.
func affected(name, tag string, measures ...string) Column[Figure] {
	says := "`value` again where people are counted and the measure is `" + measures[0] + "`"
	for _, m := range measures[1:] {
		says += " or `" + m + "`"
	}
	return Column[Figure]{Name: name, Tag: tag, Says: says, Of: func(f *Figure) any {
		for _, m := range measures {
			if f.Measure == m && f.Unit == "people" {
				return f.Value
			}
		}
		return nil
	}}
}

// currency is the ISO 4217 code of a sum of money; "" for anything else.
func (f *Figure) currency() string {
	if f.Measure != rapporteur.MeasureMoney || len(f.Unit) != 3 {
		return ""
	}
	for _, c := range f.Unit {
		if c < 'A' || c > 'Z' {
			return ""
		}
	}
	return f.Unit
}
