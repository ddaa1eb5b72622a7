package sentence

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge/boilerplate"
	"rapporteur/language/lexis"
	"rapporteur/language/token"
)

// A phrase is a row of knowledge/boilerplate as it is compared with words.
type phrase struct {
	parts []part
	where string
	max   int
	more  int
	opens bool // has a mark after which the next sentence may still be its own: "Read more:"
	small bool // its words must be in small letters: it begins with a name, and headlines have capitals everywhere
}

// A part of a phrase is a word, one of several words, or a class of words.
type part struct {
	kind    uint8
	words   []uint64 // lexis.Word.Lower
	letters int      // bytes of the first of them
}

// The kinds of part.
const (
	partWord = iota
	partAny  // any words, or none
	partName
	partNames
	partStamp
	partShare
	partNumber
	partHandle
	partAddress
	partMark
)

var partKinds = map[string]uint8{
	"..": partAny, "<name>": partName, "<names>": partNames, "<stamp>": partStamp, "<share>": partShare,
	"<number>": partNumber, "<handle>": partHandle, "<address>": partAddress, "<mark>": partMark,
}

// phraseBook is the phrases by the word that gives them away: their first where
// that is one, else their longest.
type phraseBook struct {
	first    map[uint64][]*phrase
	within   map[uint64][]*phrase
	always   []*phrase // those that name no word
	brackets []*phrase
	longest  int
	classes  [partMark + 1]map[uint64]bool
}

var book = sync.OnceValue(func() *phraseBook {
	b := &phraseBook{first: map[uint64][]*phrase{}, within: map[uint64][]*phrase{}}
	for class, kind := range map[string]uint8{"names": partNames, "stamp": partStamp, "share": partShare} {
		b.classes[kind] = map[uint64]bool{}
		for _, w := range boilerplate.Classes()[class] {
			b.classes[kind][lexis.Lower(w)] = true
		}
	}
	for _, row := range boilerplate.Phrases() {
		p, err := compile(row)
		if err != nil {
			panic(err) // a fault of the build, which the test of this package finds
		}
		b.add(p)
	}
	return b
})

// add puts p where it is looked for.
func (b *phraseBook) add(p *phrase) {
	if p.where == boilerplate.Bracket {
		b.brackets = append(b.brackets, p)
		return
	}
	b.longest = max(b.longest, p.max)
	index, key := b.first, p.parts[0]
	if key.kind != partWord {
		index = b.within
		for _, one := range p.parts {
			if one.kind == partWord && (key.kind != partWord || one.letters > key.letters) {
				key = one
			}
		}
	}
	if key.kind != partWord {
		b.always = append(b.always, p)
		return
	}
	for _, w := range key.words {
		index[w] = append(index[w], p)
	}
}

func compile(row boilerplate.Phrase) (*phrase, error) {
	p := &phrase{where: row.Where, max: row.Max, more: row.More}
	for _, w := range row.Words {
		if kind, ok := partKinds[w]; ok {
			p.parts = append(p.parts, part{kind: kind})
			continue
		}
		if strings.HasPrefix(w, "<") && len(w) > 1 {
			return nil, fmt.Errorf("knowledge/boilerplate/phrases.tsv: %q in %q is no class", w, row.Words)
		}
		choices := strings.Split(w, "|")
		if len(choices) == 1 {
			for _, t := range tokens(w) {
				p.parts = append(p.parts, part{words: []uint64{lexis.Lower(t)}, letters: len(t)})
			}
			continue
		}
		one := part{letters: len(choices[0])}
		for _, choice := range choices {
			if len(tokens(choice)) != 1 {
				return nil, fmt.Errorf("knowledge/boilerplate/phrases.tsv: %q in %q is not one word; give it a row of its own", choice, row.Words)
			}
			one.words = append(one.words, lexis.Lower(choice))
		}
		p.parts = append(p.parts, one)
	}
	p.opens = slices.ContainsFunc(p.parts, func(one part) bool { return one.kind == partMark })
	p.small = p.parts[0].kind == partNames && p.where == boilerplate.Sentence
	return p, nil
}

// tokens are the words of s as they are cut in a text.
func tokens(s string) []string {
	var out []string
	for _, t := range token.Split(nil, s, rapporteur.Span{End: len(s)}) {
		out = append(out, s[t.Span.Start:t.Span.End])
	}
	return out
}
