package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// A choice is the encoding that a text will be read in.
type choice struct {
	name     string
	encoding encoding.Encoding // nil for UTF-8
	mark     int               // bytes of byte order mark in front
	doubt    string            // what a reader should know; "" where there is none
}

func (c choice) decode(raw []byte) string {
	if c.encoding == nil {
		return string(raw)
	}
	out, err := c.encoding.NewDecoder().Bytes(raw)
	if err != nil { // a decoder that gives up halfway; what it read is kept
		return string(out) + "\uFFFD"
	}
	if c.encoding == charmap.Windows1252 {
		out = bytes.Map(unassigned, out)
	}
	return string(out)
}

// unassigned maps the five positions that windows-1252 leaves empty, which the
// decoder passes on as control characters.
func unassigned(r rune) rune {
	switch r {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
		return utf8.RuneError
	}
	return r
}

var marks = []struct {
	bytes, name string
	encoding    encoding.Encoding
}{
	{"\xEF\xBB\xBF", "UTF-8", nil},
	{"\xFF\xFE\x00\x00", "UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xFE\xFF", "UTF-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xFF\xFE", "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xFE\xFF", "UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

func choose(raw []byte, declared string) choice {
	for _, mark := range marks {
		if bytes.HasPrefix(raw, []byte(mark.bytes)) {
			return choice{name: mark.name, encoding: mark.encoding, mark: len(mark.bytes)}
		}
	}
	if wide := wide(raw); wide != nil {
		return choice{name: "UTF-16", encoding: wide}
	}
	sequences, invalid := survey(raw)
	name, declaredEncoding := lookup(declared)
	switch {
	case invalid == 0 && sequences == 0 && (declaredEncoding == nil || name != "iso-2022-jp"):
		return choice{name: "UTF-8"} // ASCII, the same in every other encoding of the web
	case name == "utf-8" || name == "":
		if invalid <= sequences { // mostly right, so damaged rather than something else
			return choice{name: "UTF-8"}
		}
	case invalid == 0 && singleByte(declaredEncoding):
		return choice{name: "UTF-8", doubt: fmt.Sprintf("declared as %s but valid as UTF-8, so read as UTF-8", name)}
	default:
		return choice{name: name, encoding: declaredEncoding}
	}
	guessed, encoding := guess(raw)
	if name == "utf-8" {
		return choice{name: guessed, encoding: encoding, doubt: "declared as UTF-8 but not valid so; read as " + guessed}
	}
	return choice{name: guessed, encoding: encoding, doubt: "no encoding is declared; read as " + guessed}
}

// lookup finds a declared encoding under the names of the WHATWG Encoding
// Standard; "" for an unknown one, and for UTF-16, which a page that could be
// searched for its declaration cannot be in.
func lookup(declared string) (string, encoding.Encoding) {
	found, err := htmlindex.Get(strings.TrimSpace(declared))
	if err != nil || found == encoding.Replacement {
		return "", nil
	}
	name, err := htmlindex.Name(found)
	if err != nil || strings.HasPrefix(name, "utf-16") {
		return "", nil
	}
	return name, found
}

func singleByte(e encoding.Encoding) bool {
	_, yes := e.(*charmap.Charmap)
	return yes
}

// survey counts the multibyte sequences of UTF-8 in raw and the places where it
// is invalid as UTF-8; a sequence cut short is one place.
func survey(raw []byte) (sequences, invalid int) {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r != utf8.RuneError || size > 1 {
			sequences++
			i += size
			continue
		}
		invalid++
		for i++; i < len(raw) && !utf8.RuneStart(raw[i]); i++ {
		}
	}
	return sequences, invalid
}

// wide recognises UTF-16 without a mark by its zeros: in Latin text every other
// byte is one, and in no other encoding of text is any.
func wide(raw []byte) encoding.Encoding {
	sample := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i&1]++
		}
	}
	switch many, few := len(sample)/4, len(sample)/40; {
	case len(sample) < 4:
		return nil
	case zeros[1] > many && zeros[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > many && zeros[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// guess names the likeliest legacy encoding. In a text that is nearly all ASCII
// the detector has a handful of bytes to go by and has called English with a
// few accents Chinese; such a text is Western.
func guess(raw []byte) (string, encoding.Encoding) {
	sample := raw[:min(len(raw), 1<<16)]
	high := 0
	for _, b := range sample {
		if b >= utf8.RuneSelf {
			high++
		}
	}
	result := chardet.Detect(sample)
	name, found := lookup(result.Charset)
	western := name == "macintosh" || name == "windows-1252"
	if found == nil || name == "utf-8" || result.Confidence < 0.5 || (high*10 < len(sample) && !western) {
		return "windows-1252", charmap.Windows1252
	}
	return name, found
}
