package export_test

import (
	"fmt"
	"log"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/pipeline"
)

// Rows are structs: use them as they are, or hand them to a Writer.
func ExampleQuotesOf() {
	reading, err := pipeline.Read(&rapporteur.Article{Text: "“Talks will resume on Friday,” said Aster Vale, a spokeswoman for the Red Cross."})
	if err != nil {
		log.Fatal(err)
	}
	for _, q := range export.QuotesOf(reading) {
		fmt.Printf("%s, %s: %s (sentence %d, %d to %d)\n", q.Speaker.Name, q.Kind, q.Content, q.Number, q.ContentAt.Start, q.ContentAt.End)
	}
	// Output: Aster Vale, direct: Talks will resume on Friday (sentence 1, 1 to 28)
}
