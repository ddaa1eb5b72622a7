package token

import (
	"strings"
	"unicode/utf8"

	"rapporteur/knowledge/words"
)

// clitics emits the word [from, to), its clitics as words of their own.
func (l *lexer) clitics(from, to int) {
	word := l.text[from:to]
	if n := contraction(word); n > 0 {
		l.emit(from, from+n, false)
		l.clitic(from+n, to)
		return
	}
	l.emit(from, to, false)
}

// clitic emits what was cut off, which may hold a second clitic ("n't've").
func (l *lexer) clitic(from, to int) {
	if n := contraction(l.text[from:to]); n > 0 {
		l.emit(from, from+n, true)
		l.emit(from+n, to, true)
		return
	}
	l.emit(from, to, true)
}

// contraction is where the clitic of the word begins, 0 where it has none.
func contraction(word string) int {
	if at := strings.LastIndexAny(word, "'’ʼ`´"); at > 0 {
		_, size := decode(word, at, len(word))
		switch tail := strings.ToLower(word[at+size:]); tail {
		case "s", "re", "ve", "ll", "d", "m":
			return at
		case "t":
			if n := word[at-1]; (n == 'n' || n == 'N') && at > 1 {
				return at - 1
			}
		}
		return 0
	}
	if len(word) > 8 || len(word) < 3 {
		return 0
	}
	return words.Contractions()[strings.ToLower(word)]
}

// apostrophe reads an apostrophe that begins a token: a clitic parted from its
// word by a quotation mark or tag ("Sudan"'s), a year ('90s), 'em; else it is a
// quotation mark.
func (l *lexer) apostrophe(from, to int) int {
	_, size := decode(l.text, from, to)
	if next := l.at(from+size, to); isApostrophe(next) {
		end := from + size + utf8.RuneLen(next) // two single quotes for a double one
		l.emit(from, end, false)
		return end
	}
	end := l.run(from+size, to)
	switch tail := strings.ToLower(l.text[from+size : end]); tail {
	case "s", "re", "ve", "ll", "d", "m":
		after := len(l.out) > 0 && l.out[len(l.out)-1].Span.End == from
		l.emit(from, end, after)
		return end
	case "em", "til", "tis", "twas", "n", "cause":
		l.emit(from, end, false)
		return end
	default:
		if decade(tail) {
			l.emit(from, end, false)
			return end
		}
	}
	l.emit(from, from+size, false)
	return from + size
}

// decade reports whether s is a year or a decade without its century: 90s, 09.
func decade(s string) bool {
	return len(s) >= 2 && len(s) <= 3 && allDigits(s[:2]) && (len(s) == 2 || s[2] == 's')
}
