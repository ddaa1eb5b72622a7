package statement

import (
	"strings"

	"rapporteur"
)

func lower(s string) string { return strings.ToLower(s) }

// speakerOf is the head of the source of the cue verb v, and whether it stands
// after it. The tree is asked first; where it has no subject for v, or one that
// the words rule out, the noun phrase beside v is taken.
func (f *finder) speakerOf(v int, cue tokens) (head int, inverted bool) {
	t := f.t
	own := t.Child(v, "nsubj", "nsubj:pass")
	if own != rapporteur.None && f.within[own] == 0 && own >= f.first && own < f.end {
		return f.person(own), own > v
	}
	if f.mayInvert(v, cue) {
		if h := f.nominalAfter(cue.end); h != rapporteur.None {
			return h, true
		}
	}
	if s := t.Subject(v); s != rapporteur.None && f.within[s] == 0 && s < v {
		return f.person(s), false
	}
	if h := f.nominalBefore(cue.first); h != rapporteur.None {
		return h, false
	}
	return rapporteur.None, false
}

// person keeps "who" and its like, which stand for what t.Subject gives.
func (f *finder) person(i int) int { return i }

// mayInvert reports whether the subject of v may stand after it: the content
// ends just before, and a noun phrase follows.
func (f *finder) mayInvert(v int, cue tokens) bool {
	if cue.first == f.first || f.t.Tokens[v].XPOS == "VBG" || cue.first != v {
		return false
	}
	return f.closes[cue.first-1] != 0 || f.any(cue.first-1, ",", "-", "–", "—", "?", "!") || f.mark(cue.first-1)
}

// nominalAfter is the head of the noun phrase that begins at p, or None.
func (f *finder) nominalAfter(p int) int {
	for i := p; i < min(p+8, f.last); i++ {
		switch t := &f.t.Tokens[i]; t.UPOS {
		case "NOUN", "PROPN", "PRON":
			if t.XPOS == "PRP" && i > p {
				return rapporteur.None
			}
			h := i
			for t := f.t.Tokens[h]; t.Head > h && t.Head < f.last && f.t.Nominal(t.Head) && f.t.Is(h, "compound", "nmod", "nmod:poss", "amod", "flat", "nmod:desc"); t = f.t.Tokens[h] {
				h = t.Head
			}
			for h > p && f.t.Tokens[h].Head >= p && f.t.Tokens[h].Head < h && f.t.Nominal(f.t.Tokens[h].Head) {
				h = f.t.Tokens[h].Head
			}
			return h
		case "DET", "ADJ", "NUM":
		case "ADV", "PART":
			if i == p || t.UPOS == "PART" {
				continue
			}
			return rapporteur.None
		default:
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// nominalBefore is the head of the noun phrase that ends just before p, or None.
func (f *finder) nominalBefore(p int) int {
	i := p - 1
	if i >= f.first && f.is(i, ",") {
		i--
	}
	if i < f.first || f.within[i] != 0 || !f.t.Nominal(i) {
		return rapporteur.None
	}
	h := i
	for steps := 0; steps < 12; steps++ {
		up := f.t.Tokens[h].Head
		if up < f.first || up >= p || !f.t.Nominal(up) || f.within[up] != 0 {
			break
		}
		h = up
	}
	return h
}

// sourceBefore is the noun phrase headed by h that stands before the cue, with
// its appositions and clauses, and the comma that closes them.
func (f *finder) sourceBefore(h, cue int) tokens {
	first, end := f.t.Phrase(h)
	first, end = max(first, f.first), min(end, cue)
	if end <= h {
		end = h + 1
	}
	// A verb before the head belongs to another clause.
	for i := h - 1; i >= first; i-- {
		if f.finite(i) || f.within[i] != 0 || f.any(i, ";", ":") {
			first, _ = f.t.Core(h)
			break
		}
	}
	for first < h && (f.punct(first) && !f.is(first, "(") || f.t.Tokens[first].UPOS == "CCONJ" || f.t.Tokens[first].UPOS == "SCONJ") {
		first++
	}
	// An apposition that the tree has put elsewhere still stands between commas.
	if end < cue-1 && f.is(end, ",") && f.is(cue-1, ",") && cue-end < 25 && !f.finiteWithin(tokens{end, cue}) {
		end = cue
	}
	if end == cue-1 && f.is(end, ",") && f.hasComma(tokens{first, end}) {
		end = cue
	}
	return tokens{first, end}
}

func (f *finder) hasComma(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.is(i, ",") {
			return true
		}
	}
	return false
}

// sourceAfter is the noun phrase headed by h that stands after the cue.
func (f *finder) sourceAfter(h, cue int) tokens {
	first, end := f.t.Phrase(h)
	first, end = max(min(first, h), cue), min(max(end, h+1), f.last)
	for i := h + 1; i < end; i++ {
		if f.opens[i] != 0 || f.any(i, ";", ":") {
			end = i
			break
		}
	}
	return f.trim(tokens{first, end})
}
