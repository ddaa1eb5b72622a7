package main

import (
	"fmt"
	"strings"

	"rapporteur/extract/place"
)

// write prints the table that extract/place embeds.
func write(alone, full []float64, scores []score) string {
	var b strings.Builder
	b.WriteString("# Weights of the ranker of places, fitted by train/place on LGL (counting a quarter) and GeoWebNews.\n")
	for _, s := range scores {
		fmt.Fprintf(&b, "# Cross-validated, toponyms given: %s\n", s)
	}
	b.WriteString("# Columns, tab-separated: 1 feature   2 weight while the article is not known yet   3 weight with the whole article\n")
	for k, name := range place.Names {
		first := 0.0
		if k < len(alone) {
			first = alone[k]
		}
		fmt.Fprintf(&b, "%s\t%.4f\t%.4f\n", name, first, full[k])
	}
	return b.String()
}
