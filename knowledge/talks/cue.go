package talks

import (
	"fmt"
	"strings"
)

// A Cue is a row of one of the tables of cues: words that must follow each
// other in a sentence, and what they show.
//
// Words are lemmas or forms in small letters. "a|b" are alternatives, "(a)" may
// be missing, "a/v" must be a verb, "a/n" a noun, "a/a" an adjective or a
// participle; "<deal>" is a noun of that class of nouns.tsv. ".." stands for up
// to four words, "..." for up to sixteen, none of which opens another clause. "_"
// binds the words of an alternative ("at_odds|divided"). A hyphen between words
// of the text does not count. "," and ":" are themselves.
type Cue struct {
	Table    Table
	Text     string
	Elements []Element
	Label    string  // stance, stage or answer; what contents.tsv says of the terms
	Role     string  // who is meant, or which words: the third column
	Extra    string  // the fourth column of stances (issue), stages (ahead), awaited (span)
	Weight   float64 // 1 where the table has none
	Example  string
}

// A Table is one of the tables of cues.
type Table uint8

// The tables of cues.
const (
	Stance Table = iota
	Stage
	Answer
	Awaited
	Sticking
	Mediation
	Content
	tables = iota
)

// An Element of a Cue is a gap, or one word in its alternatives.
type Element struct {
	Gap      int        // words that may stand there; 0 for a word
	Optional bool       // the word may be missing
	Classes  Class      // classes of nouns it may be
	Words    [][]string // alternatives, each of one or more words
	POS      byte       // 'v', 'n', 'a'; 0 for any
}

// parseCue reads the notation of a cue.
func parseCue(text string) ([]Element, error) {
	var out []Element
	for _, field := range strings.Fields(text) {
		switch field {
		case "..":
			out = append(out, Element{Gap: 4})
			continue
		case "...":
			out = append(out, Element{Gap: 16})
			continue
		}
		var e Element
		if inner, ok := strings.CutPrefix(field, "("); ok {
			e.Optional = true
			field = strings.TrimSuffix(inner, ")")
		}
		if base, tag, ok := strings.Cut(field, "/"); ok {
			if len(tag) != 1 || !strings.Contains("vna", tag) {
				return nil, fmt.Errorf("cue %q: %q is no part of speech; write v, n or a", text, tag)
			}
			field, e.POS = base, tag[0]
		}
		for _, word := range strings.Split(field, "|") {
			if name, ok := strings.CutPrefix(word, "<"); ok {
				c := ClassOf(strings.TrimSuffix(name, ">"))
				if c == 0 {
					return nil, fmt.Errorf("cue %q: no class %q in nouns.tsv", text, word)
				}
				e.Classes |= c
				continue
			}
			words := split(word)
			if len(words) == 0 {
				return nil, fmt.Errorf("cue %q: an alternative is empty", text)
			}
			e.Words = append(e.Words, words)
			if strings.Contains(word, "-") && !strings.Contains(word, "_") {
				e.Words = append(e.Words, []string{word}) // a text may hold it as one word
			}
		}
		out = append(out, e)
	}
	if len(out) == 0 || out[0].Gap > 0 || out[0].Optional || out[len(out)-1].Gap > 0 {
		return nil, fmt.Errorf("cue %q: must begin with a word and not end with a gap", text)
	}
	return out, nil
}
