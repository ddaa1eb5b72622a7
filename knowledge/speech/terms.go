package speech

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed terms.tsv
var terms string

// What Terms calls the terms of a statement.
const (
	Anonymous  = "anonymous"  // the speaker may not be named
	OnRecord   = "on"         // on the record
	OffRecord  = "off"        // off the record
	Background = "background" // to be used, but not under the speaker's name
)

var anonymity, record = sync.OnceValue(func() *matcher { return termsMatcher(true) }), sync.OnceValue(func() *matcher { return termsMatcher(false) })

// termsMatcher has the rows that tell of anonymity, or the others.
func termsMatcher(anonymous bool) *matcher {
	rows, err := readTerms(terms)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	rows = slices.DeleteFunc(rows, func(r [2]string) bool { return (r[1] == Anonymous) != anonymous })
	m, err := newMatcher("terms.tsv", rows)
	if err != nil {
		panic(err)
	}
	return m
}

// NotNamed is where words, in lower case, say that one who speaks may not be
// named, at a place that accept lets through; nil lets through all.
func NotNamed(words []string, accept func(Match) bool) (Match, bool) {
	return anonymity().find(words, accept)
}

// Record is where words, in lower case, say that something is said on the
// record, off it or on background.
func Record(words []string) (Match, bool) { return record().find(words, nil) }

func readTerms(text string) ([][2]string, error) {
	var out [][2]string
	for _, cells := range table.Rows("speech/terms.tsv", text, "words", "terms", "example") {
		switch cells[1] {
		case Anonymous, OnRecord, OffRecord, Background:
		default:
			return nil, fmt.Errorf("knowledge/speech/terms.tsv: unknown terms in %q; the head of the file lists them", cells)
		}
		if cells[0] == "" || cells[2] == "" {
			return nil, fmt.Errorf("knowledge/speech/terms.tsv: %q wants words and an example", cells)
		}
		out = append(out, [2]string{cells[0], cells[1]})
	}
	return out, nil
}
