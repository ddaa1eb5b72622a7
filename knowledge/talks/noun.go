package talks

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed nouns.tsv
var nounsTSV string

//go:embed kinds.tsv
var kindsTSV string

// A Class is a set of classes of nouns.tsv.
type Class uint16

// The classes of nouns.tsv.
const (
	Talks Class = 1 << iota
	Deal
	Truce
	Proposal
	Dispute
	Side
	Mediator
	Body
	Crowd
	Vague
	classes = iota
)

var classNames = [classes]string{"talks", "deal", "truce", "proposal", "dispute", "side", "mediator", "body", "crowd", "vague"}

// ClassOf is the class of that name, 0 where there is none.
func ClassOf(name string) Class {
	if i := slices.Index(classNames[:], name); i >= 0 {
		return 1 << i
	}
	return 0
}

// classesOf are the classes of those names, parted by "|"; 0 where one is unknown.
func classesOf(names string) Class {
	var all Class
	for name := range strings.SplitSeq(names, "|") {
		c := ClassOf(name)
		if c == 0 {
			return 0
		}
		all |= c
	}
	return all
}

// A Phrase is words of a text that name something, and what it names.
type Phrase struct {
	Words []string // small letters: lemmas or forms; hyphens part words
	POS   byte     // 'v' or 'n' where only a verb or noun means it, else 0
	Row   int      // of Nouns or Kinds
}

// Phrases finds phrases by their first word, the longest first.
type Phrases map[string][]Phrase

func (x Phrases) add(text string, row int) {
	p := Phrase{Row: row}
	if text, tag, tagged := strings.Cut(text, "/"); tagged {
		p.POS, p.Words = tag[0], split(text)
	} else {
		p.Words = split(text)
	}
	x[p.Words[0]] = append(x[p.Words[0]], p)
	if text, _, _ = strings.Cut(text, "/"); strings.Contains(text, "-") && !strings.Contains(text, " ") {
		// A text may hold it as one word.
		p.Words = []string{text}
		x[text] = append(x[text], p)
	}
}

func (x Phrases) sort() {
	for _, list := range x {
		slices.SortStableFunc(list, func(a, b Phrase) int { return len(b.Words) - len(a.Words) })
	}
}

// split parts a phrase at blanks and hyphens.
func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
}

// A Noun is a row of nouns.tsv.
type Noun struct {
	Class   Class
	Words   []string
	Weight  float64
	Example string
}

// A Kind is a row of kinds.tsv.
type Kind struct {
	Kind    string
	First   int // the first row of that kind
	Words   []string
	Weight  float64
	Example string
}

// Nouns are the rows of nouns.tsv, and their phrases.
var Nouns = sync.OnceValues(func() ([]Noun, Phrases) {
	var out []Noun
	x := Phrases{}
	for i, r := range table.Rows("talks/nouns.tsv", nounsTSV, "class", "words", "weight", "example") {
		n := Noun{classesOf(r[0]), strings.Split(r[1], "|"), number("nouns.tsv", r[2]), r[3]}
		out = append(out, n)
		for _, w := range n.Words {
			x.add(w, i)
		}
	}
	x.sort()
	return out, x
})

// Kinds are the rows of kinds.tsv, and their phrases.
var Kinds = sync.OnceValues(func() ([]Kind, Phrases) {
	var out []Kind
	x := Phrases{}
	for i, r := range table.Rows("talks/kinds.tsv", kindsTSV, "kind", "weight", "words", "example") {
		k := Kind{r[0], i, strings.Split(r[2], "|"), number("kinds.tsv", r[1]), r[3]}
		if n := slices.IndexFunc(out, func(o Kind) bool { return o.Kind == k.Kind }); n >= 0 {
			k.First = n
		}
		out = append(out, k)
		for _, w := range k.Words {
			x.add(w, i)
		}
	}
	x.sort()
	return out, x
})
