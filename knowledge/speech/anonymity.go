package speech

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed anonymity.tsv
var anonymity string

// between is how many words ".." stands for at most.
const between = 5

// A slot is the words one of which must stand at a place of a pattern, and
// whether others may stand before it.
type slot struct {
	words []string
	loose bool
}

var patterns = sync.OnceValue(func() [][]slot {
	out, err := readPatterns(anonymity)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	return out
})

// Anonymous reports whether the words of a sentence, in lower case, say that one
// who speaks there may not be named.
func Anonymous(words []string) bool {
	for _, pattern := range patterns() {
		for i := range words {
			if matches(pattern, words[i:]) {
				return true
			}
		}
	}
	return false
}

// matches reports whether words begin with pattern.
func matches(pattern []slot, words []string) bool {
	at := 0
	for _, s := range pattern {
		reach := 1
		if s.loose {
			reach += between
		}
		stop := min(at+reach, len(words))
		if at >= stop {
			return false
		}
		k := slices.IndexFunc(words[at:stop], func(w string) bool { return slices.Contains(s.words, w) })
		if k < 0 {
			return false
		}
		at += k + 1
	}
	return true
}

func readPatterns(text string) ([][]slot, error) {
	var out [][]slot
	for _, cells := range table.Rows("speech/anonymity.tsv", text, "words", "example") {
		if cells[0] == "" || cells[1] == "" {
			return nil, fmt.Errorf("knowledge/speech/anonymity.tsv: %q wants words and an example", cells)
		}
		var pattern []slot
		loose := false
		for _, w := range strings.Fields(cells[0]) {
			if w == ".." {
				loose = true
				continue
			}
			pattern = append(pattern, slot{strings.Split(w, "|"), loose})
			loose = false
		}
		if loose || len(pattern) == 0 || pattern[0].loose {
			return nil, fmt.Errorf("knowledge/speech/anonymity.tsv: %q begins or ends with %q, where a word is wanted", cells[0], "..")
		}
		out = append(out, pattern)
	}
	return out, nil
}
