// Package place finds the toponyms of a report and says where they are.
//
// Finding: named entities of type Location; the place that names a Facility
// ("the Rafah crossing"); well-known names that the entity model missed.
// Resolving: every place of knowledge/gazetteer that bears the name is a
// candidate; a log-linear ranker weighs what is known of it, the words beside
// the name and the other places of the report (see train/place). A name that
// nothing in the gazetteer bears, or only places far from all that the report
// is about, stays unresolved, with its country where the report leaves no doubt.
package place

import (
	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/gazetteer"
)

// shortest is the length in bytes of a name that is told though nothing is
// known of it, provided that it stands as a place does ("in Velmhara"); shorter
// ones are initials and scraps.
const shortest = 3

// Find is the places of the report, ascending. A name is one place throughout
// a report; "the capital" is a place, too, where it stands for its name.
func Find(t *grammar.Tree) []rapporteur.Place {
	names := detect(t)
	if len(names) == 0 {
		return withCapitals(t, nil, "")
	}
	spans := make([]rapporteur.Span, len(names))
	for i, n := range names {
		spans[i] = n.span
	}
	m := resolve(t.Article, spans)
	out := make([]rapporteur.Place, 0, len(names))
	for i, n := range names {
		p := m.Place(i)
		if (!p.Resolved || p.Name == "") && (!n.plain || n.span.Len() < shortest || n.rule != ruleEntity && !n.contained && (n.rule != ruleFacility || !p.Resolved)) {
			continue
		}
		p.Span, p.Sentence, p.Rule = n.span, t.SentenceOf(n.first), n.rule
		switch {
		case !p.Resolved:
			p.Name, p.Rule = t.Text(n.span), n.rule+"/unresolved"
		case p.Name == "":
			p.Name, p.Rule = t.Text(n.span), n.rule+"/beside"
		}
		out = append(out, p)
	}
	return withCapitals(t, out, m.leading)
}

// Resolve gives the place of each of the toponyms at spans (ascending, not
// overlapping) of an article, one for each, unresolved ones included: what Find
// does with the names it has found. A people or its adjective is its country or region.
func Resolve(a *rapporteur.Article, spans []rapporteur.Span) []rapporteur.Place {
	m := resolve(a, spans)
	out := make([]rapporteur.Place, len(spans))
	for i, s := range spans {
		out[i] = m.Place(i)
		if p, ok := ofPeople(a.Quote(s)); ok {
			out[i] = p
		}
		out[i].Span = s
	}
	return out
}

// ofPeople is the country or the region whose people or adjective is word.
func ofPeople(word string) (rapporteur.Place, bool) {
	if codes := gazetteer.CountriesOfPeople(word); len(codes) > 0 {
		c := gazetteer.CountryByCode(codes[0])
		return rapporteur.Place{
			Name: c.Name, Kind: "PCLI", Country: c.Alpha3, GeoNamesID: c.ID, Lat: c.Lat, Lon: c.Lon, Resolved: true,
		}, true
	}
	if region, ok := gazetteer.RegionOfPeople(word); ok {
		if e, ok := region.Entry(); ok {
			c := newCandidate(e)
			return placed(&c), true
		}
	}
	return rapporteur.Place{}, false
}

func resolve(a *rapporteur.Article, spans []rapporteur.Span) *Map {
	m := NewMap(a, spans)
	w := fitted()
	m.Context(w.alone[:])
	m.Rank(w.full[:])
	return m
}

// Place resolves toponym i; Rank must have been called. Resolved is false where no
// candidate is believable, Country then being that of what the text puts it in, else of
// the report as a whole. One
// that the text puts in or near a town that is known, and a street or a building of a
// town, is where that is, without a Name, a Kind and an id of its own.
func (m *Map) Place(i int) rapporteur.Place {
	if c := m.chosen(i); c != nil {
		return placed(c)
	}
	if c := m.beside(i); c != nil {
		p := placed(c)
		return rapporteur.Place{Country: p.Country, Admin1: p.Admin1, Lat: p.Lat, Lon: p.Lon, Resolved: true}
	}
	if j, ok := m.holders[i]; ok {
		if c := m.chosen(j); c != nil && c.Country != "" {
			p := rapporteur.Place{Country: c.Country, Admin1: c.Admin1}
			if c.Feature == "ADM1" {
				p.Admin1 = c.Name
			}
			return p
		}
	}
	return rapporteur.Place{Country: m.leading}
}

// chosen is the place that toponym i is believed to stand for, nil for none.
func (m *Map) chosen(i int) *candidate {
	group := m.Toponyms[i].Group
	k, p := m.Best(group)
	if k < 0 || !m.believable(group, k, p) || m.elsewhere(i, &m.Groups[group].candidates[k]) {
		return nil
	}
	return &m.Groups[group].candidates[k]
}

// elsewhere reports whether town c is not where the text puts toponym i: "Whitehall in
// London" is none of the towns of that name.
func (m *Map) elsewhere(i int, c *candidate) bool {
	if !m.inner[i] || c.kind != gazetteer.KindTown || c.Population >= wellKnown {
		return false
	}
	group := m.Toponyms[m.holders[i]].Group
	k, p := m.Best(group)
	if k < 0 || !m.believable(group, k, p) {
		return false
	}
	in := &m.Groups[group].candidates[k]
	return (in.kind == gazetteer.KindCountry || in.kind == gazetteer.KindTown) && in.Country != c.Country
}

func placed(c *candidate) rapporteur.Place {
	return rapporteur.Place{
		Name: c.Name, Kind: c.Feature, Country: c.Country, Admin1: c.Admin1, GeoNamesID: c.ID, Lat: c.Lat, Lon: c.Lon, Resolved: true,
	}
}
