package terminal

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Tie holds two words on one line; Wrap writes it as a blank.
const Tie = "\u00a0"

// Wrap breaks text into lines of at most width columns, the first after the
// prefix first, the others after rest. A word that is longer than a line stays
// whole: an address that is cut cannot be clicked. Colour takes no room.
func Wrap(text string, width int, first, rest string) string {
	var b strings.Builder
	b.WriteString(first)
	column, begun := columns(first), false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }) {
		word = strings.ReplaceAll(word, Tie, " ")
		w := columns(word)
		switch {
		case begun && column+1+w > width:
			b.WriteString("\n" + rest)
			column = columns(rest)
		case begun:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += w
		begun = true
	}
	b.WriteByte('\n')
	return b.String()
}

// Pad is s with blanks up to a number of columns.
func Pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columns(s)))
}

// columns is how much room s takes, without its colour.
func columns(s string) int {
	for {
		before, after, ok := strings.Cut(s, "\x1b[")
		if !ok {
			return uniseg.StringWidth(s)
		}
		_, after, _ = strings.Cut(after, "m")
		s = before + after
	}
}

// Plain is text of a report made safe to show in one paragraph: white space
// becomes single blanks, and characters that command a terminal or turn the
// direction of writing go. A report must not be able to move the cursor.
func Plain(s string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(clean), " ")
}
