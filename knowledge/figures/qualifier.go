package figures

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed qualifiers.tsv
var qualifiersTSV string

// A Qualifier is words beside a number that hedge it.
type Qualifier struct {
	Words []string // small letters, in the order of the text
	Says  string   // qualifier of Figure; "" where they say nothing of its size
}

// Qualifiers stand before or after numbers, by the word next to the number; the
// longest first. Those of sums are verbs between a sum and its number.
type Qualifiers struct {
	Before, After map[string][]Qualifier
	Sum           map[string]string
}

// AllQualifiers are the rows of qualifiers.tsv.
var AllQualifiers = sync.OnceValue(func() Qualifiers {
	out := Qualifiers{map[string][]Qualifier{}, map[string][]Qualifier{}, map[string]string{}}
	for _, r := range table.Rows("figures/qualifiers.tsv", qualifiersTSV, "words", "side", "qualifier") {
		q := Qualifier{Words: strings.Fields(strings.ReplaceAll(r[0], "-", "- ")), Says: strings.Trim(r[2], "-")}
		switch last := q.Words[len(q.Words)-1]; r[1] {
		case "before":
			out.Before[last] = append(out.Before[last], q)
		case "after":
			out.After[q.Words[0]] = append(out.After[q.Words[0]], q)
		case "sum":
			out.Sum[last] = q.Says
		}
	}
	longest := func(a, b Qualifier) int { return len(b.Words) - len(a.Words) }
	for _, side := range []map[string][]Qualifier{out.Before, out.After} {
		for word := range side {
			slices.SortStableFunc(side[word], longest)
		}
	}
	return out
})
