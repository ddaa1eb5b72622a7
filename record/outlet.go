package record

import (
	"regexp"
	"strings"

	"rapporteur/knowledge/gazetteer"
)

// creditWithin is how far into a text the credit of an agency may stand, in
// characters.
const creditWithin = 240

// credit is the agency in the dateline of a report: "PORT SOL, March 3 (Reuters) -".
var credit = regexp.MustCompile(`^[^\n()]{0,80}\(([A-Z][\pL\d .&'’-]{1,40})\) ?[-–—]`)

// credited is the agency that a report says it is by, "" where it does not say.
func credited(opening string) string {
	if i := strings.IndexFunc(opening, func(r rune) bool { return r > ' ' }); i > 0 {
		opening = opening[i:]
	}
	if found := credit.FindStringSubmatch(opening); found != nil {
		return found[1]
	}
	return ""
}

// through is whose report one is, and through which outlet it came.
func through(origin, publisher string) string {
	switch {
	case publisher == "":
		return origin
	case origin == "" || strings.EqualFold(gazetteer.Fold(origin), gazetteer.Fold(publisher)):
		return publisher
	}
	return origin + " via " + publisher
}
