package statement

import (
	"rapporteur"
)

// nominalAfter is the head of the noun phrase that begins at p, or None.
func (f *finder) nominalAfter(p int) int {
	if e := f.entityAt(p); e != nil && e.First == p && e.Type == rapporteur.EntityPerson && f.t.Tokens[p].UPOS != "PROPN" && e.End <= f.last {
		return e.End - 1 // "said de Vale"
	}
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
			if h+1 < f.last && f.t.Tokens[h+1].XPOS == "POS" || t.XPOS == "PRP$" && h == i {
				continue // a possessor: what it possesses comes yet
			}
			if h+2 < f.last && f.hyphen(h+1) {
				continue // "Velm-based attorney"
			}
			return h
		case "DET", "ADJ", "NUM", "X": // X: "de Vale"
		case "ADV", "PART":
			if i == p || t.UPOS == "PART" {
				continue
			}
			return rapporteur.None
		case "VERB":
			if t.XPOS == "NNP" || t.XPOS == "NNPS" {
				continue // "the United Nations"
			}
			if t.XPOS != "VBG" && t.XPOS != "VBN" || !f.t.Is(i, "amod", "compound") {
				return rapporteur.None
			}
		case "PUNCT":
			if !f.hyphen(i) {
				return rapporteur.None
			}
		default:
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// nominalBefore is the head of the noun phrase that ends just before p, or None.
func (f *finder) nominalBefore(p int) int {
	i := p - 1
	for i >= f.first && (f.is(i, ",") || f.linking(i)) {
		i--
	}
	last := i
	if i >= f.first && f.is(i, ")") {
		for i > f.first && !f.is(i, "(") {
			i-- // "the Velm People's Front (VPF) said"
		}
		i--
	}
	if i >= f.first && f.within[i] == 0 && f.any(i, "another", "others") {
		return i
	}
	if i < f.first || f.within[i] != 0 || !f.t.Nominal(i) && (f.t.Tokens[i].UPOS != "ADJ" && f.t.Tokens[i].UPOS != "ADV" || i == f.first || f.t.Tokens[i-1].UPOS != "DET") {
		return rapporteur.None // "the official", "the rally" may be taken for an adjective or adverb
	}
	h := i
	start := f.clauseStart(i)
	for steps := 0; steps < 12; steps++ {
		up := f.t.Tokens[h].Head
		if up < start || up >= p || f.linking(up) || !f.t.Nominal(up) || f.within[up] != 0 || f.occasionDay(up) && !f.occasionDay(h) {
			break
		}
		if up < h && last == p-1 && !f.t.Is(h, "conj") && f.hasComma(tokens{up, h}) {
			break // "by allied forces, the agency said": no comma closes an apposition
		}
		h = up
	}
	return h
}

// nominalised is the adjective that stands for a noun after an article at p, or
// None: "the wounded", and "an official familiar with the talks", which the tagger
// may take for two adjectives.
func (f *finder) nominalised(p int) int {
	if p+1 < f.last && f.t.Tokens[p].UPOS == "DET" && f.t.Tokens[p+1].UPOS == "ADJ" {
		return p + 1
	}
	return rapporteur.None
}
