package link

import (
	"cmp"
	"slices"
	"strings"
)

// attitude is what stances have in common, so that to insist after demanding is
// no move.
var attitude = map[string]string{
	"demands": "for", "insists": "for", "offers": "offering", "accepts": "agreed", "supports": "agreed", "open-to": "open",
	"rejects": "against", "opposes": "against", "warns": "warning",
	"awaited": "awaited", "accepted": "accepted", "rejected": "rejected", "accepted-with-reservations": "accepted with reservations", "countered": "countered",
}

// Positions are the positions of all actors of one process on all its issues,
// ascending by actor and first day. Issues that Same links are one.
func Positions(told []PositionTold) []Position {
	var out []Position
	told = ordered(told, func(p PositionTold) Told { return p.Told })
	for _, by := range partition(told, func(p PositionTold) string { return p.Actor }) {
		for _, of := range byIssue(by, func(p PositionTold) Issue { return p.Issue }) {
			p := Position{Actor: of[0].Actor, Name: of[0].Name}
			var stances []stance
			var on []Issue
			for _, x := range of {
				stances = append(stances, stance{x.Stance, x.Told})
				on = append(on, x.Issue)
			}
			p.Issue, p.Issues = nameOf(on)
			p.Held, p.Moves = history(stances)
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Position) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Held[0].First, b.Held[0].First), strings.Compare(a.Issue, b.Issue), strings.Compare(a.Held[0].Told[0].ID, b.Held[0].Told[0].ID))
	})
	return out
}

// A stance is a stance or an answer, as one report has it.
type stance struct {
	is   string
	told Told
}

// history is one stance after the other, and the moves between them. Copies of
// one text say it once, on the day of the first. Within a day what most say
// comes last: reports of that day tell of the move and of what was before.
func history(in []stance) ([]Held, []Move) {
	in = firsts(in)
	var held []Held
	for _, s := range in {
		if n := len(held); n > 0 && attitude[held[n-1].Stance] == attitude[s.is] {
			h := &held[n-1]
			h.Told, h.Last = append(h.Told, s.told), s.told.Published
			continue
		}
		held = append(held, Held{Stance: s.is, First: s.told.Published, Last: s.told.Published, Told: []Told{s.told}})
	}
	var moves []Move
	for i := range held {
		held[i].Sources = families(held[i].Told)
		if i == 0 {
			continue
		}
		m := Move{From: held[i-1].Stance, To: held[i].Stance, Day: held[i].First, Told: held[i].Told[0]}
		m.Disputed = i+1 < len(held) && attitude[held[i+1].Stance] == attitude[m.From] && Apart(held[i].First, held[i+1].First) <= 2
		moves = append(moves, m)
	}
	return held, moves
}

// firsts leaves of what copies of one text say the earliest, and puts all in the
// order of publication; what is known of one day is ordered by its ids, so that
// the order of arrival does not matter.
func firsts(in []stance) []stance {
	in = slices.Clone(in)
	slices.SortFunc(in, func(a, b stance) int {
		return cmp.Or(strings.Compare(a.told.Published, b.told.Published), strings.Compare(a.told.Family, b.told.Family), strings.Compare(a.told.ID, b.told.ID))
	})
	type key struct{ family, stance string }
	seen := map[key]string{}
	return slices.DeleteFunc(in, func(s stance) bool {
		k := key{s.told.Family, s.is}
		if s.told.Family == "" {
			return false
		}
		article, had := seen[k]
		if !had {
			seen[k] = s.told.Article
		}
		return had && article != s.told.Article
	})
}

// families counts the sources of what is told: copies of one text are one.
func families(told []Told) int {
	seen := map[string]bool{}
	for _, t := range told {
		seen[cmp.Or(t.Family, t.Article)] = true
	}
	return len(seen)
}

// usual is what stands most often in names, the shortest of those, the first in
// the alphabet of those.
func usual(names []string) string {
	count := map[string]int{}
	best := ""
	for _, n := range names {
		count[n]++
	}
	for n, c := range count {
		if best == "" || cmp.Or(count[best]-c, len(n)-len(best), strings.Compare(n, best)) < 0 {
			best = n
		}
	}
	return best
}

// ordered is in by publication, then by article and finding, so that what comes of
// it does not hang on the order of arrival.
func ordered[T any](in []T, told func(T) Told) []T {
	in = slices.Clone(in)
	slices.SortStableFunc(in, func(a, b T) int {
		x, y := told(a), told(b)
		return cmp.Or(strings.Compare(x.Published, y.Published), strings.Compare(x.Article, y.Article), strings.Compare(x.ID, y.ID))
	})
	return in
}

// partition is in by key, ascending by key.
func partition[T any](in []T, key func(T) string) [][]T {
	by := map[string][]T{}
	for _, x := range in {
		by[key(x)] = append(by[key(x)], x)
	}
	keys := make([]string, 0, len(by))
	for k := range by {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([][]T, len(keys))
	for i, k := range keys {
		out[i] = by[k]
	}
	return out
}
