package talks

import (
	"slices"

	know "rapporteur/knowledge/talks"
)

// named adds what the words around a noun say: between whom, with whom, whose.
func (f *finder) named(e *evidence, n noun) {
	s := f.t.Sentences[f.t.SentenceOf(n.head)]
	strong := 1.0
	switch {
	case n.class&(know.Talks|know.Deal|know.Truce) != 0 && n.weight >= 0.7:
	case n.class&know.Dispute != 0:
		strong = 0.7
	case n.class&know.Side != 0:
		if who := f.actorsAt(n.head); len(who) > 1 {
			e.add(who, bySides, 1, n.head)
		}
		return
	case n.class&know.Proposal != 0:
		strong = 0.4
		if n.weight >= 0.7 {
			e.add(f.proposer(n.head), byAct, 0.8, n.head)
		}
	default:
		strong = 0.5
	}
	for k := n.head + 1; k < s.End && k < n.head+14 && !f.parts(k); k++ {
		switch f.t.Word(k) {
		case "between", "among":
			who := f.mentionFrom(k+1, s.End)
			if len(who) < 2 || f.possessed(k+1, s.End) {
				who = f.listed(k+1, s.End)
			}
			e.add(who, byBetween, 4*strong, n.head)
		case "with":
			if k > n.head+4 || n.class&(know.Talks|know.Deal|know.Truce) == 0 {
				continue
			}
			e.add(f.after(k+1, 6), byWith, 2.5*strong, n.head)
			if v := f.t.Head(n.head); v >= 0 && f.t.Tokens[v].UPOS == "VERB" && f.t.Is(n.head, "obj", "obl") {
				e.add(f.subjects(v), byWith, 1.5*strong, v)
			} else if f.t.Child(n.head, "nsubj") >= 0 {
				e.add(f.subjects(n.head), byWith, 1.5*strong, n.head) // "Arden is in talks with"
			}
		}
	}
	if v := f.t.Head(n.head); n.class&know.Talks != 0 && v >= 0 && f.t.Preposition(n.head) == "in" && f.t.Tokens[v].UPOS == "VERB" {
		if who := f.subjects(v); len(who) > 1 {
			e.add(who, byBetween, 4*strong, n.head) // "Arden and Velm were locked in talks"
		}
	}
	f.paired(e, n, strong)
}

// possessed reports whether one of those named from token i on only says whose
// something is: "between the union and Arden's biggest port".
func (f *finder) possessed(i, end int) bool {
	for k := i; k < end && k < i+12; k++ {
		if len(f.actorsAt(k)) > 0 && f.possessor(k) {
			return true
		}
	}
	return false
}

// paired adds the actors whose names or adjectives stand before a noun with a
// hyphen or an "and" between them: "Arden-Velm talks".
func (f *finder) paired(e *evidence, n noun, strong float64) {
	var who []int
	joint := false
	for k := n.first - 1; k >= 0 && k > n.first-8; k-- {
		if f.hyphen(k) {
			joint = joint || len(who) > 0
			continue
		}
		a := f.cast.At(k)
		if a < 0 && (f.t.Tokens[k].UPOS == "PROPN" || f.t.Tokens[k].UPOS == "ADJ") {
			a = f.covering(k)
		}
		if a < 0 {
			if u := f.t.Tokens[k].UPOS; u == "ADJ" || u == "PROPN" || u == "NOUN" {
				continue
			}
			break
		}
		if !slices.Contains(who, a) {
			who = append(who, a)
		}
	}
	if joint && len(who) > 1 {
		e.add(who, byPair, 3*strong, n.head)
	}
}

// listed are the actors of a list that begins with token i: "Arden, Velm and
// the islanders".
func (f *finder) listed(i, end int) []int {
	var out []int
	and := false
	for k := i; k < end && k < i+28; k++ {
		if f.describes(k, end) {
			continue // "the Christian Democrat party NFL"
		}
		if who := f.actorsAt(k); len(who) > 0 && !f.possessor(k) {
			for _, a := range who {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
			continue
		}
		t := f.t.Tokens[k]
		switch {
		case f.t.Word(k) == "and":
			and = true
		case f.inflected(k) || f.t.Word(k) == ";":
			return out
		case and && len(out) > 1 && t.UPOS == "ADP":
			return out
		}
	}
	return out
}

// describes reports whether token k only says of which kind the party named behind it
// is: "the Christian Democrat party NFL".
func (f *finder) describes(k, end int) bool {
	for n := k; n+1 < end && n < k+3; n++ {
		if f.t.Word(n) == "party" {
			return f.actors[n+1] > 0 || f.t.Tokens[n+1].UPOS == "PROPN"
		}
		if f.t.Tokens[n].UPOS == "PUNCT" || f.t.Tokens[n].UPOS == "CCONJ" {
			return false
		}
	}
	return false
}
