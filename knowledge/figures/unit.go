package figures

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed units.tsv
var unitsTSV string

// The kinds of units.tsv, whose header explains them.
const (
	UnitTime    = "time"
	UnitMoney   = "money"
	UnitPercent = "percent"
	UnitArea    = "area"
	UnitLength  = "length"
	UnitWeight  = "weight"
	UnitVolume  = "volume"
	UnitEnergy  = "energy"
	UnitCount   = "count"
	UnitNever   = "never"
)

// A Unit is what a number is a number of.
type Unit struct {
	Words []string
	Kind  string
	Name  string // as the record names it
}

var units = sync.OnceValue(func() map[string][]*Unit {
	out := map[string][]*Unit{}
	for _, r := range table.Rows("figures/units.tsv", unitsTSV, "word", "kind", "unit") {
		u := &Unit{strings.Fields(r[0]), r[1], r[2]}
		key := u.Words[0]
		// Units of two words come first, or "square" of "square mile" would not be asked for more.
		if len(u.Words) > 1 {
			out[key] = append([]*Unit{u}, out[key]...)
		} else {
			out[key] = append(out[key], u)
		}
	}
	return out
})

// UnitsOf are the units whose first word is word, those of two words first.
func UnitsOf(word string) []*Unit { return units()[word] }
