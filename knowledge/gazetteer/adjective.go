package gazetteer

import (
	_ "embed"
	"sync"
)

//go:embed adjectives.tsv
var adjectivesTable string

// An Adjective names a region by its people or its adjective: "Darfuri".
type Adjective struct {
	Place   string // a name of the region
	Country string // ISO 3166-1 alpha-3; "" for a region of several countries
}

var adjectives = sync.OnceValue(func() map[string]Adjective {
	out := map[string]Adjective{}
	for line := range rows(adjectivesTable) {
		f := fields(line, 3)
		out[f[0]] = Adjective{f[1], f[2]}
	}
	return out
})

// RegionOfPeople is the region whose people or adjective is word, written as a
// name; countries have CountriesOfPeople.
func RegionOfPeople(word string) (Adjective, bool) {
	a, ok := adjectives()[word]
	return a, ok
}

// Entry is the region itself.
func (a Adjective) Entry() (Entry, bool) {
	for _, e := range Lookup(a.Place) {
		if e.Country == a.Country || a.Country == "" {
			return e, true
		}
	}
	return Entry{}, false
}
