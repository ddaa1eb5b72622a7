package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur"
)

// aliases gives one spelling to names that reports abbreviate.
var aliases = map[string]string{
	"u.s.": "united states", "us": "united states", "u.s": "united states", "usa": "united states",
	"america": "united states", "washington": "united states", "u.n.": "united nations",
	"un": "united nations", "uk": "united kingdom", "britain": "united kingdom", "u.k.": "united kingdom",
	"eu": "european union", "e.u.": "european union", "dprk": "north korea",
}

// titles are the words that do not make a name another one.
var titles = strings.Fields(`the a an of and mr mrs ms dr president prime minister spokesman spokeswoman spokesperson
	senior government foreign secretary`)

// plain is a name in lower case without accents, possessive endings and marks.
func plain(name string) string {
	decomposed := norm.NFKD.String(strings.ToLower(name))
	runes := []rune(strings.Map(func(r rune) rune {
		if norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return r
	}, decomposed))
	var b strings.Builder
	gap := false
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if (r == '’' || r == '\'') && i+1 < len(runes) && runes[i+1] == 's' && (i+2 == len(runes) || !wordy(runes[i+2])) {
			i++
			continue
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == ' ' {
			b.WriteRune(r)
			gap = false
			continue
		}
		if !gap {
			b.WriteByte(' ')
		}
		gap = true
	}
	s := strings.TrimSpace(b.String())
	if full, known := aliases[s]; known {
		return full
	}
	return strings.ReplaceAll(s, ".", "")
}

func wordy(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// SameName reports whether two names may be one actor's: equal but for case,
// accents and abbreviation, or alike in their last word, or in most of their
// words. Of joint holders ("A; B") one in common is enough.
func SameName(a, b string) bool {
	if strings.Contains(a, ";") || strings.Contains(b, ";") {
		for x := range strings.SplitSeq(a, ";") {
			for y := range strings.SplitSeq(b, ";") {
				if SameName(x, y) {
					return true
				}
			}
		}
		return false
	}
	a, b = plain(a), plain(b)
	if a == "" || b == "" || a == b {
		return a != "" && a == b
	}
	x, y := telling(a), telling(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if x[len(x)-1] == y[len(y)-1] && (len(x) == 1 || len(y) == 1 || x[0] == y[0]) {
		return true
	}
	in := func(words []string) map[string]bool {
		set := map[string]bool{}
		for _, w := range words {
			set[w] = true
		}
		return set
	}
	s, t := in(x), in(y)
	both := float64(common(s, t))
	return both/float64(min(len(s), len(t))) >= 0.6 && both/float64(max(len(s), len(t))) >= 0.4
}

// telling is the words of a name without titles.
func telling(name string) []string {
	return slices.DeleteFunc(strings.Fields(name), func(w string) bool { return slices.Contains(titles, w) })
}

// matchNames pairs names one to one, each gold name with the first that is
// left, and gives the number of pairs.
func matchNames(want, got []rapporteur.Participant) int {
	left, n := slices.Clone(got), 0
	for _, w := range want {
		i := slices.IndexFunc(left, func(p rapporteur.Participant) bool { return SameName(w.Name, p.Name) })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}
