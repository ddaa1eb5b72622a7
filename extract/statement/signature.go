package statement

import (
	"strings"

	"rapporteur"
)

// signed reads quotations with the name of who said them after a dash: "“We will
// sign.” — Aster Vale, an envoy". The dash is the cue.
func (f *finder) signed() {
	for k := range f.quotes {
		q := &f.quotes[k]
		if q.claim != rapporteur.None || q.Open || q.end-q.first < 3 || f.t.Sentences[f.t.SentenceOf(q.first)].Heading {
			continue
		}
		dash := q.end
		for dash < len(f.t.Tokens) && (f.closes[dash] != 0 || f.mark(dash)) {
			dash++
		}
		if dash+1 >= len(f.t.Tokens) || !f.dash(dash) || f.within[dash] != 0 || f.t.Word(dash) == "-" && !f.broken(dash) {
			continue
		}
		f.enter(f.t.SentenceOf(dash))
		source, ok := f.signature(dash + 1)
		if !ok {
			continue
		}
		head := f.nominalAfter(source.first)
		if head == rapporteur.None || head >= source.end {
			continue
		}
		c := clause{verb: dash, cue: tokens{dash, dash + 1}, speaker: head, source: source, hearer: rapporteur.None, reporter: rapporteur.None}
		f.add("statement/signed", nil, c, q.tokens)
	}
}

// signature is the name at p with what describes it, if the line holds nothing else.
func (f *finder) signature(p int) (tokens, bool) {
	last := p
	for last < len(f.t.Tokens) && last-p < 20 && (last == p || !f.broken(last)) && f.opens[last] == 0 && f.within[last] == 0 {
		if f.finite(last) || f.t.Tokens[last].XPOS == "VBG" {
			return tokens{}, false
		}
		last++
	}
	if last-p == 20 {
		return tokens{}, false
	}
	r := f.trim(tokens{p, last})
	for r.end > r.first && f.stop(r.end-1) {
		r.end--
	}
	return r, !r.empty() && f.t.Tokens[r.first].UPOS == "PROPN" && f.capital(r.first)
}

// broken reports whether a line ends before token i.
func (f *finder) broken(i int) bool {
	return i > 0 && strings.Contains(f.t.Article.Text[f.t.Tokens[i-1].Span.End:f.t.Tokens[i].Span.Start], "\n")
}
