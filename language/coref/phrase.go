package coref

import (
	"strings"

	"rapporteur"
)

func (f *finder) addNoun(i int32) {
	if e := f.entity[i]; e != none {
		if f.headOfEntity(e) == i {
			f.addName(e, i)
		}
		return
	}
	switch f.d.Tokens[i].UPOS {
	case "NOUN", "PROPN":
	default:
		return
	}
	if f.rels[i] == relCompound && f.d.Tokens[i].UPOS == "PROPN" && f.short[f.word(i)] {
		f.add(mention{first: i, end: i + 1, head: i, kind: named, form: definite, number: singular, entity: none})
		return // a name that the recogniser has found elsewhere: "Front fighters"
	}
	switch f.rels[i] {
	case relCompound, relFlat, relAdjective, relMeasure, relDeterminer, relCase, relPunctuation, relNumber, relAdverb:
		return
	}
	m := mention{head: i, kind: nominal, entity: none}
	if _, title := honorifics[strings.TrimSuffix(f.lower(i), ".")]; f.rels[i] == relDescription || title && f.child(i, relFlat) != none && nouns()[f.lemma(i)].class == 0 {
		m.kind = titled // also where the parse has made "Mr." the head
	}
	if f.d.Tokens[i].UPOS == "PROPN" && m.kind == nominal && nouns()[f.lemma(i)].class == 0 {
		m.kind = named // one that the recogniser of names has missed
	}
	m.first, m.end = f.core(i)
	f.describe(&m)
	f.add(m)
	f.addConjoined(i)
}

// addConjoined makes one mention of several that are joined by "and".
func (f *finder) addConjoined(i int32) {
	if f.rels[i] == relConjunct {
		return
	}
	last := int32(none)
	for _, c := range f.children(i) {
		if f.rels[c] == relConjunct && f.child(c, relCase) == none {
			last = c
		}
	}
	if last == none {
		return
	}
	first, _ := f.core(i)
	f.add(mention{
		first: first, end: f.coreEnd(last), head: i, kind: conjoined, entity: none,
		class: f.nounClass(i), number: plural, form: definite,
	})
}

// headOfEntity is the token of entity e whose governor lies outside of it.
func (f *finder) headOfEntity(e int32) int32 {
	entity := f.d.Entities[e]
	first, end := int32(max(entity.First, 0)), int32(min(entity.End, len(f.heads)))
	for i := first; i < end; i++ {
		if h := f.heads[i]; (h < first || h >= end) && f.rels[i] != relPunctuation && f.rels[i] != relCase {
			return i
		}
	}
	return first
}

func (f *finder) addName(e, head int32) {
	entity := f.d.Entities[e]
	m := mention{
		first: int32(max(entity.First, 0)), end: int32(min(entity.End, len(f.heads))), head: head,
		kind: named, entity: e, form: definite, number: singular,
	}
	f.undescribe(&m)
	switch entity.Type {
	case rapporteur.EntityPerson:
		m.class = person
		m.gender = f.genderOfName(m.first, m.end)
		if m.end-m.first > 1 {
			m.lean = leaning(f.word(m.first))
		}
	case rapporteur.EntityOrganization:
		m.class = body
	case rapporteur.EntityLocation:
		m.class = place | body
	case rapporteur.EntityFacility:
		m.class = place | thing
	case rapporteur.EntityNORP:
		if f.d.Tokens[head].UPOS == "ADJ" || f.rels[head] == relAdjective || f.rels[head] == relCompound || f.rels[head] == relDeterminer {
			return // "the Ardenian army"
		}
		m.class = people | body
		if f.d.Tokens[head].XPOS == "NNS" || f.d.Tokens[head].XPOS == "NNPS" {
			m.number = plural
		}
	case rapporteur.EntityProduct, rapporteur.EntityMisc:
		m.class = thing
	default:
		return
	}
	f.add(m)
	if f.rels[head] != relCompound {
		f.addConjoined(head)
	}
}

// undescribe cuts the description off a name that it was taken for a part of:
// "militant group Velm Front".
func (f *finder) undescribe(m *mention) {
	for i := m.end - 2; i >= m.first; i-- {
		if capital(f.word(i)) || !capital(f.word(i+1)) || nouns()[f.lemma(i)].class&(person|body) == 0 {
			continue
		}
		m.first = i + 1
		if m.head < m.first {
			m.head = m.end - 1
		}
		return
	}
}

// core is the range of tokens of the phrase headed by i with what is bound to
// it: determiner, adjectives, compounds, and the complement with "of".
func (f *finder) core(i int32) (first, end int32) {
	first = i
	for _, c := range f.children(i) {
		if c >= i {
			break
		}
		switch f.rels[c] {
		case relDeterminer, relAdjective, relCompound, relFlat, relNumber, relPossessor, relDescription, relMeasure, relNmod:
			first = min(first, f.left[c])
		}
	}
	return first, f.coreEnd(i)
}

func (f *finder) coreEnd(i int32) int32 {
	end := i + 1
	for _, c := range f.children(i) {
		if c < i || f.left[c] != end {
			continue
		}
		switch f.rels[c] {
		case relFlat, relCompound:
			end = f.right[c] + 1
		case relNmod:
			if f.word(f.left[c]) == "of" && c > i {
				end = f.coreEnd(c)
			}
		}
	}
	return end
}
