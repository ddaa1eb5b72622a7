// Package dates knows the words that dates are made of, the days that have a
// name, and the verbs that look ahead or back. It holds data alone: how dates
// are read is in extract/date.
package dates

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.tsv
var words string

//go:embed holidays.tsv
var holidays string

//go:embed verbs.tsv
var verbs string

// An Entry is one line of one of the tables.
type Entry struct {
	Form  string // word or phrase, lower-cased
	Class string // of words.tsv and verbs.tsv; "holiday"
	Value string // of words.tsv; the rule of holidays.tsv
}

// Words are the lines of words.tsv.
var Words = sync.OnceValue(func() []Entry { return read(words, "") })

// Holidays are the lines of holidays.tsv, all of class "holiday".
var Holidays = sync.OnceValue(func() []Entry { return read(holidays, "holiday") })

// Verbs are the lines of verbs.tsv.
var Verbs = sync.OnceValue(func() []Entry { return read(verbs, "") })

// read takes the first columns of a table: form, class and value, or form and
// value where all have one class.
func read(table, class string) []Entry {
	out := make([]Entry, 0, strings.Count(table, "\n"))
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		form, rest, _ := strings.Cut(line, "\t")
		second, rest, _ := strings.Cut(rest, "\t")
		third, _, _ := strings.Cut(rest, "\t")
		if class != "" {
			second, third = class, second
		}
		out = append(out, Entry{form, second, third})
	}
	return out
}
