package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// stamp is how a line begins that says when the page appeared or changed.
var stamp = regexp.MustCompile(`(?i)^(?:first |last |originally )?(?:published|posted|updated|modified|released|filed|created|issued)\b.{0,12}(?:\d|:)`)

// credit is the byline of an agency or an author: "By Aster Vale", "By Aster Vale and
// Tom Rook in Velm".
var credit = regexp.MustCompile(`^(?:By|BY|Written by|Reported by|From)\s+(?:[\p{Lu}][\p{L}'’.-]*|and|in|for|of|the|AND|IN|&|,|\||\s)+$`)

// signing reports whether r is the byline or the date of the page rather than a
// part of the report. Such lines are short and no sentences. A date alone counts
// only before the first paragraph: further down it heads an entry of a timeline.
func signing(r *run, author string, before bool) bool {
	if utf8.RuneCountInString(r.text) > 120 || strings.HasSuffix(r.text, ".") && strings.Count(r.text, " ") > 12 {
		return false
	}
	if stamp.MatchString(r.text) || credit.MatchString(r.text) {
		return true
	}
	if before && !r.prose() && (strings.HasPrefix(strings.ToLower(r.text), "by ") || dated(r.text)) {
		return true
	}
	text := key(r.text)
	for name := range strings.SplitSeq(author, "; ") {
		if name := key(name); name != "" && (text == name || text == "by"+name) {
			return true
		}
	}
	return author != "" && (text == key(author) || text == "by"+key(author))
}

// dated reports whether a line is a date, or begins or ends with one: "October
// 22, 2019 report", "Port Arden, 22 March 2024".
func dated(line string) bool {
	if _, ok := dateLine(line); ok {
		return true
	}
	words := strings.Fields(line)
	if len(words) < 4 || len(words) > 12 {
		return false
	}
	for _, three := range [][]string{words[:3], words[len(words)-3:]} {
		if _, ok := when(strings.Join(three, " ")); ok {
			return true
		}
	}
	return false
}
