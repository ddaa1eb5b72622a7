package knowledge

import "strings"

// People are the nouns for one of the people of c: its demonyms, or its
// adjectives where none is listed.
func (c *Country) People() []Name {
	if len(c.Demonyms) > 0 {
		return c.Demonyms
	}
	return c.Adjectives
}

// PluralDemonym is the plural of a noun for one of a people: "Swedes",
// "Frenchmen", "Chinese".
func PluralDemonym(noun string) string {
	for _, same := range []string{"ese", "ish", "ch", "ss", "s", "x", "."} {
		if strings.HasSuffix(noun, same) {
			return noun
		}
	}
	return Plural(noun)
}
