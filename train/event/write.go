package main

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/extract/event"
)

// table prints the weights as extract/event embeds them.
func table(w []float64, features []event.Feature, scores []score) string {
	var b strings.Builder
	b.WriteString(`# Weights of the ranker of events: what in the words around a row that fits speaks for an event (above 0), what for none. Fitted by train/event on
# English Wikinews (CC BY 2.5), media releases of Australian prime ministers (CC BY 3.0 AU), essays of the U.S. Department of State (public domain)
# and, for what is no event, EWT's answers and reviews (CC BY-SA 4.0) and GUM's free papers, talk, vlogs and travel guides (CC BY).
# docs/plover.md says what it decides. Told by rules alone, and left out by the ranker, cross-validated by text; only news and pages are fitted on:
`)
	for _, s := range scores {
		fmt.Fprintf(&b, "#   %s\n", s)
	}
	b.WriteString(`# Columns:
#   of       who acts ("of this report": not in the knowledge of actors), the form of the word, what stands beside it in its sentence, how many
#            places and states the sentence names; of the report how many states and other bodies it names, and how many for its length, and how
#            often it says "I" or "you" outside of quotations (reports of five sentences and more)
#   value    what it is
#   weight   to be added where it is so; the probability of an event is the logistic of the sum
of	value	weight
`)
	order := make([]int, len(features))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := features[i], features[j]
		return strings.Compare(x.Of+"\t"+x.Value, y.Of+"\t"+y.Value)
	})
	for _, i := range order {
		fmt.Fprintf(&b, "%s\t%s\t%.3f\n", features[i].Of, features[i].Value, w[i])
	}
	return b.String()
}
