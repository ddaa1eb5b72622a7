package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// positions are where people stand: the cues of stances.tsv whose holder is
// known and has something to do with the talks.
func (f *finder) positions() []rapporteur.Position {
	var out []rapporteur.Position
	var whose [][]int
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table != know.Stance || f.unsaid(h) {
			continue
		}
		who := f.holders(h)
		names := f.names(who)
		if len(names) == 0 || !f.concerns(h, who) {
			continue
		}
		first, end := f.extent(h)
		if h.cue.Extra == "after" && h.end >= end {
			continue
		}
		span := f.span(first, end)
		if span.Empty() || end-first < 2 {
			continue
		}
		p := rapporteur.Position{Actor: joined(names), Stance: h.cue.Label, Issue: f.short(f.issue(h)), Span: span, Rule: "talks/stance-" + h.cue.Role}
		if p.Issue == "" {
			continue
		}
		out, whose = f.keep(out, whose, p, who)
	}
	return out
}

// keep adds p, unless one that is told already says it: of two of one holder
// that overlap, the longer stays, with the stance of the first.
func (f *finder) keep(out []rapporteur.Position, whose [][]int, p rapporteur.Position, who []int) ([]rapporteur.Position, [][]int) {
	for i := range out {
		if !out[i].Span.Overlaps(p.Span) || !slices.ContainsFunc(who, func(a int) bool { return slices.Contains(whose[i], a) }) {
			continue
		}
		if p.Span.Len() > out[i].Span.Len() {
			out[i].Span = out[i].Span.Cover(p.Span)
		}
		return out, whose
	}
	return append(out, p), append(whose, who)
}

// unsaid reports whether the cue does not hold where it stands: it is negated,
// only possible, or of another year.
func (f *finder) unsaid(h *hit) bool {
	v := h.verb
	if f.t.Tokens[v].UPOS != "VERB" {
		for g, steps := f.t.Head(v), 0; g >= 0 && steps < 4; g, steps = f.t.Head(g), steps+1 {
			if f.t.Tokens[g].UPOS == "VERB" && g < v {
				return f.past(g)
			}
		}
		return false
	}
	if f.negated(v) && !negative(h.cue) {
		return true
	}
	for _, c := range f.t.Children(v) {
		if int(c) < v && f.t.Is(int(c), "mark") {
			switch lower(f.t.Word(int(c))) {
			case "if", "unless", "whether":
				return true
			}
		}
	}
	return f.past(v)
}

// negated reports whether verb v is negated, or the one that it completes:
// "would not need to commit".
func (f *finder) negated(v int) bool {
	if f.t.Negated(v) {
		return true
	}
	h := f.t.Head(v)
	return h >= 0 && f.t.Is(v, "xcomp") && f.t.Negated(h)
}

// negative reports whether the words of a cue hold a negation themselves.
func negative(c *know.Cue) bool {
	for i := range c.Elements {
		for _, w := range c.Elements[i].Words {
			switch w[0] {
			case "not", "never", "no", "unable":
				return true
			}
		}
	}
	return false
}
