// Package charset turns the bytes of a report into valid UTF-8.
//
// The order of trust: a byte order mark; what is declared (HTTP header, meta
// element, XML declaration), unless the bytes plainly contradict it; validity
// as UTF-8; the zero bytes of UTF-16; a statistical guess; windows-1252. Nothing
// is guessed silently: a guess, and every byte that meant nothing, makes a Note.
package charset

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// Decode is raw as valid UTF-8 without NUL, and notes on what was doubtful.
// declared is the name of the encoding that came with the bytes, "" for none.
//
// Text that is UTF-8 already comes back byte for byte, line ends included; only
// a byte order mark in front is dropped, since it says how to read the text and
// is no part of it. A byte without meaning becomes U+FFFD, and so does NUL:
// databases and C programs downstream would cut the text there.
func Decode(raw []byte, declared string) (string, []rapporteur.Note) {
	found := choose(raw, declared)
	var notes []rapporteur.Note
	if found.doubt != "" {
		notes = append(notes, rapporteur.Note{Kind: rapporteur.NoteEncoding, Text: found.doubt})
	}
	lost := 0
	text := found.decode(raw[found.mark:])
	if found.encoding == nil {
		lost = strings.Count(text, "\uFFFD")
	}
	text, gaps := clean(text, found.name, lost)
	return text, append(notes, gaps...)
}

// Clean is text without NUL and without bytes that are not UTF-8, each of which
// becomes U+FFFD, and notes on them. It is for text that a program hands over as
// UTF-8; its other characters, a byte order mark included, stay where they are.
func Clean(text string) (string, []rapporteur.Note) {
	return clean(text, "UTF-8", strings.Count(text, "\uFFFD"))
}

// clean replaces what is no text. lost of the U+FFFD were there before.
func clean(text, encoding string, lost int) (string, []rapporteur.Note) {
	var notes []rapporteur.Note
	text, bad := replace(text)
	if bad > lost {
		notes = append(notes, gap(text, fmt.Sprintf("%s no text in %s and became U+FFFD", count(bad-lost, "byte is", "bytes are"), encoding)))
	}
	if lost > 0 {
		notes = append(notes, gap(text, count(lost, "character was", "characters were")+" lost before the text came here and stood as U+FFFD"))
	}
	return text, notes
}

// gap is a note that points at the first U+FFFD of text.
func gap(text, says string) rapporteur.Note {
	first := strings.IndexRune(text, utf8.RuneError)
	return rapporteur.Note{
		Kind: rapporteur.NoteEncoding,
		Text: fmt.Sprintf("%s, the first in line %d", says, 1+strings.Count(text[:first], "\n")),
		Span: rapporteur.Span{Start: first, End: first + len("\uFFFD")},
	}
}

// replace puts U+FFFD for every invalid byte and every NUL, and counts all
// U+FFFD: the other decoders have written theirs already.
func replace(text string) (string, int) {
	if utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 {
		return text, strings.Count(text, "\uFFFD")
	}
	var b strings.Builder
	b.Grow(len(text) + 64)
	bad := 0
	for _, r := range text { // an invalid byte ranges as U+FFFD
		if r == 0 {
			r = utf8.RuneError
		}
		if r == utf8.RuneError {
			bad++
		}
		b.WriteRune(r)
	}
	return b.String(), bad
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
