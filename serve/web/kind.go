package web

import (
	"strings"
	"unicode/utf8"

	"rapporteur/record"
)

// A group of kinds that the reader of a report shows or hides together.
type kindGroup struct {
	Key, Name string
	Kinds     []record.Kind
	Shown     bool // unless asked otherwise
}

var kindGroups = []kindGroup{
	{"talks", "Talks", []record.Kind{record.KindTalks, record.KindProposal, record.KindTerm, record.KindAnswer, record.KindPosition, record.KindStickingPoint, record.KindAwaited}, true},
	{"statements", "Statements", []record.Kind{record.KindStatement}, true},
	{"events", "Events", []record.Kind{record.KindEvent}, true},
	{"figures", "Figures", []record.Kind{record.KindFigure}, true},
	{"actors", "Actors", []record.Kind{record.KindActor}, false},
	{"places", "Places", []record.Kind{record.KindPlace}, false},
	{"dates", "Dates", []record.Kind{record.KindDate}, false},
}

// groupOf is the key of the group of a kind.
func groupOf(kind record.Kind) string {
	for _, g := range kindGroups {
		for _, k := range g.Kinds {
			if k == kind {
				return g.Key
			}
		}
	}
	return ""
}

// plain is a code of the record as a person writes it: "under way" for "under-way".
func plain(code string) string { return strings.ReplaceAll(code, "-", " ") }

// capital is text with its first letter in upper case.
func capital(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:size]) + text[size:]
}
