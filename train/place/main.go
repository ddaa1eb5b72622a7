// Command place fits the weights by which extract/place chooses among the
// places that a name may stand for, and measures them by cross-validation:
//
//	go run ./train/place -data ../shared/data/places
//
// The model is a log-linear ranker (conditional logit): the probability of a
// candidate is the exponential of its weighted features, normalised over the
// candidates of its name. It is fitted by gradient ascent on the likelihood of
// the annotated place with a Gaussian prior, in two steps: first the features
// of the name and the words beside it, then all of them, those of the rest of
// the article being computed with the weights of the first step. Everything is
// in a fixed order; the same data gives the same weights.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("place: ")
	data := flag.String("data", "../shared/data/places", "directory with lgl.jsonl.gz and geowebnews.jsonl.gz")
	out := flag.String("out", "extract/place/weights.tsv", "table of weights to write; empty to measure only")
	folds := flag.Int("folds", 10, "folds of the cross-validation, by article")
	variance := flag.Float64("variance", 10, "variance of the Gaussian prior on a weight")
	show := flag.Bool("show", false, "print every wrong choice of the cross-validation")
	flag.Parse()
	var articles []article
	for _, corpus := range []struct {
		name   string
		weight float64
	}{{"lgl", 0.25}, {"geowebnews", 1}} {
		// Small-town American news is half of the toponyms and none of the use:
		// it counts a quarter.
		read, err := readArticles(filepath.Join(*data, corpus.name+".jsonl.gz"), corpus.name, corpus.weight)
		if err != nil {
			log.Fatal(err)
		}
		articles = append(articles, read...)
	}
	scores := validate(articles, *folds, *variance, *show)
	for _, s := range scores {
		fmt.Println(s)
	}
	if *out == "" {
		return
	}
	alone, full := fit(articles, *variance)
	if err := os.WriteFile(*out, []byte(write(alone, full, scores)), 0o644); err != nil {
		log.Fatal(err)
	}
}
