package place

import (
	"math"
	"slices"

	"rapporteur/knowledge/gazetteer"
)

// votes is what the article as a whole says of where it happens.
type votes struct {
	country   map[string]float64
	division  map[string]float64 // "USA/Texas"
	named     map[string]bool    // divisions that the article names
	countries float64
	divisions float64
}

// ballot is one group's share in the votes, so that it can be taken out when
// the group itself is judged.
type ballot struct {
	country, division string
	weight            float64
}

// strongest is how many of a group's candidates speak for the others.
const strongest = 3

// Context fills the features that need the other names of the article, from
// the probabilities that the weights alone give without them.
func (m *Map) Context(alone []float64) {
	for i := range m.Groups {
		g := &m.Groups[i]
		for k := range g.candidates {
			if c := &g.candidates[k]; c.behind {
				c.shadowed = true
			}
		}
		g.score(alone, firstContext)
		g.order = g.order[:0]
		for k := range g.candidates {
			g.order = append(g.order, k)
		}
		slices.SortStableFunc(g.order, func(a, b int) int {
			switch pa, pb := g.candidates[a].p, g.candidates[b].p; {
			case pa > pb:
				return -1
			case pa < pb:
				return 1
			}
			return 0
		})
	}
	v := votes{country: map[string]float64{}, division: map[string]float64{}, named: map[string]bool{}}
	cast := make([][]ballot, len(m.Groups))
	for i := range m.Groups {
		cast[i] = m.Groups[i].cast()
		v.add(cast[i], 1)
		if g := &m.Groups[i]; len(g.order) > 0 {
			if c := &g.candidates[g.order[0]]; c.Feature == "ADM1" {
				v.named[c.Country+"/"+c.Name] = true
			}
		}
	}
	for code, n := range m.people {
		v.add([]ballot{{country: code, weight: 0.7 * weigh(n)}}, 1)
	}
	if m.home != "" {
		v.add([]ballot{{country: m.home, weight: 1}}, 1)
	}
	m.leading = ""
	if first := v.first(); v.country[first] > 1.5 && v.country[first] > 0.5*v.countries {
		m.leading = first
	}
	for i := range m.Groups {
		v.add(cast[i], -1)
		m.judge(i, &v)
		v.add(cast[i], 1)
	}
}

// domestic is the share of the votes from which a report is of one country alone.
const domestic = 0.8

// weigh damps repetition: a name said ten times is not ten names.
func weigh(n int) float64 { return 1 + math.Log(float64(n)) }

func (g *Group) cast() []ballot {
	var out []ballot
	weight := weigh(len(g.Mentions))
	for _, k := range g.order[:min(strongest, len(g.order))] {
		c := &g.candidates[k]
		if c.Country == "" || c.p < 0.05 {
			continue
		}
		b := ballot{country: c.Country, weight: c.p * weight}
		switch {
		case c.Feature == "ADM1":
			b.division = c.Country + "/" + c.Name
		case c.Admin1 != "":
			b.division = c.Country + "/" + c.Admin1
		}
		out = append(out, b)
	}
	return out
}

func (v *votes) add(ballots []ballot, sign float64) {
	for _, b := range ballots {
		v.country[b.country] += sign * b.weight
		v.countries += sign * b.weight
		if b.division != "" {
			v.division[b.division] += sign * b.weight
			v.divisions += sign * b.weight
		}
	}
}

// tells reports whether the article speaks of a division: names it, or two places
// in it.
func (v *votes) tells(division string) bool { return v.named[division] || v.division[division] > 1.2 }

// first is the country with the most votes; "" where none leads.
func (v *votes) first() string {
	code, most := "", 0.01
	for c, n := range v.country {
		if n > most || n == most && c < code {
			code, most = c, n
		}
	}
	return code
}

// judge fills the context features of one group.
func (m *Map) judge(i int, v *votes) {
	g := &m.Groups[i]
	first := v.first()
	g.placed = v.country[first] > 1.5
	var next []string
	if c := gazetteer.CountryByCode(first); c != nil {
		next = c.Neighbours
	}
	for k := range g.candidates {
		c := &g.candidates[k]
		f := &c.features
		if c.behind {
			// "Paris" is in Texas only for a report from nowhere but America that speaks of Texas.
			c.shadowed = v.country[c.Country] < domestic*v.countries || v.country[g.capital] > 0.3 || !v.tells(c.Country+"/"+c.Admin1)
		}
		if c.Country != "" && v.countries > 0.01 {
			f[countryShare] = max(0, v.country[c.Country]) / v.countries
			f[countryNamed] = indicator(v.country[c.Country] > 0.3)
			f[countryFirst] = indicator(c.Country == first)
			f[countryNext] = indicator(slices.Contains(next, c.Country))
		}
		division := c.Country + "/" + c.Admin1
		if c.Feature == "ADM1" {
			division = c.Country + "/" + c.Name
		}
		if v.divisions > 0.01 && (c.Admin1 != "" || c.Feature == "ADM1") {
			f[divisionShare] = max(0, v.division[division]) / v.divisions
			f[divisionNamed] = indicator(v.division[division] > 0.3)
		}
		m.surround(i, c)
	}
}

// surround fills the features of distance to the other places.
func (m *Map) surround(i int, c *candidate) {
	if c.kind == gazetteer.KindCountry {
		return
	}
	closest1, sum, total := 0.0, 0.0, 0.0
	for j := range m.Groups {
		h := &m.Groups[j]
		if j == i {
			continue
		}
		here := 0.0
		for _, k := range h.order[:min(strongest, len(h.order))] {
			d := &h.candidates[k]
			if d.kind == gazetteer.KindCountry || d.ID == c.ID && c.ID != 0 {
				continue
			}
			total += d.p
			sum += d.p * c.closeness(d, 150)
			here = max(here, d.p*c.closeness(d, 40))
		}
		closest1 = max(closest1, here)
	}
	c.features[closest] = closest1
	if total > 0 {
		c.features[around] = sum / (total + 1)
	}
}

// Rank gives every group the probabilities of the full weights; Context must
// have been called.
func (m *Map) Rank(full []float64) {
	for i := range m.Groups {
		m.Groups[i].score(full, numFeatures)
	}
}

// Best is the index of the most probable candidate of group i, and its
// probability; -1 where there is none.
func (m *Map) Best(i int) (k int, p float64) {
	k = -1
	for j := range m.Groups[i].candidates {
		if c := &m.Groups[i].candidates[j]; c.p > p {
			k, p = j, c.p
		}
	}
	return k, p
}

// NumAlone is how many features, from the first, do without the article.
const NumAlone = firstContext
