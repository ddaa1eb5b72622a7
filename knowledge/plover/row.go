package plover

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed verbs.tsv
var verbsTSV string

//go:embed nouns.tsv
var nounsTSV string

// A Row is one line of verbs.tsv or nouns.tsv.
type Row struct {
	Pattern
	Type    string   // PLOVER type, or NoEvent
	Mode    string   // "" where none is plain
	Alone   bool     // nouns: it tells of an event even with nobody named
	Lasting bool     // it is a state of affairs that goes on unless the text says that it ended
	Outcome bool     // it tells what came of another act, "killing five", and is of that act where the report tells of one
	Refusal bool     // of a negated verb: it refuses only where it speaks of what is to come, "will not withdraw"
	Broker  bool     // it tells of one who brings others together: "talks hosted by Arden" is no meeting with Arden
	Example string   // a sentence
	Events  []string // what it tells, as Event.String prints it
	Never   string   // a sentence like it that tells of no event; "" where there is none
	Source  string   // where the row is from: section of the manual, CAMEO code, "own"
}

// NoEvent is the type of rows that say that their words tell of no event: "met
// the deadline", "a press release".
const NoEvent = "none"

// Verbs are the rows of verbs.tsv.
var Verbs = sync.OnceValue(func() []Row {
	cells := table.Rows("plover/verbs.tsv", verbsTSV, "pattern", "type", "mode", "kind", "example", "events", "never", "source")
	out := make([]Row, len(cells))
	for i, r := range cells {
		p, err := parseVerb(r[0])
		if err != nil {
			panic("knowledge/plover/verbs.tsv: " + err.Error())
		}
		out[i] = row(p, r)
	}
	return out
})

// Nouns are the rows of nouns.tsv.
var Nouns = sync.OnceValue(func() []Row {
	cells := table.Rows("plover/nouns.tsv", nounsTSV, "pattern", "type", "mode", "kind", "example", "events", "never", "source")
	out := make([]Row, len(cells))
	for i, r := range cells {
		p, err := parseNoun(r[0])
		if err != nil {
			panic("knowledge/plover/nouns.tsv: " + err.Error())
		}
		out[i] = row(p, r)
	}
	return out
})

// row is the row of a pattern and the cells of its line.
func row(p Pattern, cells []string) Row {
	kind := strings.Fields(cells[3])
	return Row{
		Pattern: p, Type: cells[1], Mode: cells[2],
		Alone: slices.Contains(kind, "alone"), Lasting: slices.Contains(kind, "lasting"), Outcome: slices.Contains(kind, "outcome"),
		Refusal: slices.Contains(kind, "refusal"), Broker: slices.Contains(kind, "broker"),
		Example: cells[4], Events: events(cells[5]), Never: cells[6], Source: cells[7],
	}
}

// events splits a cell of printed events at ";".
func events(cell string) []string {
	if cell == "" {
		return nil
	}
	out := strings.Split(cell, ";")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

var verbsOf = sync.OnceValue(func() map[string][]*Row { return byWord(Verbs()) })
var nounsOf = sync.OnceValue(func() map[string][]*Row { return byWord(Nouns()) })

func byWord(rows []Row) map[string][]*Row {
	out := make(map[string][]*Row, len(rows))
	for i := range rows {
		out[rows[i].Word] = append(out[rows[i].Word], &rows[i])
	}
	return out
}

// VerbsOf are the rows whose head is the verb or predicate lemma, in the order
// of the table.
func VerbsOf(lemma string) []*Row { return verbsOf()[lemma] }

// NounsOf are the rows whose head is the noun lemma, in the order of the table.
func NounsOf(lemma string) []*Row { return nounsOf()[lemma] }
