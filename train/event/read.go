package main

import (
	"os"

	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/event"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
	"rapporteur/language"
)

// readAll finds the heads of all reports with the quick reader.
func readAll(reports []*report, models string) error {
	reader, err := language.New(os.DirFS(models), language.Quick)
	if err != nil {
		return err
	}
	for _, r := range reports {
		t := grammar.New(reader.Read(r.article))
		dates, places, cast := date.Find(t), place.Find(t), actor.Find(t)
		r.tree = t
		r.heads = event.Heads(t, cast, statement.Dated(t, statement.Find(t, cast), dates), dates, places)
	}
	return nil
}
