package place

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// A Toponym is one name of a place in the text, with what the words around it
// say of the place.
type Toponym struct {
	Span  rapporteur.Span
	Group int // index of its Group
	kind  gazetteer.Kind
	// plural is set by "regions" in "the Kharkiv and Sumy regions", which says
	// the kind of the names before it, too.
	plural   bool
	heads    bool // by "provinces" in "the provinces of Pattani and Yala", which says that of those after it
	kindWord string
	people   string // the adjective before it: "the Syrian city of …"
	located  bool   // a preposition of place stands before it: "in Velmhara"
}

// readKind looks for the common noun that says what kind of place the name at
// s is: "Herat province", "the river Jordan", "the city of Homs".
func (t *Toponym) readKind(text string, s rapporteur.Span) {
	name := text[s.Start:s.End]
	if word := after(text, s.End); word != "" {
		if k, plural := kindOf(word); k != gazetteer.KindUnknown {
			t.kind, t.plural, t.kindWord = k, plural, word
			return
		}
	}
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		if k, plural := kindOf(name[i+1:]); k != gazetteer.KindUnknown {
			t.kind, t.plural = k, plural
			return
		}
	}
	word, at := before(text, s.Start)
	if word == "of" {
		word, at = before(text, at)
		owner, _ := before(text, at)
		if k, plural := kindOf(word); k != gazetteer.KindUnknown && (!plural || k == gazetteer.KindDivision) && (owner == "" || owner[0] < 'A' || owner[0] > 'Z' || owner == "The") {
			t.kind, t.kindWord, t.heads = k, word, plural // but of "Velmhara district of Kosti" it is Velmhara's
		}
		return
	}
	if k, plural := kindOf(word); k != gazetteer.KindUnknown && !plural && k != gazetteer.KindSite {
		t.kind, t.kindWord = k, word
	}
}

// readPeople looks for the adjective of a country before the name, over the
// words that describe a place: "the Syrian city of", "the northern Lebanese town".
func (t *Toponym) readPeople(text string, s rapporteur.Span) {
	at := s.Start
	for range 6 {
		word, start := before(text, at)
		switch {
		case word == "":
			return
		case len(gazetteer.CountriesOfPeople(word)) > 0:
			t.people = word
			return
		case !describes(word):
			return
		}
		at = start
	}
}

// readPreposition looks for a preposition of place before the name, over the
// words that describe a place: "in the northern town of Velmhara".
func (t *Toponym) readPreposition(text string, s rapporteur.Span) {
	at := s.Start
	for range 6 {
		word, start := before(text, at)
		switch strings.ToLower(word) {
		case "in", "at", "near", "from", "around", "across", "into", "outside", "inside", "throughout", "toward", "towards", "to", "beyond", "off", "via":
			t.located = true
			return
		}
		if word == "" || !describes(word) {
			return
		}
		at = start
	}
}

// describes reports whether a word may stand between a place and the place it
// lies in or is said to belong to.
func describes(word string) bool {
	if k, _ := kindOf(word); k != gazetteer.KindUnknown {
		return true
	}
	switch strings.ToLower(word) {
	case "of", "the", "a", "an", "in", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
		"northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest",
		"north-eastern", "north-western", "south-eastern", "south-western", "border", "coastal", "area", "port", "main", "largest", "second",
		"second-largest", "biggest", "besieged", "key", "strategic", "ancient", "historic", "small", "nearby", "remote", "provincial",
		"regional", "capital", "occupied", "restive", "neighboring", "neighbouring", "inland", "desert", "mountainous", "rural",
		"country's", "far", "country’s", "eastern-most", "frontline", "front-line", "held", "rebel-held", "government-held":
		return true
	}
	return false
}

// kindOf reads a common noun, singular or plural, in either case.
func kindOf(word string) (kind gazetteer.Kind, plural bool) {
	if len(word) < 3 || len(word) > 16 {
		return gazetteer.KindUnknown, false
	}
	word = strings.ToLower(word)
	if k := gazetteer.KindOfWord(word); k != gazetteer.KindUnknown {
		return k, word == "islands" || word == "mountains"
	}
	single, ok := strings.CutSuffix(word, "s")
	if !ok {
		return gazetteer.KindUnknown, false
	}
	if stem, ok := strings.CutSuffix(single, "ie"); ok {
		single = stem + "y"
	} else if k := gazetteer.KindOfWord(strings.TrimSuffix(single, "e")); k != gazetteer.KindUnknown {
		return k, true
	}
	return gazetteer.KindOfWord(single), true
}

// after is the word that follows at, one space between; "" at a stop.
func after(text string, at int) string {
	if at >= len(text) || text[at] != ' ' {
		return ""
	}
	end := at + 1
	for end < len(text) && wordByte(text[end]) {
		end++
	}
	return text[at+1 : end]
}

// before is the word that precedes at, and where it begins; "" at a stop.
func before(text string, at int) (string, int) {
	if at < 2 || text[at-1] != ' ' {
		return "", at
	}
	start := at - 1
	for start > 0 && wordByte(text[start-1]) {
		start--
	}
	return text[start : at-1], start
}

// wordByte takes letters, hyphens, apostrophes and all that is not ASCII.
func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '-' || c == '\'' || c >= 0x80
}
