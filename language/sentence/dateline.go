package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DatelineReach is how many words a dateline has at most, its dash included.
const DatelineReach = 16

// Dateline is the number of words that open a paragraph with where, when and by
// whom its report was filed, the mark that closes them included, or 0. A
// dateline is no part of the sentence that follows: it ends one, as the
// treebanks have it. Some forms are unmistakable:
//
//	PORT VELM (Harbour Post) —
//	VELM, Arden, March 4 (Harbour Post) -
//	March 4, 2024 (PORT VELM, Arden) —
//	VELM, March 4 (Harbour Post)
//
// others are believed only of the opening, the first paragraph that is no
// heading:
//
//	Port Velm, Arden –
//	PORT VELM:
//
// In a report that grows by the hour it may be the hour alone:
//
//	14:05 GMT
func Dateline(words []string, gaps []Gap, opening bool) int {
	if n := clock(words); n > 0 {
		return n
	}
	shouts, bracket, comma, inside, day := 0, false, false, false, false
	for i, w := range words[:min(DatelineReach, len(words))] {
		switch {
		case w == "(":
			inside, bracket = true, true
		case w == ")":
			if inside && day && shouts > 0 && i+1 < len(words) && !dash(words[i+1]) && raised(words[i+1]) {
				return ends(words, i)
			}
			inside = false
		case dash(w):
			if i == 0 || inside {
				return 0
			}
			if spaced := gaps[i-1] != GapNone || gaps[i] != GapNone; !spaced && w == "-" && words[i-1] != ")" {
				continue // "Guinea-Bissau"
			}
			if bracket || shouts > 0 || opening && (i <= 2 || comma && i <= 7) {
				return ends(words, i)
			}
			return 0
		case w == ":":
			if opening && shouts > 0 && shouts == i && i <= 3 {
				return ends(words, i)
			}
			return 0
		case !filed(w):
			return 0
		case w == ",":
			comma = true
		case !inside && comma && len(w) <= 2 && strings.Trim(w, "0123456789") == "":
			day = true
		case shouted(w) && !inside:
			shouts++
		}
	}
	return 0
}

// clock is the number of words of the time of day that opens an entry, or 0:
// "14:05 GMT", "[1405 GMT]", "2:05 p.m. –", "14:05:". Without a mark after it
// the zone tells it from "14:05 was the hour", and the name of a day may not follow,
// as in "14:05 GMT Monday".
func clock(words []string) int {
	i, bracket := 0, len(words) > 0 && (words[0] == "[" || words[0] == "(")
	if bracket {
		i++
	}
	if i+1 >= len(words) || !hour(words[i]) {
		return 0
	}
	whole := strings.Contains(words[i], ":")
	i++
	if w := strings.ToLower(words[i]); w == "a.m." || w == "p.m." || w == "am" || w == "pm" {
		whole = true
		i++
	}
	zone := false
	if i < len(words) && len(words[i]) >= 2 && len(words[i]) <= 4 && words[i] == strings.ToUpper(words[i]) && words[i][0] >= 'A' {
		zone = true
		i++
	}
	if i >= len(words) || !whole && !zone {
		return 0
	}
	closed := bracket && (words[i] == "]" || words[i] == ")")
	if closed {
		i++
	}
	if i < len(words) && (dash(words[i]) || words[i] == ":" || words[i] == "|") {
		return ends(words, i)
	}
	if closed || zone && !bracket && i < len(words) && !days[words[i]] && words[i][0] >= 'A' {
		return ends(words, i-1)
	}
	return 0
}

// hour reports whether w is a time of day in figures.
func hour(w string) bool {
	figures := strings.Replace(w, ":", "", 1)
	return len(figures) >= 3 && len(figures) <= 4 && strings.Trim(figures, "0123456789") == "" && (len(w) == 4 || len(w) == 5 && w[2] == ':')
}

var days = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true}

// ends is the number of words of a dateline that the mark at token i closes, if
// a sentence follows.
func ends(words []string, i int) int {
	rest := words[i+1:]
	for len(rest) > 0 && strings.Trim(rest[0], "\"“‘'`") == "" {
		rest = rest[1:]
	}
	if len(rest) < 5 || !raised(rest[0]) {
		return 0
	}
	return i + 1
}

func dash(w string) bool { return w == "-" || w == "--" || w == "–" || w == "—" || w == "---" }

// shouted reports whether w is a word of capitals only, as datelines print the
// name of a town.
func shouted(w string) bool { return len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) }

// filed reports whether w may stand in a dateline: a capitalised word, a number,
// a particle of a name, a mark.
func filed(w string) bool {
	switch w {
	case ",", ".", "/", "|", "-", "'", "’", "'s", "’s", "&", "of", "de", "du", "la", "el", "al", "the", "and":
		return true
	}
	return raised(w)
}

// raised reports whether w begins with a capital or a figure.
func raised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
