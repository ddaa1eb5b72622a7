package knowledge

import (
	"slices"
	"sync"
)

// A Form is how a row is named by words of a text.
type Form uint8

const (
	FormName      Form = iota // by its name: "Qatar", "Hamas", "Darfur", "Kurds"
	FormAdjective             // by the word before a noun: "Qatari"; of a single person too where no demonym is listed
	FormDemonym               // by one of its people: "Swede"
	FormPlural                // by its people: "Swedes", "Palestinians"
	FormSeat                  // by a place that stands for its government: "Doha"
	FormNoun                  // a title or role, one: "spokesman"
	FormNouns                 // a title or role, many: "rebels"
)

// A Sense is one thing that a run of words may name. One of its pointers is set.
type Sense struct {
	Form      Form
	Ambiguous bool // to be read only where the report supports it
	Country   *Country
	Part      *Part
	Body      *Body
	People    *People
	Noun      *Noun
}

// entry is a sense with the capitals that a text must have.
type entry struct {
	Sense
	capitals []capitals
}

// edge is a step from one node of the tree of atoms to the next.
type edge struct{ node, atom int32 }

// lexicon holds every name of the tables as a path of atoms.
type lexicon struct {
	atoms   map[string]int32 // from 1
	edges   map[edge]int32
	entries [][]entry // by node
}

var theLexicon = sync.OnceValue(buildLexicon)

func buildLexicon() *lexicon {
	x := &lexicon{atoms: make(map[string]int32, 1<<13), edges: make(map[edge]int32, 1<<14), entries: make([][]entry, 1, 1<<14)}
	countries, parts, bodies, peoples, nouns := Countries(), Parts(), Bodies(), Peoples(), Nouns()
	for i := range countries {
		x.addCountry(&countries[i])
	}
	for i := range parts {
		p := &parts[i]
		x.add(Name{Text: p.Name}, Sense{Form: FormName, Part: p})
		x.addAll(p.Aliases, Sense{Form: FormName, Part: p})
		x.addAll(p.Adjectives, Sense{Form: FormAdjective, Part: p})
		x.addAll(p.Seats, Sense{Form: FormSeat, Part: p})
	}
	for i := range bodies {
		b := &bodies[i]
		x.addAll(b.Aliases, Sense{Form: FormName, Body: b})
	}
	for i := range peoples {
		p := &peoples[i]
		x.add(Name{Text: p.Name}, Sense{Form: FormPlural, People: p})
		x.addAll(p.Aliases, Sense{Form: FormPlural, People: p})
		x.addAll(p.Adjectives, Sense{Form: FormAdjective, People: p})
	}
	for i := range nouns {
		n := &nouns[i]
		x.add(Name{Text: n.Singular}, Sense{Form: FormNoun, Noun: n})
		if n.Plural != n.Singular {
			x.add(Name{Text: n.Plural}, Sense{Form: FormNouns, Noun: n})
		}
	}
	return x
}

func (x *lexicon) addCountry(c *Country) {
	x.add(Name{Text: c.Name}, Sense{Form: FormName, Country: c})
	x.addAll(c.Aliases, Sense{Form: FormName, Country: c})
	x.addAll(c.Adjectives, Sense{Form: FormAdjective, Country: c})
	x.addAll(c.Seats, Sense{Form: FormSeat, Country: c})
	x.addAll(c.Demonyms, Sense{Form: FormDemonym, Country: c})
	for _, d := range c.People() {
		x.add(Name{Text: PluralDemonym(d.Text), Ambiguous: d.Ambiguous}, Sense{Form: FormPlural, Country: c})
	}
}

func (x *lexicon) addAll(names []Name, s Sense) {
	for _, n := range names {
		x.add(n, s)
	}
}

func (x *lexicon) add(n Name, s Sense) {
	s.Ambiguous = n.Ambiguous
	path := atoms(n.Text)
	node := int32(0)
	e := entry{Sense: s, capitals: make([]capitals, len(path))}
	for i, a := range path {
		id, known := x.atoms[a.text]
		if !known {
			id = int32(len(x.atoms)) + 1
			x.atoms[a.text] = id
		}
		next, known := x.edges[edge{node, id}]
		if !known {
			next = int32(len(x.entries))
			x.edges[edge{node, id}] = next
			x.entries = append(x.entries, nil)
		}
		node = next
		e.capitals[i] = a.capitals
	}
	same := func(f entry) bool { return f.Sense == e.Sense && slices.Equal(f.capitals, e.capitals) }
	if node != 0 && !slices.ContainsFunc(x.entries[node], same) {
		x.entries[node] = append(x.entries[node], e)
	}
}
