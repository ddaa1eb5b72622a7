package statement

import (
	"rapporteur"
)

// returns reports whether the conjunction at token j leads back to the speaker:
// a verb without a subject follows that does not agree with the subject of the
// content ("agreed that they had moved but was vague"), or that itself lends
// words to somebody ("… and said").
func (f *finder) returns(v, start, j int) bool {
	k := j + 1
	for k < f.last && f.t.Tokens[k].UPOS == "ADV" {
		k++
	}
	if k >= f.last || !f.finite(k) || f.within[k] != 0 || f.t.Tokens[k].XPOS == "MD" {
		return false
	}
	if f.cues(k) && (f.t.Tokens[k].XPOS == f.t.Tokens[v].XPOS || !f.finite(v)) {
		return true
	}
	s := rapporteur.None
	for i := start; i < j; i++ {
		if f.t.Is(i, "nsubj", "nsubj:pass") && f.within[i] == 0 {
			s = i // the subject nearest to the conjunction
		}
	}
	if s == rapporteur.None {
		return false
	}
	return f.number(s) == 'p' && f.any(k, "is", "was", "has", "does") || f.number(s) == 's' && f.any(k, "are", "were", "have", "do")
}

// number is 's' for a subject in the singular, 'p' for one in the plural, 0 where
// it cannot be told.
func (f *finder) number(i int) byte {
	switch t := &f.t.Tokens[i]; {
	case f.any(i, "they", "we", "you", "these", "those"), t.XPOS == "NNS", t.XPOS == "NNPS":
		return 'p'
	case f.any(i, "who", "which", "that", "what", "i", "there", "some", "all", "most", "none"):
		return 0
	case f.t.Child(i, "conj") != rapporteur.None:
		return 'p'
	case t.XPOS == "NN", t.XPOS == "NNP", f.any(i, "he", "she", "it", "this"):
		return 's'
	}
	return 0
}
