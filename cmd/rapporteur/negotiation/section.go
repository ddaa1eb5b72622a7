package negotiation

import (
	"strconv"
	"strings"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
	"rapporteur/record/link"
)

// head is what the negotiation is and how it stands.
func (p *page) head() {
	p.line(p.Palette.Strong(terminal.Plain(p.Name)), "", "")
	p.row("id", p.ID.String())
	var about []string
	for _, s := range p.Subjects {
		about = append(about, terminal.Plain(s))
	}
	p.row("about", strings.Join(about, "; "))
	p.row("kind", p.Dispute)
	p.row("parties", p.seats(p.Parties))
	p.row("mediators", p.seats(p.Mediators))
	if p.Stage != "" {
		p.row("stage", p.Palette.Strong(terminal.Spaced(p.Stage))+Since(p.StageSince))
	}
	p.row("last moved", p.Moved)
	for i, w := range p.Awaited {
		label := ""
		if i == 0 {
			label = "awaited"
		}
		p.row(label, p.Palette.Strong(terminal.Plain(w.Name))+": "+terminal.Plain(w.What)+Since(w.First)+p.at(w.Told))
	}
	p.row("told by", terminal.Details(Told(p.Process.Reports, p.Sources), Stretch(p.First, p.Last)))
}

// Since says since when something is so, where that is known.
func Since(day string) string {
	if day == "" {
		return ""
	}
	return " since " + day
}

func (p *page) seats(in []record.Seat) string {
	var out []string
	for _, s := range in {
		out = append(out, terminal.Plain(s.Name)+p.at(s.Told))
	}
	return strings.Join(out, "; ")
}

func (p *page) rounds() {
	if len(p.Rounds) == 0 {
		return
	}
	p.section("Rounds")
	for _, r := range p.Rounds {
		venue := terminal.Plain(r.Venue)
		if venue == "" {
			venue = p.Palette.Faint("venue not told")
		}
		p.name(terminal.Details(Stretch(r.First, r.Last), p.Palette.Strong(venue), terminal.Spaced(r.Stage)) + p.at(r.Told))
	}
}

func (p *page) stages() {
	if len(p.Stages) == 0 {
		return
	}
	p.section("How far they came")
	for _, s := range p.Stages {
		p.name(terminal.Details(Stretch(s.First, s.Last), p.Palette.Strong(terminal.Spaced(s.Stage)), quoted(s.Told)) + p.at(s.Told))
		for _, o := range s.Otherwise {
			p.item(p.Palette.Doubt("otherwise") + " " + terminal.Details(terminal.Spaced(o.Stance), o.First, quoted(o.Told)) + p.at(o.Told))
		}
	}
}

// positions stand under who holds them.
func (p *page) positions() {
	if len(p.Positions) == 0 {
		return
	}
	p.section("Where they stand")
	who := ""
	for _, x := range p.Positions {
		if x.Actor != who {
			who = x.Actor
			p.name(p.Palette.Strong(terminal.Plain(x.Name)))
		}
		var path []string
		for _, h := range x.Held {
			path = append(path, terminal.Spaced(h.Stance))
		}
		p.item(terminal.Plain(x.Issue) + ": " + p.Palette.Strong(strings.Join(path, " → ")))
		for i, h := range x.Held {
			doubt := ""
			if i > 0 && x.Moves[i-1].Disputed {
				doubt = p.Palette.Doubt("disputed")
			}
			p.line(terminal.Details(Stretch(h.First, h.Last), terminal.Spaced(h.Stance), doubt, quoted(h.Told))+p.at(h.Told), margin+margin+margin, margin+margin+margin+margin)
		}
	}
}

func (p *page) proposals() {
	if len(p.Proposals) == 0 {
		return
	}
	p.section("On the table")
	for _, x := range p.Proposals {
		by := "by nobody named"
		if x.By != "" {
			by = "by " + p.Palette.Strong(terminal.Plain(strings.ReplaceAll(x.By, "; ", ", ")))
		}
		phases := ""
		if x.Phases > 0 {
			phases = terminal.Count(x.Phases, "phase")
		}
		p.name(terminal.Details(Stretch(x.First, x.Last), by, phases, quoted(x.Told)) + p.at(x.Told))
		for _, t := range x.Terms {
			p.item("– " + terminal.Spaced(t.Kind) + ": “" + terminal.Plain(t.Words) + "”" + p.at(t.Told))
		}
		for _, a := range x.Answers {
			for _, h := range a.Answers {
				p.item("– " + terminal.Details(p.Palette.Strong(terminal.Plain(a.Name))+" "+terminal.Verdict(h.Stance), h.First, quoted(h.Told)) + p.at(h.Told))
			}
		}
	}
}

func (p *page) sticking() {
	if len(p.StickingPoints) == 0 {
		return
	}
	p.section("Stuck on")
	for _, s := range p.StickingPoints {
		p.name(terminal.Details(Stretch(s.First, s.Last), terminal.Plain(s.Issue), quoted(s.Told)) + p.at(s.Told))
	}
}

func (p *page) awaits() {
	if len(p.Awaits) == 0 {
		return
	}
	p.section("Awaited")
	for _, w := range p.Awaits {
		end := ""
		if w.EndedBy != nil {
			end = terminal.Spaced(w.EndedBy.To) + " " + w.EndedBy.Day + p.at([]link.Told{w.EndedBy.Told})
		}
		p.name(terminal.Details(Stretch(w.First, w.Last), p.Palette.Strong(terminal.Plain(w.Name))+": "+terminal.Plain(w.What)+p.at(w.Told), end))
	}
}

// figures are those of which more than one value is told, or on more than one
// word; the others are counted.
func (p *page) figures() {
	if len(p.Figures) == 0 {
		return
	}
	p.section("Figures")
	once := 0
	for _, s := range p.Figures {
		if len(s.Points) < 2 {
			once++
			continue
		}
		p.name(p.Palette.Strong(terminal.Details(terminal.Spaced(s.Measure), terminal.Plain(s.Of), terminal.Plain(s.Place))))
		for _, x := range s.Points {
			text := terminal.Details(x.Day, value(x), terminal.Plain(x.SourceName))
			if x.Revises >= 0 {
				text = terminal.Details(text, "instead of "+value(s.Points[x.Revises]))
			}
			for _, c := range x.Contradicts {
				other := s.Points[c]
				against := "against " + value(other)
				if other.SourceName != "" {
					against += " of " + terminal.Plain(other.SourceName)
				}
				text = terminal.Details(text, p.Palette.Doubt(against))
			}
			p.item(text + p.at(x.Told))
		}
	}
	if once > 0 {
		p.name(p.Palette.Faint(terminal.Count(once, "figure") + " told once; --json has them"))
	}
}

func value(x link.Point) string {
	out := strconv.FormatFloat(x.Value, 'f', -1, 64)
	if x.Max > x.Value {
		out += " to " + strconv.FormatFloat(x.Max, 'f', -1, 64)
	}
	if x.Qualifier != "" && x.Qualifier != "vague" && x.Qualifier != "exactly" {
		out = x.Qualifier + " " + out
	}
	return out
}

// few is how many people and places are named before the others are counted.
const few = 12

func (p *page) people() {
	if len(p.People) == 0 {
		return
	}
	p.section("Who is named")
	for _, x := range p.People[:min(len(p.People), few)] {
		title := ""
		if len(x.Titles) > 0 {
			title = x.Titles[0]
		}
		p.name(terminal.Details(p.Palette.Strong(terminal.Plain(x.Name)), terminal.Plain(title), x.Country, terminal.Count(x.Reports, "report")) + p.at(x.Told))
	}
	p.more(len(p.People) - few)
}

func (p *page) places() {
	if len(p.Places) == 0 {
		return
	}
	p.section("Places")
	for _, x := range p.Places[:min(len(p.Places), few)] {
		p.name(terminal.Details(p.Palette.Strong(terminal.Plain(x.Name)), x.Country, terminal.Count(x.Reports, "report")) + p.at(x.Told))
	}
	p.more(len(p.Places) - few)
}

func (p *page) more(n int) {
	if n > 0 {
		p.name(p.Palette.Faint("and " + strconv.Itoa(n) + " more; --json has them"))
	}
}

func (p *page) corrections() {
	if len(p.Corrections) == 0 {
		return
	}
	p.section("Corrected by people")
	for _, c := range p.Corrections {
		what := c.Action
		if c.Field != "" {
			what += " " + c.Field
		}
		if c.Value != "" {
			what += " “" + terminal.Plain(c.Value) + "”"
		}
		state := ""
		if !c.Holds {
			state = p.Palette.Doubt("undone")
		}
		target := ""
		if c.Target.ID != 0 {
			target = c.Target.ID.String()
		}
		p.name(terminal.Details(strconv.FormatInt(c.N, 10)+" "+what, target, terminal.Plain(c.Who), c.At[:min(10, len(c.At))], terminal.Plain(c.Why), state))
	}
}

// reports are the reports, each with its number.
func (p *page) reports() {
	p.section("Reports")
	for i, a := range p.Articles {
		copied := ""
		if a.Family != a.ID {
			copied = p.Palette.Faint("a copy")
			if n := p.number[a.Family]; n > 0 {
				copied = p.Palette.Faint("a copy of " + strconv.Itoa(n))
			}
		}
		seen := ""
		if len(a.Outlets) > 1 {
			seen = "the same text in " + strings.Join(a.Outlets, ", ")
		}
		day := a.Published
		if len(day) > 10 {
			day = day[:10]
		}
		number := "[" + strconv.Itoa(i+1) + "]"
		p.line(terminal.Details(day, terminal.Plain(a.Outlet), terminal.Plain(a.Title), copied, seen, terminal.Plain(a.URL), "x"+a.ID[:14]), margin+terminal.Pad(number, 5)+" ", margin+"      ")
	}
}
