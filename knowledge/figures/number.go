package figures

import (
	_ "embed"
	"fmt"
	"strconv"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed numbers.tsv
var numbersTSV string

// A Kind says what part a word takes in a number.
type Kind uint8

// The kinds of numbers.tsv, whose header explains them.
const (
	Cardinal Kind = iota + 1
	Scale
	Suffix
	Vague
	Several
	Fraction
)

var kinds = map[string]Kind{"cardinal": Cardinal, "scale": Scale, "suffix": Suffix, "vague": Vague, "several": Several, "fraction": Fraction}

// A Number is a word that numbers are made of.
type Number struct {
	Word  string
	Kind  Kind
	Value float64
}

var numbers = sync.OnceValue(func() map[string]*Number {
	out := map[string]*Number{}
	for _, r := range table.Rows("figures/numbers.tsv", numbersTSV, "word", "kind", "value") {
		v, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			panic(fmt.Sprintf("knowledge/figures/numbers.tsv: value of %q: %v", r[0], err))
		}
		out[r[0]] = &Number{r[0], kinds[r[1]], v}
	}
	return out
})

// NumberOf is the word of numbers that word, in small letters, is, or nil.
func NumberOf(word string) *Number { return numbers()[word] }
