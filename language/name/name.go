// Package name finds named entities: a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001) over hashed features labels every token
// as beginning, inside, end or single of one of nine classes, or outside. Each
// document is read twice: the second time a word knows what it was taken for
// elsewhere in the document (Krishnan and Manning 2006).
package name

import (
	"errors"
	"slices"
	"strings"

	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

// A Word is what the recogniser knows of a word before it begins.
type Word struct {
	*lexis.Word
	Tag  uint8  // the tagger's pair of tags
	List uint16 // bits of the lists of names that the word is part of
}

// A Namer is a fitted model.
type Namer struct {
	labels []label
	first  *field
	second *field
}

// label is one of the classes of the tables.
type label struct {
	part byte // B, I, E, S or O
	kind string
}

// Load reads a recogniser: the model of the first reading, then the table of
// the second.
func Load(b []byte) (*Namer, error) {
	first, rest, err := linear.LoadModel(b)
	if err != nil {
		return nil, err
	}
	second, _, err := linear.Load(rest)
	if err != nil {
		return nil, err
	}
	return New(first.Labels, first.Table, second)
}

// New puts a recogniser together. Labels are "O" and "B-Person" …; the first
// is "O".
func New(labels []string, first, second *linear.Table) (*Namer, error) {
	n := &Namer{}
	for _, l := range labels {
		part, kind, _ := strings.Cut(l, "-")
		if len(part) != 1 || !strings.Contains("BIESO", part) || (part == "O") != (kind == "") {
			return nil, errors.New("name: " + l + " is not a label")
		}
		n.labels = append(n.labels, label{part[0], kind})
	}
	legal, err := Legal(labels)
	if err != nil {
		return nil, err
	}
	n.first, n.second = newField(first, legal), newField(second, legal)
	return n, nil
}

// Append writes the recogniser to b in the form that Load reads.
func (n *Namer) Append(b []byte) []byte {
	first := linear.Model{Table: n.first.table}
	for _, l := range n.labels {
		if l.kind == "" {
			first.Labels = append(first.Labels, "O")
			continue
		}
		first.Labels = append(first.Labels, string(l.part)+"-"+l.kind)
	}
	return n.second.table.Append(first.Append(b))
}

// Legal says for each label which labels may stand before it; the last row is
// for the end of the sentence, the last column for its beginning.
func Legal(labels []string) ([][]bool, error) {
	if len(labels) == 0 || labels[0] != "O" {
		return nil, errors.New("name: the first label must be O")
	}
	all := append(slices.Clone(labels), "O") // outside the sentence everything is O
	out := make([][]bool, len(all))
	for to := range out {
		out[to] = make([]bool, len(all))
		for from := range out[to] {
			out[to][from] = follows(all[from], all[to])
		}
	}
	return out, nil
}

func follows(a, b string) bool {
	open := a[0] == 'B' || a[0] == 'I'
	goesOn := b[0] == 'I' || b[0] == 'E'
	if open != goesOn {
		return false
	}
	return !open || a[1:] == b[1:]
}

// Part is what stands before the class in the label of word i of a span of n, in
// the BIOES scheme.
func Part(i, n int) string {
	switch {
	case n == 1:
		return "S-"
	case i == 0:
		return "B-"
	case i == n-1:
		return "E-"
	}
	return "I-"
}

// An Entity is a named entity in tokens [First, End) of the document.
type Entity struct {
	First, End int
	Kind       string
}

// Find finds the named entities of a document given as its sentences.
func (n *Namer) Find(sentences [][]Word) []Entity {
	once := n.read(n.first, sentences, nil)
	memory := Remember(sentences, once)
	return n.read(n.second, sentences, memory)
}

// First is the first of the two readings, for the one who fits the second.
func (n *Namer) First(sentences [][]Word) []Entity { return n.read(n.first, sentences, nil) }

func (n *Namer) read(f *field, sentences [][]Word, memory *Memory) []Entity {
	var out []Entity
	var v viterbi
	at := 0
	for _, words := range sentences {
		path := v.best(f, words, at, memory)
		start := 0
		for i, l := range path {
			switch n.labels[l].part {
			case 'B':
				start = i
			case 'E':
				out = append(out, Entity{at + start, at + i + 1, n.labels[l].kind})
			case 'S':
				out = append(out, Entity{at + i, at + i + 1, n.labels[l].kind})
			}
		}
		at += len(words)
	}
	return out
}
