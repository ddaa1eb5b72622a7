package feed

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rapporteur/ingest/published"
)

// zones are the offsets of the zones that feeds name, in minutes: time.Parse
// takes a zone that it does not know for UTC, which moves what was published
// at night to another day. IST and AST, which are three zones each, are not here.
var zones = map[string]int{
	"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MET": 60, "WAT": 60, "CEST": 120, "MEST": 120, "EET": 120, "CAT": 120, "SAST": 120,
	"EEST": 180, "MSK": 180, "EAT": 180, "TRT": 180, "IRST": 210, "GST": 240, "AFT": 270, "PKT": 300, "NPT": 345, "ICT": 420, "WIB": 420, "SGT": 480, "HKT": 480, "PHT": 480, "AWST": 480,
	"JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
	"NST": -210, "NDT": -150, "ADT": -180, "BRT": -180, "ART": -180, "EDT": -240, "EST": -300, "COT": -300, "PET": -300, "CDT": -300, "CST": -360, "MDT": -360, "MST": -420, "PDT": -420, "PST": -480,
	"AKDT": -480, "AKST": -540, "HST": -600,
}

// oddities are what feeds write that published.Parse does not read, and what
// they mean. They are tried in this order, each on what the ones before made.
var oddities = []struct {
	is    *regexp.Regexp
	means string
}{
	{regexp.MustCompile(`(?i)^\s*(?:published|posted|date)\s*:\s*`), ""},
	{regexp.MustCompile(`\s*\([^()]*\)\s*$`), ""},                                           // 10:00:00 +0200 (CEST)
	{regexp.MustCompile(`\b(?:GMT|UTC)\s*([+-]\d{2}:?\d{2})$`), "$1"},                       // GMT+0200
	{regexp.MustCompile(`([+-]\d{2}:?\d{2})\s+[A-Z]{2,5}$`), "$1"},                          // +0000 GMT
	{regexp.MustCompile(`\s--?(\d{4})$`), " -$1"},                                           // --0700
	{regexp.MustCompile(`(\d{2}:\d{2}:\d{2})[.,]\d+`), "$1"},                                // fractions
	{regexp.MustCompile(`\b24:00(?::00)?\b`), "23:59:59"},                                   // a day's end
	{regexp.MustCompile(`\b(\d{1,2})h(\d{2})\b`), "$1:$2"},                                  // 15h04
	{regexp.MustCompile(`\b(\d):(\d{1,2})\b`), "0$1:$2"},                                    // 5:04
	{regexp.MustCompile(`:(\d)\b`), ":0$1"},                                                 // 15:4
	{regexp.MustCompile(`(\d{2}:\d{2}:\d{2})([A-Z]{2,4})$`), "$1 $2"},                       // 15:04:05GMT
	{regexp.MustCompile(`(\d{4}-\d{2}-\d{2})T?\s+(\d{2}:\d{2}(?::\d{2})?)\s*Z$`), "$1T$2Z"}, // 2024-03-12 10:00:00Z
	{regexp.MustCompile(`(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})\s*([+-]\d{2}):?(\d{2})$`), "${1}T$2:00$3:$4"},
	{regexp.MustCompile(`(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2}:\d{2})\s*([+-]\d{2}):?(\d{2})$`), "${1}T$2$3:$4"},
	{regexp.MustCompile(`([+-])(\d)(\d{2})$`), "${1}0$2$3"},                                              // -500
	{regexp.MustCompile(`([+-]\d{2})$`), "${1}00"},                                                       // +02
	{regexp.MustCompile(`(^|[\s,])(\d{1,2})[\s-]([A-Za-z]{3,9})[\s-]([0-6]\d)(\s|$)`), "$1$2 $3 20$4$5"}, // 12 Mar 24
}

// date is when an item was published, as its feed writes it. The error says why
// it cannot be told.
func date(s string) (time.Time, error) {
	shown := s
	if len(shown) > 60 {
		shown = strings.ToValidUTF8(shown[:60], "") + "…"
	}
	at, err := anyDate(strings.TrimSpace(s))
	switch {
	case err != nil:
		return time.Time{}, fmt.Errorf("the date %q cannot be read", shown)
	case at.Year() < 1980: // the zero of a clock
		return time.Time{}, fmt.Errorf("the date %q is that of no report", shown)
	case at.After(time.Now().Add(36 * time.Hour)):
		return time.Time{}, fmt.Errorf("the date %q lies in the future", shown)
	}
	return at, nil
}

func anyDate(s string) (time.Time, error) {
	if len(s) > 100 {
		return published.Parse("")
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch len(s) {
		case 10:
			return time.Unix(n, 0).UTC(), nil
		case 13:
			return time.UnixMilli(n).UTC(), nil
		}
	}
	at, err := zoned(s)
	for _, o := range oddities {
		if err == nil {
			break
		}
		if repaired := o.is.ReplaceAllString(s, o.means); repaired != s {
			s = strings.TrimSpace(repaired)
			at, err = zoned(s)
		}
	}
	return at, err
}

// zoned reads a date whose last word may name a zone.
func zoned(s string) (time.Time, error) {
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		if minutes, ok := zones[strings.ToUpper(s[at+1:])]; ok {
			sign := '+'
			if minutes < 0 {
				sign, minutes = '-', -minutes
			}
			s = fmt.Sprintf("%s %c%02d%02d", s[:at], sign, minutes/60, minutes%60)
		}
	}
	return published.Parse(s)
}
