package event

import (
	"flag"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/extract/place"
	"rapporteur/extract/statement"
	"rapporteur/fixture/treebank"
	"rapporteur/language"
)

var update = flag.Bool("update", false, "parse the sentences of the tests again")

// day is the Saturday on which all reports of these tests appear.
var day = time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC)

var parses = &treebank.File{Path: "testdata/parses.conllu.gz", Day: day, Anew: update, Hint: "go test ./extract/event -run Kept -update"}

// carefulParses are those of texts that the two readers parse differently, and of
// those that both must read right.
var carefulParses = &treebank.File{Path: "testdata/careful/parses.conllu.gz", Reader: language.Careful, Day: day, Anew: update, Hint: "go test ./extract/event -run Kept -update"}

func parsed(t testing.TB, texts []string) []*rapporteur.Document {
	t.Helper()
	return parses.Documents(t, texts)
}

func TestParsesAreKept(t *testing.T) {
	parses.Check(t, slices.Concat(lexiconTexts(), corpusTexts(t, quickCorpora, truceCorpora, alarms)))
}

func TestCarefulParsesAreKept(t *testing.T) {
	carefulParses.Check(t, corpusTexts(t, carefulCorpora, truceCorpora, alarms))
}

// readOn runs the finders that events need, and Find.
func readOn(d *rapporteur.Document) *rapporteur.Findings {
	t := grammar.New(d)
	cast := actor.Find(t)
	f := &rapporteur.Findings{Actors: cast.Actors, Dates: date.Find(t), Places: place.Find(t)}
	f.Statements = statement.Dated(t, statement.Find(t, cast), f.Dates)
	f.Events = Find(t, cast, f.Statements, f.Dates, f.Places)
	return f
}

// printed are the events of d as they print.
func printed(d *rapporteur.Document) []string {
	var out []string
	for _, e := range readOn(d).Events {
		out = append(out, e.String())
	}
	return out
}
