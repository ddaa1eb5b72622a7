package terminal

import (
	"slices"
	"strconv"
	"strings"
)

// Spaced is an identifier as words: "agreed-to-meet" reads "agreed to meet".
func Spaced(s string) string { return strings.ReplaceAll(s, "-", " ") }

// Count is a number with its noun.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// Details are parts of a line, those that say nothing left out.
func Details(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// Verdict is an answer to a proposal as a person would say it.
func Verdict(answer string) string {
	switch answer {
	case "awaited":
		return "has yet to answer"
	case "accepted-with-reservations":
		return "accepted with reservations"
	case "countered":
		return "made a counter-offer"
	}
	return Spaced(answer)
}
