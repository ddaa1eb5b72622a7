package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// complement is where the clause that v takes begins, at or after p.
func (f *finder) complement(cue *speech.Cue, c clause, p int) (int, bool) {
	t := f.t
	switch {
	case f.is(p, ":"):
		if p+1 < f.last && cue.Takes&speech.Quote != 0 {
			return p + 1, true
		}
		return 0, false
	case f.is(p, ","):
		if f.parenthetical(c) || p+1 >= f.last || c.inverted {
			return 0, false
		}
		// "Vale said Monday night, the talks have failed": nothing to the left.
		if t.Tokens[p+1].XPOS == "VBG" || t.Tokens[p+1].UPOS == "CCONJ" || t.Tokens[p+1].UPOS == "SCONJ" || !f.predicateWithin(p+1) {
			return 0, false
		}
		return f.pastAside(p), cue.Takes&speech.That != 0
	case f.punct(p) && f.opens[p] == 0 && !f.any(p, "(", "["):
		return 0, false
	case f.is(p, "that") && f.inverted(p+1):
		return p + 1, true
	case f.is(p, "that") && !f.demonstrative(p) && (t.Tokens[p].UPOS == "SCONJ" || f.finiteWithin(tokens{p + 1, f.last}) && (!f.finite(p+1) || f.pluralTaken(p+1))):
		return p + 1, p+1 < f.last
	case f.any(p, "whether", "if", "how", "why", "what", "who", "when", "where", "which"):
		switch {
		case f.any(p, "if", "when", "where"):
			// "said if the talks failed, …": a clause that leads up to the main one.
			if !f.leadsUp(p) && !(f.is(p, "if") && f.clauseAfter(p)) {
				return 0, false
			}
		case cue.Takes&speech.Wh == 0 && !f.is(p, "what"):
			return 0, false
		}
		return p, cue.Takes&(speech.Wh|speech.That|speech.Told) != 0
	case f.finite(p):
		return 0, false // a clause begins with its subject
	case t.Tokens[p].UPOS == "SCONJ" && f.any(p, "as", "while", "because", "since", "although", "though", "after", "before", "until", "unless"):
		return p, f.leadsUp(p) && cue.Takes&(speech.That|speech.Told) != 0
	case t.Tokens[p].UPOS == "CCONJ" && !f.any(p, "both", "either", "neither"):
		return 0, false
	case f.any(p, "yes", "no") && f.last-p <= 2:
		return p, cue.Takes&speech.Quote != 0
	}
	if cue.Takes&(speech.That|speech.Told) == 0 {
		return 0, false
	}
	comp := rapporteur.None
	for _, k := range t.ChildrenBy(c.verb, "ccomp", "parataxis") {
		if k >= p {
			comp = k
			break
		}
	}
	say := cue.Words[0] == "say"
	if comp == rapporteur.None {
		if cue.By == speech.Actor {
			return 0, false // "found the raid justified"
		}
		if o := t.Child(c.verb, "obj"); o != rapporteur.None && o >= p && !say && cue.Takes&speech.Told == 0 && !f.predicateAfter(o) {
			return 0, false // "announced plans"
		}
		if !say && t.Tokens[p].XPOS == "VBG" && !f.finiteWithin(tokens{p, min(p+6, f.last)}) || f.any(p, "by", "for", "about", "of", "against", "upon", "into", "with") || f.is(p, "to") || t.Tokens[p].UPOS == "ADP" && t.Child(c.verb, "xcomp") == rapporteur.None && !f.clauseAfter(p) {
			return 0, false
		}
	}
	if !f.finiteWithin(tokens{p, f.last}) {
		// A past tense taken for a participle still has its subject; and what is
		// said is said, even where no verb can be made out.
		own := comp != rapporteur.None && t.Child(comp, "nsubj", "nsubj:pass", "expl") != rapporteur.None
		return p, own || say && f.last-p >= 5 && t.Tokens[p].UPOS != "ADP" && t.Tokens[p].UPOS != "ADV"
	}
	return p, true
}

// inverted reports whether a condition without "if" begins at p: "had the rebels
// attacked", "should the talks fail".
func (f *finder) inverted(p int) bool {
	if !f.any(p, "had", "should", "were") {
		return false
	}
	s := f.nominalAfter(p + 1)
	return s != rapporteur.None && f.leadsUp(p)
}

// pluralTaken reports whether the noun at token i has been taken for a verb: "said
// that talks on a truce had failed".
func (f *finder) pluralTaken(i int) bool {
	if f.t.Tokens[i].XPOS != "VBZ" || f.t.Tokens[i].UPOS != "VERB" || i+1 >= f.last {
		return false
	}
	return f.t.Tokens[i+1].UPOS == "ADP" && f.finiteWithin(tokens{i + 1, f.last}) || f.finite(i+1)
}

// pastAside is where the clause after the comma at p begins: past what another
// comma parts from it ("alleged, by way of example, that").
func (f *finder) pastAside(p int) int {
	for i := p + 1; i < min(p+12, f.last-1); i++ {
		if f.finite(i) || f.within[i] != 0 {
			break
		}
		if f.is(i, ",") && f.predicateWithin(i+1) {
			return i + 1
		}
	}
	return p + 1
}

// demonstrative reports whether "that" at p goes with the noun after it: "that
// decision" does, "that decisions" cannot.
func (f *finder) demonstrative(p int) bool {
	if f.t.Tokens[p].UPOS != "DET" {
		return false
	}
	for i := p + 1; i < min(p+5, f.last); i++ {
		switch f.t.Tokens[i].XPOS {
		case "NNS", "NNPS", "DT", "PRP", "PRP$":
			return false
		case "NN", "NNP":
			if i+1 >= f.last || !f.t.Nominal(i+1) {
				return f.t.Tokens[i].XPOS == "NN"
			}
		}
	}
	return true
}

// predicateAfter reports whether a finite verb follows the noun phrase headed by
// o, which then is its subject and not an object.
func (f *finder) predicateAfter(o int) bool {
	_, end := f.t.NounPhrase(o)
	return end < f.last && f.finite(end)
}

// predicateWithin reports whether a finite verb follows p that is not that of a
// relative clause.
func (f *finder) predicateWithin(p int) bool {
	for i := p; i < f.last; i++ {
		switch f.t.Tokens[i].XPOS {
		case "WDT", "WP", "WRB", "WP$":
			return false
		}
		if f.finite(i) {
			return true
		}
	}
	return false
}

// leadsUp reports whether the subordinate clause at p is followed by its main
// clause, after a comma.
func (f *finder) leadsUp(p int) bool {
	for i := p + 2; i < f.last; i++ {
		if f.is(i, ",") && f.finiteWithin(tokens{p, i}) {
			return f.clauseAfter(i + 1)
		}
	}
	return false
}

// clauseAfter reports whether a subject and its verb follow the phrase at p.
func (f *finder) clauseAfter(p int) bool {
	for i := p; i < f.last; i++ {
		if f.t.Is(i, "nsubj", "nsubj:pass", "expl") && f.t.Head(i) > i {
			return true
		}
	}
	return false
}
