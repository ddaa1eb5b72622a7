package dossier

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/knowledge"
)

// events stand by date, the undated last, else in the order of the report.
func (p *page) events() {
	if len(p.f.Events) == 0 {
		return
	}
	p.section("Events")
	order := make([]*rapporteur.Event, len(p.f.Events))
	for i := range p.f.Events {
		order[i] = &p.f.Events[i]
	}
	slices.SortStableFunc(order, func(a, b *rapporteur.Event) int {
		if (a.Date == "") != (b.Date == "") {
			return len(b.Date) - len(a.Date)
		}
		if c := strings.Compare(a.Date, b.Date); c != 0 {
			return c
		}
		return a.Anchor.Compare(b.Anchor)
	})
	for _, e := range order {
		date := e.Date
		if date == "" {
			date = "undated"
		}
		p.row(date, p.event(e))
	}
}

func (p *page) event(e *rapporteur.Event) string {
	who := p.Palette.Strong(names(e.Actors))
	if to := names(e.Recipients); to != "" {
		who = strings.TrimLeft(who+" → ", " ") + p.Palette.Strong(to)
	}
	kind := e.Type
	if e.Mode != "" {
		kind += "/" + e.Mode
	}
	what := p.Palette.Label(kind) + " " + p.quoted(e.Anchor)
	if who != "" {
		what = who + ": " + what
	}
	spans := append([]rapporteur.Span{e.Anchor}, e.Also...)
	return p.reality(e) + terminal.Details(what, where(e.Place, e.Country)) + p.at(e.Rule, spans...)
}

// reality is what stands before an event that the report does not assert. It
// comes first, so that nobody reads a claim for a fact.
func (p *page) reality(e *rapporteur.Event) string {
	var marks []string
	who := terminal.Plain(e.AttributedTo)
	switch e.Status {
	case rapporteur.StatusHappened:
		if who != "" {
			marks = append(marks, "claimed by "+who)
		}
	case rapporteur.StatusOngoing:
		marks = append(marks, "ongoing")
		if who != "" {
			marks = append(marks, "claimed by "+who)
		}
	case rapporteur.StatusDenied:
		if who != "" {
			marks = append(marks, "denied by "+who)
		} else {
			marks = append(marks, "denied")
		}
	default:
		marks = append(marks, terminal.Spaced(e.Status))
		if who != "" {
			marks = append(marks, "according to "+who)
		}
	}
	if e.Historical {
		marks = append(marks, "background")
	}
	if len(marks) == 0 {
		return ""
	}
	return p.Palette.Doubt("["+strings.Join(marks, ", ")+"]") + " "
}

// where is a place and its country by name.
func where(place, code string) string {
	place = terminal.Plain(place)
	country := country(code)
	switch {
	case country == "" || strings.EqualFold(country, place):
		return place
	case place == "":
		return country
	}
	return place + ", " + country
}

func country(code string) string {
	if c := knowledge.CountryByCode(code); c != nil {
		return c.Name
	}
	return code
}
