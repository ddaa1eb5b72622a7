package knowledge

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed sectors.tsv
var sectorsTSV string

// A Sector is a code of PLOVER for the part of society that an actor belongs
// to, or for an international actor.
type Sector struct {
	Code          string
	International bool // PLOVER writes it in place of a country
	Meaning       string
}

var sectors = sync.OnceValue(func() map[string]*Sector {
	out := map[string]*Sector{}
	for _, r := range table.Rows("sectors.tsv", sectorsTSV, "code", "international", "meaning") {
		out[r[0]] = &Sector{r[0], r[1] == "yes", r[2]}
	}
	return out
})

// SectorByCode is the sector with that code, or nil.
func SectorByCode(code string) *Sector { return sectors()[code] }
