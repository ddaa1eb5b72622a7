package dossier

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

// talks is one negotiation: who, where and how far, what is on the table, what
// holds it up, and where everybody stands.
func (p *page) talks(t *rapporteur.Talks) {
	title := "Talks"
	if t.Subject != "" {
		title += ": " + terminal.Plain(t.Subject)
	}
	p.section(title)
	row := func(label, text string) {
		if text != "" {
			p.row(label, text)
		}
	}
	row("parties", p.who(t.Parties))
	row("mediators", p.who(t.Mediators))
	if t.Venue != "" {
		p.row("venue", terminal.Plain(t.Venue)+p.at("", t.VenueSpan))
	}
	if t.Stage != "" {
		p.row("stage", terminal.Details(p.Palette.Strong(terminal.Spaced(t.Stage)), p.quoted(t.StageSpan))+p.at(t.Rule, t.StageSpan))
	} else {
		p.row("mentioned", p.first(t.Spans)+p.at(t.Rule, t.Spans...))
	}
	for i := range t.Proposals {
		p.proposal(&t.Proposals[i])
	}
	label := "awaited"
	for _, a := range t.Awaited {
		p.row(label, terminal.Details(p.from(a.From, a.What), p.quoted(a.Span))+p.at(a.Rule, a.Span))
		label = ""
	}
	label = "stuck on"
	for _, s := range t.StickingPoints {
		p.row(label, p.issue(s.Issue, s.Span)+p.at(s.Rule, s.Span))
		label = ""
	}
	p.positions(t.Positions)
}

// first is the first of the mentions of a negotiation.
func (p *page) first(spans []rapporteur.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return p.quoted(spans[0])
}

// from is what somebody still has to do.
func (p *page) from(who, what string) string {
	who, what = terminal.Plain(who), terminal.Plain(what)
	switch {
	case who == "":
		return what
	case what == "":
		return p.Palette.Strong(who)
	}
	return p.Palette.Strong(who) + ": " + what
}

// issue is a point at issue, with the words that show it where they say more.
func (p *page) issue(issue string, span rapporteur.Span) string {
	issue = terminal.Plain(issue)
	if strings.EqualFold(issue, p.words(span)) {
		return issue
	}
	return terminal.Details(issue, p.quoted(span))
}

// proposal is what is on the table and who has answered what.
func (p *page) proposal(x *rapporteur.Proposal) {
	by := terminal.Plain(x.By)
	if by != "" {
		by = "by " + p.Palette.Strong(strings.ReplaceAll(by, ";", ","))
	}
	phases := ""
	if x.Phases > 0 {
		phases = terminal.Count(x.Phases, "phase")
	}
	p.row("proposed", terminal.Details(by, phases, p.quoted(x.Span))+p.at(x.Rule, x.Span))
	for _, t := range x.Terms {
		p.row("", "– "+terminal.Spaced(t.Kind)+": "+p.quoted(t.Span)+p.at(t.Rule, t.Span))
	}
	for _, a := range x.Answers {
		says := p.Palette.Strong(terminal.Plain(a.Actor)) + " " + terminal.Verdict(a.Answer)
		p.row("", "– "+terminal.Details(says, p.quoted(a.Span))+p.at(a.Rule, a.Span))
	}
}

// positions stand under who holds them, in the order in which the actors appear.
func (p *page) positions(in []rapporteur.Position) {
	if len(in) == 0 {
		return
	}
	var actors []string
	for _, x := range in {
		if !slices.Contains(actors, x.Actor) {
			actors = append(actors, x.Actor)
		}
	}
	p.name(p.Palette.Label("positions"))
	for _, actor := range actors {
		for _, x := range in {
			if x.Actor != actor {
				continue
			}
			who := p.Palette.Strong(strings.ReplaceAll(terminal.Plain(actor), ";", ","))
			text := p.issue(x.Issue, x.Span)
			p.item(who + " " + stance(x.Stance) + ": " + text + p.at(x.Rule, x.Span))
		}
	}
}

func stance(s string) string {
	if s == "open-to" {
		return "is open to"
	}
	return terminal.Spaced(s)
}
