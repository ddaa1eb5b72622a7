package place

import (
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// Limits within which a name that nothing in the gazetteer bears is put where
// the report is.
const (
	// A street or a building lies in the town that is named within so many bytes of it.
	addressReach = 500
	// A report is local where this share of what it says of towns lies within
	// localReach kilometres.
	localShare = 0.75
	localReach = 100
)

// beside is the place that a toponym lies in or near, by its own words or those
// of the report: "the Velm Hospital in Kosti", "the Kosti Military Hospital", a
// street in a report on Kosti; nil where nothing tells. The gazetteer has no
// streets, hospitals and courts, and it lacks most villages.
func (m *Map) beside(i int) *candidate {
	var holder *candidate
	if j, ok := m.holders[i]; ok {
		// A village "in Sudan" may be anywhere.
		if holder = m.chosen(j); holder != nil && (holder.kind == gazetteer.KindTown || holder.Feature == "ADM2") {
			return holder
		}
	}
	words := strings.Fields(m.Groups[m.Toponyms[i].Group].Name)
	facility := facilityOf(words)
	if facility != gazetteer.FacilityNone {
		if c := m.owner(words); c != nil {
			return c
		}
		if facility == gazetteer.FacilityBody {
			return nil
		}
		if c := m.nearest(i); c != nil {
			return c
		}
	}
	heart := m.heart()
	if heart == nil || holder != nil && !inside(heart, holder) {
		return nil
	}
	if facility == gazetteer.FacilityNone {
		// The capital may be no more than where the report was written, and a river goes on.
		switch m.Toponyms[i].kind {
		case gazetteer.KindUnknown:
			if !m.Toponyms[i].located {
				return nil
			}
		case gazetteer.KindTown, gazetteer.KindSite:
		default:
			return nil
		}
		if heart.Feature == "PPLC" {
			return nil
		}
	}
	return heart
}

// facilityOf is the kind of spot that the words name; a body where any word says so.
func facilityOf(words []string) gazetteer.Facility {
	if len(words) == 1 && strings.ContainsAny(words[0], "0123456789") { // "A417"
		return gazetteer.FacilitySpot
	}
	found := gazetteer.FacilityNone
	for _, w := range words {
		if len(words) > 1 {
			found = max(found, gazetteer.FacilityOf(strings.TrimSuffix(w, ".")))
		}
	}
	return found
}

// owner is the place that the name of a spot begins or ends with, or that stands
// behind "of" in it: "Colorado State University", "the High Court of Kosti", "the
// Ardenian Embassy Khartoum". Of two the last is the nearer one.
func (m *Map) owner(words []string) *candidate {
	for n := min(3, len(words)-1); n > 0; n-- {
		for k := len(words) - n; k >= 0; k-- {
			if k > 0 && (k+n < len(words) && words[k-1] != "of" || words[0] == "Embassy" && words[k-1] == "of") {
				continue
			}
			if c := m.greatest(strings.Join(words[k:k+n], " ")); c != nil {
				return c
			}
		}
	}
	return nil
}

// greatest is the place a name stands for by itself: the one it is in this
// report, else a country, a state or a great town; nil for others.
func (m *Map) greatest(name string) *candidate {
	folded := gazetteer.Fold(name)
	for i := range m.Groups {
		if gazetteer.Fold(m.Groups[i].Name) == folded {
			if c := m.chosen(m.Groups[i].Mentions[0]); c != nil {
				return c
			}
		}
	}
	if gazetteer.Common(name) || describes(name) || len(name) < 4 || !gazetteer.Known(name) {
		return nil
	}
	for _, e := range gazetteer.Lookup(name) {
		if e.Match != gazetteer.MatchName {
			continue
		}
		switch {
		case gazetteer.KindOf(e.Feature) == gazetteer.KindCountry, e.Feature == "PPLC" && e.Population >= wellKnown, e.Feature == "ADM1" && e.Population >= wellKnownDivision,
			e.Population >= wellKnown && (m.leading == "" || e.Country == m.leading):
			c := newCandidate(e)
			return &c
		}
	}
	return nil
}

// nearest is the town named closest to toponym i, nil where there is none near by.
// What stands before a name is nearer to it than what follows.
func (m *Map) nearest(i int) *candidate {
	at := m.Toponyms[i].Span
	var best *candidate
	least := addressReach
	for j, t := range m.Toponyms {
		if j == i {
			continue
		}
		gap := at.Start - t.Span.End
		if j > i {
			gap = 2 * (t.Span.Start - at.End)
		}
		if gap >= least {
			continue
		}
		if c := m.chosen(j); c != nil && c.kind == gazetteer.KindTown {
			best, least = c, gap
		}
	}
	return best
}

// heart is the town or the district that a local report is about, nil where the
// report is not local. It is computed once.
func (m *Map) heart() *candidate {
	if m.sought {
		return m.local
	}
	m.sought = true
	var towns []*candidate
	var weights []float64
	total := 0.0
	for i := range m.Groups {
		c := m.chosen(m.Groups[i].Mentions[0])
		if c == nil || c.kind != gazetteer.KindTown && c.Feature != "ADM2" {
			continue
		}
		w := weigh(len(m.Groups[i].Mentions))
		towns, weights, total = append(towns, c), append(weights, w), total+w
	}
	most, own := localShare*total, 0.0
	for i, c := range towns {
		around := 0.0
		for j, d := range towns {
			if c.distance(d) <= localReach {
				around += weights[j]
			}
		}
		// Of towns with the same company the one named most often.
		if around > most || around == most && weights[i] > own {
			m.local, most, own = c, around, weights[i]
		}
	}
	if total < 1.5 || m.local != nil && m.leading != "" && m.local.Country != m.leading {
		m.local = nil
	}
	return m.local
}
