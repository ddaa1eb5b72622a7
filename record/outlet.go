package record

import (
	"regexp"
	"strings"

	"rapporteur/knowledge/gazetteer"
	"rapporteur/knowledge/linking"
)

// creditWithin is how far into a text the credit of an agency may stand, in
// characters.
const creditWithin = 240

// credit is the agency in the dateline of a report: "PORT SOL, March 3 (Reuters) -".
var credit = regexp.MustCompile(`^[^\n()]{0,80}\(([A-Z][\pL\d .&'’-]{1,40})\) ?[-–—]`)

// credited is the agency that a report says it is by, "" where it does not say.
func credited(opening string) string {
	// "The Velm Liberation Front (VLF) - " is no dateline.
	if found := credit.FindStringSubmatch(strings.TrimLeft(opening, " \n\t")); found != nil && linking.Agency(found[1]) != "" {
		return found[1]
	}
	return ""
}

// A copied is an article among the copies of one text.
type copied struct {
	Mention
	publisher string
}

// origin is whose text the copies of one are, in their order, as far as the one
// with an id is not the original: that of the first, unless an agency had it on
// the same day.
func origin(copies []copied, id string) string {
	day := func(c copied) string { return c.Published[:min(len(c.Published), len("2006-01-02"))] }
	for _, c := range copies {
		if day(c) == day(copies[0]) && linking.Agency(c.publisher) != "" {
			return c.publisher
		}
	}
	if copies[0].Article == id {
		return ""
	}
	return copies[0].publisher
}

// through is whose report one is, and through which outlet it came.
func through(origin, publisher string) string {
	switch {
	case publisher == "":
		return origin
	case origin == "" || strings.EqualFold(gazetteer.Fold(origin), gazetteer.Fold(publisher)):
		return publisher
	case linking.Agency(origin) != "" && linking.Agency(origin) == linking.Agency(publisher):
		return publisher
	}
	return origin + " via " + publisher
}
