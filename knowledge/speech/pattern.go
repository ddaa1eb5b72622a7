package speech

import (
	"fmt"
	"slices"
	"strings"
)

// A Match is a place where words tell something of how a statement was made:
// words [First, End).
type Match struct {
	What       string
	First, End int
}

// A pattern is words in their order, each with those that may stand before it.
type pattern struct {
	what  string
	slots []slot
}

// A slot is the words one of which must stand at a place of a pattern.
type slot struct {
	words []string
	gap   gap // what may stand before it
}

// gap is what may stand between two words of a pattern.
type gap uint8

const (
	nothing gap = iota
	phrase      // "_": up to four words of the same noun phrase
	stretch     // "..": up to five words
)

// reach is how far on a word may stand after each gap.
var reach = [...]int{nothing: 1, phrase: 5, stretch: 6}

// matcher finds the patterns of a table by their first words.
type matcher struct {
	patterns []pattern
	byFirst  map[string][]int // indices in patterns, ascending
}

// find is the match in words of the pattern that stands first in the table among
// those that accept lets through; of several of its places the first.
func (m *matcher) find(words []string, accept func(Match) bool) (Match, bool) {
	best, at := len(m.patterns), Match{}
	for i, w := range words {
		for _, k := range m.byFirst[w] {
			if k >= best {
				break
			}
			n := m.patterns[k].length(words[i:])
			if found := (Match{m.patterns[k].what, i, i + n}); n > 0 && (accept == nil || accept(found)) {
				best, at = k, found
				break
			}
		}
	}
	return at, best < len(m.patterns)
}

// length is how many of words the pattern takes that they begin with, 0 where
// they do not begin with it.
func (p *pattern) length(words []string) int {
	at := 0
	for _, s := range p.slots {
		k := s.in(words, at)
		if k < 0 {
			return 0
		}
		at = k + 1
	}
	return at
}

// in is the place of the slot's word at or after at, or -1.
func (s *slot) in(words []string, at int) int {
	for k := at; k < min(at+reach[s.gap], len(words)); k++ {
		switch {
		case slices.Contains(s.words, words[k]):
			return k
		case s.gap == phrase && leaves[words[k]]:
			return -1
		}
	}
	return -1
}

// leaves are the words that lead out of a noun phrase, and the marks that end
// it; "" is where the words of another begin.
var leaves = map[string]bool{
	"": true, ",": true, ";": true, ":": true, ".": true, "(": true, ")": true, "—": true, "–": true, "“": true, "”": true, "\"": true,
	"about": true, "after": true, "against": true, "ahead": true, "and": true, "as": true, "at": true, "before": true, "but": true, "by": true,
	"during": true, "following": true, "for": true, "from": true, "in": true, "into": true, "of": true, "on": true, "or": true, "outside": true,
	"over": true, "since": true, "that": true, "through": true, "to": true, "until": true, "who": true, "with": true, "without": true,
}

// newMatcher reads the rows of a table, each the words and what they tell.
func newMatcher(name string, rows [][2]string) (*matcher, error) {
	m := &matcher{byFirst: map[string][]int{}}
	for k, row := range rows {
		p := pattern{what: row[1]}
		g := nothing
		for _, w := range strings.Fields(row[0]) {
			switch w {
			case "..":
				g = stretch
			case "_":
				g = phrase
			default:
				p.slots = append(p.slots, slot{strings.Split(w, "|"), g})
				g = nothing
			}
		}
		if g != nothing || len(p.slots) == 0 || p.slots[0].gap != nothing {
			return nil, fmt.Errorf("knowledge/speech/%s: %q begins or ends with a gap, where a word is wanted", name, row[0])
		}
		for _, w := range p.slots[0].words {
			m.byFirst[w] = append(m.byFirst[w], k)
		}
		m.patterns = append(m.patterns, p)
	}
	return m, nil
}
