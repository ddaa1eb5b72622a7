// Package extract finds what a Document says: its finders, each in a package of
// its own, read the trees and the names and return values; they never write.
package extract

import (
	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/event"
	"rapporteur/extract/figure"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
)

// Find runs the finders in the order in which they need each other. What a
// finder needs is in its signature.
func Find(d *rapporteur.Document) *rapporteur.Findings {
	t := grammar.New(d)
	dates := date.Find(t)
	places := place.Find(t)
	cast := actor.Find(t)
	statements := statement.Find(t, cast)
	return &rapporteur.Findings{
		Actors:     cast.Actors,
		Statements: statements,
		Events:     event.Find(t, cast, statements, dates, places),
		Figures:    figure.Find(t, cast, statements, dates, places),
		Dates:      dates,
		Places:     places,
		Notes:      date.Notes(t, dates),
	}
}
