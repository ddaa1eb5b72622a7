package main

import (
	"fmt"
	"slices"

	"rapporteur/extract/event"
	"rapporteur/knowledge/plover"
)

// A disagreement counts heads of one source where rows that fit say different things.
type disagreement struct {
	source, what string
	heads, of    int
	right, wrong int // the row taken has a gold type and the other has none, and the reverse
}

func (d disagreement) String() string {
	return fmt.Sprintf("%-10s %-32s %4d of %5d; by gold the row taken is right %d, another %d", d.source, d.what, d.heads, d.of, d.right, d.wrong)
}

// disagreements counts, by source: rows of one word that differ in type, where one of them
// asks for more and where they ask for as much; those that differ in mode only; those one of
// which is of no event; and verbs whose row has used up a noun that tells of another type.
func disagreements(reports []*report) []disagreement {
	var out []disagreement
	for _, source := range []string{own, coded, pairs, talks, news, pages} {
		all := map[string]*disagreement{}
		whats := []string{"types, one asks for more", "types, both ask for as much", "an event and none, one for more", "an event and none, as much", "modes of one type", "a verb and its noun"}
		for _, what := range whats {
			all[what] = &disagreement{source: source, what: what}
		}
		for _, r := range reports {
			if r.source != source {
				continue
			}
			for _, h := range r.heads {
				for _, what := range whats[:5] {
					all[what].of++
				}
				if what, other := rival(h); what != "" {
					all[what].add(r, h.Candidates[h.Chosen].Type, other)
				}
				if !h.Told || len(h.Nouns) == 0 {
					continue
				}
				d := all["a verb and its noun"]
				d.of++
				kind := h.Candidates[h.Chosen].Type
				if i := slices.IndexFunc(h.Nouns, func(n string) bool { return n != kind && n != plover.NoEvent }); i >= 0 {
					d.add(r, kind, h.Nouns[i])
				}
			}
		}
		for _, what := range whats {
			out = append(out, *all[what])
		}
	}
	return out
}

// rival says how the rows of h disagree and the type of the strongest that does not agree
// with the one taken, or "".
func rival(h event.Head) (what, kind string) {
	taken := h.Candidates[h.Chosen]
	var best *event.Candidate
	modes := false
	for i := range h.Candidates {
		c := &h.Candidates[i]
		switch {
		case c.Type != taken.Type && (best == nil || c.Asks > best.Asks):
			best = c
		case c.Type == taken.Type && c.Mode != taken.Mode:
			modes = true
		}
	}
	switch {
	case best == nil && modes:
		return "modes of one type", taken.Type
	case best == nil:
		return "", ""
	}
	none, tie := best.Type == plover.NoEvent || taken.Type == plover.NoEvent, best.Asks == taken.Asks
	switch {
	case none && tie:
		what = "an event and none, as much"
	case none:
		what = "an event and none, one for more"
	case tie:
		what = "types, both ask for as much"
	default:
		what = "types, one asks for more"
	}
	return what, best.Type
}

// add counts a head of r where the row taken tells of a type and another of another.
func (d *disagreement) add(r *report, taken, other string) {
	d.heads++
	gold := func(kind string) bool {
		if r.source == pairs && (kind == "CONCEDE" || kind == "RETREAT") {
			kind = "YIELD"
		}
		return slices.Contains(r.types, kind)
	}
	switch {
	case gold(taken) && !gold(other):
		d.right++
	case gold(other) && !gold(taken):
		d.wrong++
	}
}
