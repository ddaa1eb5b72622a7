package link

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// An Article is the signature of a text, by which copies of it are known: an
// agency's report in another paper, cut, with a header or a lead of that
// paper's own.
type Article struct {
	Triples   int      `json:"triples"`   // how many different runs of three words the text has
	Signature []uint32 `json:"signature"` // MinHash values of them; empty where the text has none
}

// How many MinHash values a signature has, and how they are cut into bands:
// two texts that share half of their triples agree on all rows of some band 996
// times in 1000, different reports of one event, which share a twentieth, 5
// times.
const (
	values = 128
	rows   = 3
	bands  = values / rows
)

// fewest is the number of triples below which texts are too short to tell a
// copy from a coincidence: only the very same ones are copies then.
const fewest = 12

// ArticleOf is the signature of a text (Broder 1997, "On the resemblance and
// containment of documents"): the least of 128 hashes over its word triples.
func ArticleOf(text string) Article {
	triples := triplesOf(text)
	a := Article{Triples: len(triples)}
	if len(triples) == 0 {
		return a
	}
	a.Signature = make([]uint32, values)
	for i := range a.Signature {
		a.Signature[i] = ^uint32(0)
	}
	for _, t := range triples {
		// Two hashes make all the others, since h1 + i*h2 is as good as independent
		// ones for this end (Kirsch and Mitzenmacher 2006); mixing spreads the result.
		step := mix(t^0x9e3779b97f4a7c15) | 1
		for i := range a.Signature {
			t += step
			a.Signature[i] = min(a.Signature[i], uint32(mix(t)>>32))
		}
	}
	return a
}

// mix is the finalizer of MurmurHash3.
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// triplesOf are the hashes of all runs of three words, each once. Words are
// letters and digits without capitals, so that punctuation, quotation marks and
// the breaking of lines do not matter.
func triplesOf(text string) []uint64 {
	var out []uint64
	var a, b, word uint64
	n, inside := 0, false
	end := func() {
		if !inside {
			return
		}
		if n++; n >= 3 {
			out = append(out, mix(a^bits.RotateLeft64(b, 21)^bits.RotateLeft64(mix(word), 42)))
		}
		a, b, word, inside = mix(b+1), mix(word), 0, false
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inside {
				word, inside = 14695981039346656037, true
			}
			word = (word ^ uint64(unicode.ToLower(r))) * 1099511628211
		case r == '\'' || r == '’':
		default:
			end()
		}
	}
	end()
	slices.Sort(out)
	return slices.Compact(out)
}

// Keys are the bands of the signature.
func (a Article) Keys() []string {
	if a.Triples < fewest || len(a.Signature) != values {
		return a.exact()
	}
	out := make([]string, 0, bands)
	var b [4 * rows]byte
	for i := range bands {
		for k := range rows {
			binary.LittleEndian.PutUint32(b[4*k:], a.Signature[i*rows+k])
		}
		h := fnv.New64a()
		h.Write(b[:])
		out = append(out, fmt.Sprintf("%02x%012x", i, h.Sum64()&(1<<48-1)))
	}
	return out
}

// exact is the one key of a short text.
func (a Article) exact() []string {
	if a.Triples == 0 || len(a.Signature) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("short%d-%08x", a.Triples, a.Signature[0])}
}

// Copies share half of all triples, or most of the shorter's, which then was cut
// from the longer and given a lead. Reports of one event share a tenth at most;
// what one office writes on each by-election shares a third, and half of the shorter's.
const (
	shared    = 0.5
	contained = 0.68
	leastCut  = 0.3
)

// Same reports whether a and b are copies of one text.
func (a Article) Same(b Article) (why string, same bool) {
	if len(a.Signature) != len(b.Signature) || len(a.Signature) == 0 {
		return "one of the two has no words to compare", false
	}
	j := a.Resemblance(b)
	if min(a.Triples, b.Triples) < fewest {
		if a.Triples == b.Triples && j == 1 {
			return "the same few words", true
		}
		return "too short to be known as copies", false
	}
	// |A∩B| = J(|A|+|B|)/(1+J)
	within := min(1, j*float64(a.Triples+b.Triples)/(1+j)/float64(min(a.Triples, b.Triples)))
	why = fmt.Sprintf("%.0f%% of their words in common, %.0f%% of the shorter's", 100*j, 100*within)
	return why, j >= shared || j >= leastCut && within >= contained
}

// Resemblance estimates how many of the triples of both texts together they
// share (Jaccard), from 0 to 1, with a standard error of 0.045 at most.
func (a Article) Resemblance(b Article) float64 {
	if len(a.Signature) != len(b.Signature) || len(a.Signature) == 0 {
		return 0
	}
	n := 0
	for i := range a.Signature {
		if a.Signature[i] == b.Signature[i] {
			n++
		}
	}
	return float64(n) / float64(len(a.Signature))
}
