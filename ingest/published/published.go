// Package published reads dates of publication as people and programs write
// them: on a command line, in a stream of reports, in the metadata of a page.
package published

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Forms names the forms that Parse accepts, for a message to a person.
const Forms = `2024-05-04, 2024-05-04T13:00:00Z (RFC 3339), 2024-05-04 13:00, 4 May 2024, May 4, 2024 or 20240504`

// Parse reads a date of publication in one of the Forms or a near variant (a
// weekday before it, "4th", "Sept.", seconds, fractions, "3:15 pm", a zone such
// as GMT or +0200, RFC 1123). A date without a time is midnight UTC; a time
// without a zone is taken as UTC. An offset that the text gives is kept, since
// it says what day it was where the report appeared.
//
// Day and month as numbers only (04/05/2024) are refused: half the world means
// April and half May.
func Parse(s string) (time.Time, error) {
	var text string
	if len(s) <= 100 { // no date is longer, and a wrong field can be megabytes
		text = tidy(s)
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 0 {
			return t, nil
		}
	}
	shown := s
	if len(shown) > 60 {
		shown = strings.ToValidUTF8(shown[:60], "") + "…"
	}
	if slashed(text) {
		return time.Time{}, fmt.Errorf("reading the date of publication %q: day and month cannot be told apart; try %s", shown, Forms)
	}
	return time.Time{}, fmt.Errorf("reading the date of publication %q: not a date; try %s", shown, Forms)
}

// layouts is every order of the parts, each with and without a time and a
// zone, after tidy has brought the parts to one spelling.
var layouts = func() (all []string) {
	all = []string{
		time.RFC3339,
		"2006-01-02T15:04:05Z0700",
		"2006-01-02T15:04Z07:00",
		"2006-01-02T15:04Z0700",
		"2006-01-02T15:04:05",
		"2006-01-02T15:04",
		"2006-01-02T15Z07:00",
		"20060102T150405Z0700",
		"20060102T150405Z07:00",
		"20060102T150405",
		"20060102150405",
	}
	dates := []string{
		"2006-1-2", "2006/1/2", "2006.1.2", "20060102",
		"2 Jan 2006", "Jan 2 2006", "2-Jan-2006", "2006 Jan 2",
	}
	times := []string{"", " 15:04", " 15:04:05", " 3:04 PM", " 3:04:05 PM", " 3 PM"}
	zones := []string{"", " MST", " -0700", " -07:00", "-07:00", " Z0700", "Z0700"}
	for _, date := range dates {
		for _, clock := range times {
			for _, zone := range zones {
				if clock != "" || zone == "" {
					all = append(all, date+clock+zone)
				}
			}
		}
	}
	return all
}()

// tidy drops what varies without meaning (weekday, commas, "at", ordinal
// endings, points after abbreviations) and shortens months to three letters.
func tidy(s string) string {
	var words []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' || r == '–' }) {
		lower := strings.ToLower(strings.TrimSuffix(word, "."))
		switch {
		case lower == "at" || lower == "on" || lower == "-" || lower == "the" || lower == "of":
			continue
		case weekdays[lower]:
			continue
		case months[lower] != "":
			word = months[lower]
		case lower == "am" || lower == "pm" || lower == "a.m" || lower == "p.m":
			word = strings.ToUpper(lower[:1]) + "M"
		default:
			word = clock(ordinal(word))
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// ordinal is "4" for "4th".
func ordinal(word string) string {
	if n := len(word); n == 3 || n == 4 {
		switch strings.ToLower(word[n-2:]) {
		case "st", "nd", "rd", "th":
			if strings.Trim(word[:n-2], "0123456789") == "" {
				return word[:n-2]
			}
		}
	}
	return word
}

// clock is "3:15 PM" for "3:15pm", so that one layout reads both.
func clock(word string) string {
	lower := strings.ToLower(word)
	for _, half := range []string{"am", "pm"} {
		digits, found := strings.CutSuffix(lower, half)
		if found && digits != "" && strings.Trim(digits, "0123456789:") == "" {
			return digits + " " + strings.ToUpper(half)
		}
	}
	return word
}

// slashed reports whether s begins with numbers joined by strokes or points.
func slashed(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return len(first) >= 6 && strings.Count(first, "/")+strings.Count(first, ".")+strings.Count(first, "-") == 2 &&
		strings.Trim(first, "0123456789/.-") == ""
}

var weekdays = func() map[string]bool {
	names := map[string]bool{"tues": true, "thur": true, "thurs": true}
	for day := time.Sunday; day <= time.Saturday; day++ {
		name := strings.ToLower(day.String())
		names[name], names[name[:3]] = true, true
	}
	return names
}()

// months maps each way to write a month to the one that the layouts have.
var months = func() map[string]string {
	names := map[string]string{"sept": "Sep"}
	for month := time.January; month <= time.December; month++ {
		name := month.String()
		names[strings.ToLower(name)] = name[:3]
		names[strings.ToLower(name[:3])] = name[:3]
	}
	return names
}()
