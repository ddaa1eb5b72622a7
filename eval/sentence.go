package eval

import (
	"unicode"
	"unicode/utf8"
)

// sentenceStarts is where the sentences of text begin, by the simple rule of
// score_reading.py, which needs no reader: after a full stop, a question mark
// or an exclamation mark, perhaps a closing quotation mark, and blanks before
// a capital or an opening quotation mark; and after line breaks.
func sentenceStarts(text string) []int {
	starts := []int{0}
	var before rune
	for i := 0; i < len(text); {
		if end := sentenceGap(text[i:], before); end > 0 {
			before, _ = utf8.DecodeLastRuneInString(text[:i+end])
			i += end
			starts = append(starts, i)
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		before = r
		i += size
	}
	return starts
}

// sentenceGap is the length of the gap between sentences at the beginning of
// rest; 0 where there is none.
func sentenceGap(rest string, before rune) int {
	if before == '.' || before == '!' || before == '?' {
		at := 0
		if r, size := utf8.DecodeRuneInString(rest); r == '”' || r == '"' || r == '’' || r == '\'' {
			at = size
		}
		blanks := at
		for blanks < len(rest) {
			r, size := utf8.DecodeRuneInString(rest[blanks:])
			if !blank(r) {
				break
			}
			blanks += size
		}
		if r, _ := utf8.DecodeRuneInString(rest[blanks:]); blanks > at && (r >= 'A' && r <= 'Z' || r == '“' || r == '"' || r == '‘') {
			return blanks
		}
	}
	lines := 0
	for lines < len(rest) && rest[lines] == '\n' {
		lines++
	}
	return lines
}

// blank is white space as Python's regular expressions see it.
func blank(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }
