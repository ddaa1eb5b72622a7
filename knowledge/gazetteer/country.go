package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed countries.tsv
var countriesTable string

// A Country is a country or a territory that has an ISO 3166-1 code.
type Country struct {
	Alpha3, Alpha2 string
	ID             int // GeoNames id
	Name           string
	Lat, Lon       float64 // of its middle
	Population     int
	Dependent      bool     // a territory of another state
	Neighbours     []string // alpha-3 of those it has a land border with
	Names          []string // other names
	People         []string // its people and its adjective: "Syrian", "Syrians"
}

var countries = sync.OnceValue(func() []Country {
	var out []Country
	for line := range rows(countriesTable) {
		f := fields(line, 11)
		out = append(out, Country{
			Alpha3: f[0], Alpha2: f[1], ID: int(number(f[2])), Name: f[3], Lat: number(f[4]), Lon: number(f[5]),
			Population: int(number(f[6])), Dependent: f[7] == "yes",
			Neighbours: items(f[8]), Names: items(f[9]), People: items(f[10]),
		})
	}
	return out
})

// Countries are all of them, by alpha-3 code. The slice is shared: read only.
func Countries() []Country { return countries() }

var byCode = sync.OnceValue(func() map[string]*Country {
	out := map[string]*Country{}
	for i := range countries() {
		c := &countries()[i]
		out[c.Alpha3], out[c.Alpha2] = c, c
	}
	return out
})

// CountryByCode finds a country by either of its codes; nil where there is none.
func CountryByCode(code string) *Country { return byCode()[strings.ToUpper(code)] }

var byPeople = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, c := range countries() {
		for _, p := range c.People {
			out[p] = append(out[p], c.Alpha3)
		}
	}
	return out
})

// CountriesOfPeople are the countries (alpha-3) whose people or adjective is
// word, written as a name: "Syrian", "Congolese" (two). nil for any other word.
func CountriesOfPeople(word string) []string { return byPeople()[word] }
