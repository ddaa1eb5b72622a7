package place

import (
	"slices"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
)

// ruleCapital is that of "the capital" without its name.
const ruleCapital = "place/capital"

// capitals finds "the capital" where it stands for a name ("north of the capital",
// "entered the Sudanese capital"): that of the country whose people or whose
// genitive stands before it, else of the one that the report is about.
func (d *detector) capitals(leading string) []rapporteur.Place {
	var out []rapporteur.Place
	for i := range d.Tokens {
		if d.Word(i) != "capital" || d.Tokens[i].UPOS != "NOUN" || d.told(i+1) {
			continue
		}
		first, from, code := d.determined(i)
		if first < 0 || !d.reached(from) {
			continue
		}
		if code == "" {
			code = leading
		}
		if e := capitalOf(code); e != nil {
			out = append(out, rapporteur.Place{
				Span: d.SpanOf(first, i+1), Name: e.Name, Kind: e.Feature, Country: e.Country, Admin1: e.Admin1, GeoNamesID: e.ID,
				Lat: e.Lat, Lon: e.Lon, Resolved: true, Sentence: d.SentenceOf(i), Rule: ruleCapital,
			})
		}
	}
	return out
}

// told reports whether what stands at token i says which capital is meant, or
// that it is none: "the capital, Velm", "the capital of Arden", "the capital
// letter".
func (d *detector) told(i int) bool {
	if i < len(d.Tokens) && d.Word(i) == "," {
		i++
	}
	if i >= len(d.Tokens) {
		return false
	}
	if !wordByte(d.Word(i)[0]) {
		return false
	}
	return d.Word(i) == "of" || d.capital(i) || d.Tokens[i].UPOS == "NOUN" && d.Word(i-1) != ","
}

// determined is the first token of "the capital" at token i, that of the phrase
// with the genitive before it, and the country it is said to be of, "" for none;
// -1 where it is no country's.
func (d *detector) determined(i int) (first, from int, code string) {
	k := i - 1
	if k >= 0 && (d.Word(k) == "national" || d.Word(k) == "nation") {
		k--
	}
	if k >= 1 && d.capital(k) {
		codes := gazetteer.CountriesOfPeople(d.Word(k))
		if two := gazetteer.CountriesOfPeople(d.Text(d.SpanOf(k-1, k+1))); two != nil {
			codes, k = two, k-1
		}
		if len(codes) != 1 {
			return -1, -1, ""
		}
		code, k = codes[0], k-1
	}
	if k < 0 {
		return -1, -1, ""
	}
	switch d.Word(k) {
	case "the":
		return k, k, code
	case "'s", "’s":
		if k > 0 && code == "" && d.capital(k-1) {
			for _, e := range gazetteer.Lookup(d.Word(k - 1)) {
				if gazetteer.KindOf(e.Feature) == gazetteer.KindCountry {
					return k + 1, k - 1, e.Country
				}
			}
		}
	}
	return -1, -1, ""
}

// reached reports whether a word before token i makes a place of what begins
// there.
func (d *detector) reached(i int) bool {
	if i == 0 {
		return false
	}
	switch d.Word(i - 1) {
	case "of", "on", "over", "to", "through", "within", "leaving", "seized", "took":
		return true
	}
	return d.locative(i) || d.besieged(i)
}

// capitalOf is the capital of a country, nil where none is known.
func capitalOf(code string) *gazetteer.Entry {
	c := knowledge.CountryByCode(code)
	if c == nil {
		return nil
	}
	for _, seat := range c.Seats {
		for _, e := range gazetteer.Lookup(seat.Text) {
			if e.Country == code && e.Feature == "PPLC" {
				return &e
			}
		}
	}
	return nil
}

// withCapitals adds the unnamed capitals of a report to its places.
func withCapitals(t *grammar.Tree, places []rapporteur.Place, leading string) []rapporteur.Place {
	d := &detector{Tree: t}
	found := d.capitals(leading)
	if len(found) == 0 {
		return places
	}
	for _, c := range found {
		if !slices.ContainsFunc(places, func(p rapporteur.Place) bool { return p.Span.Overlaps(c.Span) }) {
			places = append(places, c)
		}
	}
	slices.SortFunc(places, func(a, b rapporteur.Place) int { return a.Span.Compare(b.Span) })
	return places
}
