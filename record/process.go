package record

import (
	"slices"
	"strings"

	"rapporteur/record/link"
)

// A Process is a negotiation followed from report to report, as it stands now.
// Its ID is that of the first report's talks, and any report's leads to it.
type Process struct {
	ID         ID           `json:"id"`
	Name       string       `json:"name"` // "Arden–Velm truce talks, Port Sol, 2031 to 2032", or what a person calls it
	Subject    string       `json:"subject,omitempty"`
	Dispute    string       `json:"dispute,omitempty"` // what is negotiated: truce, wage, trade …
	Parties    []Seat       `json:"parties"`
	Mediators  []Seat       `json:"mediators,omitempty"`
	Venues     []string     `json:"venues,omitempty"`
	Stage      string       `json:"stage,omitempty"` // now
	StageSince string       `json:"stage_since,omitempty"`
	Moved      string       `json:"moved,omitempty"`   // day of the last movement
	Awaited    []link.Await `json:"awaited,omitempty"` // what is awaited now
	Reports    int          `json:"reports"`           // those of one text at several outlets included
	Sources    int          `json:"sources"`           // of them, independent: copies of one text are one
	First      string       `json:"first,omitempty"`   // first and last day on which reports told of it
	Last       string       `json:"last,omitempty"`
}

// histories are what follows from a gathered negotiation.
type histories struct {
	linked    link.Process
	positions []link.Position
	stages    []link.Stage
	proposals []link.Tabled
	awaits    []link.Await
	sticking  []link.Sticking
	series    []link.Series
	changes   []Change
}

func (g *gathered) histories() *histories {
	h := &histories{linked: link.ProcessOf(g.mentions()), positions: g.positions(), stages: g.stages(), sticking: g.sticking(), series: g.series()}
	proposals, answers := g.proposals()
	h.proposals, h.awaits = link.Proposals(proposals), g.awaits(answers)
	h.changes = g.changes(h)
	return h
}

// stillAwaited is for how many days before the last report something must have
// been said to be awaited, so that it still is.
const stillAwaited = 45

// process is the negotiation as it stands.
func (g *gathered) process(h *histories) Process {
	p := Process{
		ID: g.talks[0].ID, Name: h.linked.Name, Subject: g.subject(), Dispute: h.linked.Kind, Venues: h.linked.Venues, Moved: lastMove(h.changes),
		Parties: g.seated(RoleParty, h.linked.Sides), Mediators: g.seated(RoleMediator, h.linked.Mediators), First: h.linked.From, Last: h.linked.To,
	}
	if g.called != "" {
		p.Name = g.called
	}
	if n := len(h.stages); n > 0 {
		p.Stage, p.StageSince = h.stages[n-1].Stage, h.stages[n-1].First
	}
	for _, w := range h.awaits {
		if w.EndedBy == nil && link.Apart(w.Last, p.Last) <= stillAwaited {
			p.Awaited = append(p.Awaited, w)
		}
	}
	p.Reports, p.Sources = g.counted()
	for i := range h.changes {
		h.changes[i].Process, h.changes[i].Name = p.ID, p.Name
	}
	return p
}

// subject is what most reports say the talks are about.
func (g *gathered) subject() string {
	var all []string
	for _, t := range g.talks {
		if t.Subject != "" {
			all = append(all, t.Subject)
		}
	}
	return oftenest(all)
}

// subjects are all that reports say the talks are about.
func (g *gathered) subjects() []string {
	var all []string
	for _, t := range g.talks {
		if s := strings.TrimSpace(t.Subject); s != "" {
			all = append(all, s)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// bare is the process without its evidence, as lists have it.
func (p Process) bare() Process {
	p.Parties, p.Mediators, p.Awaited = slices.Clone(p.Parties), slices.Clone(p.Mediators), slices.Clone(p.Awaited)
	for _, seats := range [][]Seat{p.Parties, p.Mediators} {
		for i := range seats {
			seats[i].Told = nil
		}
	}
	for i := range p.Awaited {
		p.Awaited[i].Told = nil
	}
	return p
}
