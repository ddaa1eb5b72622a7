package dossier

import (
	"fmt"
	"math"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// dates are the temporal expressions with what they were taken to mean.
func (p *page) dates() {
	if len(p.f.Dates) == 0 {
		return
	}
	p.section("Dates")
	for _, d := range p.f.Dates {
		value := d.Value
		if value == "" {
			value = p.Palette.Doubt("not resolved")
		}
		if d.Modifier != "" {
			value += " (" + strings.ToLower(d.Modifier) + ")"
		}
		p.item(p.quoted(d.Span) + " = " + value + p.at(d.Rule, d.Span))
	}
}

// places stand once each, in the order of the report.
func (p *page) places() {
	type key struct {
		id   int
		name string
	}
	var order []key
	at := map[key][]*rapporteur.Place{}
	for i := range p.f.Places {
		x := &p.f.Places[i]
		k := key{x.GeoNamesID, x.Name}
		if at[k] == nil {
			order = append(order, k)
		}
		at[k] = append(at[k], x)
	}
	if len(order) > 0 {
		p.section("Places")
	}
	for _, k := range order {
		x := at[k][0]
		var spans []rapporteur.Span
		for _, mention := range at[k] {
			spans = append(spans, mention.Span)
		}
		p.item(terminal.Details(p.locality(x), p.position(x)) + p.at(x.Rule, spans...))
	}
}

func (p *page) locality(x *rapporteur.Place) string {
	out := p.Palette.Strong(terminal.Plain(x.Name))
	if x.Admin1 != "" && x.Admin1 != x.Name {
		out += ", " + terminal.Plain(x.Admin1)
	}
	if c := country(x.Country); c != "" && c != x.Name {
		out += ", " + c
	}
	return out
}

// position is degrees with two decimals, about a kilometre.
func (p *page) position(x *rapporteur.Place) string {
	if !x.Resolved {
		return p.Palette.Doubt("not located")
	}
	half := func(degrees float64, positive, negative string) string {
		if degrees < 0 {
			positive = negative
		}
		return fmt.Sprintf("%.2f°%s", math.Abs(degrees), positive)
	}
	return half(x.Lat, "N", "S") + terminal.Tie + half(x.Lon, "E", "W")
}
