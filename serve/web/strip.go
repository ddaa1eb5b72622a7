package web

import (
	"rapporteur/record"
)

// A strip is a negotiation at a glance: its stages and rounds as bands over time, and
// its movements as marks.
type strip struct {
	Width, Height float64
	Left          float64
	Lanes         []lane
	X             []tick
	Axis          float64 // y of the axis
}

type lane struct {
	Name  string
	Y     float64
	Bands []band
	Dots  []dot
}

type band struct {
	X, Width float64
	Label    string // where there is room
	Title    string
	Class    string
}

type dot struct {
	X     float64
	Title string
	To    string // fragment of the page
	Class string
}

// stageClass is how good a stage is: going on, in danger, agreed, over.
func stageClass(stage string) string {
	switch stage {
	case "deal-reached", "signed", "implementing":
		return "agreed"
	case "stalled", "suspended", "critical":
		return "danger"
	case "collapsed", "rejected":
		return "over"
	}
	return "going"
}

func drawStrip(d *record.Dossier) *strip {
	if d.First == "" || d.First == d.Last {
		return nil
	}
	s := &strip{Width: 960, Left: 84}
	x := newDays(d.First, d.Last, s.Left, s.Width-8)
	for _, t := range x.ticks() {
		if t.At < s.Width-24 { // else its label would be cut
			s.X = append(s.X, t)
		}
	}
	y := 4.0
	add := func(l lane) {
		if len(l.Bands)+len(l.Dots) > 0 {
			l.Y = y
			s.Lanes = append(s.Lanes, l)
			y += 30
		}
	}
	stagesLane := lane{Name: "Stage"}
	for i, st := range d.Stages {
		until := d.Last
		if i+1 < len(d.Stages) {
			until = d.Stages[i+1].First
		}
		stagesLane.Bands = append(stagesLane.Bands, bandOf(x, st.First, until, plain(st.Stage), stageClass(st.Stage), s.Width-8)...)
	}
	add(stagesLane)
	rounds := lane{Name: "Rounds"}
	for _, r := range d.Rounds {
		if r.Venue != "" {
			rounds.Bands = append(rounds.Bands, bandOf(x, r.First, r.Last, r.Venue, "round", s.Width-8)...)
		}
	}
	add(rounds)
	moves := lane{Name: "Moves"}
	for _, c := range d.Changes {
		if c.Kind == record.ChangeFigure || c.Kind == record.ChangeStage {
			continue
		}
		if at, ok := x.on(c.Day); ok {
			moves.Dots = append(moves.Dots, dot{at, day(c.Day) + ": " + first(c.Actor+" ", "") + changeText(c), "#m" + c.ID, c.Kind})
		}
	}
	add(moves)
	reports := lane{Name: "Reports"}
	for _, a := range d.Articles {
		if at, ok := x.on(a.Published); ok {
			reports.Dots = append(reports.Dots, dot{at, first(a.Outlet, a.Publisher) + ", " + day(a.Published), "#reports", "report"})
		}
	}
	add(reports)
	s.Axis, s.Height = y+2, y+24
	return s
}

func bandOf(x days, from, to, label, class string, most float64) []band {
	a, okA := x.on(from)
	b, okB := x.on(to)
	if !okA || !okB {
		return nil
	}
	out := band{X: a, Width: max(round1(b-a), 6), Title: label + ", " + span(from, to), Class: class}
	out.Width = min(out.Width, max(most-a, 4))
	if float64(len(label))*6.6+10 < out.Width {
		out.Label = label
	}
	return []band{out}
}
