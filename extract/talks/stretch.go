package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// stretch is the end of what begins with token i and belongs together: the rest
// of a clause with its lists, without what only hangs on after a comma.
func (f *finder) stretch(i int) int {
	s := f.t.Sentences[f.t.SentenceOf(i)]
	open := false
	for k := i; k < s.End; k++ {
		switch f.t.Word(k) {
		case ";", ":", "—", "–", "--", "?", "!":
			return k
		case "“", "\"", "”", "''", "``":
			switch {
			case f.t.Tokens[k].XPOS == "``" || f.t.Word(k) == "“":
				open = true
			case open:
				open = false
			case k > i:
				return k
			}
		case "but", "while", "although", "though", "whereas", "despite", "according", "saying", "adding":
			return k
		case "after", "following":
			for n := k + 1; k > i && n < s.End && n < k+5; n++ {
				if f.class[n]&know.Talks != 0 {
					return k // "a truce of three days after talks in Oster"
				}
			}
		case "because", "as", "since":
			if k+1 < s.End && k > i && (f.t.Word(k+1) == "long" || f.t.Word(k+1) == "soon") {
				return k
			}
			if k > i && f.t.Word(k+1) != "to" && f.clauseAt(k+1, s.End) {
				return k
			}
		case "in":
			if k > i && k+2 < s.End && f.t.Word(k+2) == "for" && (f.t.Word(k+1) == "return" || f.t.Word(k+1) == "exchange") {
				return k
			}
		case "and", "or":
			if f.finite(k+1, s.End) || k > i && f.clauseAt(k+1, s.End) {
				return k
			}
		case ",":
			if over := f.tellingMore(k, s.End); over > k {
				k = over
				continue
			}
			if f.adjoined(i, k+1, s.End) || !f.goesOn(k, s.End) {
				return k
			}
		case ".":
			if k == s.End-1 {
				return k
			}
		}
	}
	return s.End
}

// adjoined reports whether a participle hangs on at token k, after a comma, that
// is no item of what began at token i: ", accusing him of …".
func (f *finder) adjoined(i, k, end int) bool {
	return k < end && f.t.Tokens[k].XPOS == "VBG" && f.t.Is(k, "advcl") && f.t.Tokens[i].XPOS != "VBG"
}

// tellingMore is the comma that ends a relative clause begun behind the comma at
// token k, where an infinitive goes on behind it: "want Vale, who took power last
// year, to resign". It is k where there is none.
func (f *finder) tellingMore(k, end int) int {
	if k+1 >= end || f.t.Word(k+1) != "who" && f.t.Word(k+1) != "which" {
		return k
	}
	for i := k + 2; i+2 < end && i < k+30; i++ {
		if f.t.Word(i) == "," && f.t.Word(i+1) == "to" && f.t.Tokens[i+2].XPOS == "VB" {
			return i
		}
	}
	return k
}

// finite reports whether a verb with the subject of the one before goes on at
// token i: "refused to sign and left".
func (f *finder) finite(i, end int) bool {
	for ; i < end; i++ {
		switch t := f.t.Tokens[i]; {
		case t.UPOS == "ADV":
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "MD":
			return true
		case t.XPOS == "VBN" && f.t.Is(i, "conj") && f.t.Head(i) >= 0 && f.t.Tokens[f.t.Head(i)].XPOS == "VBD":
			return true // tagged a participle in error
		default:
			return false
		}
	}
	return false
}

// goesOn reports whether a list goes on behind the comma at token k.
func (f *finder) goesOn(k, end int) bool {
	next := k + 1
	if next >= end {
		return false
	}
	if f.t.Tokens[next].UPOS == "CCONJ" {
		w := f.t.Word(next)
		if next+1 < end && (f.t.Tokens[next+1].XPOS == "WRB" || f.t.Tokens[next+1].XPOS == "WP") {
			return true // "over how much Velm pays, and how quickly"
		}
		return (w == "and" || w == "or") && !f.clauseAt(next+1, end)
	}
	switch f.t.Tokens[next].UPOS {
	case "PRON", "SCONJ", "ADV":
		return false
	case "ADP":
		if w := f.t.Word(next); w != "to" && w != "over" {
			return false
		}
	}
	// A list has an "and" before another clause begins.
	for i := next; i < end && i < next+14; i++ {
		t := f.t.Tokens[i]
		switch {
		case f.inflected(i):
			return false
		case t.UPOS == "CCONJ" && (f.t.Word(i) == "and" || f.t.Word(i) == "or"):
			return !f.clauseAt(i+1, end)
		case f.t.Word(i) == "which" || f.t.Word(i) == "who" || f.t.Word(i) == "said":
			return false
		}
	}
	return false
}

// clauseAt reports whether a clause with a subject of its own begins at token i.
func (f *finder) clauseAt(i, end int) bool {
	for k := i; k < end && k < i+10; k++ {
		switch t := f.t.Tokens[k]; {
		case f.inflected(k):
			return k > i && !f.beyond(i, k)
		case t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" || t.UPOS == "PUNCT" && !f.hyphen(k) || t.UPOS == "SCONJ":
			return false
		}
	}
	return false
}

// beyond reports whether the subject of the verb at token k is named only behind
// an "and" after token i: "rocket and mortar attacks and Velm would …".
func (f *finder) beyond(i, k int) bool {
	s := f.t.Child(f.governing(k), "nsubj", "nsubj:pass")
	if s <= i || s > k {
		return false
	}
	first, _ := f.t.NounPhrase(s)
	return first > i && f.t.Tokens[first-1].UPOS == "CCONJ"
}

// span is the text of tokens [first, end) without the punctuation, the
// conjunctions and the marks of quotation around it.
func (f *finder) span(first, end int) rapporteur.Span {
	for first < end && f.marginal(first) {
		first++
	}
	for end > first && (f.t.Tokens[end-1].UPOS == "PUNCT" || f.t.Tokens[end-1].UPOS == "CCONJ") && f.t.Word(end-1) != "%" {
		end--
	}
	return f.t.SpanOf(first, end)
}

func (f *finder) marginal(i int) bool {
	switch f.t.Tokens[i].UPOS {
	case "PUNCT", "CCONJ":
		return true
	}
	return false
}
