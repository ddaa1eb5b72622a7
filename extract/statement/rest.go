package statement

import (
	"rapporteur"
)

// rest is what follows the clause, if it belongs to the content.
func (f *finder) rest(left tokens, c clause, quoted bool) tokens {
	p := c.tail
	if p >= f.last || !f.any(p, ",", "-", "–", "—", ";", ":", ".") {
		return tokens{}
	}
	for p < f.last && f.opens[p] == 0 && f.any(p, ",", "-", "–", "—", ";", ":") {
		p++
	}
	if p >= f.last {
		return tokens{}
	}
	if q := f.opens[p]; q != 0 {
		if f.quotes[q-1].speech {
			return f.quotes[q-1].tokens
		}
		return f.extent(c.verb, p)
	}
	if quoted || f.t.Tokens[p].XPOS == "VBG" && f.is(p-1, ",") && f.within[left.first] != 0 && f.within[left.first] == f.within[left.end-1] {
		return tokens{} // "“Aster Vale,” he answers with pride, sporting a sash"
	}
	open := f.openEnded(left)
	switch {
	case f.t.Tokens[p].UPOS == "CCONJ":
		if p+1 >= f.last || f.cues(p+1) && !open {
			return tokens{}
		}
		more := f.extent(c.verb, p+1)
		if more.empty() {
			return tokens{} // "and" begins what another says
		}
		return tokens{p, more.end}
	case f.is(p, "according"), !open:
		return tokens{}
	}
	return f.extent(c.verb, p)
}

// openEnded reports whether what stands left of the clause is no whole sentence:
// its subject waits for a verb, or its subordinate clause for a main one.
func (f *finder) openEnded(left tokens) bool {
	t := f.t
	switch t.Tokens[left.end-1].XPOS {
	case "WDT", "WP":
		return true // "fighters which, the ministry said, nobody would take"
	}
	for i := left.first; i < left.end; i++ {
		if h := t.Tokens[i].Head; h >= left.first && h < left.end {
			continue
		}
		// i heads a part of the left side.
		if (f.finite(i) || f.pastTaken(i) || t.Child(i, "cop", "aux", "aux:pass") != rapporteur.None) && t.Child(i, "mark") == rapporteur.None && f.ownVerb(i, left) {
			return false
		}
	}
	return true
}

// ownVerb reports whether the predicate i has its finite verb within r.
func (f *finder) ownVerb(i int, r tokens) bool {
	if f.finite(i) || f.pastTaken(i) {
		return true
	}
	for _, c := range f.t.ChildrenBy(i, "cop", "aux", "aux:pass") {
		if r.holds(c) && f.finite(c) {
			return true
		}
	}
	return false
}
