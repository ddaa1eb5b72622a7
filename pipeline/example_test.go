package pipeline_test

import (
	"fmt"
	"iter"
	"log"
	"time"

	"rapporteur"
	"rapporteur/pipeline"
)

const report = `Negotiators met in Geneva on Monday. “Talks will resume on Friday,” said Aster Vale, a spokeswoman for the Red Cross.`

// One article, with the models that are built in.
func ExampleRead() {
	reading, err := pipeline.Read(&rapporteur.Article{
		Text:      report,
		Published: time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC), // a Wednesday
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range reading.Findings.Dates {
		fmt.Println(reading.Document.Text(d.Span), d.Value)
	}
	for _, s := range reading.Findings.Statements {
		fmt.Printf("%s %s: %s\n", s.Speaker.Name, reading.Document.Text(s.Cue), reading.Document.Text(s.Content[0]))
	}
	// Output:
	// Monday 2024-06-10
	// Friday 2024-06-14
	// Aster Vale said: Talks will resume on Friday
}

// Many articles: they are read in parallel and come out in their order.
func ExamplePipeline_Each() {
	p, err := pipeline.New(pipeline.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var articles iter.Seq2[*rapporteur.Article, error] = func(yield func(*rapporteur.Article, error) bool) {
		for day := 10; day <= 12; day++ {
			a := &rapporteur.Article{Text: report, Published: time.Date(2024, 6, day, 0, 0, 0, 0, time.UTC)}
			if !yield(a, nil) {
				return
			}
		}
	}
	for reading, err := range p.Each(articles) {
		if err != nil {
			log.Fatal(err) // of the stream; no article makes one
		}
		fmt.Println(reading.Document.Article.Published.Weekday(), reading.Findings.Dates[0].Value)
	}
	// Output:
	// Monday 2024-06-10
	// Tuesday 2024-06-10
	// Wednesday 2024-06-10
}
