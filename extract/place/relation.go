package place

import (
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// relation is what the words between two names say of the places.
type relation int

const (
	unrelated relation = iota
	within             // the first lies in the second: "Tripoli in northern Lebanon"
	commaOnly          // "Paris, Texas" or "Paris, London"
	holds              // the second lies in the first: "Syria's Hama province"
	near               // they are close: "a village near Goma"
)

// longestBetween is as far as two names of one expression are apart.
const longestBetween = 64

// relate reads the words between two names.
func relate(between string) relation {
	if len(between) > longestBetween || between == "" {
		return unrelated
	}
	switch strings.TrimSpace(between) {
	case ",":
		return commaOnly
	case "(", "in", ", in", "of":
		return within
	case "'s", "’s":
		return holds
	}
	rest, possessive := strings.CutPrefix(between, "'s ")
	if !possessive {
		rest, possessive = strings.CutPrefix(between, "’s ")
	}
	found := unrelated
	if possessive {
		found = holds
	}
	told := false // the word before says what kind of place the first is
	for rest = strings.TrimSpace(rest); rest != ""; {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		word = strings.Trim(word, ",")
		switch {
		case word == "":
		case word == "near" || word == "outside":
			return near
		case word == "in" && !possessive, word == "of" && found == unrelated && !possessive && told:
			found = within // "Velmhara district of Kosti", too
		case word == "from" || word == "and" || !describes(word):
			return unrelated
		}
		kind, _ := kindOf(word)
		told = kind != gazetteer.KindUnknown
	}
	return found
}

// inside reports whether a lies in b as far as the tables tell.
func inside(a, b *candidate) bool {
	if b.Country != "" && a.Country != b.Country {
		return false
	}
	switch b.kind {
	case gazetteer.KindCountry:
		return a.kind != gazetteer.KindCountry
	case gazetteer.KindDivision:
		if a.kind == gazetteer.KindCountry {
			return false
		}
		if b.Feature == "ADM1" {
			if a.Feature == "ADM1" {
				return false
			}
			return a.Admin1 == b.Name || a.Admin1 == "" && a.distance(b) < 250
		}
		return a.Feature != "ADM1" && a.distance(b) < 80
	case gazetteer.KindTown:
		return (a.kind == gazetteer.KindTown || a.kind == gazetteer.KindSite) && a.distance(b) < 40 && a.Population <= b.Population
	case gazetteer.KindArea:
		return b.Country != "" && a.kind != gazetteer.KindCountry && a.distance(b) < 400
	}
	return false
}
