// Package lemma gives a word its dictionary form by rules learnt from a
// treebank: for each Penn tag, the longest known ending of the word says what to
// cut off and what to put in its place. The rules are a readable table, sorted,
// one a line, that anybody can check or correct.
package lemma

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Rule cuts Cut bytes off the end of a word and appends Add.
type Rule struct {
	Cut int
	Add string
}

// Lemmatiser holds the rules by tag and ending. An ending that begins with ^ is
// a whole word.
type Lemmatiser struct {
	rules   map[key]Rule
	longest int // bytes of the longest ending that is not a whole word
}

type key struct{ tag, ending string }

// Load reads the table: tag, ending, bytes to cut, text to add, parted by tabs;
// lines that begin with # say what it is.
func Load(table string) (*Lemmatiser, error) {
	l := &Lemmatiser{rules: make(map[key]Rule, strings.Count(table, "\n"))}
	n := 0
	for line := range strings.Lines(table) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		tag, rest, _ := strings.Cut(line, "\t")
		ending, rest, _ := strings.Cut(rest, "\t")
		cut, add, ok := strings.Cut(rest, "\t")
		number, err := strconv.Atoi(cut)
		if !ok || err != nil || number < 0 {
			return nil, fmt.Errorf("line %d: %q is not tag, ending, number and text", n, line)
		}
		l.Put(tag, ending, Rule{number, add})
	}
	return l, nil
}

// Put adds a rule.
func (l *Lemmatiser) Put(tag, ending string, r Rule) {
	if l.rules == nil {
		l.rules = map[key]Rule{}
	}
	l.rules[key{tag, ending}] = r
	if !strings.HasPrefix(ending, "^") {
		l.longest = max(l.longest, len(ending))
	}
}

// Lemma is the dictionary form of word with the given Penn tag. Names keep
// their capitals, and so do abbreviations written in them; other words lose
// theirs.
func (l *Lemmatiser) Lemma(word, tag string) string {
	form := Plain(word, tag)
	r, ok := l.rules[key{tag, "^" + form}]
	for n := min(l.longest, len(form)); !ok && n >= 0; n-- {
		r, ok = l.rules[key{tag, form[len(form)-n:]}]
	}
	if !ok || r.Cut > len(form) || r.Cut == len(form) && r.Add == "" {
		return form
	}
	if r.Cut == 0 && r.Add == "" {
		return form
	}
	kept := len(form) - r.Cut
	if kept < len(form) && !utf8.RuneStart(form[kept]) {
		return form // the rule was learnt on words of other letters
	}
	return form[:kept] + r.Add
}

// Plain is the word as the rules see it: in lower case unless it is a name or
// an abbreviation in capitals, its apostrophe a plain one.
func Plain(word, tag string) string {
	word = strings.ReplaceAll(word, "’", "'")
	if strings.HasPrefix(tag, "NNP") || tag == "NN" && isAbbreviation(word) {
		return word
	}
	return strings.ToLower(word)
}

// isAbbreviation tells "GDP" and "TV" from a headline's "TRUCE": only short
// words are abbreviations.
func isAbbreviation(word string) bool {
	if len(word) < 2 || len(word) > 4 {
		return false
	}
	for _, r := range word {
		if r >= utf8.RuneSelf || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
