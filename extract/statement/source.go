package statement

import (
	"rapporteur"
)

// sourceBefore is the noun phrase headed by h that stands before the cue, with
// its appositions and clauses, and the comma that closes them.
func (f *finder) sourceBefore(h, cue int) tokens {
	if f.t.Tokens[h].UPOS == "PRON" && f.t.Tokens[h].XPOS != "DT" {
		return tokens{h, h + 1}
	}
	cue = f.verbOf(h, cue)
	first, _ := f.t.Core(h)
	_, end := f.t.Phrase(h)
	first, end = max(first, f.first), min(end, cue)
	if end <= h {
		end = h + 1
	}
	if e := f.entityAt(end - 1); e != nil && e.End <= cue {
		end = max(end, e.End) // "Human Rights Watch", of which the tree has two words
	}
	for i := h - 1; i >= first; i-- {
		if f.within[i] != 0 && f.quotes[f.within[i]-1].speech || f.closes[i] != 0 || f.finite(i) || f.dash(i) {
			first = i + 1
			break
		}
	}
	if first < h && f.t.Tokens[first].UPOS == "ADP" {
		first++
	}
	for first < h && (f.punct(first) && !f.is(first, "(") || f.t.Tokens[first].UPOS == "CCONJ" || f.t.Tokens[first].UPOS == "SCONJ") {
		first++
	}
	first = f.widenLeft(first)
	for first < h && (f.day(first) || f.any(first, "this", "last", "next", "early", "late") && f.day(first+1)) {
		first++ // "last Wednesday the minister said"
	}
	// An apposition that the tree has put elsewhere still stands between commas.
	if end < cue-1 && f.is(end, ",") && f.is(cue-1, ",") && cue-end < 25 && !f.finiteWithin(tokens{end, cue}) {
		end = cue
	}
	if end == cue-1 && f.is(end, ",") && f.hasComma(tokens{first, end}) {
		return tokens{first, cue}
	}
	if end == cue-1 && f.t.Tokens[end].UPOS == "ADV" && f.t.Tokens[end-1].XPOS == "VB" {
		return tokens{first, cue} // "an aide who would not speak publicly"
	}
	for end > h+1 && (f.t.Tokens[end-1].UPOS == "CCONJ" || f.day(end-1) || f.linking(end-1) || f.any(end-1, "himself", "herself", "themselves") || f.any(end-1, "on", "late", "early", "evening", "morning", "night", "afternoon") && f.t.Tokens[end-1].UPOS != "PROPN") {
		end-- // "the minister on Monday said"
	}
	return f.trimComma(tokens{first, end})
}

// widenLeft is where a noun phrase begins that the tree begins at first: titles
// and modifiers before it belong to it.
func (f *finder) widenLeft(first int) int {
	i := first
	for i > f.first && f.within[i-1] == 0 && !f.day(i-1) {
		switch t := &f.t.Tokens[i-1]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "NUM":
			if f.any(i-1, "today", "week", "month", "year", "night", "morning", "evening", "afternoon", "time", "both", "all") {
				return first
			}
		case "PART":
			if t.XPOS != "POS" {
				return first
			}
		case "PUNCT":
			if !f.hyphen(i - 1) {
				return i
			}
		case "ADV":
			if !f.any(i-1, "about", "nearly", "almost", "roughly", "some", "more", "less", "fewer") {
				return i
			}
		case "ADP":
			if i-2 < f.first || !f.t.Nominal(i-2) || f.day(i-2) || !f.any(i-1, "of", "on", "for", "to", "from") {
				return first
			}
		default:
			return i
		}
		i--
	}
	return i
}

// sourceAfter is the noun phrase headed by h that stands after the cue.
func (f *finder) sourceAfter(h, cue int) tokens {
	first, end := f.t.Phrase(h)
	first, end = max(min(first, h), cue), min(max(end, h+1), f.last)
	for i := h + 1; i < end; i++ {
		if q := f.opens[i]; q != 0 && f.quotes[q-1].speech || f.any(i, ";", ":") || f.is(i, ",") && f.is(i+1, "without") {
			end = i
			break
		}
	}
	for end < f.last && f.opens[end] == 0 {
		if (f.t.Tokens[end].UPOS == "PROPN" || f.t.Tokens[end].UPOS == "NOUN") && !f.day(end) {
			end++
			continue
		}
		// "a statement from the ministry", whatever the tree hangs it on.
		n := f.nominalAfter(end + 1)
		if !f.any(end, "from", "of", "for") || n == rapporteur.None || f.occasion(n) {
			break
		}
		_, e := f.t.NounPhrase(n)
		end = min(max(e, n+1), f.last)
	}
	// An apposition to the end of the sentence.
	if end+1 < f.last && f.is(end, ",") && !f.finiteWithin(tokens{end, f.last}) && f.opens[end+1] == 0 {
		switch t := &f.t.Tokens[end+1]; t.UPOS {
		case "DET", "NUM", "ADJ", "NOUN", "PROPN":
			if !f.day(end + 1) {
				end = f.last
			}
		}
	}
	return f.trim(tokens{first, end})
}
