package place

import "rapporteur/knowledge/gazetteer"

// Limits below which a choice is not believed.
const (
	leastProbability = 0.2
	// A town smaller than wellKnown in a country that the report does not
	// otherwise speak of is more likely the namesake of a place we do not know.
	wellKnown         = 100_000
	wellKnownDivision = 1_000_000
)

// believable reports whether the best candidate of a group is better than no
// answer. The gazetteer lacks most villages; a village of the report's own
// country must not become a hamlet of the same name on another continent.
func (m *Map) believable(group, k int, p float64) bool {
	g := &m.Groups[group]
	c := &g.candidates[k]
	if p < leastProbability {
		return false
	}
	f := &c.features
	switch {
	case c.kind == gazetteer.KindDivision:
		// "Western" is a province of seven countries, and mostly no name at all.
		if c.Population >= wellKnownDivision && !describes(g.Name) {
			return true
		}
	case c.kind != gazetteer.KindTown, c.Feature == "PPLC":
		return true
	case c.Population >= wellKnown && c.Match == gazetteer.MatchName, c.Population >= 10*wellKnown && c.Match == gazetteer.MatchSecond:
		return true
	}
	if f[countryNamed] > 0 || f[commaMeets]+f[heldMeets]+f[peopleMeets] > 0 {
		return true
	}
	if c.Match == gazetteer.MatchVariant {
		return false
	}
	return !g.placed || c.Population >= wellKnown/10 && f[countryNext] > 0
}
