package talks

import (
	"slices"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// Weights of sticking.tsv: from plainly on a cue needs no other, and from
// strongly on it says what holds the talks up.
const (
	plainly  = 1.0
	strongly = 1.5
)

// disputed are the points that the text says the sides differ over. Those that
// hold the talks up come before those that are only talked about, where the
// words of one are part of the other's.
func (f *finder) disputed() []rapporteur.StickingPoint {
	var out []rapporteur.StickingPoint
	for _, weighty := range [2]bool{true, false} {
		for i := range f.hits {
			h := &f.hits[i]
			if h.cue.Table != know.Sticking || h.cue.Weight < plainly || (h.cue.Weight >= strongly) != weighty || f.settled(h) {
				continue
			}
			for _, p := range f.points(h) {
				s := rapporteur.StickingPoint{Issue: f.short(f.matter(p)), Span: f.pieceSpan(p), Rule: "talks/sticking-" + h.cue.Role}
				if f.somebody(p) || f.dealing(p) || f.t.Word(p.first) == "among" || f.dated(p.first) || !f.telling(p.first, p.end) && h.cue.Role != "cue" {
					continue // "Velm blocked the deal", "they differ over the matter"
				}
				if s.Issue != "" && !s.Span.Empty() && !slices.ContainsFunc(out, func(o rapporteur.StickingPoint) bool { return o.Span.Overlaps(s.Span) }) {
					out = append(out, s)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b rapporteur.StickingPoint) int { return a.Span.Compare(b.Span) })
	return out
}

// matter is the tokens of what a piece is about: of "Arden's insistence on a vote" the
// vote.
func (f *finder) matter(p piece) (first, end int) {
	for i := range f.hits {
		h := &f.hits[i]
		if h.cue.Table == know.Stance && h.cue.Role == "owner" && p.first <= h.first && h.end < p.end {
			return h.end, p.end
		}
	}
	return p.first, p.end
}

// dealing reports whether a piece is the agreement itself: "they failed to agree
// on a treaty".
func (f *finder) dealing(p piece) bool {
	for k := p.first; k < p.end; k++ {
		if u := f.t.Tokens[k].UPOS; u == "NOUN" || u == "PROPN" {
			return f.class[k]&(know.Talks|know.Deal) != 0 && f.t.Nominal(k) && !f.t.Is(k, "compound")
		} else if u == "VERB" || u == "SCONJ" || f.t.Tokens[k].XPOS == "WRB" || f.t.Tokens[k].XPOS == "WP" {
			return false // "how a deal would be enforced"
		}
	}
	return false
}

// refused is what one of the sides will not have, which sticks where the text
// does not say what they differ over: of several such things the one on which
// somebody else takes a stand, too, or else the first.
func (f *finder) refused(positions []rapporteur.Position) []rapporteur.StickingPoint {
	for _, stance := range []string{"rejects", "opposes", "demands", "insists"} {
		found := rapporteur.None
		for i, p := range positions {
			if p.Stance != stance || !f.ofParty(p.Actor) || f.meeting(p) {
				continue
			}
			if f.overall(p) || !f.concrete(p) {
				if found < 0 {
					return nil // what they reject is all of it, or is not named
				}
				continue
			}
			met := f.metBy(p, positions)
			if !met && (stance == "demands" || stance == "insists") {
				continue // what nobody else takes a stand on is not known to be disputed
			}
			if met || found < 0 {
				found = i
				if met {
					break
				}
			}
		}
		if found >= 0 {
			p := positions[found]
			return []rapporteur.StickingPoint{{Issue: p.Issue, Span: p.Span, Rule: "talks/sticking-stance"}}
		}
	}
	return nil
}

// metBy reports whether somebody else takes a stand on a thing that position p
// names.
func (f *finder) metBy(p rapporteur.Position, positions []rapporteur.Position) bool {
	for _, o := range positions {
		if o.Actor != p.Actor && !o.Span.Overlaps(p.Span) && f.share(p.Span, o.Span) {
			return true
		}
	}
	return false
}

// share reports whether two spans name one thing that is nobody and not the talks
// themselves.
func (f *finder) share(a, b rapporteur.Span) bool {
	for i := f.tokenAt(a.Start); i < len(f.t.Tokens) && f.t.Tokens[i].Span.Start < a.End; i++ {
		if !f.thing(i) || f.class[i] != 0 || f.dated(i) {
			continue
		}
		for k := f.tokenAt(b.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < b.End; k++ {
			if f.thing(k) && f.t.Lemma(k) == f.t.Lemma(i) {
				return true
			}
		}
	}
	return false
}

// points are the points that a cue tells, several where it is followed by a list.
func (f *finder) points(h *hit) []piece {
	first, end := f.pointOf(h)
	if first >= end {
		return nil
	}
	if h.cue.Role != "after" && h.cue.Role != "colon" {
		return []piece{{first, end}}
	}
	out := f.phrases(first, end)
	for i := range out {
		out[i] = f.unprepared(out[i])
	}
	return out
}

// pointOf is the tokens of the point, or of the list of points, that a cue tells.
func (f *finder) pointOf(h *hit) (first, end int) {
	switch h.cue.Role {
	case "between":
		return h.first + 2, f.withoutVerb(h.first+2, h.verb) // "question of … remains open"
	case "before":
		if s := f.t.Child(f.governing(h.first), "csubj", "csubj:pass"); s >= 0 {
			if first, end = f.t.Phrase(s); end <= h.first {
				return first, f.withoutVerb(first, end)
			}
		}
		if s := f.t.Child(f.governing(h.first), "nsubj", "nsubj:pass"); s >= 0 && s < h.first && f.t.Tokens[s].UPOS != "PRON" && f.t.Tokens[s].UPOS != "DET" && f.t.Preposition(s) == "" {
			if first, end = f.t.NounPhrase(s); end <= h.first {
				if last := f.withoutVerb(first, h.first); !f.broken(first, last) && !f.holdsFinite(end, last) {
					return first, last // "the refusal to open the port", whatever the tree
				}
				return first, end
			}
		}
		s := f.t.Sentences[f.t.SentenceOf(h.first)]
		first = s.First
		for k := h.first - 1; k >= s.First; k-- {
			if w := f.t.Word(k); (w == "which" || w == "that") && k > s.First {
				// "the issue of power-sharing, which has been the biggest obstacle"
				return f.phraseBefore(k), k
			}
			if f.parts(k) || f.t.Tokens[k].UPOS == "VERB" && f.t.Tokens[k].XPOS != "VBG" {
				first = k + 1
				break
			}
		}
		return first, f.withoutVerb(first, h.first)
	case "colon":
		s := f.t.Sentences[f.t.SentenceOf(h.first)]
		for k := h.end; k+1 < s.End; k++ {
			if f.t.Word(k) == ":" {
				return k + 1, f.stretch(k + 1)
			}
		}
		return h.first, h.first
	case "cue":
		return h.first, f.reach(h)
	}
	return h.end, f.reach(h)
}

// holdsFinite reports whether a finite verb stands among tokens [first, end).
func (f *finder) holdsFinite(first, end int) bool {
	for k := first; k < end; k++ {
		if f.inflected(k) {
			return true
		}
	}
	return false
}

// withoutVerb leaves out the auxiliaries and the article between a point and
// the cue behind it: "the flag has become …", "the flag is a …".
func (f *finder) withoutVerb(first, end int) int {
	for end > first && (f.t.Tokens[end-1].UPOS == "AUX" || f.t.Tokens[end-1].UPOS == "DET") {
		end--
	}
	return end
}

// phraseBefore is where the noun phrase begins that ends before token i.
func (f *finder) phraseBefore(i int) int {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	for k := i - 1; k > s.First; k-- {
		switch t := f.t.Tokens[k]; {
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "SCONJ" || t.UPOS == "PUNCT" && k < i-1 && !f.hyphen(k):
			return k + 1
		case t.UPOS == "ADP" && f.t.Tokens[k-1].UPOS != "NOUN":
			return k + 1
		}
	}
	return s.First
}

// unprepared leaves out a preposition that stands before each item of a list
// again: "over the monitors and over their pay".
func (f *finder) unprepared(p piece) piece {
	if p.end-p.first > 1 {
		switch lower(f.t.Word(p.first)) {
		case "over", "on", "about", "regarding":
			p.first++
		}
	}
	return p
}

// settled reports whether a cue tells of a point that no longer sticks: it is
// denied, or of another year.
func (f *finder) settled(h *hit) bool {
	if f.is(h.first, "without") {
		return f.past(h.verb) // "ended without resolving"
	}
	for k := h.first; k < h.end; k++ {
		if w := f.t.Word(k); w == "longer" {
			return true
		}
	}
	for k := h.first - 1; k >= 0 && k > h.first-4; k-- {
		switch f.t.Word(k) {
		case "no":
			return !negative(h.cue)
		case "longer":
			return true
		}
		switch f.t.Lemma(k) {
		case "end", "settle", "resolve", "defuse", "overcome":
			if f.t.Tokens[k].UPOS == "VERB" && !f.wanted(k) {
				return true // "ending a dispute over the canal"
			}
		}
	}
	if f.t.Tokens[h.verb].UPOS == "VERB" {
		return f.t.Negated(h.verb) && !negative(h.cue) || f.past(h.verb)
	}
	return h.cue.Weight < strongly && f.past(f.governing(h.verb))
}

// wanted reports whether verb v is only what somebody tries to do: "failed to
// settle", "in an effort to end".
func (f *finder) wanted(v int) bool { return v > 0 && lower(f.t.Word(v-1)) == "to" }

// ofParty reports whether one of the joint holders is a side, or somebody of one.
func (f *finder) ofParty(name string) bool {
	for i := range f.count() {
		if f.who(i).Name == name && f.atTable(i) {
			return true
		}
	}
	return slices.ContainsFunc(f.parties, func(p side) bool { return p.name == name })
}

func (f *finder) atTable(i int) bool {
	s := f.seatOf(i)
	return slices.ContainsFunc(f.parties, func(p side) bool { return p.actor == s })
}

// overall reports whether a position is about the proposal or the deal as a
// whole, of which no point is named.
func (f *finder) overall(p rapporteur.Position) bool {
	for k := f.tokenAt(p.Span.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < p.Span.End; k++ {
		if f.class[k]&(know.Deal|know.Truce|know.Proposal) != 0 {
			return true
		}
	}
	return false
}

// concrete reports whether a position names a thing.
func (f *finder) concrete(p rapporteur.Position) bool {
	for k := f.tokenAt(p.Span.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < p.Span.End; k++ {
		if t := f.t.Tokens[k]; t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.XPOS == "VB" {
			return true
		}
	}
	return false
}

// meeting reports whether a position is about the talks themselves.
func (f *finder) meeting(p rapporteur.Position) bool {
	for k := f.tokenAt(p.Span.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < p.Span.End; k++ {
		if f.class[k]&know.Talks != 0 {
			return true
		}
		switch f.t.Lemma(k) {
		case "meet", "attend", "talk", "negotiate":
			return true
		}
	}
	return false
}
