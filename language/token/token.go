// Package token cuts text into the words of Universal Dependencies as its
// English treebanks EWT and GUM write them: punctuation apart, hyphenated
// compounds in three ("40 - day"), clitics as words of their own ("do" + "n't").
//
// The cutting is by rule, one pass over the bytes; what it knows of English
// (abbreviations, prefixes, contractions) is data in knowledge/words.
package token

import (
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// A Token is a word and how it is written.
type Token struct {
	Span rapporteur.Span
	// Joined marks the second word of a contraction: rapporteur.Token.Joined.
	Joined bool
}

// Split appends the tokens of the given stretch of text to out. The stretch may
// hold any bytes; what is no letter, digit or space is punctuation.
func Split(out []Token, text string, stretch rapporteur.Span) []Token {
	l := lexer{text: text, end: stretch.End, out: out}
	for at := stretch.Start; at < stretch.End; {
		r, size := decode(text, at, stretch.End)
		if isBetween(r) {
			at += size
			continue
		}
		end := at + size
		for end < stretch.End {
			r, size := decode(text, end, stretch.End)
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		l.chunk(at, end)
		at = end
	}
	return l.out
}

func decode(text string, at, end int) (rune, int) {
	if b := text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(text[at:end])
}

// isInvisible tells the characters that stand between words without showing:
// zero-width spaces and joiners, byte order marks, directional marks, controls.
func isInvisible(r rune) bool {
	return r < ' ' || r == 0x7f || r == 0xfeff || r == 0xad || 0x200b <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e || 0x2060 <= r && r <= 0x2064
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´' }

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}

// isBetween tells what is part of no token.
func isBetween(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }
