// Command event fits the ranker of extract/event, which sets what a row of the
// lexicon tells against nothing told, and measures it. In the root of the module:
//
//	go run ./train/event -data ../shared/data
//
// No text says of every sentence whether it tells of an event, and may be used to
// fit what ships. So the ranker learns from where words stand. What rows fit in
// reports, releases and essays on what states do is taken for an event; what they
// fit in reviews, answers, travel guides, talk and papers for none. Both are wrong
// now and then; the prior keeps the weights small, and the least likely event
// still told is far below an even chance.
//
// Weights are fitted by gradient ascent on the likelihood with a Gaussian prior.
// Every text counts twice, once without what its report as a whole tells, so that
// the ranker can judge a single sentence; and news once more, for little, as if it
// named nobody who is known, as reports do of what happens between two villages and
// the news at hand does not. Everything is in a fixed order: the same
// data give the same weights. PLV, which states no licence, and talks/dev are
// measured, never fitted on.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("event: ")
	data := flag.String("data", "../shared/data", "`folder` of the data")
	models := flag.String("models", "models/en", "`folder` of the models of the quick reader")
	out := flag.String("out", "extract/event/weights.tsv", "`table` of weights to write; empty to measure only")
	counts := flag.Bool("disagreements", false, "count instead where rows disagree, and how often the one that asks for most is wrong")
	show := flag.Bool("show", false, "print what is left out in cross-validation")
	flag.Parse()
	if err := run(*data, *models, *out, *counts, *show); err != nil {
		log.Fatal(err)
	}
}

func run(data, models, out string, counts, show bool) error {
	reports, err := gather(data)
	if err != nil {
		return fmt.Errorf("gathering the texts: %w", err)
	}
	if err := readAll(reports, models); err != nil {
		return fmt.Errorf("reading the texts: %w", err)
	}
	if counts {
		for _, d := range disagreements(reports) {
			fmt.Println(d)
		}
		return nil
	}
	set := newSet(reports)
	scores := validate(reports, set, 5, show)
	for _, s := range scores {
		fmt.Println(s)
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, []byte(table(fit(set.examples(reports, nil), len(set.features)), set.features, scores)), 0o644)
}
