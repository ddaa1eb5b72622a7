package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord is the number of pieces of a word; what follows them is left
// out: such words are addresses and hashes.
const longestWord = 8

// maxPart is the number of bytes of a part of a word that is looked up; a longer one is unknown.
const maxPart = 400

// Pieces cuts words into the wordpieces of a vocabulary: the uncased one of
// BERT (Devlin et al. 2019; the greedy match is of Schuster and Nakajima 2012).
type Pieces struct {
	whole   map[string]int32 // pieces that open a part of a word
	rest    map[string]int32 // pieces that go on with one, without their ##
	longest int              // bytes of the longest piece
	unknown int32
	begin   int32 // opens a window
	between int32 // parts paragraphs
}

func newPieces(vocabulary []string) *Pieces {
	p := &Pieces{whole: make(map[string]int32, len(vocabulary)), rest: make(map[string]int32, len(vocabulary)/4)}
	for i, piece := range vocabulary {
		rest, ok := strings.CutPrefix(piece, "##")
		if ok && rest != "" {
			p.rest[rest] = int32(i)
		} else {
			p.whole[piece] = int32(i)
		}
		p.longest = max(p.longest, len(rest))
	}
	p.unknown, p.begin, p.between = p.whole["[UNK]"], p.whole["[CLS]"], p.whole["[SEP]"]
	return p
}

// apart appends the letters of word with their accents as marks of their own
// (Unicode's form NFD).
func apart(dst []byte, word string) []byte {
	if norm.NFD.QuickSpanString(word) == len(word) {
		return append(dst, word...)
	}
	return norm.NFD.AppendString(dst, word)
}

// append appends the numbers of the pieces of a word, at least one; letters are
// what apart makes of it.
func (p *Pieces) append(dst []int32, letters []byte) []int32 {
	start := len(dst)
	var own [64]byte
	part := own[:0] // of letters and digits, in lower case, without accents
	for at := 0; at < len(letters); {
		r, size := utf8.DecodeRune(letters[at:])
		at += size
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.IsSpace(r):
		case mark(r):
			dst = p.greedy(dst, part)
			dst, part = p.greedy(dst, utf8.AppendRune(part[:0], r)), part[:0]
		default:
			part = utf8.AppendRune(part, r)
		}
	}
	dst = p.greedy(dst, part)
	if len(dst) == start {
		return append(dst, p.unknown)
	}
	return dst[:min(len(dst), start+longestWord)]
}

// greedy appends the longest pieces from the left, or the unknown one where
// they do not cover the part.
func (p *Pieces) greedy(dst []int32, part []byte) []int32 {
	start, known := len(dst), p.whole
	if len(part) > maxPart {
		return append(dst, p.unknown)
	}
	for at := 0; at < len(part); known = p.rest {
		end := min(len(part), at+p.longest)
		for ; end > at; end-- {
			if n, ok := known[string(part[at:end])]; ok {
				dst = append(dst, n)
				break
			}
		}
		if end == at {
			return append(dst[:start], p.unknown)
		}
		at = end
	}
	return dst
}

// mark says whether r stands alone: punctuation, and what ASCII has of symbols.
func mark(r rune) bool {
	return unicode.IsPunct(r) || r < 0x80 && r > ' ' && r != 0x7f && !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}

// shapes is the number of shapes of a word.
const shapes = 17

// shape is the number of the shape of a word, which tells the case that the
// pieces do not: 0 is of marks that are no word, and words that open a sentence
// have numbers of their own.
func shape(word string, first bool) int32 {
	var upper, lower, digits int
	opens := false // with a capital
	for i, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsUpper(r):
			upper++
			opens = opens || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	kind := int32(5) // iPhone
	switch {
	case digits > 0 && upper+lower == 0:
		kind = 6
	case digits > 0:
		kind = 7
	case upper+lower == 0:
		kind = 0
	case upper == 0:
		kind = 1
	case upper == 1 && lower == 0:
		kind = 4
	case lower == 0:
		kind = 3
	case upper == 1 && opens:
		kind = 2
	}
	if first {
		kind += 8
	}
	return 1 + kind
}
