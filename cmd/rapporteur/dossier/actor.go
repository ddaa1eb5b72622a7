package dossier

import (
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// actors are who appears, in the order of the report.
func (p *page) actors() {
	if len(p.f.Actors) == 0 {
		return
	}
	p.section("Who is who")
	for i := range p.f.Actors {
		a := &p.f.Actors[i]
		kind := terminal.Spaced(a.Kind)
		if home := country(a.Country); home != "" && home != a.Name {
			kind += ", " + home
		}
		p.item(terminal.Details(p.Palette.Strong(terminal.Plain(a.Name)), p.office(a), kind) + p.at(a.Rule, a.Mentions...))
	}
}

// office is what somebody is, and of whom where neither the title nor the name
// says so.
func (p *page) office(a *rapporteur.Actor) string {
	of := ""
	if a.Of >= 0 && a.Of < len(p.f.Actors) {
		of = terminal.Plain(p.f.Actors[a.Of].Name)
	}
	title := terminal.Plain(a.Title)
	if of != "" && strings.Contains(strings.ToLower(title+" "+terminal.Plain(a.Name)), strings.ToLower(of)) {
		of = ""
	}
	switch {
	case title == "":
		return of
	case of == "":
		return title
	}
	return title + " (" + of + ")"
}
