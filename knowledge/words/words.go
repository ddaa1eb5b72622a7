// Package words knows how English is written: the abbreviations that end in a
// stop without ending a sentence, the prefixes that keep their hyphen, the
// contractions that are two words in one, the forms that can only be verbs.
package words

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed abbreviations.txt
var abbreviations string

//go:embed titles.txt
var titles string

//go:embed prefixes.txt
var prefixes string

//go:embed contractions.tsv
var contractions string

// Abbreviations are the abbreviations without their final stop, lower-cased:
// "mr", "gen", "a.m".
var Abbreviations = sync.OnceValue(func() map[string]bool { return set(abbreviations) })

// Titles are the abbreviations, without their final stop and lower-cased, that
// stand before a name and so never end a sentence: "mr", "gen".
var Titles = sync.OnceValue(func() map[string]bool { return set(titles) })

// Prefixes are the prefixes that stay one word with what follows their hyphen:
// "anti" in "anti-tank", lower-cased.
var Prefixes = sync.OnceValue(func() map[string]bool { return set(prefixes) })

//go:embed verbs.txt
var verbs string

// Verbs are third persons in -s that are no nouns, lower-cased: "insists".
var Verbs = sync.OnceValue(func() map[string]bool { return set(verbs) })

// Contractions gives for a contraction without an apostrophe the length in
// bytes of its first word: 3 for "cannot", "can" + "not".
var Contractions = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, line := range lines(contractions) {
		first, second, _ := strings.Cut(line, "\t")
		out[first+second] = len(first)
	}
	return out
})

func set(text string) map[string]bool {
	out := map[string]bool{}
	for _, line := range lines(text) {
		out[line] = true
	}
	return out
}

// lines are those that say something: no comment, not blank.
func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}
