package web

import (
	"fmt"
	"strings"

	"rapporteur/record"
)

// A summary is a finding in a line.
type summary struct {
	record.Finding
	Label string // what it is, such as "position"
	Head  string // who, or what
	Text  string // the rest
	Note  string // on whose word, or how real; "" where plainly so
}

func (s summary) Group() string { return groupOf(s.ID.Kind()) }

// Line is all of it, for titles.
func (s summary) Line() string {
	parts := []string{s.Label}
	for _, p := range []string{s.Head, s.Text, s.Note} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// roles are who plays which role in the findings of a report.
type roles map[int64]map[string][]record.Part

func rolesOf(parts []record.Part) roles {
	out := roles{}
	for _, p := range parts {
		if out[p.Finding] == nil {
			out[p.Finding] = map[string][]record.Part{}
		}
		out[p.Finding][p.Role] = append(out[p.Finding][p.Role], p)
	}
	return out
}

func (r roles) names(finding int64, role string) string {
	var out []string
	for _, p := range r[finding][role] {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// summaries are the findings of a report, each in a line.
func summaries(r *record.Report) []summary {
	who := rolesOf(r.Parts)
	var out []summary
	add := func(f record.Finding, head, text, note string) {
		out = append(out, summary{f, f.ID.Kind().String(), head, text, note})
	}
	for _, t := range r.Talks {
		sides := who.names(t.N, record.RoleParty)
		add(t.Finding, first(t.Renamed, sides, t.Subject), plain(t.Stage), t.Venue)
	}
	for _, p := range r.Points {
		head, text := p.Holder, first(p.Issue, p.Words)
		switch p.ID.Kind() {
		case record.KindTerm:
			head, text = plain(p.Code), p.Words
		case record.KindAnswer:
			text = plain(p.Code)
		case record.KindPosition:
			text = plain(p.Code) + ": " + p.Issue
		case record.KindProposal:
			if p.Phases > 0 {
				text = fmt.Sprintf("%s, in %d phases", text, p.Phases)
			}
		}
		add(p.Finding, head, text, "")
	}
	for _, e := range r.Events {
		add(e.Finding, sidesOf(who, e.N), typeOf(e.Type, e.Mode), realityOf(e.Status, e.AttributedTo))
	}
	for _, s := range r.Statements {
		note := ""
		if s.Denies {
			note = "denied"
		}
		add(s.Finding, first(s.Speaker, "somebody"), first(s.Content, s.Words), note)
	}
	for _, f := range r.Figures {
		note := ""
		if f.AttributedTo != "" {
			note = "according to " + f.AttributedTo
		}
		add(f.Finding, figureOf(f), strings.TrimSpace(f.Counted+" "+f.Location), note)
	}
	for _, a := range r.Actors {
		add(a.Finding, first(a.Renamed, a.Name), strings.Join(nonempty(plain(a.Kind), a.Title, a.Country), ", "), "")
	}
	for _, p := range r.Places {
		note := ""
		if !p.Located {
			note = "not located"
		}
		add(p.Finding, p.Name, strings.Join(nonempty(p.Admin1, p.Country), ", "), note)
	}
	for _, d := range r.Dates {
		add(d.Finding, first(d.Value, "unresolved"), "“"+d.Words+"”", "")
	}
	return out
}

func sidesOf(who roles, event int64) string {
	actors, recipients := who.names(event, record.RoleActor), who.names(event, record.RoleRecipient)
	switch {
	case recipients == "":
		return actors
	case actors == "":
		return "→ " + recipients
	}
	return actors + " → " + recipients
}

// typeOf is the PLOVER type of an event with its mode.
func typeOf(of, mode string) string {
	if mode == "" {
		return of
	}
	return of + " · " + plain(mode)
}

// realityOf is what keeps an event from being plainly so.
func realityOf(status, by string) string {
	var out []string
	if status != "" && status != "happened" && status != "ongoing" {
		out = append(out, status)
	}
	if by != "" {
		out = append(out, "according to "+by)
	}
	return strings.Join(out, ", ")
}

func figureOf(f record.Figure) string {
	out := number(f.Value)
	if f.ValueMax > f.Value {
		out += "–" + number(f.ValueMax)
	}
	if f.Qualifier != "" && f.Qualifier != "exactly" {
		out = f.Qualifier + " " + out
	}
	if f.Unit != "" && f.Unit != "people" {
		out += " " + f.Unit
	}
	return out + " " + plain(f.Measure)
}

// number is a value with its thousands apart.
func number(v float64) string {
	if v != float64(int64(v)) {
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	}
	digits := fmt.Sprintf("%d", int64(v))
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

func first(of ...string) string {
	for _, s := range of {
		if s != "" {
			return s
		}
	}
	return ""
}

func nonempty(of ...string) []string {
	var out []string
	for _, s := range of {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
