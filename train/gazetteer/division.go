package main

import (
	"math"
	"slices"
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// area gathers the cities of a division: its middle and its people.
type area struct {
	south, north, west, east float64
	lat, lon                 float64 // sums
	n, population            int
}

func (a *area) add(c city) {
	if a.n == 0 {
		a.south, a.north, a.west, a.east = c.lat, c.lat, c.lon, c.lon
	}
	a.south, a.north = min(a.south, c.lat), max(a.north, c.lat)
	a.west, a.east = min(a.west, c.lon), max(a.east, c.lon)
	a.lat, a.lon, a.n, a.population = a.lat+c.lat, a.lon+c.lon, a.n+1, a.population+c.population
}

// middle lies between the middle of the box around the cities and their mean.
func (a *area) middle() (lat, lon float64) {
	n := float64(a.n)
	return round5(((a.south+a.north)/2 + a.lat/n) / 2), round5(((a.west+a.east)/2 + a.lon/n) / 2)
}

func round5(x float64) float64 { return math.Round(x*1e5) / 1e5 }

// divisions makes places of the first- and second-level divisions, and gives
// the cities the names of theirs. GeoNames' files of divisions have neither
// places nor (as packaged) ids: the place is the middle of the cities of the
// division, the id of a first-level one comes from geographer-data, a
// second-level one has none.
func divisions(src *sources) []place {
	first, second := map[string]*area{}, map[string]*area{}
	// A district called as its town adds nothing that a report could mean.
	towns := map[string]bool{}
	for _, c := range src.cities {
		towns[c.country+gazetteer.Fold(c.name)] = true
		at(first, c.country+"."+c.admin1).add(c)
		if c.admin2 != "" {
			at(second, c.country+"."+c.admin1+"."+c.admin2).add(c)
		}
	}
	var out []place
	for code, name := range src.admin1 {
		a := first[code]
		country := gazetteer.CountryByCode(code[:2])
		if a == nil || country == nil {
			continue
		}
		s := src.state(code, name)
		forms := append(bare(name), name)
		if s != nil {
			forms = append(append(forms, s.Long.Default), bare(s.Long.Default)...)
		}
		p := division(name, forms, a, "ADM1", country.Alpha3)
		if s != nil {
			p.ID = s.id
		}
		out = append(out, p)
	}
	for code, name := range src.admin2 {
		a := second[code]
		country := gazetteer.CountryByCode(code[:2])
		if a == nil || country == nil || !english[code[:2]] && towns[code[:2]+core(name)] {
			continue
		}
		forms := []string{name}
		if code[:2] != "US" {
			forms = append(bare(name), name)
		}
		p := division(name, forms, a, "ADM2", country.Alpha3)
		p.alpha2, p.Admin1 = code[:2], code[3:strings.LastIndexByte(code, '.')]
		out = append(out, p)
	}
	return out
}

func division(name string, forms []string, a *area, feature, country string) place {
	lat, lon := a.middle()
	for _, f := range slices.Clone(forms) {
		for _, w := range [][2]string{{"Northern ", "North "}, {"Southern ", "South "}, {"Eastern ", "East "}, {"Western ", "West "}} {
			if strings.Contains(f, w[0]) {
				forms = append(forms, strings.Replace(f, w[0], w[1], 1))
			}
		}
	}
	return place{
		Record: gazetteer.Record{Name: name, Lat: lat, Lon: lon, Population: a.population, Feature: feature, Country: country},
		folded: gazetteer.Fold(name), second: forms, variants: transliterated[country],
	}
}

func at(m map[string]*area, code string) *area {
	if m[code] == nil {
		m[code] = &area{}
	}
	return m[code]
}

// kinds are the words that make a division's name of a name.
var kinds = strings.Fields(`Province Oblast Region Governorate State District Prefecture Department Krai Kray Republic County Division
	Wilaya Emirate Municipality Voivodeship Canton Parish Territory Township Raion Rayon Subcounty`)

var prefixes = []string{
	"Republic of ", "Autonomous Republic of ", "State of ", "Province of ", "Provincia de ", "Provincia del ", "Departamento de ",
	"Departamento del ", "Estado de ", "Muḩāfaz̧at ", "Wilāyat ", "Wilayat ", "Ostān-e ", "Região de ", "Región de ", "Région de ",
	"Département de ", "Département du ", "Powiat ", "Ţafţanāz ", "Provincie ", "Gouvernorat de ", "Wilaya de ", "Préfecture de ",
}

// bare are the shorter forms of a division's name: without the word for its
// kind.
func bare(name string) []string {
	for _, k := range kinds {
		if b, ok := strings.CutSuffix(name, " "+k); ok {
			b = strings.TrimSuffix(b, " Autonomous")
			return []string{b}
		}
	}
	for _, p := range prefixes {
		if b, ok := strings.CutPrefix(name, p); ok {
			return []string{b}
		}
	}
	return nil
}

// state finds the entry of geographer-data for a division by its code, which
// is GeoNames' own in one of two systems, and by its name.
func (src *sources) state(code, name string) *state {
	country, division := code[:2], code[3:]
	var byCode *state
	folded := core(name)
	states := src.states[country]
	for i := range states {
		if core(states[i].Long.Default) == folded {
			return &states[i]
		}
		if fips, ok := states[i].IDs.FIPS.(string); ok && strings.HasSuffix(fips, division) && len(fips) == len(division)+2 {
			byCode = &states[i]
		}
	}
	if byCode != nil && alike(core(byCode.Long.Default), folded) {
		return byCode
	}
	return nil
}

// core is a division's name without the word for its kind, for comparison.
func core(name string) string {
	if b := bare(name); b != nil {
		name = b[0]
	}
	return gazetteer.Fold(name)
}

// alike guards against a code that was given to another division since: the
// names share their beginning in some transliteration.
func alike(a, b string) bool {
	a, b = gazetteer.Variant(a), gazetteer.Variant(b)
	return len(a) >= 2 && len(b) >= 2 && a[:2] == b[:2]
}
