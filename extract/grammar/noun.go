package grammar

import "rapporteur"

// Nominal reports whether token i heads a noun phrase.
func (t *Tree) Nominal(i int) bool {
	switch t.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// NounPhrase is the range of tokens [first, end) of the noun phrase headed by
// token i without its coordinates, its preposition, its relative clauses,
// appositions and the punctuation around it: the words that name the thing
// itself. "mediators from Qatar" keeps its prepositional modifier.
func (t *Tree) NounPhrase(i int) (first, end int) {
	first, end = i, i+1
	for _, c := range t.Children(i) {
		c := int(c)
		switch t.Relation(c) {
		case "conj", "cc", "case", "punct", "appos", "parataxis", "acl", "mark", "nsubj", "cop", "aux", "advcl", "obl", "expl", "dep", "orphan", "ccomp", "discourse":
			continue
		case "advmod":
			// "about 100 captives" keeps its adverb, "the army, however," does not.
			if c > i {
				continue
			}
		}
		if c > i && weekdays[t.Tokens[c].Lemma] {
			continue // "officials on Monday": when they spoke
		}
		f, e := t.Phrase(c)
		if f < first && contiguous(t, f, first) {
			first = f
		}
		if e > end && contiguous(t, end, e) {
			end = e
		}
	}
	return first, end
}

// weekdays never help to name what they stand behind.
var weekdays = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
}

// contiguous keeps a phrase from reaching over a clause boundary that a wrong
// tree put inside it.
func contiguous(t *Tree, first, end int) bool {
	for i := first; i < end; i++ {
		if w := t.Word(i); w == ";" || w == ":" || w == "“" || w == "”" || w == "\"" {
			return false
		}
	}
	return true
}

// Core is the range of tokens of the noun phrase headed by i with only what
// stands before the head and is bound to it (determiner, adjectives,
// compounds, flat names): "the Palestinian group Hamas" without "in Cairo".
func (t *Tree) Core(i int) (first, end int) {
	first, end = i, i+1
	for _, c := range t.Children(i) {
		c := int(c)
		if !t.Is(c, "det", "amod", "compound", "flat", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "goeswith") {
			continue
		}
		f, e := t.Phrase(c)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}

// Preposition is the lemma of the case marker of token i ("with", "'s"), or "".
func (t *Tree) Preposition(i int) string {
	if c := t.Child(i, "case"); c != rapporteur.None {
		return t.Lemma(c)
	}
	return ""
}
