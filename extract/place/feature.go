package place

import (
	"math"

	"rapporteur/knowledge/gazetteer"
)

// The features of a candidate. Those before firstContext look at the name and
// the words beside it; the others at the rest of the article.
const (
	population = iota
	largest
	share
	country
	dependency
	capital
	seat
	districtSeat
	subSeat
	quarter
	division1
	division2
	area
	water
	site
	unlisted
	unpeopled
	second
	variant
	kindMeets
	kindFails
	heldMeets
	heldFails
	commaMeets
	commaFails
	peopleMeets
	peopleFails
	nearby
	namesake
	people
	eclipsed
	firstContext
	countryShare = iota - 1
	countryNamed
	countryFirst
	countryNext
	divisionShare
	divisionNamed
	closest
	around
	peopled
	numFeatures
)

// Names are the features as the table of weights spells them.
var Names = [numFeatures]string{
	population: "population", largest: "largest", share: "share", country: "country", dependency: "dependency", capital: "capital", seat: "seat",
	districtSeat: "district-seat", subSeat: "sub-seat", quarter: "quarter", division1: "division-1", division2: "division-2",
	area: "area", water: "water", site: "site", unlisted: "unlisted", unpeopled: "unpeopled", second: "second-name", variant: "variant-name",
	kindMeets: "kind-meets", kindFails: "kind-fails", heldMeets: "held-meets", heldFails: "held-fails",
	commaMeets: "comma-meets", commaFails: "comma-fails", peopleMeets: "people-meets", peopleFails: "people-fails", nearby: "nearby", namesake: "namesake", people: "people", eclipsed: "eclipsed",
	countryShare: "country-share", countryNamed: "country-named", countryFirst: "country-first", countryNext: "country-next",
	divisionShare: "division-share", divisionNamed: "division-named", closest: "closest", around: "around", peopled: "peopled",
}

// prior fills the features that hold wherever the name stands.
func (g *Group) prior() {
	most, total := 0, 0
	for i := range g.candidates {
		if c := &g.candidates[i]; c.kind == gazetteer.KindTown {
			most, total = max(most, c.Population), total+c.Population
		}
	}
	for i := range g.candidates {
		c := &g.candidates[i]
		f := &c.features
		if c.kind == gazetteer.KindTown {
			f[population] = math.Log10(float64(c.Population)+1) / 5
			if c.Population > 0 {
				f[share] = float64(c.Population) / float64(total)
			} else {
				f[unpeopled] = 1
			}
			f[largest] = indicator(c.Population == most)
		}
		switch c.Feature {
		case "PPLC":
			f[capital] = 1
		case "PPLA":
			f[seat] = 1
		case "PPLA2":
			f[districtSeat] = 1
		case "PPLA3", "PPLA4", "PPLA5":
			f[subSeat] = 1
		case "PPLX":
			f[quarter] = 1
		case "PCLD":
			f[dependency] = 1
		case "ADM1":
			f[division1] = 1
		default:
			switch c.kind {
			case gazetteer.KindCountry:
				f[country] = 1
			case gazetteer.KindDivision:
				f[division2] = 1
			case gazetteer.KindArea:
				f[area] = 1
			case gazetteer.KindWater:
				f[water] = 1
			case gazetteer.KindSite:
				f[site] = 1
			}
		}
		if c.kind == gazetteer.KindDivision {
			f[people] = math.Log10(float64(c.Population)+1) / 5
			f[namesake] = indicator(g.holdsNamesake(c))
		}
		f[unlisted] = indicator(c.ID == 0)
		f[second] = indicator(c.Match == gazetteer.MatchSecond)
		f[variant] = indicator(c.Match == gazetteer.MatchVariant)
	}
}

// holdsNamesake reports whether a division is called as a town in it, which a
// bare name means more often: "Kharkiv".
func (g *Group) holdsNamesake(c *candidate) bool {
	for i := range g.candidates {
		if d := &g.candidates[i]; d.kind == gazetteer.KindTown && inside(d, c) && alike(d.Name, c.Name) {
			return true
		}
	}
	return false
}

// divided reports whether a division of the country bears the name.
func (g *Group) divided(country string) bool {
	for i := range g.candidates {
		if d := &g.candidates[i]; d.kind == gazetteer.KindDivision && d.Country == country {
			return true
		}
	}
	return false
}

// alike reports whether two names begin alike in some spelling: not "Tepic",
// which has its state's name Nayarit as a second name, and "Nayarit".
func alike(a, b string) bool {
	a, b = gazetteer.Variant(gazetteer.Fold(a)), gazetteer.Variant(gazetteer.Fold(b))
	return len(a) > 2 && len(b) > 2 && a[:2] == b[:2]
}

// shade marks the places that a far better known one of the same name puts in
// the shade while no word beside the name points at them: a country, a region of
// the world, a big state or one of its own country ("China", for the one in Texas; "Florida",
// for the one in New York; "Wyoming", for the one in Michigan). Towns behind a capital wait for the rest of the article. A division and a town in it of
// the same name are told apart by the word "province" or its like alone. A city
// twenty times as big ("Moscow", for the one in Idaho) only weighs.
func (g *Group) shade() {
	most, named, state := 0, false, 0
	union := "" // country of that state
	for i := range g.candidates {
		c := &g.candidates[i]
		named = named || c.kind == gazetteer.KindCountry || c.Country == ""
		if c.Feature == "PPLC" && c.Match == gazetteer.MatchName && c.Population > wellKnown {
			g.capital = c.Country
		}
		if c.Feature == "ADM1" && c.Match == gazetteer.MatchName && c.features[namesake] == 0 {
			if c.Population > state {
				state, union = c.Population, c.Country
			}
		}
		if c.kind == gazetteer.KindTown {
			most = max(most, c.Population)
		}
	}
	for i := range g.candidates {
		c := &g.candidates[i]
		f := &c.features
		if c.features[namesake] > 0 && c.features[kindMeets]+c.features[peopled] == 0 {
			c.shadowed = true
			continue
		}
		if g.kind == gazetteer.KindDivision && f[kindFails] > 0 && g.divided(c.Country) {
			c.shadowed = true
			continue
		}
		pointed := f[commaMeets]+f[heldMeets]+f[peopleMeets]+f[nearby] > 0 || f[kindMeets] > 0 && c.kind != gazetteer.KindTown
		if pointed || c.Feature == "ADM1" || c.Feature == "PPLC" || c.kind == gazetteer.KindCountry || c.Country == "" {
			continue
		}
		c.shadowed = named || c.Population*20 < state && state > wellKnownDivision || c.Population*5 < state && c.Country == union
		c.behind = g.capital != "" && !c.shadowed
		c.shadowed = c.shadowed || c.behind
		f[eclipsed] = indicator(most >= 200_000 && c.Population*20 < most)
	}
}

// clues fills the features of the words beside the mentions of the name.
func (g *Group) clues(kind gazetteer.Kind, peoples []string) {
	g.kind = kind
	if kind != gazetteer.KindUnknown {
		any := false
		for i := range g.candidates {
			any = any || g.candidates[i].kind == kind
		}
		for i := range g.candidates {
			c := &g.candidates[i]
			c.features[kindMeets] = indicator(c.kind == kind)
			c.features[kindFails] = indicator(any && c.kind != kind)
		}
	}
	for _, people := range peoples {
		countries := gazetteer.CountriesOfPeople(people)
		any := false
		for pass := range 2 {
			for i := range g.candidates {
				c := &g.candidates[i]
				meets := false
				for _, code := range countries {
					meets = meets || c.Country == code && c.kind != gazetteer.KindCountry
				}
				if pass == 0 {
					any = any || meets
				} else if any {
					c.features[peopleMeets] = max(c.features[peopleMeets], indicator(meets))
					c.features[peopleFails] = max(c.features[peopleFails], indicator(!meets))
				}
			}
		}
	}
}

// held fills the features of a container: g lies in h, as the words say.
func (g *Group) held(h *Group, meets, fails int) {
	any := false
	inIt := make([]bool, len(g.candidates))
	for i := range g.candidates {
		for j := range h.candidates {
			if inside(&g.candidates[i], &h.candidates[j]) {
				inIt[i], any = true, true
				break
			}
		}
	}
	if !any {
		return
	}
	for i := range g.candidates {
		f := &g.candidates[i].features
		f[meets] = max(f[meets], indicator(inIt[i]))
		f[fails] = max(f[fails], indicator(!inIt[i]))
	}
	// And the container is one that holds it.
	for j := range h.candidates {
		for i := range g.candidates {
			if inside(&g.candidates[i], &h.candidates[j]) {
				h.candidates[j].features[peopled] = 1
				break
			}
		}
	}
}

// close fills the feature of "near": the places are within a hundred kilometres.
func (g *Group) close(h *Group) {
	for i := range g.candidates {
		for j := range h.candidates {
			if g.candidates[i].distance(&h.candidates[j]) < 100 {
				g.candidates[i].features[nearby] = 1
				h.candidates[j].features[nearby] = 1
			}
		}
	}
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
