package record

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/record/link"
)

// A Change is one movement of one negotiation, with the words that show it.
type Change struct {
	ID       string      `json:"id"`  // the same whenever the same movement is found
	Day      string      `json:"day"` // of publication of the first report that tells of it
	Kind     string      `json:"kind"`
	Process  ID          `json:"process"`
	Name     string      `json:"name"`            // of the process
	Actor    string      `json:"actor,omitempty"` // who moved; "" where the talks as a whole did
	Side     string      `json:"side,omitempty"`  // the label of that side
	Issue    string      `json:"issue,omitempty"` // on what: an issue, a proposal's terms, what is awaited, what is counted
	From     string      `json:"from,omitempty"`  // "" for what was not there before
	To       string      `json:"to"`
	Disputed bool        `json:"disputed,omitempty"` // others still told the old on that day or soon after
	Evidence []link.Told `json:"evidence"`           // the first that told it, then others
	Before   []link.Told `json:"before,omitempty"`   // where it stood until then
}

// The kinds of Change.
const (
	ChangePosition = "position" // a stance on an issue that was not told before
	ChangeStance   = "stance"   // from one stance to another
	ChangeStage    = "stage"    // how far the talks have come
	ChangeProposal = "proposal" // something new is on the table
	ChangeAnswer   = "answer"   // what a side makes of a proposal
	ChangeAwaited  = "awaited"  // something is awaited, or no more
	ChangeFigure   = "figure"   // a source takes back its own count
)

// ChangeKinds are all of them.
var ChangeKinds = []string{ChangePosition, ChangeStance, ChangeStage, ChangeProposal, ChangeAnswer, ChangeAwaited, ChangeFigure}

// witnesses is how many reports a change keeps as its evidence.
const witnesses = 8

// changes are the movements of a negotiation, ascending by day.
func (g *gathered) changes(h *histories) []Change {
	var out []Change
	add := func(c Change) {
		c.Evidence, c.Before = c.Evidence[:min(len(c.Evidence), witnesses)], c.Before[:min(len(c.Before), witnesses)]
		out = append(out, c)
	}
	for _, p := range h.positions {
		add(Change{Day: p.Held[0].First, Kind: ChangePosition, Actor: p.Name, Side: p.Actor, Issue: p.Issue, To: p.Held[0].Stance, Evidence: p.Held[0].Told})
		for i, m := range p.Moves {
			add(Change{Day: m.Day, Kind: ChangeStance, Actor: p.Name, Side: p.Actor, Issue: p.Issue, From: m.From, To: m.To, Disputed: m.Disputed, Evidence: p.Held[i+1].Told, Before: p.Held[i].Told})
		}
	}
	for i, s := range h.stages {
		c := Change{Day: s.First, Kind: ChangeStage, To: s.Stage, Disputed: len(s.Otherwise) > 0 && s.Otherwise[0].First == s.First, Evidence: s.Told}
		if i > 0 {
			c.From, c.Before = h.stages[i-1].Stage, h.stages[i-1].Told
		}
		add(c)
	}
	for _, p := range h.proposals {
		on, made := onTable(p, h.linked.Sides)
		add(Change{Day: p.First, Kind: ChangeProposal, Actor: p.By, Side: p.Side, Issue: on, To: made, Evidence: p.Told})
		for _, a := range p.Answers {
			for i, held := range a.Answers {
				c := Change{Day: held.First, Kind: ChangeAnswer, Actor: a.Name, Side: a.Actor, Issue: on, To: held.Stance, Evidence: held.Told}
				if i > 0 {
					c.From, c.Before = a.Answers[i-1].Stance, a.Answers[i-1].Told
				}
				if held.Stance != "awaited" {
					add(c)
				}
			}
		}
	}
	for _, w := range h.awaits {
		add(Change{Day: w.First, Kind: ChangeAwaited, Actor: w.Name, Side: w.From, Issue: w.What, To: "awaited", Evidence: w.Told})
		if w.EndedBy != nil {
			add(Change{Day: w.EndedBy.Day, Kind: ChangeAwaited, Actor: w.Name, Side: w.From, Issue: w.What, From: "awaited", To: w.EndedBy.To, Evidence: []link.Told{w.EndedBy.Told}, Before: w.Told})
		}
	}
	for _, s := range h.series {
		for _, p := range s.Points {
			if p.Revises < 0 {
				continue
			}
			was := s.Points[p.Revises]
			add(Change{Day: p.Told[0].Published, Kind: ChangeFigure, Actor: p.SourceName, Side: p.Source, Issue: strings.Join(nonEmpty(s.Measure, s.Of, s.Place), " "),
				From: quantity(was), To: quantity(p), Evidence: p.Told, Before: was.Told})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int { return strings.Compare(a.Day, b.Day) })
	for i := range out {
		out[i].ID = fmt.Sprintf("%016x", uint64(out[i].number()))
	}
	return out
}

// number names a change for life: by what it is of and the finding that first
// told it.
func (c *Change) number() int64 {
	sum := sha256.Sum256([]byte(strings.Join([]string{c.Kind, c.Side, c.Issue, c.From, c.To, c.Evidence[0].ID}, "\x00")))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// onTable is what a proposal is called, by who made it and what it would do, and
// whether it was proposed or, by the parties together, agreed.
func onTable(p link.Tabled, parties []string) (called, made string) {
	makers := link.Holders(p.By)
	called, made = "proposal", "proposed"
	switch {
	case len(makers) > 1 && !slices.ContainsFunc(makers, func(m string) bool { return !slices.Contains(parties, m) }):
		called, made = "deal", "agreed"
	case len(makers) > 0:
		called += " of " + strings.Join(makers, " and ")
	}
	var kinds []string
	for _, t := range p.Terms {
		if !slices.Contains(kinds, t.Kind) && t.Kind != "other" {
			kinds = append(kinds, t.Kind)
		}
	}
	if len(kinds) > 0 {
		called += " (" + strings.Join(kinds, ", ") + ")"
	}
	return called, made
}

// quantity is a value as reports would say it.
func quantity(p link.Point) string {
	value := strconv.FormatFloat(p.Value, 'f', -1, 64)
	if p.Max > p.Value {
		value += " to " + strconv.FormatFloat(p.Max, 'f', -1, 64)
	}
	if p.Qualifier == "vague" || p.Qualifier == "" {
		return value
	}
	return p.Qualifier + " " + value
}

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// lastMove is the last day on which anybody moved; a figure is no movement.
func lastMove(changes []Change) string {
	day := ""
	for _, c := range changes {
		if c.Kind != ChangeFigure {
			day = max(day, c.Day)
		}
	}
	return day
}
