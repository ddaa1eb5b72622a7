package coref

import (
	"strings"
	"sync"

	"rapporteur/knowledge"
)

// identity is what the knowledge of actors calls the state, body or people that
// the tokens [first, end) name, all of them, or "": what is called by two names
// in one text is one by this. Names that several bear are left to the text.
func (f *finder) identity(first, end int32) string {
	f.hits = f.scanner.Scan(f.hits[:0], int(first), int(end), f.d.Word)
	if len(f.hits) != 1 || f.hits[0].First > int(first)+1 || f.hits[0].End != int(end) {
		return ""
	}
	if f.hits[0].First > int(first) && f.lower(first) != "the" {
		return ""
	}
	found := ""
	for _, s := range f.hits[0].Senses {
		key := ""
		switch {
		case s.Form != knowledge.FormName && s.Form != knowledge.FormPlural || s.Noun != nil:
			continue
		case s.Ambiguous:
			return ""
		case s.Form == knowledge.FormPlural && s.Country != nil:
			key = "people of " + s.Country.Code
		case s.Country != nil:
			key = "country " + s.Country.Code
		case s.Part != nil:
			key = "part " + s.Part.Key
		case s.Body != nil:
			key = "body " + s.Body.Key
		case s.People != nil:
			key = "people " + s.People.Key
		}
		if found != "" && found != key {
			return ""
		}
		found = key
	}
	return found
}

// landOf is the code of the country, or the key of its part, that token i, or
// the entity around it, names by name or adjective, or "".
func (f *finder) landOf(i int32) string {
	first, end := int(i), int(i)+1
	if e := f.entity[i]; e != none {
		first, end = max(f.d.Entities[e].First, 0), min(f.d.Entities[e].End, len(f.heads))
	}
	f.hits = f.scanner.Scan(f.hits[:0], first, end, f.d.Word)
	if len(f.hits) != 1 || f.hits[0].End != end {
		return ""
	}
	for _, s := range f.hits[0].Senses {
		if s.Form != knowledge.FormName && s.Form != knowledge.FormAdjective {
			continue
		}
		switch {
		case s.Country != nil:
			return s.Country.Code
		case s.Part != nil:
			return s.Part.Key
		}
	}
	return ""
}

// seatOf is the code of the country whose government is called by the city that
// the tokens [first, end) name, or "".
func (f *finder) seatOf(first, end int32) string {
	f.hits = f.scanner.Scan(f.hits[:0], int(first), int(end), f.d.Word)
	if len(f.hits) != 1 || f.hits[0].End != int(end) {
		return ""
	}
	for _, s := range f.hits[0].Senses {
		if s.Form == knowledge.FormSeat && s.Country != nil {
			return s.Country.Code
		}
	}
	return ""
}

// leaning is the gender of those who bear a given name as a rule.
func leaning(name string) gender {
	switch knowledge.Gender(name) {
	case knowledge.Masculine:
		return male
	case knowledge.Feminine:
		return female
	}
	return unknownGender
}

// spokesmanship are the nouns whose holder, speaking in office, speaks for a
// body.
var spokesmanship = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Speaks {
			words := strings.Fields(n.Singular)
			out[words[len(words)-1]] = true
		}
	}
	return out
})

// knownClass is the class of what identity names, or c where it names nothing:
// the recogniser may take a group for a place.
func knownClass(identity string, c class) class {
	kind, _, _ := strings.Cut(identity, " ")
	switch kind {
	case "country", "part":
		return place | body
	case "body":
		return body
	case "people":
		return people | body
	}
	return c
}
