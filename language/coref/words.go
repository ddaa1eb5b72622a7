package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameWords are the words of a name, in lower case, without dots, hyphens and
// the Arabic article: "Abdullah al-Thinni" and "Abdullah Thinni" are one.
func nameWords(name string) []string {
	out := make([]string, 0, 4)
	for start := 0; start < len(name); {
		r, n := utf8.DecodeRuneInString(name[start:])
		if !wordRune(r) {
			start += n
			continue
		}
		end := start
		for end < len(name) {
			r, n := utf8.DecodeRuneInString(name[end:])
			if !wordRune(r) && r != '.' && r != '\'' && r != '’' {
				break
			}
			end += n
		}
		word := name[start:end]
		hyphen := end < len(name) && name[end] == '-'
		start = end
		if hyphen && arabicArticle(word) {
			continue
		}
		if w := plainWord(word); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// plainWord is word in lower case without dots, apostrophes and the ending of
// the possessive.
func plainWord(word string) string {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if strings.ContainsAny(word, ".'’") {
		word = strings.Map(func(r rune) rune {
			if r == '.' || r == '\'' || r == '’' {
				return -1
			}
			return r
		}, word)
	}
	return strings.ToLower(word)
}

func arabicArticle(word string) bool {
	switch strings.ToLower(word) {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ed", "ez", "es":
		return true
	}
	return false
}

// particle reports whether a word of a name in lower case binds to the next.
func particle(word string) bool {
	switch word {
	case "bin", "ibn", "bint", "ben", "de", "da", "di", "do", "dos", "das", "del", "della", "du", "der", "den",
		"van", "von", "la", "le", "ter", "ten", "al", "el", "ul":
		return true
	}
	return false
}

// capitals reports whether name is an acronym as it stands: capitals, perhaps
// with dots or digits, two letters or more.
func capitals(name string) bool {
	upper := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
		case r == '.' || r == '-' || unicode.IsDigit(r):
		case r == 's' && upper >= 3: // "MILFs"
		default:
			return false
		}
	}
	return upper >= 2 && upper <= 8
}

// initials are the first letters of the words, of the small ones too if asked.
func initials(words []string, small bool) string {
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "del", "y", "e":
			if !small {
				continue
			}
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}

// endsWith reports whether long ends in the words of short.
func endsWith(long, short []string) bool {
	if len(short) > len(long) {
		return false
	}
	return equalWords(long[len(long)-len(short):], short)
}

// beginsWith reports whether long begins with the words of short.
func beginsWith(long, short []string) bool {
	return len(short) <= len(long) && equalWords(long[:len(short)], short)
}

func equalWords(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// capital reports whether word begins with a capital letter.
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
