package coref

import (
	"strings"

	"rapporteur"
)

// A mention is a noun phrase that may refer.
type mention struct {
	first, end, head int32 // tokens [first, end)
	sentence         int32
	quote            int32 // outermost quotation around it, or none
	entity           int32 // index in Document.Entities, or none
	cluster          int32
	next             int32 // the next mention of the cluster, or none
	kind             kind
	form             form // of determiner or of pronoun
	class            class
	gender           gender
	lean             gender // what the given name suggests
	number           number
	rel              relation // of the head
	echo             bool     // says again of whom its sentence has just spoken: an apposition, a predicate, "who"
}

// A kind is how a mention refers.
type kind uint8

const (
	nominal   kind = iota // by description
	named                 // by name
	pronoun               // by its place in the text alone
	titled                // a title that stands before a name as part of it: not printed
	conjoined             // several at once ("Arden and Velm"): an antecedent for "they", not printed
)

// A form is what the determiner of a description, or the pronoun, says of how
// it refers.
type form uint8

const (
	bare form = iota
	indefinite
	quantified // "every minister", "most of them"
	definite
	demonstrative
	possessed // "his minister", "Arden's minister"
	firstSingular
	firstPlural
	second
	thirdPersonal // he, him
	thirdPossessive
	reflexive
	relative
)

// A class is what a mention can be, as a set of bits; 0 is not known.
type class uint8

const (
	person class = 1 << iota
	people       // several persons as one: a family, the police
	body         // an organisation, a group, a state as one who acts
	place
	thing
)

// fits reports whether one referent can be of both classes.
func (c class) fits(o class) bool { return c == 0 || o == 0 || c&o != 0 }

type gender uint8

const (
	unknownGender gender = iota
	male
	female
)

func (g gender) fits(o gender) bool { return g == unknownGender || o == unknownGender || g == o }

type number uint8

const (
	unknownNumber number = iota
	singular
	plural
)

func (n number) fits(o number) bool { return n == unknownNumber || o == unknownNumber || n == o }

// findMentions fills f.mentions, ascending by head.
func (f *finder) findMentions() {
	n := len(f.heads)
	f.byHead = make([]int32, n)
	f.byEntity = make([]int32, len(f.d.Entities))
	for i := range f.byHead {
		f.byHead[i] = none
	}
	for i := range f.byEntity {
		f.byEntity[i] = none
	}
	f.short = map[string]bool{}
	for _, e := range f.d.Entities {
		if e.End == e.First+1 && e.First >= 0 && e.End <= n && e.Type != rapporteur.EntityDate && e.Type != rapporteur.EntityMoney && e.Type != rapporteur.EntityNORP {
			f.short[f.word(int32(e.First))] = true
		}
	}
	f.mentions = make([]mention, 0, n/4+8)
	for i := int32(0); i < int32(n); i++ {
		switch f.d.Tokens[i].UPOS {
		case "PRON", "DET":
			f.addPronoun(i)
		case "NOUN", "PROPN", "ADJ", "X", "NUM", "SYM", "VERB":
			// Names may hold any word: "United" is a participle in some parses.
			f.addNoun(i)
		}
	}
}

func (f *finder) add(m mention) {
	i := int32(len(f.mentions))
	m.sentence, m.quote, m.rel = f.sentence[m.head], f.quote[m.head], f.rels[m.head]
	m.cluster, m.next = i, none
	known := ""
	if m.kind == named && m.class != person {
		known = f.identity(m.first, m.end)
		m.class = knownClass(known, m.class)
	}
	f.known = append(f.known, known)
	f.mentions = append(f.mentions, m)
	f.clusters = append(f.clusters, cluster{
		first: i, last: i, earliest: i, read: none, recent: none, size: 1,
		class: m.class, gender: m.gender, lean: m.lean, number: m.number, names: b2i(m.kind == named),
		before: none, after: none,
	})
	if m.kind != conjoined {
		f.byHead[m.head] = i
	}
	if m.kind == nominal || m.kind == titled || m.kind == named && m.class != person {
		f.addHead(&f.clusters[i], i)
	}
	if m.entity != none {
		f.byEntity[m.entity] = i
	}
}

func b2i(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

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
