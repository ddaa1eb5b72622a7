package gazetteer

import (
	_ "embed"
	"sync"
)

//go:embed facilities.tsv
var facilitiesTable string

// A Facility is what a word makes of the name that it stands in.
type Facility int

const (
	FacilityNone Facility = iota
	FacilitySpot          // a street, a building: "Hospital"
	FacilityBody          // a body that sits somewhere and is cited anywhere: "University"
)

var facilities = sync.OnceValue(func() map[string]Facility {
	out := map[string]Facility{}
	for line := range rows(facilitiesTable) {
		f := fields(line, 2)
		out[f[0]] = FacilitySpot
		if f[1] == "body" {
			out[f[0]] = FacilityBody
		}
	}
	return out
})

// FacilityOf is what a word, written as in a name, says of what is named so.
func FacilityOf(word string) Facility { return facilities()[word] }
