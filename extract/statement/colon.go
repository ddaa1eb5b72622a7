package statement

import (
	"rapporteur"
)

// readColon reads "Vale: “We will sign.”": a speaker alone before a colon and a
// quotation after it. The colon is the cue.
func (f *finder) readColon(i int) {
	p := i + 1
	if p >= f.end || f.opens[p] == 0 || i-f.first > 12 || i == f.first {
		return
	}
	for k := f.first; k < i; k++ {
		if f.t.Tokens[k].UPOS == "VERB" || f.t.Tokens[k].UPOS == "AUX" || f.within[k] != 0 {
			return
		}
	}
	head := f.nominalAfter(f.first)
	if head == rapporteur.None || head >= i || !f.somebody(head) {
		return
	}
	q := &f.quotes[f.opens[p]-1]
	if !q.speech {
		return
	}
	c := clause{verb: i, cue: tokens{i, i + 1}, speaker: head, source: tokens{f.first, i}, hearer: rapporteur.None, reporter: rapporteur.None}
	f.add("statement/colon", nil, c, q.tokens)
}
