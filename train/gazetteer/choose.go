package main

import (
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// settled are countries whose places have a settled Latin spelling and whose
// hamlets international reports do not name.
var settled = set(`AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IT LT LV LU NL NO PL PT RO SE SI SK JP KR BR MX AR CL PE`)

// english are countries whose small towns English-language papers name, and
// where GeoNames' other names are nicknames and translations.
var english = set(`US GB IE CA AU NZ`)

// transliterated are those whose names reach English from another script, or
// through several spellings in Latin script.
var transliterated = set(`AE AF AM AZ BD BG BH BY CD CF DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KE KG KH KW KZ LA LB LK LY MA MD MK
	ML MM MN MR MV NE NG NP OM PK PS QA RS RU SA SD SN SO SS SY TD TH TJ TM TN TR UA UZ XK YE`)

func set(codes string) map[string]bool {
	out := map[string]bool{}
	for _, c := range strings.Fields(codes) {
		out[c] = true
	}
	return out
}

// choose keeps the cities that earn their place.
func choose(cities []city) []place {
	var out []place
	for _, c := range cities {
		folded := gazetteer.Fold(c.name)
		country := gazetteer.CountryByCode(c.country)
		if country == nil || len(folded) < 3 && c.population < 20000 || !worth(c) {
			continue
		}
		p := place{folded: folded, alpha2: c.country, variants: transliterated[c.country]}
		p.Record = gazetteer.Record{
			ID: c.id, Name: c.name, Lat: c.lat, Lon: c.lon, Population: c.population, Feature: c.feature, Country: country.Alpha3,
			Admin1: c.admin1,
		}
		if c.population >= likely(c.country) || c.feature == "PPLC" {
			p.second = c.second
		}
		out = append(out, p)
	}
	return out
}

// likely is the number of people from which a place is known by its second
// names in English prose: none where names are transliterated; where they are
// settled those of small places are translations and history.
func likely(country string) int {
	switch {
	case english[country]:
		return 1_000_000
	case settled[country]:
		return 400_000
	}
	return 0
}

func worth(c city) bool {
	switch c.feature {
	case "PPLC", "PPLA":
		return true
	case "PPLA2":
		return !settled[c.country] || c.population >= 1000
	case "PPLH", "PPLQ", "PPLW", "PPLCH": // historical, abandoned, destroyed
		return c.population >= 1000
	}
	switch {
	case english[c.country]:
		return true
	case settled[c.country]:
		return c.population >= 3000
	case c.country == "CN" || c.country == "ID":
		return c.population >= 1000 // their towns without a population are by the ten thousand
	}
	return true
}
