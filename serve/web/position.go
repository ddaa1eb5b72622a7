package web

import (
	"cmp"
	"slices"

	"rapporteur/record"
	"rapporteur/record/link"
)

// A positionTable has a row for each issue and a column for each side.
type positionTable struct {
	Sides []string
	Rows  []positionRow
}

type positionRow struct {
	Issue string
	Cells []*link.Position // in step with Sides; nil where nothing is told
}

// tabulate puts the parties first, then others by how much is told of them, and
// the issues on which most is told first.
func tabulate(d *record.Dossier) positionTable {
	var t positionTable
	weight, told := map[string]int{}, map[string]int{}
	cells := map[[2]string]*link.Position{}
	name := map[string]string{}
	var issues, sides []string
	for i := range d.Positions {
		p := &d.Positions[i]
		if !slices.Contains(issues, p.Issue) {
			issues = append(issues, p.Issue)
		}
		if !slices.Contains(sides, p.Actor) {
			sides = append(sides, p.Actor)
		}
		for _, h := range p.Held {
			weight[p.Issue] += h.Sources
			told[p.Actor] += h.Sources
		}
		name[p.Actor] = p.Name
		cells[[2]string{p.Issue, p.Actor}] = p
	}
	seat := func(side string) int {
		for i, p := range d.Parties {
			if p.Side == side {
				return i
			}
		}
		return len(d.Parties)
	}
	slices.SortStableFunc(sides, func(a, b string) int { return cmp.Or(seat(a)-seat(b), told[b]-told[a]) })
	held := func(issue string) int {
		n := 0
		for _, side := range sides {
			if cells[[2]string{issue, side}] != nil {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(issues, func(a, b string) int { return cmp.Or(held(b)-held(a), weight[b]-weight[a]) })
	for _, side := range sides {
		t.Sides = append(t.Sides, name[side])
	}
	for _, issue := range issues {
		row := positionRow{Issue: issue}
		for _, side := range sides {
			row.Cells = append(row.Cells, cells[[2]string{issue, side}])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// now is the stance that holds.
func now(p *link.Position) link.Held { return p.Held[len(p.Held)-1] }

// stanceClass is on which side of a question a stance or an answer is.
func stanceClass(stance string) string {
	switch stance {
	case "accepts", "supports", "offers", "open-to", "accepted":
		return "yes"
	case "rejects", "opposes", "rejected":
		return "nay"
	}
	return "wants"
}
