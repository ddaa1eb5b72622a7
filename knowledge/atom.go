package knowledge

import (
	"unicode"
	"unicode/utf8"
)

// An atom is what names are compared by: a run of letters and digits in small
// letters without accents and dots ("U.S." is "us", "al-Shabaab" is "al",
// "shabaab"), or a single other sign. Hyphens and apostrophes only part atoms,
// so that it does not matter whether the tokens of a text keep them.
type atom struct {
	text     string
	capitals capitals
}

// capitals says where an atom has them; a greater value satisfies a lesser.
type capitals uint8

const (
	small   capitals = iota // none, or not at the start
	initial                 // at the start
	all                     // everywhere, two letters or more
)

// splitter cuts words into atoms; its buffer is used again.
type splitter struct{ buffer []byte }

// split calls yield for each atom of word; text is valid only during the call.
func (s *splitter) split(word string, yield func(text []byte, c capitals)) {
	b := s.buffer[:0]
	first, upper, letters := small, 0, 0
	flush := func() {
		if len(b) == 0 {
			return
		}
		c := first
		if upper == letters && letters > 1 {
			c = all
		}
		yield(b, c)
		b, first, upper, letters = b[:0], small, 0, 0
	}
	for i := 0; i < len(word); {
		r, n := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(word[i:])
		}
		i += n
		switch {
		case r >= 'a' && r <= 'z':
			letters++
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			if letters == 0 {
				first = initial
			}
			letters++
			upper++
			b = append(b, byte(r)|0x20)
		case r >= '0' && r <= '9':
			b = append(b, byte(r))
		case r == '.', r == '\u00ad':
			// "U.S." is "US"
		case separates(r):
			flush()
		case unicode.IsLetter(r):
			if unicode.IsUpper(r) {
				if letters == 0 {
					first = initial
				}
				upper++
			}
			letters++
			b = appendFolded(b, r)
		default:
			flush()
			b = utf8.AppendRune(b, r)
			flush()
		}
	}
	flush()
	s.buffer = b
}

func separates(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '—', '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', '/', '_', ' ', '\u00a0':
		return true
	}
	return false
}

// folded has the letters with signs of the Latin alphabets of news without them.
var folded = func() map[rune]string {
	out := map[rune]string{}
	for plain, signed := range map[string]string{
		"a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
		"i": "ìíîïĩīĭį", "j": "ĵ", "k": "ķ", "l": "ĺļľł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "oe": "œ", "r": "ŕŗř",
		"s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range signed {
			out[r] = plain
			out[unicode.ToUpper(r)] = plain
		}
	}
	out['ı'], out['İ'] = "i", "i"
	return out
}()

func appendFolded(b []byte, r rune) []byte {
	if plain, ok := folded[r]; ok {
		return append(b, plain...)
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

// atoms are the atoms of a whole name.
func atoms(name string) []atom {
	var out []atom
	new(splitter).split(name, func(text []byte, c capitals) { out = append(out, atom{string(text), c}) })
	return out
}
