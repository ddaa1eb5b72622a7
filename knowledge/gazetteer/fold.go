package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the spelling under which names are compared: lower case, without
// diacritics, apostrophes, the marks for ʿayn and hamza, and stops; hyphens
// are spaces; "Saint", "Mount" and "Fort" before a name are "st", "mt", "ft".
// A name with no Latin letter folds to "".
func Fold(name string) string {
	buf := make([]byte, 0, len(name)+4)
	return string(appendFolded(buf, name))
}

// appendFolded appends the folded name to buf.
func appendFolded(buf []byte, name string) []byte {
	start, latin := len(buf), false
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				buf, latin = append(buf, c+'a'-'A'), true
			case 'a' <= c && c <= 'z':
				buf, latin = append(buf, c), true
			case '0' <= c && c <= '9':
				buf = append(buf, c)
			case c == '\'' || c == '.' || c == '`':
			case c == '&':
				buf = append(space(buf, start), "and "...)
			default:
				buf = space(buf, start)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(name[i:])
		i += size
		var ok bool
		if buf, ok = appendRune(buf, start, r); ok {
			latin = true
		}
	}
	if n := len(buf); n > start && buf[n-1] == ' ' {
		buf = buf[:n-1]
	}
	if !latin {
		return buf[:start]
	}
	return abbreviate(buf, start)
}

func space(buf []byte, start int) []byte {
	if n := len(buf); n > start && buf[n-1] != ' ' {
		return append(buf, ' ')
	}
	return buf
}

// appendRune appends a letter outside ASCII and reports whether it is Latin.
func appendRune(buf []byte, start int, r rune) ([]byte, bool) {
	r = unicode.ToLower(r)
	if s, ok := letters[r]; ok {
		return append(buf, s...), s != ""
	}
	if unicode.Is(unicode.Mn, r) {
		return buf, false
	}
	if !unicode.IsLetter(r) {
		return space(buf, start), false
	}
	var scratch [utf8.UTFMax]byte
	n := utf8.EncodeRune(scratch[:], r)
	// NFD puts the bare letter first and its marks after it.
	base := norm.NFD.Properties(scratch[:n]).Decomposition()
	if len(base) == 0 {
		base = scratch[:n]
	}
	if base[0] < utf8.RuneSelf {
		return append(buf, unicodeLower(base[0])), true
	}
	return append(buf, base...), false
}

func unicodeLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// letters are those that Unicode does not take apart, and marks that are
// written as letters of their own.
var letters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŧ': "t", 'ə': "a", 'ǝ': "a",
	'ŋ': "ng", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ɛ': "e", 'ɔ': "o", 'ƴ': "y",
	'’': "", '‘': "", 'ʻ': "", 'ʼ': "", 'ʿ': "", 'ʾ': "", '´': "", 'ʹ': "", 'ʺ': "", '′': "", 'ˈ': "", 'ʽ': "", 'ʳ': "",
}

// abbreviate shortens the words that English writes both ways.
func abbreviate(buf []byte, start int) []byte {
	folded := string(buf[start:])
	if !strings.Contains(folded, " ") {
		return buf
	}
	for _, w := range abbreviations {
		if rest, ok := strings.CutPrefix(folded, w.long); ok {
			buf = append(append(buf[:start], w.short...), rest...)
			folded = string(buf[start:])
		}
	}
	return buf
}

var abbreviations = []struct{ long, short string }{
	{"saint ", "st "}, {"sainte ", "ste "}, {"mount ", "mt "}, {"fort ", "ft "}, {"the ", ""},
}
