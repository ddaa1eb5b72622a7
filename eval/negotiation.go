package eval

import (
	"slices"

	"rapporteur"
)

func (c comparison) talks(want, got []rapporteur.Talks) {
	c.add("talks.found", count(min(len(want), len(got)), len(want), len(got)))
	if len(want) == 0 {
		none := 0
		if len(got) == 0 {
			none = 1
		}
		c.add("talks.none-where-none", share(none, 1))
	}
	cs := couples(len(want), len(got), func(i, j int) float64 {
		return 0.01 + float64(matchNames(want[i].Parties, got[j].Parties))
	}, 0.01)
	left := make([]bool, len(got))
	for j := range left {
		left[j] = true
	}
	for i, w := range want {
		var p rapporteur.Talks
		if k := slices.IndexFunc(cs, func(x couple) bool { return x.want == i }); k >= 0 {
			p = got[cs[k].got]
			left[cs[k].got] = false
		}
		c.negotiation(w, p)
	}
	for j, p := range got {
		if left[j] {
			c.add("talks.parties", count(0, 0, len(p.Parties)))
			c.add("talks.mediators", count(0, 0, len(p.Mediators)))
			c.add("talks.positions", count(0, 0, len(p.Positions)))
			c.add("talks.sticking_points", count(0, 0, len(p.StickingPoints)))
			c.add("talks.awaited", count(0, 0, len(p.Awaited)))
		}
	}
}

// negotiation compares one negotiation with the one beside it.
func (c comparison) negotiation(w, p rapporteur.Talks) {
	c.add("talks.parties", count(matchNames(w.Parties, p.Parties), len(w.Parties), len(p.Parties)))
	c.add("talks.mediators", count(matchNames(w.Mediators, p.Mediators), len(w.Mediators), len(p.Mediators)))
	equal, near := 0, 0
	if w.Stage == p.Stage {
		equal = 1
	}
	if nearStage(w.Stage, p.Stage) {
		near = 1
	}
	c.add("talks.stage", share(equal, 1))
	c.add("talks.stage-near", share(near, 1))

	parts(c, "terms", terms(w), terms(p), func(t rapporteur.Term) rapporteur.Span { return t.Span },
		func(a, b rapporteur.Term) bool { return a.Kind == b.Kind })
	parts(c, "answers", answers(w), answers(p), func(a rapporteur.Answer) rapporteur.Span { return a.Span },
		func(a, b rapporteur.Answer) bool { return SameName(a.Actor, b.Actor) && a.Answer == b.Answer })
	parts(c, "positions", w.Positions, p.Positions, func(x rapporteur.Position) rapporteur.Span { return x.Span },
		func(a, b rapporteur.Position) bool { return SameName(a.Actor, b.Actor) })
	parts(c, "sticking_points", w.StickingPoints, p.StickingPoints, func(x rapporteur.StickingPoint) rapporteur.Span { return x.Span },
		func(a, b rapporteur.StickingPoint) bool { return true })
	parts(c, "awaited", w.Awaited, p.Awaited, func(x rapporteur.Awaited) rapporteur.Span { return x.Span },
		func(a, b rapporteur.Awaited) bool { return SameName(a.From, b.From) })
}

// parts compares one kind of part of a negotiation.
func parts[T any](c comparison, name string, want, got []T, span func(T) rapporteur.Span, ok func(want, got T) bool) {
	cs := couples(len(want), len(got), func(i, j int) float64 {
		if !ok(want[i], got[j]) {
			return 0
		}
		return c.chars(span(want[i])).jaccard(c.chars(span(got[j])))
	}, 0.25)
	c.add("talks."+name, count(len(cs), len(want), len(got)))
}

func terms(t rapporteur.Talks) (out []rapporteur.Term) {
	for _, p := range t.Proposals {
		out = append(out, p.Terms...)
	}
	return out
}

func answers(t rapporteur.Talks) (out []rapporteur.Answer) {
	for _, p := range t.Proposals {
		out = append(out, p.Answers...)
	}
	return out
}

// nearStages are stages that a careful reader may exchange for each other.
var nearStages = [][]string{
	{rapporteur.StageProposed, rapporteur.StageAgreedToMeet},
	{rapporteur.StageUnderWay, rapporteur.StageCritical, rapporteur.StageStalled},
	{rapporteur.StageStalled, rapporteur.StageSuspended, rapporteur.StageCollapsed, rapporteur.StageRejected},
	{rapporteur.StageDealReached, rapporteur.StageSigned, rapporteur.StageImplementing},
}

func nearStage(a, b string) bool {
	return a == b || slices.ContainsFunc(nearStages, func(group []string) bool {
		return slices.Contains(group, a) && slices.Contains(group, b)
	})
}
