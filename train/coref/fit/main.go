// Command fit makes the ranker of language/coref and its card. In the root of
// the module:
//
//	go run ./train/coref/fit -date 2026-11-22
//
// The same data and settings give the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"

	"rapporteur/train/coref"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data/syntax", "`folder` of the treebanks")
	out := flag.String("out", "language/coref", "`folder` for weights.tsv and weights.json")
	date := flag.String("date", "", "`date` for the card")
	flag.Parse()
	if *date == "" {
		log.Fatal("fitting coreference: the card needs a date; give it with -date")
	}
	weights, card, err := coref.Make(*data, *date, coref.Defaults)
	if err != nil {
		log.Fatalf("fitting coreference: %v", err)
	}
	b, err := json.MarshalIndent(card, "", "  ")
	if err == nil {
		err = os.WriteFile(filepath.Join(*out, "weights.json"), append(b, '\n'), 0o644)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(*out, "weights.tsv"), []byte(weights), 0o644)
	}
	if err != nil {
		log.Fatalf("fitting coreference: writing the model: %v", err)
	}
	for task, s := range card.Scores {
		log.Printf("%-9s %d of %d linked, precision %.1f%%, recall %.1f%%", task, s.Linked, s.Anaphors, s.Precision, s.Recall)
	}
}
