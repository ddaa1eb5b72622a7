package statement

import (
	"rapporteur"
)

// hearerAt reads who is told at p, and gives the token after.
func (f *finder) hearerAt(v, p int, c *clause) int {
	t := f.t
	if p >= f.last || f.opens[p] != 0 || f.punct(p) || f.is(p, "that") && t.Tokens[p].UPOS == "SCONJ" {
		return p
	}
	head := rapporteur.None
	for _, k := range t.ChildrenBy(v, "iobj", "obj") {
		if k >= p && k < f.last {
			head = k
			break
		}
	}
	if head == rapporteur.None {
		if head = f.nominalAfter(p); head == rapporteur.None {
			return p
		}
	}
	first, end := t.NounPhrase(head)
	if first > p+1 {
		return p
	}
	// The clause that follows begins with its subject, if not with "that".
	if k := t.Child(v, "ccomp"); k != rapporteur.None && k > head {
		if s, _ := t.Phrase(k); s > head {
			end = min(end, s)
		}
	}
	for i := head + 1; i < min(end, f.last); i++ {
		if f.any(i, "that", ",", ":") || f.opens[i] != 0 {
			end = i
			break
		}
	}
	for _, e := range t.Conjuncts(head) {
		if e == end+1 && f.is(end, "and") {
			_, end = t.NounPhrase(e)
		}
	}
	if e := f.entityAt(head); e != nil && e.End < end && e.End < f.last && f.subjectAt(e.End) {
		end = e.End
	}
	if end < f.last && f.any(end, "who", "whose") {
		end = f.relativeEnd(end)
	}
	c.hearer = head
	return f.adjuncts(v, min(max(end, head+1), f.last), 0)
}

// relativeEnd is the "that" after the relative clause which begins at p: "told a
// woman who lives in the port that". p where there is none.
func (f *finder) relativeEnd(p int) int {
	verbs := 0
	for i := p + 1; i < min(p+20, f.last); i++ {
		switch {
		case f.is(i, "that") && f.t.Tokens[i].UPOS == "SCONJ" && verbs == 1:
			return i
		case f.finite(i):
			verbs++
		case f.opens[i] != 0, f.any(i, ";", ":"):
			return p
		}
	}
	return p
}

// subjectAt reports whether the subject of a clause to the right begins at p.
func (f *finder) subjectAt(p int) bool {
	return f.any(p, "the", "a", "an", "it", "he", "she", "they", "there", "this", "his", "her", "its", "their")
}
