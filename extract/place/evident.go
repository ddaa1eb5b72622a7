package place

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// evidentTown is the floor of population for a name of one word that the words
// beside it show to be a place's, in a country that the report speaks of.
const evidentTown = 1_000

// evident reports whether the words around a known name leave no doubt that it
// is a place's, whatever the entity model took it for: "Abu Shouk camp", "retook
// Wad Madani", "KOSTI (Harbour Post) —", "Kosti residents". A name of several
// words that is an object and lies in a country of the report needs no more.
// taken is the class of entity that the name was taken for, "" for none: bodies
// are named by the places they sit in ("the Pentagon", "in Congress") and need
// stronger words.
func (d *detector) evident(first, end int, taken string) bool {
	name := d.Text(d.SpanOf(first, end))
	single := end == first+1
	if len(name) < 4 || single && (gazetteer.Common(name) || describes(name) || gazetteer.CountriesOfPeople(name) != nil || d.persons[d.Word(first)]) {
		return false
	}
	body := taken == rapporteur.EntityOrganization
	switch {
	case end < len(d.Tokens) && d.Word(end) == "-" && d.Tokens[end].Span.Start == d.Tokens[end-1].Span.End: // "Arab-Israeli"
		return false
	case d.opening(first, end):
		return true
	case d.besieged(first), d.kindAfter(end):
		return !single || d.among(name)
	case d.inhabited(end):
		return !body && d.among(name)
	case d.locative(first):
		return !body && (!single || (taken == "" || d.Word(first-1) != "from") && d.among(name))
	}
	return !single && !body && d.object(first, end) && d.among(name)
}

// opening reports whether the name opens its sentence in capitals and a dash or a
// bracket follows, as datelines do.
func (d *detector) opening(first, end int) bool {
	s := d.Sentences[d.SentenceOf(first)]
	if first != s.First || end >= s.End || strings.ToUpper(d.Word(first)) != d.Word(first) || len(d.Word(first)) < 4 {
		return false
	}
	switch d.Word(end) {
	case "—", "–", "--", "-", "(":
		return true
	}
	return false
}

// besieged reports whether a verb whose object is a place and never a person
// stands before token i, the article overlooked.
func (d *detector) besieged(i int) bool {
	if i > 0 && d.Word(i-1) == "the" {
		i--
	}
	if i == 0 {
		return false
	}
	switch d.Lemma(i - 1) {
	case "enter", "reach", "retake", "retook", "recapture", "storm", "besiege", "shell", "bomb", "bombard", "overrun", "pound", "invade", "encircle", "evacuate",
		"raid", "shake", "flee", "liberate":
		return true
	}
	return false
}

// kindAfter reports whether a common noun that says what kind of place a name is
// stands at token i: "al-Hol camp".
func (d *detector) kindAfter(i int) bool {
	if i >= len(d.Tokens) || !d.lower(i) {
		return false
	}
	k, _ := kindOf(d.Word(i))
	return k != gazetteer.KindUnknown && k != gazetteer.KindCountry
}

// inhabited reports whether those who live in a town or govern it stand at token
// i: "Kosti residents".
func (d *detector) inhabited(i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	switch d.Word(i) {
	case "residents", "villagers", "police", "officials", "authorities", "prosecutors", "mayor", "governor", "councillors":
		return true
	}
	return false
}

// object reports whether the name is what something is done to or where: no
// subject, and no name in apposition to one.
func (d *detector) object(first, end int) bool {
	for i := first; i < end; i++ {
		if h := d.Head(i); h >= first && h < end {
			continue
		}
		if d.Is(i, "conj") {
			i = d.FirstConjunct(i)
		}
		return d.Is(i, "obj", "obl", "nmod")
	}
	return false
}

// among reports whether a place of that name, and no hamlet, lies in a country
// that the report speaks of, or a sizeable one anywhere.
func (d *detector) among(name string) bool {
	if populous(name, locativeTown) {
		return true
	}
	if d.of == nil {
		d.of = d.countries()
	}
	for _, e := range gazetteer.Lookup(name) {
		if e.Match != gazetteer.MatchVariant && gazetteer.KindOf(e.Feature) != gazetteer.KindSite && d.of[e.Country] && (e.Population >= evidentTown || e.Population == 0) {
			return true
		}
	}
	return false
}

// countries are those that the peoples and the well-known places of the report
// point to.
func (d *detector) countries() map[string]bool {
	out := map[string]bool{}
	for _, e := range d.Entities {
		switch e.Type {
		case rapporteur.EntityNORP:
			for _, code := range gazetteer.CountriesOfPeople(d.Text(e.Span)) {
				out[code] = true
			}
		case rapporteur.EntityLocation:
			for i := e.First; i < e.End; i++ {
				if !d.capital(i) {
					continue
				}
				to := i + 1
				for to < e.End && d.capital(to) {
					to++
				}
				if d.prominent(i, to) {
					out[gazetteer.Lookup(d.Text(d.SpanOf(i, to)))[0].Country] = true
				}
				i = to
			}
		}
	}
	delete(out, "")
	return out
}

// opens reports whether a name may begin at token i: with a capital, or with an
// Arabic article before one ("al-Hol").
func (d *detector) opens(i int) bool {
	if d.capital(i) {
		return true
	}
	if c := d.Word(i)[0]; c != 'a' && c != 'e' {
		return false
	}
	article, rest, joined := strings.Cut(d.Word(i), "-")
	switch article {
	case "al", "el", "ad", "as", "ash", "at", "ar", "an", "az", "es", "ez", "er", "ed", "en":
	default:
		return false
	}
	if joined {
		return rest != "" && 'A' <= rest[0] && rest[0] <= 'Z'
	}
	return i+2 < len(d.Tokens) && d.Word(i+1) == "-" && d.Tokens[i].Span.End == d.Tokens[i+1].Span.Start && d.capital(i+2)
}
