package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A family is the marks that can close one another. Newsrooms mix straight and
// curly marks in one quotation, so both are of one family.
type family uint8

const (
	none family = iota
	double
	single
	guillemet
)

// A role is what the shape of a mark says of it.
type role uint8

const (
	either role = iota
	opens
	closes
)

// markAt is the quotation mark at text[i:], with its length in bytes.
func markAt(text string, i int) (family, role, int) {
	switch c := text[i]; {
	case c == '"':
		return double, either, 1
	case c == '\'':
		if strings.HasPrefix(text[i:], "''") {
			return double, closes, 2 // the typewriter's pair ``…''
		}
		return single, either, 1
	case c == '`':
		if strings.HasPrefix(text[i:], "``") {
			return double, opens, 2
		}
		return none, either, 1
	case c < utf8.RuneSelf:
		return none, either, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '“', '„', '‟':
		return double, opens, n
	case '”':
		return double, closes, n
	case '＂':
		return double, either, n
	case '‘', '‚', '‛':
		return single, opens, n
	case '’':
		return single, closes, n
	case '«':
		return guillemet, opens, n
	case '»':
		return guillemet, closes, n
	}
	return none, either, n
}

// A place is the two characters around a mark, 0 at the ends of the paragraph.
type place struct{ before, after rune }

func placeOf(paragraph string, start, end int) place {
	var p place
	if start > 0 {
		p.before, _ = utf8.DecodeLastRuneInString(paragraph[:start])
	}
	if end < len(paragraph) {
		p.after, _ = utf8.DecodeRuneInString(paragraph[end:])
	}
	return p
}

func blank(r rune) bool { return r == 0 || unicode.IsSpace(r) }

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isMark(r rune) bool { return strings.ContainsRune("\"'`“”„‘’«»", r) }

// opening reports whether a mark here can begin a quotation.
func (p place) opening() bool {
	left := blank(p.before) || isMark(p.before) || strings.ContainsRune("([{—–-/…", p.before)
	return left && !blank(p.after) && !strings.ContainsRune(".,;:!?)]}", p.after)
}

// closing reports whether a mark here can end one.
func (p place) closing() bool {
	return !blank(p.before) && !word(p.after)
}

// elided are words that begin with an apostrophe.
var elided = []string{"em", "til", "till", "tis", "twas", "cause", "bout", "cos", "n", "round"}

// elision reports whether the rest of the paragraph after an apostrophe is a
// word cut short at its front: 'em, '90s.
func elision(rest string) bool {
	end := strings.IndexFunc(rest, func(r rune) bool { return !word(r) })
	if end < 0 {
		end = len(rest)
	}
	w := rest[:end]
	for _, e := range elided {
		if strings.EqualFold(w, e) {
			return true
		}
	}
	return len(w) >= 2 && len(w) <= 3 && w[0] >= '0' && w[0] <= '9' && w[1] >= '0' && w[1] <= '9' && (len(w) == 2 || w[2] == 's')
}
