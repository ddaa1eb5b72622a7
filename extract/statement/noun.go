package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readNoun reads "Arden's claim that C" at the noun n. A claim without a
// possessor is nobody's.
func (f *finder) readNoun(n int, cue *speech.Cue) {
	t := f.t
	p := n + 1
	speaker := t.Child(n, "nmod:poss")
	by := false
	if p < f.last && (f.is(p, "by") || f.is(p, "from") || f.is(p, "of") && speaker == rapporteur.None) {
		if h := f.nominalAfter(p + 1); h != rapporteur.None {
			_, end := t.NounPhrase(h)
			if speaker == rapporteur.None {
				speaker, by = h, true
			}
			p = max(end, h+1)
		}
	}
	if speaker == rapporteur.None || p >= f.last || !f.is(p, "that") || f.demonstrative(p) || !f.finiteWithin(tokens{p + 1, f.last}) || f.finite(p+1) && t.Tokens[p].UPOS != "SCONJ" {
		return
	}
	c := clause{verb: n, cue: tokens{n, n + 1}, speaker: speaker, hearer: rapporteur.None, reporter: rapporteur.None, start: n, tail: p}
	first, end := t.Phrase(speaker)
	if by {
		c.source = tokens{n + 2, p}
	} else {
		c.source = tokens{first, min(end, n)}
		if t.Tokens[speaker].UPOS == "PRON" {
			c.source = tokens{speaker, speaker + 1}
		}
	}
	if f.any(speaker, "my", "our", "your", "its") && !f.is(speaker, "its") || !f.admits(cue, c) {
		return
	}
	f.add("statement/noun", cue, c, f.nounClause(n, p+1))
}

// nounClause is the clause that depends on the noun n, from start.
func (f *finder) nounClause(n, start int) tokens {
	end := f.last
	for _, k := range f.t.ChildrenBy(n, "acl", "ccomp", "acl:relcl") {
		if k > start {
			_, end = f.t.Phrase(k)
			break
		}
	}
	end = min(end, f.last)
	for i := start + 1; i < end; i++ {
		if f.within[i] == 0 && f.any(i, ",", "–", "—", "--", ";", "-") && f.finiteWithin(tokens{start, i}) && !f.any(i+1, "who", "which") {
			end = i
		}
	}
	return f.whole(tokens{start, end})
}

// readAdjective reads "S is optimistic that C" at the adjective a.
func (f *finder) readAdjective(a int, cue *speech.Cue) {
	t := f.t
	p := a + 1
	if p >= f.last || !f.is(p, "that") || t.Child(a, "cop") == rapporteur.None || t.Negated(a) {
		return
	}
	cop := t.Child(a, "cop")
	for i := f.auxiliaries(cop); i < a; i++ {
		if t.Tokens[i].XPOS == "MD" || f.any(i, "not", "n't", "n’t") {
			return
		}
	}
	s := t.Child(a, "nsubj")
	if s == rapporteur.None || s > a {
		return
	}
	c := clause{verb: a, cue: tokens{f.auxiliaries(cop), a + 1}, speaker: s, hearer: rapporteur.None, reporter: rapporteur.None, tail: p}
	c.source = f.sourceBefore(s, c.cue.first)
	if !f.admits(cue, c) {
		return
	}
	f.add("statement/adjective", cue, c, f.extent(a, p+1))
}
