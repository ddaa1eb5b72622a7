package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rapporteur/record/link"
)

// What a gathered negotiation tells, as histories take it.

// holders are those whose a point is, one of each side: what a minister and his
// army want together, one state wants.
func (g *gathered) holders(n int64) []Part {
	var out []Part
	for _, p := range g.parts[n] {
		if p.Role == RoleHolder && !slices.ContainsFunc(out, func(o Part) bool { return g.sides.label(o.Side) == g.sides.label(p.Side) }) {
			out = append(out, p)
		}
	}
	return out
}

func (g *gathered) ofKind(kind Kind) []Point {
	var out []Point
	for _, p := range g.points {
		if p.ID.Kind() == kind && p.Told {
			out = append(out, p)
		}
	}
	return out
}

func (g *gathered) positions() []link.Position {
	var told []link.PositionTold
	for _, p := range g.ofKind(KindPosition) {
		for _, h := range g.holders(p.N) {
			label, name := g.sides.seat(h)
			told = append(told, link.PositionTold{Told: g.here(p.Finding), Actor: label, Name: name, Stance: p.Code, Issue: g.issue(p.Issue)})
		}
	}
	return link.Positions(told)
}

func (g *gathered) stages() []link.Stage {
	var told []link.StageTold
	for _, t := range g.talks {
		if t.Stage != "" {
			told = append(told, link.StageTold{Told: g.at(t.Finding, "stage"), Stage: t.Stage})
		}
	}
	return link.Stages(told)
}

// proposals are the proposals as reports have them, and all answers.
func (g *gathered) proposals() (told []link.ProposalTold, answers []link.AnswerTold) {
	terms, replies := map[int64][]Point{}, map[int64][]Point{}
	for _, p := range g.ofKind(KindTerm) {
		terms[p.Proposal] = append(terms[p.Proposal], p)
	}
	for _, p := range g.ofKind(KindAnswer) {
		replies[p.Proposal] = append(replies[p.Proposal], p)
	}
	for _, p := range g.ofKind(KindProposal) {
		one := link.ProposalTold{Told: g.here(p.Finding), Phases: p.Phases, Proposal: link.Proposal{Published: g.heads[p.Article].published}}
		var labels, names []string
		for _, h := range g.holders(p.N) {
			label, name := g.sides.seat(h)
			labels, names = append(labels, label), append(names, name)
		}
		slices.Sort(labels)
		slices.Sort(names)
		one.Proposal.By, one.Proposal.Name = strings.Join(labels, "; "), strings.Join(names, "; ")
		for _, m := range terms[p.N] {
			one.Terms = append(one.Terms, link.TermTold{Told: g.here(m.Finding), Kind: m.Code})
			one.Proposal.Kinds = append(one.Proposal.Kinds, m.Code)
		}
		slices.Sort(one.Proposal.Kinds)
		one.Proposal.Kinds = slices.Compact(one.Proposal.Kinds)
		for _, a := range replies[p.N] {
			for _, h := range g.holders(a.N) {
				label, name := g.sides.seat(h)
				one.Answers = append(one.Answers, link.AnswerTold{Told: g.here(a.Finding), Proposal: one.Proposal, Actor: label, Name: name, Answer: a.Code})
			}
		}
		told, answers = append(told, one), append(answers, one.Answers...)
	}
	return told, answers
}

func (g *gathered) awaits(answers []link.AnswerTold) []link.Await {
	var told []link.AwaitedTold
	for _, p := range g.ofKind(KindAwaited) {
		for _, h := range g.holders(p.N) {
			label, name := g.sides.seat(h)
			told = append(told, link.AwaitedTold{Told: g.here(p.Finding), From: label, Name: name, What: g.issue(p.Issue)})
		}
	}
	return link.Awaits(told, answers)
}

func (g *gathered) sticking() []link.Sticking {
	var told []link.StickingTold
	for _, p := range g.ofKind(KindStickingPoint) {
		told = append(told, link.StickingTold{Told: g.here(p.Finding), Issue: g.issue(p.Issue)})
	}
	return link.StickingPoints(told)
}

func (g *gathered) series() []link.Series {
	var told []link.FigureTold
	for _, f := range g.figures {
		x := link.FigureTold{
			Told: g.here(f.Finding), Measure: f.Measure, Of: f.Counted, Place: f.Location, Country: f.Country, Value: f.Value, Max: f.ValueMax,
			Qualifier: f.Qualifier, Unit: f.Unit, Date: f.Date,
		}
		for _, p := range g.parts[f.N] {
			if p.Role == RoleSource {
				x.Source, x.SourceName = p.Side, p.SideName
				break
			}
		}
		told = append(told, x)
	}
	return link.SeriesOf(told)
}

// mentions are the talks as linking sees them, under the names that sides have
// here.
func (g *gathered) mentions() []link.Talks {
	out := make([]link.Talks, len(g.talks))
	for i, t := range g.talks {
		h := g.heads[t.Article]
		out[i] = link.Talks{Article: h.id, Published: h.published, Subject: t.Subject, Kind: t.Dispute, Matter: t.Matter, Venue: t.Venue, Stage: t.Stage}
		for _, p := range g.parts[t.N] {
			_, name := g.sides.seat(p)
			side := link.Side{Name: name}
			switch p.Role {
			case RoleParty:
				out[i].Sides = append(out[i].Sides, side)
			case RoleMediator:
				out[i].Mediators = append(out[i].Mediators, side)
			}
		}
	}
	return out
}

// seated are those of a role, by the names given, each with where reports seat
// them.
func (g *gathered) seated(role string, names []string) []Seat {
	var out []Seat
	for _, name := range names {
		s := Seat{Name: name}
		for _, t := range g.talks {
			for _, p := range g.parts[t.N] {
				if p.Role != role {
					continue
				}
				if label, called := g.sides.seat(p); called == name {
					s.Side = label
					s.Told = append(s.Told, g.by(t.Finding, p))
				}
			}
		}
		out = append(out, s)
	}
	return out
}

// counted is how many reports there are, those of one text at several outlets
// included, and how many of them are independent: copies of one text are one.
func (g *gathered) counted() (reports, sources int) {
	families := map[string]bool{}
	for _, h := range g.heads {
		reports += max(1, len(h.outlets))
		families[h.family] = true
	}
	return reports, len(families)
}

// sorted are the heads, by publication, what is undated last.
func (g *gathered) sorted() []*head {
	return slices.SortedFunc(maps.Values(g.heads), func(x, y *head) int {
		return cmp.Or(cmp.Compare(b(x.published == ""), b(y.published == "")), cmp.Compare(x.published, y.published), cmp.Compare(x.id, y.id))
	})
}

// oftenest is what stands most often in names, the shortest of those, the first in
// the alphabet of those.
func oftenest(names []string) string {
	count := map[string]int{}
	for _, n := range names {
		count[n]++
	}
	best := ""
	for n, c := range count {
		if best == "" || cmp.Or(count[best]-c, len(n)-len(best), strings.Compare(n, best)) < 0 {
			best = n
		}
	}
	return best
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
