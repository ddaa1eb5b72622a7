package dossier

import (
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// figures stand by what they count, in the order of the report.
func (p *page) figures() {
	if len(p.f.Figures) == 0 {
		return
	}
	p.section("Figures")
	done := map[string]bool{}
	for _, first := range p.f.Figures {
		if done[first.Measure] {
			continue
		}
		done[first.Measure] = true
		label := terminal.Spaced(first.Measure)
		for i := range p.f.Figures {
			if x := &p.f.Figures[i]; x.Measure == first.Measure {
				p.row(label, p.figure(x))
				label = ""
			}
		}
	}
}

func (p *page) figure(x *rapporteur.Figure) string {
	read, source, words := amount(x), "", ""
	if x.AttributedTo != "" {
		source = p.Palette.Doubt("according to " + terminal.Plain(x.AttributedTo))
	}
	if !strings.EqualFold(read, p.words(x.Span)) {
		words = p.quoted(x.Span)
	}
	return terminal.Details(p.Palette.Strong(read), source, where(x.Place, ""), x.Date, words) + p.at(x.Rule, x.Span)
}

// amount is the value as read: "at least 12 sailors".
func amount(x *rapporteur.Figure) string {
	of := terminal.Plain(x.Of)
	if x.Qualifier == "vague" {
		if of == "" {
			of = x.Unit
		}
		return strings.TrimSpace(number(x.Value) + " or more " + of)
	}
	out := number(x.Value)
	if x.ValueMax != 0 {
		out += " to " + number(x.ValueMax)
	}
	switch unit := terminal.Plain(x.Unit); {
	case unit == "people" && of != "":
		out += " " + of
	case money(unit):
		out = unit + " " + out
		if of != "" {
			out += " of " + of
		}
	default:
		if unit != "" {
			out += " " + unit
		}
		if of != "" && of != unit {
			out += " of " + of
		}
	}
	if x.Qualifier != "" {
		out = x.Qualifier + " " + out
	}
	return out
}

// money reports whether a unit is a currency by its ISO 4217 code.
func money(unit string) bool {
	return len(unit) == 3 && strings.ToUpper(unit) == unit && strings.ToLower(unit) != unit
}

// number groups the digits of large numbers: 34600 reads 34,600.
func number(x float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}
