// Package lexis describes the shape and the distribution of a word for the
// linear models: hashes of its form, its affixes and its shape, and the cluster
// of words that it keeps company with. A word is described once and every model
// makes its features of the same parts.
package lexis

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/language/linear"
)

// A Word is what the models may ask of one token. All values are hashes or
// small numbers ready for linear.Hash.With.
type Word struct {
	Form    uint64    // as written, typographic quotes made plain
	Lower   uint64    // lower-cased, every digit a 0
	Shape   uint64    // "Xxx", "dd", "x-x": runs of a kind are cut at two
	Suffix  [5]uint64 // of 1 to 4 letters, lower-cased, at their own index; whole shorter words repeat
	Prefix  [4]uint64 // of 1 to 3 letters
	Cluster [3]uint16 // coarse to fine; 0 for a word outside the clusters
	Case    Case
	Last    Last
	Length  uint8 // in runes, at most 15
}

// Last is what a word ends in.
type Last uint8

// The kinds of Last.
const (
	LastLetter Last = iota
	LastDigit
	LastMark // a stop, a quotation mark, any other punctuation
)

// Case is how a word is capitalised.
type Case uint8

// The kinds of Case.
const (
	CaseNone  Case = iota // no letters
	CaseLower             // "truce"
	CaseTitle             // "Truce"
	CaseUpper             // "NATO", also single capitals
	CaseMixed             // "al-Nur" as one word, "iPhone", "McCain"
)

// Describe describes the word s.
func Describe(s string, clusters *Clusters) Word {
	var w Word
	var lower [64]byte // the lower-cased word, as far as affixes need it
	var ends [64]uint8 // where its runes end
	n, runes := 0, 0
	form, shape := hashStart, hashStart
	lowerHash := hashStart
	var kind, last, repeat byte
	uppers, lowers := 0, 0
	firstUpper := false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		r = plain(r)
		form = hashRune(form, r)
		small := r
		switch {
		case 'a' <= r && r <= 'z':
			kind = 'x'
			lowers++
		case 'A' <= r && r <= 'Z':
			kind, small = 'X', r|0x20
			uppers++
			firstUpper = firstUpper || runes == 0
		case '0' <= r && r <= '9':
			kind, small = 'd', '0'
		case r < utf8.RuneSelf:
			kind = byte(r)
		case unicode.IsUpper(r):
			kind, small = 'X', unicode.ToLower(r)
			uppers++
			firstUpper = firstUpper || runes == 0
		case unicode.IsLetter(r):
			kind = 'x'
			lowers++
		case unicode.IsDigit(r):
			kind = 'd'
		default:
			kind = '?'
		}
		lowerHash = hashRune(lowerHash, small)
		if kind != last {
			last, repeat = kind, 0
		}
		if repeat++; repeat <= 2 {
			shape = hashRune(shape, rune(kind))
		}
		if n+utf8.UTFMax <= len(lower) {
			n += utf8.EncodeRune(lower[n:], small)
			ends[runes] = uint8(n)
			runes++
		}
	}
	w.Form, w.Lower, w.Shape = finish(form), finish(lowerHash), finish(shape)
	w.Length = uint8(min(runes, 15))
	switch kind {
	case 'x', 'X':
		w.Last = LastLetter
	case 'd':
		w.Last = LastDigit
	default:
		w.Last = LastMark
	}
	switch {
	case uppers == 0 && lowers == 0:
		w.Case = CaseNone
	case uppers == 0:
		w.Case = CaseLower
	case lowers == 0:
		w.Case = CaseUpper
	case firstUpper && uppers == 1:
		w.Case = CaseTitle
	default:
		w.Case = CaseMixed
	}
	for k := 1; k <= 4 && runes > 0; k++ {
		from := 0
		if k < runes {
			from = int(ends[runes-k-1])
		}
		w.Suffix[k] = hashBytes(lower[from:n])
	}
	for k := 1; k <= 3 && runes > 0; k++ {
		w.Prefix[k] = hashBytes(lower[:ends[min(k, runes)-1]])
	}
	w.Cluster = clusters.Of(w.Lower)
	return w
}

// plain makes typographic quotes and dashes plain, so that what was learnt of
// one kind of typesetting holds for the other.
func plain(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '´':
		return '\''
	case '“', '”', '«', '»', '„':
		return '"'
	case '–', '‐', '‑', '−':
		return '-'
	}
	return r
}

const hashStart = uint64(14695981039346656037)

func hashRune(h uint64, r rune) uint64 { return (h ^ uint64(uint32(r))) * 1099511628211 }

// finish spreads an FNV hash over all its bits, as linear.HashString does.
func finish(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func hashBytes(b []byte) uint64 {
	h := hashStart
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return finish(h)
}

// Lower is the hash that Word.Lower holds for s.
func Lower(s string) uint64 { return Describe(s, nil).Lower }

// Outside is the word before the first and after the last of a sentence.
var Outside = Word{Form: linear.HashString("\x00"), Lower: linear.HashString("\x00"), Shape: linear.HashString("\x00")}
