package plover

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed governors.tsv
var governorsTSV string

// A Governor is a word that decides what becomes of an event told in one of its
// slots: whether it was, is planned, feared, prevented, and who does it. The
// header of governors.tsv explains the slots and effects.
type Governor struct {
	Word     string // lemma; with its particle, "carry_out"
	Slot     string
	Effect   string
	Sentence string // an example
}

// Governors are the rows of governors.tsv.
var Governors = sync.OnceValue(func() []Governor {
	var out []Governor
	for _, r := range table.Rows("plover/governors.tsv", governorsTSV, "word", "slot", "effect", "example") {
		out = append(out, Governor{r[0], r[1], r[2], r[3]})
	}
	return out
})

type slotOf struct{ word, slot string }

var effects = sync.OnceValue(func() map[slotOf]string {
	out := map[slotOf]string{}
	for _, g := range Governors() {
		out[slotOf{g.Word, g.Slot}] = g.Effect
	}
	return out
})

// EffectOf is the effect of a word on what stands in one of its slots, or "".
func EffectOf(word, slot string) string { return effects()[slotOf{word, slot}] }
