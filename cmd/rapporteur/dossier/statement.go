package dossier

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// statements stand under their speakers, in the order in which these first speak.
func (p *page) statements() {
	type speaker struct {
		actor int
		name  string
	}
	var order []speaker
	said := map[speaker][]*rapporteur.Statement{}
	for i := range p.f.Statements {
		s := &p.f.Statements[i]
		who := speaker{s.Speaker.Actor, ""}
		if who.actor < 0 {
			who.name = s.Speaker.Name
		}
		if said[who] == nil {
			order = append(order, who)
		}
		said[who] = append(said[who], s)
	}
	if len(order) > 0 {
		p.section("Who says what")
	}
	for _, who := range order {
		p.speaker(said[who])
		for _, s := range said[who] {
			p.item(p.said(s))
		}
	}
}

// speaker is the line above what somebody says.
func (p *page) speaker(said []*rapporteur.Statement) {
	s := said[0]
	name := terminal.Plain(s.Speaker.Name)
	if name == "" {
		name = "somebody"
	}
	about := ""
	if a := s.Speaker.Actor; a >= 0 && a < len(p.f.Actors) {
		about = p.office(&p.f.Actors[a])
	}
	if s.Sourcing == rapporteur.SourcingUnnamed {
		about = terminal.Details(about, p.Palette.Doubt("not named"))
	}
	if about != "" {
		about = ", " + about
	}
	p.name(p.Palette.Strong(name) + about)
}

// said is one statement: its cue, who was told, and the content; speech in
// quotation marks, paraphrase without.
func (p *page) said(s *rapporteur.Statement) string {
	cue := p.words(s.Cue)
	if cue == "" {
		cue = "says"
	}
	denial := ""
	if s.Denies {
		denial = p.Palette.Doubt("[denial]") + " "
	}
	var content []string
	for _, piece := range s.Content {
		if s.Kind == rapporteur.KindDirect {
			content = append(content, p.quoted(piece))
		} else {
			content = append(content, p.words(piece))
		}
	}
	return denial + p.Palette.Label(cue) + told(cue, s) + ": " + strings.Join(content, " … ") + p.at(s.Rule, slices.Concat(s.Content, []rapporteur.Span{s.Cue})...)
}

// told is whom it was said to, or the outlet that quotes it.
func told(cue string, s *rapporteur.Statement) string {
	to := terminal.Plain(s.Addressee.Name)
	if to == "" {
		to = terminal.Plain(s.Outlet)
	}
	switch {
	case to == "":
		return ""
	case strings.HasSuffix(strings.ToLower(cue), "told"):
		return " " + to
	}
	return " (to " + to + ")"
}
