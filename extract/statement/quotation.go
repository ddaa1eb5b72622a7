package statement

import (
	"rapporteur"
)

// quotation is a passage between quotation marks that stands in no other.
type quotation struct {
	rapporteur.Quote
	tokens        // of the content
	claim     int // index of the claim it is content of, or None
	paragraph int
	speech    bool // words that stand for themselves, not a title or a word held at arm's length
}

// findQuotations indexes the outermost quotations by their tokens.
func (f *finder) findQuotations() {
	i, n := 0, len(f.t.Tokens)
	at := make([]int, len(f.t.Quotes)) // index in f.quotes, for Continues
	for k, q := range f.t.Quotes {
		at[k] = rapporteur.None
		if q.Within != rapporteur.None || q.Content.Empty() {
			continue
		}
		for i < n && f.t.Tokens[i].Span.End <= q.Span.Start {
			i++
		}
		mark := i
		for i < n && f.t.Tokens[i].Span.Start < q.Content.Start {
			i++
		}
		first := i
		for i < n && f.t.Tokens[i].Span.Start < q.Content.End {
			i++
		}
		if first == i {
			continue
		}
		at[k] = len(f.quotes)
		id := int32(len(f.quotes)) + 1
		for j := first; j < i; j++ {
			f.within[j] = id
		}
		f.opens[min(mark, first)] = id
		end := i
		for end < n && f.t.Tokens[end].Span.Start < q.Span.End {
			end++
		}
		if !q.Open {
			f.closes[end-1] = id
		}
		if q.Continues != rapporteur.None {
			q.Continues = at[q.Continues]
		}
		f.quotes = append(f.quotes, quotation{
			Quote: q, tokens: tokens{first, i}, claim: rapporteur.None, paragraph: f.t.Sentences[f.t.SentenceOf(first)].Paragraph,
		})
	}
	for k := range f.quotes {
		f.quotes[k].speech = f.speech(&f.quotes[k])
	}
}

// speech reports whether q is words that were said, and can be a content of
// their own: it is a clause, or several, and the words around it leave it alone.
func (f *finder) speech(q *quotation) bool {
	if q.Open || q.Continues != rapporteur.None || f.t.SentenceOf(q.first) != f.t.SentenceOf(q.end-1) {
		return true
	}
	if f.title(q.tokens) {
		return false
	}
	last := f.t.Word(q.end - 1)
	closed := last == "," || last == "." || last == "?" || last == "!" || last == "…" || last == "—" || last == "-" || last == "..."
	before := q.first - 2 // what stands before the opening mark
	if f.opens[q.first] != 0 {
		before = q.first - 1
	}
	s := f.t.Sentences[f.t.SentenceOf(q.first)]
	switch {
	case before < s.First, f.closes[before] != 0:
		after := q.end
		for after < s.End && (f.mark(after) || f.closes[after] != 0) {
			after++
		}
		return closed || after >= s.End || f.any(after, ",", "-", "–", "—")
	case f.any(before, ",", ":", "-", "–", "—", "--"):
		return closed || f.finiteWithin(q.tokens)
	}
	return closed && last != "," && f.finiteWithin(q.tokens) && f.t.Tokens[before].UPOS == "VERB"
}

// title reports whether r is a title: every word of weight has a capital, and
// there is no verb.
func (f *finder) title(r tokens) bool {
	words := 0
	for i := r.first; i < r.end; i++ {
		t := &f.t.Tokens[i]
		switch t.UPOS {
		case "PUNCT", "ADP", "DET", "CCONJ", "PART", "NUM":
			continue
		}
		if c := f.t.Word(i)[0]; c < 'A' || c > 'Z' {
			return false
		}
		words++
	}
	return words > 1 && !f.finiteWithin(r)
}
