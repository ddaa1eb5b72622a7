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
	"rapporteur/extract/talks"
)

// Find runs the finders in the order in which they need each other. What a
// finder needs is in its signature.
func Find(d *rapporteur.Document) *rapporteur.Findings {
	t := grammar.New(d)
	dates := date.Find(t)
	places := place.Find(t)
	cast := actor.Find(t)
	statements := statement.Dated(t, statement.Find(t, cast), dates)
	events := event.Find(t, cast, statements, dates, places)
	negotiations := talks.Find(t, cast, statements, events, dates, places)
	event.Seat(t, cast, events, negotiations)
	return &rapporteur.Findings{
		Actors:     cast.Actors,
		Statements: statements,
		Events:     events,
		Figures:    figure.Find(t, cast, statements, dates, places),
		Dates:      dates,
		Places:     places,
		Talks:      negotiations,
		Notes:      date.Notes(t, dates),
	}
}
