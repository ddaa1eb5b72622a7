package coref

import "rapporteur"

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
	for i := range f.byHead {
		f.byHead[i] = none
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
}

func b2i(b bool) int32 {
	if b {
		return 1
	}
	return 0
}
