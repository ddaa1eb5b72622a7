package talks

import (
	"flag"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/fixture/treebank"
	"rapporteur/language"
)

var reparse = flag.Bool("parse", false, "parse the texts of the tests again")

// day is the Saturday on which reports appear that say no other.
var day = time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC)

var parses = &treebank.File{Path: "testdata/parses.conllu.gz", Day: day, Anew: reparse, Hint: "go test ./extract/talks -run Kept -parse"}

// carefulParses are those of the careful reader, of the examples alone.
var carefulParses = &treebank.File{Path: "testdata/parses.careful.conllu.gz", Reader: language.Careful, Day: day, Anew: reparse, Hint: "go test ./extract/talks -run Kept -parse"}

func parsed(t testing.TB, texts []string) []*rapporteur.Document {
	t.Helper()
	return parses.Documents(t, texts)
}

func TestParsesAreKept(t *testing.T) {
	parses.Check(t, slices.Concat(exampleTexts(), storyTexts(t), standTexts()))
}

func TestCarefulParsesAreKept(t *testing.T) { carefulParses.Check(t, cueTexts()) }
