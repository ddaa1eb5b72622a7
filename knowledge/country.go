package knowledge

import (
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed countries.tsv
var countriesTSV string

//go:embed countries_parts.tsv
var partsTSV string

// A Country is a state, or a territory with an ISO 3166 code of its own.
type Country struct {
	Code       string // ISO 3166-1 alpha-3; XKX for Kosovo
	Name       string // the name in news
	Aliases    []Name
	Adjectives []Name // "Filipino" in "Filipino troops"
	Demonyms   []Name // one of its people; the adjectives where none is given
	Seats      []Name // places whose name stands for the government
	Region     string // United Nations M49 subregion
}

// Countries are all countries, ascending by code.
var Countries = sync.OnceValue(func() []Country {
	rows := table.Rows("countries.tsv", countriesTSV, "code", "name", "aliases", "adjectives", "demonyms", "seats", "region")
	out := make([]Country, len(rows))
	for i, r := range rows {
		out[i] = Country{r[0], r[1], names(r[2]), names(r[3]), names(r[4]), names(r[5]), r[6]}
	}
	return out
})

var countryByCode = sync.OnceValue(func() map[string]*Country {
	all := Countries()
	out := make(map[string]*Country, len(all))
	for i := range all {
		out[all[i].Code] = &all[i]
	}
	return out
})

// CountryByCode is the country with an alpha-3 code, or nil.
func CountryByCode(code string) *Country { return countryByCode()[code] }

// A Part is a province or region with a people, a cause or an authority of its
// own: Chechnya, Gaza, Somaliland.
type Part struct {
	Key        string
	Name       string
	Country    string   // code of the country; "" where it lies in several
	Sectors    []string // PRE where PLOVER counts it a partially recognised entity
	Aliases    []Name
	Adjectives []Name
	Seats      []Name
}

// Parts are all parts of countries, ascending by key.
var Parts = sync.OnceValue(func() []Part {
	rows := table.Rows("countries_parts.tsv", partsTSV, "key", "name", "country", "sectors", "aliases", "adjectives", "seats")
	out := make([]Part, len(rows))
	for i, r := range rows {
		out[i] = Part{r[0], r[1], r[2], table.List(r[3]), names(r[4]), names(r[5]), names(r[6])}
	}
	return out
})
