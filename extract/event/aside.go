package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// spoken reports whether date d is not of what n names but of what is above it: a
// word about it ("Arden on Sunday condemned the attack", "accused Velm on Sunday of
// shelling"), or an act that it only goes with ("marched on Sunday despite a ban").
func (f *finder) spoken(d, n int) bool {
	h := f.clauseAbove(n)
	if h < 0 || !f.aside(n) && !f.wordOn(h, n) && !f.cues(h) {
		return false
	}
	for up, steps := f.topOf(f.dates[d].Span), 0; up >= 0 && steps < 8; up, steps = f.t.Head(up), steps+1 {
		if up == n {
			return false
		}
		if up == h {
			return true
		}
	}
	return false
}

// clauseAbove is the verb that noun or participle n stands under, or none.
func (f *finder) clauseAbove(n int) int {
	if f.t.Verbal(n) && !(f.t.Tokens[n].XPOS == "VBG" && f.t.Is(n, "advcl", "xcomp", "ccomp") && f.t.Child(n, "mark") >= 0) {
		return none
	}
	h := f.t.Head(n)
	for steps := 0; h >= 0 && !f.t.Verbal(h); steps++ {
		if steps == 20 {
			return none // the bound is for trees that are none
		}
		h = f.t.Head(h)
	}
	return h
}

// wordOn reports whether verb h is a word given or spoken that n is no part of.
func (f *finder) wordOn(h, n int) bool {
	for i := range f.matches {
		m := &f.matches[i]
		if m.head == h && !slices.Contains(m.words, n) && m.row.Type != "CONSULT" {
			if t := plover.TypeByName(m.row.Type); t != nil && t.Verbal {
				return true
			}
		}
	}
	return false
}

// aside reports whether a preposition parts noun n from its verb as something of
// another time or place: "despite a truce", "after the raid".
func (f *finder) aside(n int) bool {
	for steps := 0; n >= 0 && steps < 4 && !f.t.Verbal(n); steps++ {
		if steps > 0 && f.isOf(memory, n) {
			return true
		}
		switch f.preposition(n) {
		case "despite", "after", "before", "since", "amid", "following", "ahead_of", "until", "because_of", "due_to", "over", "about", "in_response_to", "as_well_as":
			return true
		}
		n = f.t.Head(n)
	}
	return false
}

// remembered reports whether noun n is only remembered: "the anniversary of the raid".
func (f *finder) remembered(n int) bool {
	h := f.t.Head(n)
	return h >= 0 && f.t.Is(n, "nmod") && !f.t.Verbal(h) && f.isOf(memory, h)
}

// past reports whether verb v, or the verb above noun v, is of the past.
func (f *finder) past(v int) bool {
	if v >= 0 && !f.t.Verbal(v) {
		v = f.clauseAbove(v)
	}
	if v < 0 {
		return false
	}
	if f.preterite(v) {
		return true
	}
	switch f.t.Tokens[v].XPOS {
	case "VBP":
		if !strings.EqualFold(f.t.Word(v), f.lemma(v)) {
			return true // "shot", whatever its tag
		}
	}
	for _, k := range f.t.ChildrenBy(v, "aux") {
		if x := f.t.Tokens[k].XPOS; x == "VBD" || f.t.Lemma(k) == "have" {
			return true
		}
	}
	return false
}

// relative reports whether date d stands in a clause of its own below noun w: "broke
// a truce that began on Monday".
func (f *finder) relative(d, w int) bool {
	for up, steps := f.topOf(f.dates[d].Span), 0; up >= 0 && up != w && steps < 8; up, steps = f.t.Head(up), steps+1 {
		if f.t.Tokens[up].Deprel == "acl:relcl" {
			return true
		}
	}
	return false
}

// reported reports whether date d stands right beside the word of saying that
// head is told under: "Arden said on Saturday that talks were under way".
func (f *finder) reported(d, head int) bool {
	span := f.dates[d].Span
	first, found := slices.BinarySearchFunc(f.t.Tokens, span.Start, func(t rapporteur.Token, start int) int { return cmp.Compare(t.Span.Start, start) })
	if !found {
		return false
	}
	if first > 0 && f.t.Tokens[first-1].UPOS == "ADP" {
		first--
	}
	word := f.t.Tokens[head].Span
	for _, i := range f.statementsOf(word) {
		s := &f.statements[i]
		holds := func(of rapporteur.Span) bool {
			return slices.ContainsFunc(s.Content, func(c rapporteur.Span) bool { return c.Contains(of) })
		}
		if holds(word) && !holds(span) && !s.Cue.Overlaps(word) && (s.Cue.Overlaps(span) || first > 0 && s.Cue.Contains(f.t.Tokens[first-1].Span)) {
			return true
		}
	}
	return false
}
