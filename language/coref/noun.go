package coref

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/knowledge"
)

//go:embed nouns.tsv
var nounsTable string

// A nounEntry is what is known of a common noun.
type nounEntry struct {
	class  class
	gender gender
}

var nounClasses = map[string]class{
	"person": person, "people": people, "body": body, "country": place | body, "place": place,
}

var nounGenders = map[string]gender{"": unknownGender, "m": male, "f": female}

var nouns = sync.OnceValue(func() map[string]nounEntry { return must(readNouns(nounsTable)) })

func readNouns(text string) (map[string]nounEntry, error) {
	out := make(map[string]nounEntry, 1024)
	err := readTable("nouns.tsv", text, func(columns []string) error {
		c, okClass := nounClasses[columns[1]]
		g, okGender := nounGenders[columns[2]]
		_, twice := out[columns[0]]
		if !okClass || !okGender || twice || columns[0] != strings.ToLower(columns[0]) {
			return fmt.Errorf("%q: want a noun not listed before, a class and perhaps m or f", columns)
		}
		out[columns[0]] = nounEntry{c, g}
		return nil
	})
	addKnown(out)
	return out, err
}

// addKnown adds the titles and roles of the knowledge of actors that the table
// does not have.
func addKnown(table map[string]nounEntry) {
	for _, n := range knowledge.Nouns() {
		if _, listed := table[n.Singular]; listed || strings.Contains(n.Singular, " ") {
			continue
		}
		c := person
		switch n.Class {
		case "body", "delegation", "side", "group", "outlet":
			c = body
		case "force":
			c = people | body
		}
		table[n.Singular] = nounEntry{class: c}
	}
}

// describe fills in what the words of a description tell of it.
func (f *finder) describe(m *mention) {
	lemma := f.lemma(m.head)
	entry, known := nouns()[lemma]
	m.class, m.gender = entry.class, entry.gender
	switch {
	case known:
	case m.kind == named:
	case strings.HasSuffix(lemma, "man"), strings.HasSuffix(lemma, "woman"), strings.HasSuffix(lemma, "ist"):
		m.class = person
	default:
		m.class = thing
	}
	m.number = singular
	switch f.d.Tokens[m.head].XPOS {
	case "NNS", "NNPS":
		m.number = plural
	}
	if m.class == people {
		m.number = unknownNumber
	}
	f.determine(m)
}

// determine reads the determiner.
func (f *finder) determine(m *mention) {
	if m.kind == named {
		m.form = definite
	}
	for _, c := range f.children(m.head) {
		if c > m.head {
			break
		}
		switch f.rels[c] {
		case relPossessor:
			m.form = possessed
			return
		case relDeterminer:
			switch f.lower(c) {
			case "the":
				m.form = definite
			case "both":
				if f.child(m.head, relConjunct) != none {
					continue // "both rebels and civilians"
				}
				m.form = definite
			case "this", "that", "these", "those":
				m.form = demonstrative
			case "a", "an", "another":
				m.form = indefinite
			default:
				m.form = quantified
			}
			return
		case relNumber:
			m.form = indefinite
		}
	}
}

// nounClass is the class of what token i heads.
func (f *finder) nounClass(i int32) class {
	if m := f.byHead[i]; m != none {
		return f.mentions[m].class
	}
	return 0
}
